import { json } from '@sveltejs/kit';
import { v7 as uuid } from 'uuid';
import * as v from 'valibot';
import { FirstProgramme } from '$lib/domain/programmes/first-programme';
import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { readAsked, Slip, tooOften } from '$lib/server/people/asked';
import { askForPasskey } from '$lib/server/people/passkeys';
import { isSetUpOpen } from '$lib/server/people/set-up';

const Asked = v.object({ slip: Slip, programme: FirstProgramme });

/** What the first coordinator's device needs to make a passkey. The question's id becomes the coordinator's. */
export async function POST(event) {
	anyone(event);
	const { slip, programme } = await readAsked(event.request, Asked);
	const late = await tooOften(house(), event);
	if (late) return late;
	if (!(await isSetUpOpen(house(), slip))) notThere();
	const { appName, firstName } = programme;
	return json(
		await askForPasskey(house(), event.url, { personId: uuid(), isThere: false, appName, knownAs: firstName })
	);
}
