import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, DAY } from '../../../src/lib/domain/clock/zones';
import { modelOf } from '../../../src/lib/domain/programmes/models';
import { afterwards, lookIns, pairings } from '../../../src/lib/server/database/schema';
import { endingAtDesk } from '../../../src/lib/server/desk/ending';
import {
	addNext,
	endNow,
	noteLookIn,
	putNextAway,
	setGraduation,
	tellOfEnding,
	writeLetter
} from '../../../src/lib/server/desk/lead-ending';
import { moveStage } from '../../../src/lib/server/desk/move-stage';
import { setEnd } from '../../../src/lib/server/desk/pair-up';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import { pathsAtDesk } from '../../../src/lib/server/desk/paths';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { sees } from '../../../src/lib/server/desk/scope';
import { today } from '../../../src/lib/server/desk/today';
import { writeGoodbye } from '../../../src/lib/server/endings/goodbyes';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { pair } from '../../../src/lib/server/pairings/pair';
import { makePlan } from '../../../src/lib/server/plans/make';
import { sealAfterwards } from '../../../src/lib/server/sealed-rows';
import { change, pairingSpace, personSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, asked, HARBOUR, openDesk, RIVERSIDE, TUESDAY, write, ZONE } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let ash: string;
let sam: string;
let id: string;

const programme = { id: RIVERSIDE, zone: ZONE };
const needs = async (who = nadia) => today(house, await deskProgrammes(house, sees(who)), who);
const rowsOf = async (personId: string) => (await sync(house, personId, {})).rows;
const said = { how: 'mentor_left' as const, words: 'Sam is moving away.', endsOn: addDays(TUESDAY, 7) };
const others = () => [
	['a safeguarding lead', tom, { status: 404 }] as const,
	['another desk', omar, { status: 404 }] as const,
	['the mentor themself', desk(sam), { why: 'in_it_yourself' }] as const
];
const desk = (personId: string): Who => ({
	...{ personId, firstName: 'Sam', sessionId: 's' },
	memberships: [{ programmeId: RIVERSIDE, role: 'coordinator' }]
});

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
	const plan = modelOf('chance_uk')?.plan;
	if (!plan) throw new Error('There is no such model.');
	await change(house, null, (making) => makePlan(making, RIVERSIDE, plan));
	id = await change(house, null, (making) => pair(making, { ...asked(ash, sam), endsOn: undefined }));
	return () => house.store.close();
});

/** Somebody wants to be looked in on, from the day on which it ends. */
async function wantsLookIns(): Promise<void> {
	await change(house, ash, async (making) => {
		const spaceId = personSpace(ash);
		const row = { id, spaceId, revision: await making.revision(spaceId), pairingId: id };
		await making.tx.insert(lookIns).values({ ...row, wanted: true, times: [] });
	});
}

