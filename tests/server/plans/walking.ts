import { eq } from 'drizzle-orm';
import { dayOf, instantAt, type Day, type Instant } from '../../../src/lib/domain/clock/zones';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../../src/lib/domain/pairings/agreement';
import { UK_HELP_LINES } from '../../../src/lib/domain/programmes/help-lines';
import { modelOf } from '../../../src/lib/domain/programmes/models';
import { USUAL_PLAN } from '../../../src/lib/domain/programmes/usual-plan';
import { jobs, notices, pairings } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { pair } from '../../../src/lib/server/pairings/pair';
import { addMembership, createPerson, createProgramme } from '../../../src/lib/server/people/people';
import { makePlan } from '../../../src/lib/server/plans/make';
import { change } from '../../../src/lib/server/spaces';
import { doWhatIsDue } from '../due';
import { openTestHouse } from '../house';
import { ASH, RIVERSIDE, SAM } from '../pairing';

export const PAIRING = 'pairing-walking';

/** Ash and Sam in a programme that goes by a model, and a clock that is set by hand. */
export interface Walking {
	house: House;
	clock: { now: Instant };
	zone: string;
	/** Lives on until that time of that day, each job done when it is due. */
	until(day: Day, time?: string): Promise<void>;
	/** How the pairing stands. */
	pairing(): Promise<typeof pairings.$inferSelect>;
	/** Who was told what of the path, and on which day. */
	told(): Promise<string[]>;
}

/** @param model of the plan, or null for a pairing that began before there were any */
export async function walking(
	begins: Day,
	model: string | null = 'chance_uk',
	zone = 'Europe/London'
): Promise<Walking> {
	const clock = { now: instantAt(begins, '12:00', zone) };
	const house = await openTestHouse({ now: () => clock.now });
	await change(house, null, async (making) => {
		await createProgramme(making, {
			...{ id: RIVERSIDE, name: 'Riverside', appName: 'Corner', zone, helpLines: UK_HELP_LINES }
		});
		if (model !== null) await makePlan(making, RIVERSIDE, modelOf(model)?.plan ?? USUAL_PLAN);
		await createPerson(making, { id: ASH, firstName: 'Ash' });
		await createPerson(making, { id: SAM, firstName: 'Sam' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: ASH, role: 'young' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: SAM, role: 'mentor' });
		await pair(making, {
			...{ id: PAIRING, programmeId: RIVERSIDE, youngId: ASH, mentorId: SAM },
			...{ zone, hours: USUAL_HOURS, answerWithinMinutes: USUAL_ANSWER_MINUTES }
		});
	});
	const { read } = house.store;
	return {
		...{ house, clock, zone },
		async until(day, time = '12:00') {
			const at = instantAt(day, time, zone);
			for (;;) {
				const open = (await read.select().from(jobs)).filter(
					(job) => job.doneAt === null && job.deadAt === null && job.runAt <= at && job.kind !== 'plan'
				);
				const next = Math.min(...open.map(({ runAt }) => runAt));
				if (next === Infinity) break;
				clock.now = Math.max(clock.now, next);
				await doWhatIsDue(house);
			}
			clock.now = at;
			await doWhatIsDue(house);
		},
		async pairing() {
			const [row] = await read.select().from(pairings).where(eq(pairings.id, PAIRING));
			if (!row) throw new Error('No pairing.');
			return row;
		},
		async told() {
			const rows = await read.select().from(notices);
			return rows
				.filter(({ kind }) => kind === 'stage' || kind === 'look_back')
				.map(({ personId, kind, subjectId, at }) =>
					[dayOf(at, zone), personId === ASH ? 'Ash' : 'Sam', kind, subjectId].join(' ')
				)
				.sort();
		}
	};
}
