import { eq } from 'drizzle-orm';
import type { Instant } from '../../../src/lib/domain/clock/zones';
import type { EntryBodies, EntryKind } from '../../../src/lib/domain/entries/kinds';
import type { Outcome } from '../../../src/lib/domain/entries/entry';
import { UK_HELP_LINES } from '../../../src/lib/domain/programmes/help-lines';
import type { Role } from '../../../src/lib/domain/people/roles';
import type { Plan } from '../../../src/lib/domain/programmes/plan';
import { joinCircle } from '../../../src/lib/server/circles/join';
import { makeCircle } from '../../../src/lib/server/circles/make';
import { circles, programmes } from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import type { House } from '../../../src/lib/server/house';
import { addMembership, createPerson, createProgramme } from '../../../src/lib/server/people/people';
import { makePlan } from '../../../src/lib/server/plans/make';
import { change } from '../../../src/lib/server/spaces';
import { openTestHouse } from '../house';
import { RIVERSIDE } from '../pairing';
import { NETWORK_PLAN } from '../network/with-plan';

export const CIRCLE = 'circle-of-year-six';
export const ASH = 'person-of-ash';
export const BO = 'person-of-bo';
export const CAM = 'person-of-cam';
export const WREN = 'person-of-wren';
export const NADIA = 'person-of-nadia';

const PEOPLE: [id: string, firstName: string, role: Role][] = [
	[ASH, 'Ash', 'young'],
	[BO, 'Bo', 'young'],
	[CAM, 'Cam', 'young'],
	[WREN, 'Wren', 'mentor'],
	[NADIA, 'Nadia', 'coordinator']
];

export const CIRCLE_PLAN: Plan = { ...NETWORK_PLAN, shape: 'circle' };

/** Ash and Bo in a circle that Wren leads; Cam is in the programme and not in it. */
export interface InCircle {
	house: House;
	clock: { now: Instant };
	says<Kind extends EntryKind>(
		personId: string,
		kind: Kind,
		body: EntryBodies[Kind],
		id?: string
	): Promise<Outcome>;
	/** The circle's row. */
	row(): Promise<typeof circles.$inferSelect>;
}

export async function inCircle(now: Instant): Promise<InCircle> {
	const clock = { now };
	const house = await openTestHouse({ now: () => clock.now });
	await change(house, null, async (making) => {
		const zone = 'Europe/London';
		await createProgramme(making, {
			...{ id: RIVERSIDE, name: 'Riverside', appName: 'Corner', zone, helpLines: UK_HELP_LINES }
		});
		for (const [id, firstName, role] of PEOPLE) {
			await createPerson(making, { id, firstName });
			await addMembership(making, { programmeId: RIVERSIDE, personId: id, role });
		}
		await makePlan(making, RIVERSIDE, CIRCLE_PLAN, 'plan-of-circle');
		await making.tx.update(programmes).set({ approvalsNeeded: [] }).where(eq(programmes.id, RIVERSIDE));
		await makeCircle(making, {
			...{ id: CIRCLE, programmeId: RIVERSIDE, name: 'Year 6 group', workerId: WREN },
			...{ startsOn: '2026-11-24', endsOn: '2027-01-19' }
		});
	});
	const row = async () => {
		const [found] = await house.store.read.select().from(circles).where(eq(circles.id, CIRCLE));
		return found!;
	};
	const kept = await row();
	await change(house, null, async (making) => {
		for (const personId of [ASH, BO]) await joinCircle(making, kept, personId);
	});
	let entries = 0;
	return {
		...{ house, clock, row },
		async says(personId, kind, body, id = `entry-${String(++entries).padStart(4, '0')}`) {
			const [outcome] = await accept(house, personId, [{ id, kind, body, writtenAt: clock.now }]);
			return outcome as Outcome;
		}
	};
}
