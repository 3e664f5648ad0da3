import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { readAsked, Slip, tooOften } from '$lib/server/people/asked';
import { freeCodeName } from '$lib/server/people/code-names';
import { findInvitation } from '$lib/server/people/invitations';
import { offer } from '$lib/server/people/offers';
import { askForPasskey } from '$lib/server/people/passkeys';

const Asked = v.object({ slip: Slip });

/** What a phone needs to make a passkey for whoever holds this slip, under a code name that is offered with it. */
export async function POST(event) {
	anyone(event);
	const { slip } = await readAsked(event.request, Asked);
	const here = house();
	const late = await tooOften(here, event);
	if (late) return late;
	const invited = await findInvitation(here, slip);
	if (!invited) notThere();
	const codeName = invited.codeName ?? (await freeCodeName(here.store.read));
	const question = await askForPasskey(here, event.url, {
		personId: invited.personId,
		isThere: true,
		appName: invited.appName,
		knownAs: codeName
	});
	return json({ ...question, offer: offer(here.secrets, 'code-name', invited.id, codeName) });
}