describe('a year with a planned end', () => {
	test('stands on Today from four weeks before its last day, with or without a goodbye from the mentor', async () => {
		const [row] = await house.store.read.select().from(pairings);
		expect(row?.endsOn).toBe('2027-11-23');
		clock.now += 335 * DAY;
		expect((await needs()).endings).toEqual([]);
		clock.now += DAY;
		expect((await needs()).endings).toMatchObject([{ id, day: '2027-11-23', goodbye: false, said: false }]);
		const goodbye = { pairingId: id, desk: false, at: clock.now };
		await change(house, ash, (making) =>
			writeGoodbye(making, { ...goodbye, authorId: ash, words: 'Thank you for the climbing.' })
		);
		expect((await needs()).endings).toMatchObject([{ goodbye: false }]);
		await change(house, sam, (making) =>
			writeGoodbye(making, { ...goodbye, authorId: sam, words: 'You made me laugh.' })
		);
		expect((await needs()).endings).toMatchObject([{ goodbye: true }]);
		expect((await needs(omar)).endings).toEqual([]);
	});

	test('can have its graduation set, changed and taken away, and both read when it is', async () => {
		const graduation = {
			day: '2027-11-22',
			time: '16:00',
			place: 'The town hall',
			about: 'Bring whoever you like.'
		};
		await setGraduation(house, nadia, id, graduation);
		for (const personId of [ash, sam])
			expect((await rowsOf(personId)).endings).toMatchObject([{ graduation, how: null }]);
		await setGraduation(house, nadia, id, { ...graduation, time: '17:00' });
		expect((await endingAtDesk(house, tom, id))?.graduation).toMatchObject({ time: '17:00' });
		await setGraduation(house, nadia, id, null);
		expect((await rowsOf(ash)).endings).toMatchObject([{ graduation: null }]);
		await expect(
			setGraduation(house, nadia, id, { ...graduation, day: addDays(TUESDAY, -1) })
		).rejects.toMatchObject({ why: 'last_day' });
		await setGraduation(house, nadia, id, { ...graduation, day: TUESDAY });
	});

	test('has no graduation where its programme has none', async () => {
		const kit = await add(house, 'Kit', 'young', { programmeId: HARBOUR });
		const dee = await add(house, 'Dee', 'mentor', { programmeId: HARBOUR });
		const other = await change(house, null, (making) =>
			pair(making, { ...asked(kit, dee), programmeId: HARBOUR })
		);
		const graduation = { day: TUESDAY, time: '16:00', place: 'Here', about: '' };
		await expect(setGraduation(house, omar, other, graduation)).rejects.toMatchObject({ status: 404 });
		await setGraduation(house, omar, other, null);
		expect((await endingAtDesk(house, omar, other))?.hasGraduation).toBe(false);
	});
});

describe('an early end', () => {
	test('is told by a coordinator of the programme who is not one of the two', async () => {
		for (const [name, who, refused] of others())
			await expect(tellOfEnding(house, who, id, said), name).rejects.toMatchObject(refused);
		expect((await endingAtDesk(house, nadia, id))?.how).toBeNull();
		await tellOfEnding(house, nadia, id, said);
		expect((await rowsOf(ash)).endings).toMatchObject([
			{ how: 'mentor_left', deskWords: 'Sam is moving away.', deskByName: 'Nadia', endedAt: null }
		]);
		expect((await rowsOf(ash)).pairings).toMatchObject([{ endsOn: said.endsOn }]);
	});

	test('is on a day from today to the planned end', async () => {
		const on = (endsOn: string) => tellOfEnding(house, nadia, id, { ...said, endsOn });
		for (const day of [addDays(TUESDAY, -1), '2027-11-24'])
			await expect(on(day), day).rejects.toMatchObject({ why: 'last_day' });
		await on(TUESDAY);
	});

	test('ends nobody without a word', async () => {
		await expect(endNow(house, nadia, id)).rejects.toMatchObject({ why: 'say_it_first' });
		for (const [name, who, refused] of others())
			await expect(endNow(house, who, id), name).rejects.toMatchObject(refused);
		await tellOfEnding(house, nadia, id, said);
		await endNow(house, nadia, id);
		await endNow(house, nadia, id);
		expect((await rowsOf(ash)).pairings).toMatchObject([{ state: 'ended' }]);
		expect((await rowsOf(ash)).endings).toMatchObject([{ how: 'mentor_left', endedAt: clock.now }]);
	});

	test('by the young person asks nothing of them, and is still followed by a goodbye from the desk', async () => {
		await write(house, ash, 'parting', { pairingId: id, wants: 'end', tells: '', why: '' });
		const seen = await endingAtDesk(house, nadia, id);
		expect(seen).toMatchObject({ how: 'young_ended', said: null });
		expect((await needs()).noGoodbye).toMatchObject([{ id, day: TUESDAY }]);
		await writeLetter(house, nadia, id, { whose: 'typed_in', words: 'I liked our Tuesdays.' });
		expect((await needs()).noGoodbye).toEqual([]);
		expect((await rowsOf(ash)).goodbyes).toMatchObject([
			{ words: 'I liked our Tuesdays.', authorName: 'Sam' }
		]);
	});

	test('without a goodbye stays with the desk for four weeks', async () => {
		await tellOfEnding(house, nadia, id, said);
		await endNow(house, nadia, id);
		clock.now += 28 * DAY;
		expect((await needs()).noGoodbye).toMatchObject([{ id }]);
		clock.now += DAY;
		expect((await needs()).noGoodbye).toEqual([]);
	});

	test('can be put into better words, also once it is over', async () => {
		await tellOfEnding(house, nadia, id, said);
		await tellOfEnding(house, nadia, id, { ...said, words: 'Sam has a job in Leeds.' });
		expect((await endingAtDesk(house, nadia, id))?.said).toMatchObject({ words: 'Sam has a job in Leeds.' });
		await endNow(house, nadia, id);
		clock.now += DAY;
		await tellOfEnding(house, nadia, id, { ...said, words: 'It was not you.' });
		expect((await rowsOf(ash)).endings).toMatchObject([
			{ deskWords: 'It was not you.', how: 'mentor_left', deskAt: clock.now, endedAt: clock.now - DAY }
		]);
	});
});

