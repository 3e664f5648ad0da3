import { DAY, instantAt, type Instant } from '../../../src/lib/domain/clock/zones';
import type { EntryBodies, EntryKind } from '../../../src/lib/domain/entries/kinds';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../../src/lib/domain/pairings/agreement';
import type { Role } from '../../../src/lib/domain/people/roles';
import { UK_HELP_LINES } from '../../../src/lib/domain/programmes/help-lines';
import { accept } from '../../../src/lib/server/entries/accept';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { pair, type NewPairing } from '../../../src/lib/server/pairings/pair';
import { addMembership, createPerson, createProgramme } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { openTestHouse } from '../house';

export const ZONE = 'Europe/London';
export const RIVERSIDE = 'programme-riverside';
export const HARBOUR = 'programme-harbour';
/** A Tuesday, two hours before the usual hours begin. */
export const TUESDAY = '2026-11-24';
export const at = (time: string, day = TUESDAY): Instant => instantAt(day, time, ZONE);

/** A house whose clock a test moves, with two programmes and a coordinator and safeguarding lead in each. */
export async function openDesk() {
	const clock = { now: at('14:00') };
	const house = await openTestHouse({ now: () => clock.now });
	await change(house, null, async (making) => {
		for (const id of [RIVERSIDE, HARBOUR])
			await createProgramme(making, {
				id,
				name: id,
				appName: 'Corner',
				zone: ZONE,
				helpLines: UK_HELP_LINES.map((line) => ({ ...line, verifiedOn: '2026-11-22' }))
			});
	});
	const nadia = await addStaff(house, 'Nadia', 'coordinator');
	const tom = await addStaff(house, 'Tom', 'safeguarding');
	const omar = await addStaff(house, 'Omar', 'coordinator', HARBOUR);
	return { house, clock, nadia, tom, omar };
}

/** Somebody with a role, who has joined. @returns their id */
export async function add(
	house: House,
	firstName: string,
	role: Role,
	{ programmeId = RIVERSIDE, joined = true } = {}
): Promise<string> {
	const id = `person-${firstName.toLowerCase()}`;
	await change(house, null, async (making) => {
		await createPerson(making, { id, firstName, codeName: joined ? `code ${firstName}` : null });
		await addMembership(making, { programmeId, personId: id, role });
	});
	return id;
}

async function addStaff(house: House, firstName: string, role: Role, programmeId = RIVERSIDE): Promise<Who> {
	const personId = await add(house, firstName, role, { programmeId });
	return { personId, firstName, sessionId: 'session', memberships: [{ programmeId, role }] };
}

/** The usual pairing. */
export const asked = (youngId: string, mentorId: string, more: Partial<NewPairing> = {}): NewPairing => ({
	programmeId: RIVERSIDE,
	youngId,
	mentorId,
	endsOn: null,
	zone: ZONE,
	hours: USUAL_HOURS,
	answerWithinMinutes: USUAL_ANSWER_MINUTES,
	...more
});

/** Pairs two people a week before `house.now()`. @returns the pairing's id */
export async function pairLastWeek(
	house: House,
	youngId: string,
	mentorId: string,
	id?: string
): Promise<string> {
	const then: House = { ...house, now: () => house.now() - 7 * DAY };
	return change(then, null, (making) => pair(making, asked(youngId, mentorId, id ? { id } : {})));
}

let written = 0;

/** Posts one entry as a phone does. */
export async function write<Kind extends EntryKind>(
	house: House,
	personId: string,
	kind: Kind,
	body: EntryBodies[Kind]
): Promise<void> {
	const id = `entry-${String(++written).padStart(8, '0')}`;
	const [outcome] = await accept(house, personId, [{ id, kind, body, writtenAt: house.now() }]);
	if (outcome?.is !== 'sent' && outcome?.is !== 'held')
		throw new Error(`Not written: ${JSON.stringify(outcome)}`);
}

/** A message in a pairing, from whichever side. */
export const say = (house: House, personId: string, pairingId: string, body: string): Promise<void> =>
	write(house, personId, 'message', { pairingId, body, tap: null, checkInId: null });

/** So many messages in one go. */
export async function sayMany(
	house: House,
	personId: string,
	pairingId: string,
	count: number
): Promise<void> {
	const entries = Array.from({ length: count }, () => ({
		id: `entry-${String(++written).padStart(8, '0')}`,
		kind: 'message',
		body: { pairingId, body: 'one of many', tap: null, checkInId: null },
		writtenAt: house.now()
	}));
	const outcomes = await accept(house, personId, entries);
	if (outcomes.some(({ is }) => is !== 'sent')) throw new Error('Not all of them were written.');
}
