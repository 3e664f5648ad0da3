import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/lib/domain/clock/zones';
import { UK_HELP_LINES, VERIFY_EVERY_DAYS } from '../../../src/lib/domain/programmes/help-lines';
import { pairings, programmes } from '../../../src/lib/server/database/schema';
import { checkedHelpLine } from '../../../src/lib/server/desk/help-lines';
import { setMeeting } from '../../../src/lib/server/desk/pair-up';
import { pairingList } from '../../../src/lib/server/desk/pairings';
import { MOST_ON_A_PAGE } from '../../../src/lib/server/desk/pages';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { sees } from '../../../src/lib/server/desk/scope';
import { today } from '../../../src/lib/server/desk/today';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { FIRST_SLIP, invite } from '../../../src/lib/server/people/invitations';
import { writeHours } from '../../../src/lib/server/pairings/agreement';
import { pair } from '../../../src/lib/server/pairings/pair';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, asked, at, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, say, write } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let omar: Who;
let ash: string;
let sam: string;
let id: string;

const needs = async (who: Who) => today(house, await deskProgrammes(house, sees(who)), who);
const thursdays = {
	startsOn: '2026-11-26',
	time: '16:30',
	minutes: 90,
	repeats: 'weekly' as const,
	travel: '',
	skipsHolidays: null,
	place: 'Café',
	until: null
};

beforeEach(async () => {
	({ house, clock, nadia, omar } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
	id = await pairLastWeek(house, ash, sam);
});

describe('a reply', () => {
	test('is waiting until the promised moment and late just after it', async () => {
		clock.now = at('16:00');
		await say(house, ash, id, 'are you there');
		clock.now = at('20:00');
		const inTime = await needs(nadia);
		expect(inTime.late).toEqual([]);
		expect(inTime.waiting).toMatchObject([
			{
				id,
				youngName: 'Ash',
				mentorName: 'Sam',
				wait: { since: at('16:00'), hearBy: at('20:00'), late: false }
			}
		]);
		clock.now += 1;
		const late = await needs(nadia);
		expect(late.waiting).toEqual([]);
		expect(late.late).toMatchObject([{ id, wait: { hearBy: at('20:00'), late: true } }]);
	});

	test('is nothing any more once the mentor has answered', async () => {
		clock.now = at('16:00');
		await say(house, ash, id, 'are you there');
		clock.now = at('17:00');
		await say(house, sam, id, 'I am.');
		clock.now = at('23:00');
		expect(await needs(nadia)).toMatchObject({ late: [], waiting: [] });
	});

	test('is not expected for just telling', async () => {
		await write(house, ash, 'check-in', { pairingId: id, feeling: 'great', line: '', hope: 'just_telling' });
		expect(await needs(nadia)).toMatchObject({ late: [], waiting: [] });
	});

	test('later by longer stands first', async () => {
		const kit = await add(house, 'Kit', 'young');
		const other = await pairLastWeek(house, kit, sam);
		clock.now = at('16:00');
		await say(house, kit, other, 'first');
		clock.now = at('17:00');
		await say(house, ash, id, 'second');
		clock.now += 3 * DAY;
		expect((await needs(nadia)).late.map(({ youngName }) => youngName)).toEqual(['Kit', 'Ash']);
	});

	test('is judged by the hours of the moment at which it was written', async () => {
		clock.now = at('16:00');
		await say(house, ash, id, 'are you there');
		clock.now = at('17:00');
		await change(house, null, async (making) => {
			await writeHours(making, id, { ...asked(ash, sam), answerWithinMinutes: 2880 });
		});
		clock.now = at('20:01');
		expect((await needs(nadia)).late).toHaveLength(1);
	});

	test('of an ended pairing needs nobody', async () => {
		await say(house, ash, id, 'are you there');
		clock.now += 3 * DAY;
		await house.store.transaction((tx) =>
			tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, id))
		);
		expect(await needs(nadia)).toMatchObject({ late: [], waiting: [], noMeeting: [] });
	});
});