describe('a goodbye from the desk', () => {
	const typed = { whose: 'typed_in' as const, words: 'I will miss our walks.' };
	const place = { whose: 'in_their_place' as const, words: 'Sam liked your jokes.' };

	test('in a mentor’s place is written only once they are known to be gone', async () => {
		await expect(writeLetter(house, nadia, id, place)).rejects.toMatchObject({ why: 'say_it_first' });
		await tellOfEnding(house, nadia, id, said);
		for (const [name, who, refused] of others())
			await expect(writeLetter(house, who, id, place), name).rejects.toMatchObject(refused);
		await writeLetter(house, nadia, id, place);
		expect((await endingAtDesk(house, nadia, id))?.goodbyes).toEqual([
			{ from: 'in_their_place', shown: false, written: true, words: place.words }
		]);
		// Another coordinator sees that it is there, and not what it says.
		expect(JSON.stringify(await endingAtDesk(house, tom, id))).not.toContain('jokes');
		expect((await rowsOf(ash)).goodbyes ?? []).toEqual([]);
	});

	test('that the mentor sent after all takes its place, while nobody has read it', async () => {
		await tellOfEnding(house, nadia, id, said);
		await writeLetter(house, nadia, id, place);
		await writeLetter(house, nadia, id, typed);
		expect((await endingAtDesk(house, nadia, id))?.goodbyes).toEqual([
			{ from: 'typed_in', shown: false, written: true, words: null }
		]);
		await endNow(house, nadia, id);
		expect((await rowsOf(ash)).goodbyes).toMatchObject([
			{ words: typed.words, desk: true, authorId: sam, authorName: 'Sam', shownAt: clock.now }
		]);
		await expect(writeLetter(house, nadia, id, typed)).rejects.toMatchObject({ why: 'goodbye_shown' });
	});

	test('never takes the place of one that the mentor wrote, and its words are nobody’s here', async () => {
		await change(house, sam, (making) =>
			writeGoodbye(making, {
				...{ pairingId: id, authorId: sam, desk: false, words: 'My own secret words', at: clock.now }
			})
		);
		await tellOfEnding(house, nadia, id, said);
		for (const letter of [typed, place])
			await expect(writeLetter(house, nadia, id, letter)).rejects.toMatchObject({ why: 'goodbye_theirs' });
		const seen = await endingAtDesk(house, nadia, id);
		expect(seen?.goodbyes).toMatchObject([{ from: 'author', words: null }]);
		expect(JSON.stringify(seen)).not.toContain('secret');
	});

	test('holds no way to reach the mentor, as theirs could not', async () => {
		const words = 'Ring me on 07700 900123 any time.';
		await expect(writeLetter(house, nadia, id, { ...typed, words })).rejects.toMatchObject({
			why: 'contact_details'
		});
	});
});

