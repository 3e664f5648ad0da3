import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { ChallengeId, PasskeyResponse, readAsked, Slip } from '$lib/server/people/asked';
import { signInHere } from '$lib/server/people/entering';
import { findInvitation } from '$lib/server/people/invitations';
import { join } from '$lib/server/people/joining';
import { readOffer } from '$lib/server/people/offers';
import { readNewPasskey } from '$lib/server/people/passkeys';

const Asked = v.object({
	slip: Slip,
	challengeId: ChallengeId,
	offer: v.string(),
	response: PasskeyResponse
});

/** Uses the slip for the passkey that this phone has made. */
export async function POST(event) {
	anyone(event);
	const asked = await readAsked(event.request, Asked);
	const here = house();
	const invited = await findInvitation(here, asked.slip);
	if (!invited) notThere();
	const codeName = readOffer(here.secrets, 'code-name', invited.id, asked.offer);
	const passkey = await readNewPasskey(here, event.url, { ...asked, personId: invited.personId });
	if (!passkey || !codeName) error(400, { message: 'passkey_unknown' });
	const joined = await join(here, asked.slip, { passkey }, codeName);
	if (joined.is === 'gone') notThere();
	if (joined.is === 'taken') error(409, { message: 'try_again' });
	await signInHere(event, joined.personId);
	return json({ codeName: joined.codeName });
}
