import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, HOUR } from '../../../src/lib/domain/clock/zones';
import { eventKey } from '../../../src/lib/domain/meetings/reliability';
import { audit, patternsTakenUp } from '../../../src/lib/server/database/schema';
import { mentorAtDesk } from '../../../src/lib/server/desk/mentors';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { raisedIn } from '../../../src/lib/server/desk/reliability';
import { sees } from '../../../src/lib/server/desk/scope';
import { MOST_TAKEN_UP_CHARACTERS, takeUp, TakenUpBody } from '../../../src/lib/server/desk/take-up';
import { today } from '../../../src/lib/server/desk/today';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { takeRoleAway } from '../../../src/lib/server/people/people';
import { addSeries, recordMeeting } from '../calendar/town';
import { add, at, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, TUESDAY } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let dee: string;
let series: Awaited<ReturnType<typeof addSeries>>;

const notThere = expect.objectContaining({ status: 404 });
const rules = async () =>
	(await today(house, await deskProgrammes(house, sees(nadia)), nadia)).raised.flatMap(({ open }) =>
		open.map(({ rule }) => rule)
	);
const theirs = async () => (await mentorAtDesk(house, nadia, RIVERSIDE, dee)).reliability;

/** Called off at short notice, on a Tuesday some weeks ago. */
const callOff = (weeksAgo: number) => {
	const day = addDays(TUESDAY, -7 * weeksAgo);
	const starts = at('10:00', day);
	return recordMeeting(house, series, day, {
		...{ calledOffBy: 'mentor', calledOffById: dee, calledOffAt: starts - 2 * HOUR, calledOffStarts: starts },
		calledOffWhy: 'The car broke down'
	});
};

let notes = 0;
/** As the form on the mentor’s page does it, with what stands there now. */
async function note(words = 'We talked. The night shifts are over.', who = nadia, programmeId = RIVERSIDE) {
	const { open } = await theirs();
	const events = open.flatMap((pattern) => pattern.events.map(eventKey));
	return taking(events, words, who, programmeId);
}
const taking = (events: string[], words = 'We talked.', who = nadia, programmeId = RIVERSIDE) =>
	takeUp(house, who, { programmeId, mentorId: dee }, { id: `note-000${++notes}`, note: words, events });

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	const remi = await add(house, 'Remi', 'young');
	dee = await add(house, 'Dee', 'mentor');
	const pairingId = await pairLastWeek(house, remi, dee, 'pairing-of-remi-and-dee');
	series = await addSeries(house, pairingId, { startsOn: addDays(TUESDAY, -140), time: '10:00' });
	await callOff(3);
	await callOff(2);
});

describe('what somebody has taken up with a mentor', () => {
	test('leaves Today until there is something new, which brings it back whole', async () => {
		expect(await rules()).toEqual(['two_short_notice']);
		await note();
		expect(await rules()).toEqual([]);
		await callOff(1);
		expect(await rules()).toEqual(['two_short_notice', 'three_together']);
		expect((await theirs()).patterns[0]?.events).toHaveLength(3);
		await note('And again.');
		expect(await rules()).toEqual([]);
	});

	test('stays to be read with the note, by whom and when, newest first', async () => {
		await note('We talked.');
		clock.now += HOUR;
		await callOff(1);
		await note('Two meetings a month from now on.');
		const told = { byName: 'Nadia', at: clock.now, note: 'Two meetings a month from now on.' };
		expect((await theirs()).takenUp).toMatchObject([told, { note: 'We talked.', at: clock.now - HOUR }]);
		expect(await raisedIn(house, [RIVERSIDE])).toMatchObject([
			{ mentorId: dee, patterns: [{ rule: 'two_short_notice' }, {}], open: [], takenUp: [told, {}] }
		]);
	});

	test('is what stood on the screen: what came meanwhile stays on Today', async () => {
		const shown = (await theirs()).open.flatMap((pattern) => pattern.events.map(eventKey));
		await callOff(1);
		await taking(shown);
		expect(await rules()).toEqual(['two_short_notice', 'three_together']);
	});

	test('is what the rules raised, and nothing else', async () => {
		const refused = expect.objectContaining({ why: 'taken_up_already' });
		await expect(taking(['short_notice of-no-meeting', ''])).rejects.toEqual(refused);
		await note();
		await expect(note()).rejects.toEqual(refused);
		expect(await house.store.read.$count(patternsTakenUp)).toBe(1);
	});

	test('is noted once where a form is sent twice, sealed, and in the audit without the words', async () => {
		const { open } = await theirs();
		const events = open.flatMap((pattern) => pattern.events.map(eventKey));
		const body = { id: 'note-of-nadia', note: 'We talked.', events };
		for (const words of ['We talked.', 'Something else.'])
			await takeUp(house, nadia, { programmeId: RIVERSIDE, mentorId: dee }, { ...body, note: words });
		const rows = await house.store.read.select().from(patternsTakenUp);
		expect(rows).toMatchObject([{ id: 'note-of-nadia', byId: nadia.personId, events: [...new Set(events)] }]);
		expect(rows[0]?.note).not.toContain('talked');
		expect((await theirs()).takenUp).toMatchObject([{ note: 'We talked.' }]);
		const lines = await house.store.read.select().from(audit).where(eq(audit.action, 'pattern.taken_up'));
		expect(lines).toMatchObject([{ subjectId: 'note-of-nadia', personId: nadia.personId }]);
		expect(JSON.stringify(lines)).not.toContain('talked');
	});

	test('stays as it was noted', async () => {
		await note();
		const write = (what: (tx: Parameters<Parameters<typeof house.store.transaction>[0]>[0]) => unknown) =>
			house.store.transaction(async (tx) => void (await what(tx)));
		await expect(write((tx) => tx.update(patternsTakenUp).set({ at: 0 }))).rejects.toThrow('append-only');
		await expect(write((tx) => tx.delete(patternsTakenUp))).rejects.toThrow('append-only');
	});
});

describe('a note', () => {
	const body = (note: string) => v.is(TakenUpBody, { id: 'note-0001', note, events: 'late a,missed b' });

	test('says something, and not more than fits', () => {
		expect(body('  ')).toBe(false);
		expect(body('x'.repeat(MOST_TAKEN_UP_CHARACTERS))).toBe(true);
		expect(body('x'.repeat(MOST_TAKEN_UP_CHARACTERS + 1))).toBe(false);
	});

	test('is for whoever runs the programme to write and to read', async () => {
		const events = (await theirs()).open.flatMap((pattern) => pattern.events.map(eventKey));
		for (const [who, programmeId] of [
			[tom, RIVERSIDE],
			[omar, RIVERSIDE],
			[nadia, HARBOUR],
			[omar, HARBOUR]
		] as const)
			await expect(taking(events, 'We talked.', who, programmeId)).rejects.toEqual(notThere);
		await note();
		for (const who of [tom, omar]) {
			const seen = await today(house, await deskProgrammes(house, sees(who)), who);
			expect(JSON.stringify(seen)).not.toContain('night shifts');
			await expect(mentorAtDesk(house, who, RIVERSIDE, dee)).rejects.toEqual(notThere);
		}
	});

	test('is written of nobody who has left', async () => {
		const events = (await theirs()).open.flatMap((pattern) => pattern.events.map(eventKey));
		await takeRoleAway(house, nadia.personId, { programmeId: RIVERSIDE, personId: dee, role: 'mentor' });
		await expect(taking(events)).rejects.toEqual(notThere);
	});
});
