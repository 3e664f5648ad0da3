import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { anyone } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { ChallengeId, PasskeyResponse, readAsked } from '$lib/server/people/asked';
import { signInHere } from '$lib/server/people/entering';
import { readSignIn } from '$lib/server/people/passkeys';

const Asked = v.object({ challengeId: ChallengeId, response: PasskeyResponse });

export async function POST(event) {
	anyone(event);
	const personId = await readSignIn(house(), event.url, await readAsked(event.request, Asked));
	if (!personId) error(400, { message: 'passkey_unknown' });
	await signInHere(event, personId);
	return new Response(null, { status: 204 });
}
