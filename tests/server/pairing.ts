import type { Instant } from '../../src/lib/domain/clock/zones';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../src/lib/domain/pairings/agreement';
import { UK_HELP_LINES } from '../../src/lib/domain/programmes/help-lines';
import type { House } from '../../src/lib/server/house';
import { pair } from '../../src/lib/server/pairings/pair';
import { addMembership, createPerson, createProgramme } from '../../src/lib/server/people/people';
import { change } from '../../src/lib/server/spaces';

export const RIVERSIDE = 'programme-riverside';
export const ASH = 'person-of-ash';
export const SAM = 'person-of-sam';

/** Ash and Sam in one programme, paired since `at`. */
export async function pairedUp(
	house: House,
	{ id, at, zone = 'Europe/London' }: { id: string; at: Instant; zone?: string }
): Promise<void> {
	await change({ ...house, now: () => at }, null, async (making) => {
		await createProgramme(making, {
			id: RIVERSIDE,
			name: 'Riverside',
			appName: 'Corner',
			zone,
			helpLines: UK_HELP_LINES
		});
		await createPerson(making, { id: ASH, firstName: 'Ash' });
		await createPerson(making, { id: SAM, firstName: 'Sam' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: ASH, role: 'young' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: SAM, role: 'mentor' });
		await pair(making, {
			id,
			programmeId: RIVERSIDE,
			youngId: ASH,
			mentorId: SAM,
			endsOn: null,
			zone,
			hours: USUAL_HOURS,
			answerWithinMinutes: USUAL_ANSWER_MINUTES
		});
	});
}