describe('what comes next', () => {
	const next = { id: 'next-0001', kind: 'activity' as const, words: 'Climbing on Tuesdays, paid until June' };

	test('is on the young person’s phone, once, before the end and after it', async () => {
		for (const [name, who, refused] of others())
			await expect(addNext(house, who, id, next), name).rejects.toMatchObject(refused);
		await addNext(house, nadia, id, next);
		await addNext(house, nadia, id, next);
		await tellOfEnding(house, nadia, id, said);
		await endNow(house, nadia, id);
		await addNext(house, nadia, id, { ...next, id: 'next-0002', kind: 'ask', words: 'Nadia at the office' });
		expect((await rowsOf(ash)).afterwards?.map(({ words }) => words).sort()).toEqual([
			next.words,
			'Nadia at the office'
		]);
	});

	test('is put away by the desk where the desk wrote it, and not what the two wrote', async () => {
		await addNext(house, nadia, id, next);
		await house.store.transaction((tx) =>
			tx.insert(afterwards).values({
				...{ id: 'next-0003', spaceId: pairingSpace(id), revision: 1, pairingId: id, kind: 'person' },
				...{ words: sealAfterwards(house.secrets, 'next-0003', 'My aunt'), byId: ash, at: clock.now }
			})
		);
		await expect(putNextAway(house, nadia, id, 'next-0003')).rejects.toMatchObject({ status: 404 });
		await putNextAway(house, nadia, id, next.id);
		await putNextAway(house, nadia, id, next.id);
		expect((await endingAtDesk(house, nadia, id))?.afterwards).toEqual([
			{ id: 'next-0003', kind: 'person', words: 'My aunt', ours: false }
		]);
		await expect(putNextAway(house, omar, id, next.id)).rejects.toMatchObject({ status: 404 });
	});

	test('has room for thirty things', async () => {
		for (let place = 0; place < 30; place++)
			await addNext(house, nadia, id, { ...next, id: `next-1${String(place).padStart(3, '0')}` });
		await expect(addNext(house, nadia, id, { ...next, id: 'next-2000' })).rejects.toMatchObject({
			why: 'enough_afterwards'
		});
	});
});

describe('looking in', () => {
	beforeEach(async () => {
		await wantsLookIns();
		await tellOfEnding(house, nadia, id, said);
		await endNow(house, nadia, id);
	});

	test('is due on Today a month, three and six months on, until somebody says that they did', async () => {
		const due = async () => (await needs()).lookIns.map(({ on }) => on);
		clock.now += 29 * DAY;
		expect(await due()).toEqual([]);
		clock.now += DAY;
		expect(await due()).toEqual(['2026-12-24']);
		expect((await needs(omar)).lookIns).toEqual([]);
		for (const [name, who, refused] of others())
			await expect(noteLookIn(house, who, id, '2026-12-24'), name).rejects.toMatchObject(refused);
		await noteLookIn(house, nadia, id, '2026-12-24');
		await noteLookIn(house, nadia, id, '2026-12-24');
		expect(await due()).toEqual([]);
		expect((await rowsOf(ash)).lookIns).toMatchObject([
			{ times: [{ on: '2026-12-24', doneByName: 'Nadia', doneAt: clock.now }, { doneAt: null }, {}] }
		]);
		await expect(noteLookIn(house, nadia, id, '2027-02-24')).rejects.toMatchObject({ why: 'not_due' });
		await expect(noteLookIn(house, nadia, id, '2027-02-25')).rejects.toMatchObject({ why: 'not_due' });
		clock.now += 200 * DAY;
		expect(await due()).toEqual(['2027-02-24']);
	});

	test('is nobody’s business where they do not want it', async () => {
		await house.store.transaction((tx) =>
			tx.update(lookIns).set({ wanted: false }).where(eq(lookIns.id, id))
		);
		clock.now += 40 * DAY;
		expect((await needs()).lookIns).toEqual([]);
		expect((await endingAtDesk(house, nadia, id))?.lookIns).toBeNull();
		await expect(noteLookIn(house, nadia, id, '2026-12-24')).rejects.toMatchObject({ why: 'not_due' });
	});
});