describe('people', () => {
	test('who have not joined are there, with their slip as it stands', async () => {
		const remi = await add(house, 'Remi', 'young', { joined: false });
		const dee = await add(house, 'Dee', 'mentor', { joined: false });
		await invite(house, { programmeId: RIVERSIDE, personId: remi, byId: nadia.personId });
		const before = await needs(nadia);
		const states = () => before.notJoined.map(({ id: who, invitation }) => [who, invitation.is]);
		expect(Object.fromEntries(states())).toEqual({ [remi]: 'open', [dee]: 'none' });
		clock.now += FIRST_SLIP - 1;
		expect((await needs(nadia)).notJoined.find((one) => one.id === remi)?.invitation.is).toBe('open');
		clock.now += 1;
		expect((await needs(nadia)).notJoined.find((one) => one.id === remi)?.invitation.is).toBe('expired');
	});

	test('who are young and have no mentor are there, longest first, and gone once paired', async () => {
		const remi = await add(house, 'Remi', 'young');
		clock.now += HOUR;
		await add(house, 'Kit', 'young');
		expect((await needs(nadia)).unpaired.map(({ firstName }) => firstName)).toEqual(['Remi', 'Kit']);
		await change(house, null, (making) => pair(making, asked(remi, sam)));
		expect((await needs(nadia)).unpaired.map(({ firstName }) => firstName)).toEqual(['Kit']);
	});
});

describe('a pairing without a meeting', () => {
	const withoutOne = async () => (await needs(nadia)).noMeeting.map((row) => row.id);

	test('is there until one is written', async () => {
		expect(await withoutOne()).toEqual([id]);
		await setMeeting(house, nadia, id, thursdays);
		expect(await withoutOne()).toEqual([]);
	});

	test('is there again once the last meeting is over, not while it goes on', async () => {
		await setMeeting(house, nadia, id, { ...thursdays, until: '2026-12-03' });
		clock.now = at('18:00', '2026-12-03') - 1;
		expect(await withoutOne()).toEqual([]);
		clock.now = at('18:00', '2026-12-03');
		expect(await withoutOne()).toEqual([id]);
	});
});

describe('a help line', () => {
	const stale = async (who: Who) => (await needs(who)).helpLines.map((line) => line.id);

	beforeEach(async () => {
		const [first, second] = UK_HELP_LINES;
		const helpLines = [
			{ ...first!, verifiedOn: '2026-08-26' },
			{ ...second!, verifiedOn: '2026-08-25' }
		];
		await house.store.transaction((tx) => tx.update(programmes).set({ helpLines }));
	});

	test('is there once it is more days old than agreed, not on that day', async () => {
		expect(VERIFY_EVERY_DAYS).toBe(90);
		expect(await stale(nadia)).toEqual(['childline']);
		clock.now += DAY;
		expect(await stale(nadia)).toEqual(['emergency', 'childline']);
	});

	test('is gone once someone of that programme has checked it, and only there', async () => {
		await checkedHelpLine(house, nadia, { programmeId: RIVERSIDE, lineId: 'childline' });
		expect(await stale(nadia)).toEqual([]);
		expect(await stale(omar)).toEqual(['childline']);
		const notThere = expect.objectContaining({ status: 404 });
		await expect(
			checkedHelpLine(house, nadia, { programmeId: HARBOUR, lineId: 'childline' })
		).rejects.toEqual(notThere);
		await expect(checkedHelpLine(house, nadia, { programmeId: RIVERSIDE, lineId: 'nobody' })).rejects.toEqual(
			notThere
		);
	});
});

test('another programme’s coordinator sees none of it', async () => {
	await add(house, 'Remi', 'young', { joined: false });
	await say(house, ash, id, 'are you there');
	clock.now += 3 * DAY;
	const theirs = await needs(omar);
	expect(Object.values(theirs).flat()).toEqual([]);
	expect((await needs(nadia)).late).toHaveLength(1);
});

