import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { FirstProgramme } from '$lib/domain/programmes/first-programme';
import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { ChallengeId, PasskeyResponse, readAsked, Slip } from '$lib/server/people/asked';
import { signInHere } from '$lib/server/people/entering';
import { readNewPasskey } from '$lib/server/people/passkeys';
import { isSetUpOpen, setUp } from '$lib/server/people/set-up';

const Asked = v.object({
	slip: Slip,
	challengeId: ChallengeId,
	programme: FirstProgramme,
	response: PasskeyResponse
});

/** Makes the first programme and signs its coordinator in. */
export async function POST(event) {
	anyone(event);
	const { slip, challengeId, programme, response } = await readAsked(event.request, Asked);
	const here = house();
	if (!(await isSetUpOpen(here, slip))) notThere();
	const passkey = await readNewPasskey(here, event.url, { challengeId, personId: null, response });
	if (!passkey) error(400, { message: 'passkey_unknown' });
	const codeName = await setUp(here, slip, programme, { personId: challengeId, passkey });
	if (!codeName) notThere();
	await signInHere(event, challengeId);
	return json({ codeName });
}