describe('stages', () => {
	test('are moved for one pairing, and both see it on their path', async () => {
		const move = (who: Who, from: string) => moveStage(house, who, id, { stageId: 'goals', from });
		for (const who of [tom, omar])
			await expect(move(who, '2027-01-10')).rejects.toMatchObject({ status: 404 });
		await expect(move(nadia, TUESDAY)).rejects.toMatchObject({ why: 'stage_day' });
		await move(nadia, '2027-01-10');
		await move(nadia, '2027-01-10');
		for (const personId of [ash, sam])
			expect((await rowsOf(personId)).stageStarts).toMatchObject([{ stageId: 'goals', from: '2027-01-10' }]);
		const path = (await pairingAtDesk(house, tom, id))?.path;
		expect(path?.places.map((place) => [place.id, place.from, place.here])).toEqual([
			['getting_to_know', TUESDAY, true],
			['goals', '2027-01-10', false],
			['ending', '2027-08-24', false]
		]);
	});

	test('across a programme are counted, with what comes next, looking back and endings', async () => {
		const kit = await add(house, 'Kit', 'young');
		await change(house, null, (making) => pair(making, { ...asked(kit, sam), endsOn: undefined }));
		await moveStage(house, nadia, id, { stageId: 'goals', from: addDays(TUESDAY, 1) });
		clock.now += DAY;
		const seen = await pathsAtDesk(house, programme, 1);
		expect(seen.stages).toEqual([
			{ id: 'goals', name: 'Three goals', count: 1 },
			{ id: 'getting_to_know', name: 'Getting to know each other', count: 1 }
		]);
		expect(seen.pairings.rows).toMatchObject([
			{ youngName: 'Ash', stage: { id: 'goals' }, since: addDays(TUESDAY, 1), next: { id: 'ending' } },
			{ youngName: 'Kit', stage: { id: 'getting_to_know' }, next: { id: 'goals', from: '2027-02-24' } }
		]);
		expect(seen.lookBacks).toMatchObject([
			{ youngName: 'Ash', on: addDays(TUESDAY, 1), which: 'getting_on' }
		]);
		expect(seen.endings).toEqual([]);
		await setEnd(house, nadia, id, addDays(TUESDAY, 60));
		expect((await pathsAtDesk(house, programme, 1)).endings).toMatchObject([{ id }]);
		expect((await pathsAtDesk(house, { id: HARBOUR, zone: ZONE }, 1)).pairings.rows).toEqual([]);
	});

	test('go with goals as numbers, and not a word of them', async () => {
		await moveStage(house, nadia, id, { stageId: 'goals', from: addDays(TUESDAY, 1) });
		clock.now += DAY;
		const goal = { pairingId: id, kind: 'fun' as const, words: 'swim far', lowWords: '', highWords: '' };
		await write(house, ash, 'goal', goal);
		const seen = await pathsAtDesk(house, programme, 1);
		expect(seen.goals).toEqual([{ kind: 'fun', state: 'going', count: 1 }]);
		expect(JSON.stringify(seen)).not.toContain('swim');
	});
});

test('the desk of another programme finds no ending there', async () => {
	expect(await endingAtDesk(house, omar, id)).toBeNull();
	expect(await endingAtDesk(house, nadia, 'not-an-id')).toBeNull();
	expect(await endingAtDesk(house, tom, id)).toMatchObject({ mayLead: false, state: 'active' });
	expect(await endingAtDesk(house, desk(sam), id)).toMatchObject({ mayLead: false });
});