describe('the list of pairings', () => {
	const list = (name = '', page = 1, ended = false) => pairingList(house, sees(nadia), { name, page, ended });

	test('has the late ones first, then those who wait, then the rest by name', async () => {
		for (const name of ['Bo', 'Cy'])
			await pairLastWeek(house, await add(house, name, 'young'), sam, `pairing-of-${name}`);
		clock.now = at('16:00');
		await say(house, 'person-cy', 'pairing-of-Cy', 'late by then');
		clock.now = at('20:00') + MINUTE;
		await say(house, 'person-bo', 'pairing-of-Bo', 'still in time');
		const { rows } = await list();
		expect(rows.map(({ youngName, wait }) => [youngName, wait?.late ?? null])).toEqual([
			['Cy', true],
			['Bo', false],
			['Ash', null]
		]);
	});

	test('is found by a part of either name, without minding capitals', async () => {
		expect((await list('aS')).rows).toHaveLength(1);
		expect((await list('SAM')).rows).toHaveLength(1);
		expect(await list('nobody')).toMatchObject({ rows: [], found: 0, all: 1 });
	});

	test('comes in pages, those who wait on the first, and a page that is not there is the nearest one', async () => {
		const young = Array.from(
			{ length: 2 * MOST_ON_A_PAGE },
			(_, each) => `Y${String(each).padStart(2, '0')}`
		);
		await change(house, null, async (making) => {
			for (const firstName of young) {
				const personId = await createPerson(making, { id: `person-${firstName}`, firstName });
				await addMembership(making, { programmeId: RIVERSIDE, personId, role: 'young' });
				await pair(making, asked(personId, sam, { id: `pairing-of-${firstName}` }));
			}
		});
		await say(house, 'person-Y49', 'pairing-of-Y49', 'hello');
		const pages = [await list('', 1), await list('', 2), await list('', 3)];
		for (const [index, page] of pages.entries())
			expect(page).toMatchObject({ page: index + 1, pages: 3, found: 2 * MOST_ON_A_PAGE + 1 });
		const names = pages.flatMap(({ rows }) => rows.map(({ youngName }) => youngName));
		expect(names).toEqual(['Y49', 'Ash', ...young.slice(0, -1)]);
		for (const [wanted, given] of [
			[0, 1],
			[-3, 1],
			[99, 3],
			[NaN, 1],
			[1.5, 1]
		] as const)
			expect((await list('', wanted)).page).toBe(given);
	});

	test('shows the ended ones apart', async () => {
		await house.store.transaction((tx) => tx.update(pairings).set({ state: 'ended' }));
		expect((await list()).rows).toEqual([]);
		expect((await list('', 1, true)).rows).toHaveLength(1);
	});
});

describe('a pause', () => {
	const part = (wants: 'pause' | 'go_on') =>
		write(house, ash, 'parting', { pairingId: id, wants, tells: '', why: '' });

	test('makes nothing late and needs no meeting, and shows no meeting to come', async () => {
		clock.now = at('16:00');
		await say(house, ash, id, 'are you there');
		await part('pause');
		clock.now += 7 * DAY;
		expect(await needs(nadia)).toMatchObject({ late: [], waiting: [], noMeeting: [] });
		const { rows, all } = await pairingList(house, sees(nadia), { name: '', page: 1, ended: false });
		expect(all).toBe(1);
		expect(rows).toMatchObject([{ id, state: 'paused', wait: null, next: null }]);
		const found = await pairingList(house, sees(nadia), { name: 'ash', page: 1, ended: false });
		expect(found.rows).toMatchObject([{ id, wait: null }]);
	});

	test('gives the mentor their whole time again once it is over', async () => {
		clock.now = at('16:00');
		await say(house, ash, id, 'are you there');
		await part('pause');
		clock.now = at('16:00', '2026-12-01');
		await part('go_on');
		expect((await needs(nadia)).waiting).toMatchObject([{ id, wait: { since: clock.now, late: false } }]);
		clock.now = at('20:00', '2026-12-01') + 1;
		expect((await needs(nadia)).late).toMatchObject([{ id }]);
	});

	test('of what is winding down goes back to that', async () => {
		const stands = async () => (await sync(house, ash, {})).rows.pairings?.[0];
		await house.store.transaction((tx) =>
			tx.update(pairings).set({ state: 'winding-down' }).where(eq(pairings.id, id))
		);
		await part('pause');
		expect(await stands()).toMatchObject({ state: 'paused', pausedFrom: 'winding-down' });
		await part('go_on');
		expect(await stands()).toMatchObject({ state: 'winding-down', pausedFrom: null });
	});

	test('over which nobody waited leaves nobody waiting', async () => {
		await part('pause');
		await part('go_on');
		expect(await needs(nadia)).toMatchObject({ late: [], waiting: [] });
	});
});
