import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, instantAt } from '../../../src/lib/domain/clock/zones';
import { approvals, pairings } from '../../../src/lib/server/database/schema';
import { awaysAtDesk, awayWithoutCover } from '../../../src/lib/server/desk/away';
import { changeNeeded } from '../../../src/lib/server/desk/questions';
import type { House } from '../../../src/lib/server/house';
import { addApproval, takeApprovalBack } from '../../../src/lib/server/mentors/review';
import { tellByTheClock } from '../../../src/lib/server/news';
import { change, pairingSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { openTestHouse } from '../house';
import { ASH, RIVERSIDE, SAM } from '../pairing';
import { AWAY, coverAgreed, DEE, PAIRING, post } from './standing-in';

const SPACE = pairingSpace(PAIRING);
const at = (day: string, time: string) => instantAt(day, time, 'Europe/London');
/** Sam is away from Monday to Thursday. Dee’s check is good up to and with the Tuesday. */
const DAYS = { from: '2026-11-30', until: '2026-12-03' };
const BEGINS = at('2026-11-30', '00:00');
const ENDS = at('2026-12-04', '00:00');
const LAST_GOOD_DAY = '2026-12-01';
const LAPSES = at('2026-12-02', '00:00');

let house: House;
let now: number;
const coordinator = {
	personId: ASH,
	memberships: [{ programmeId: RIVERSIDE, role: 'coordinator' }]
} as never;

beforeEach(async () => {
	now = at('2026-11-24', '18:00');
	house = await openTestHouse({ now: () => now });
	await coverAgreed(house, now - DAY);
});
afterEach(() => house.store.close());

const away = (body = DAYS, id = AWAY) => post(house, SAM, 'away', body, id);
const answer = (says: string) => post(house, ASH, 'cover-answer', { awayId: AWAY, pairingId: PAIRING, says });
const row = async (personId = ASH) => (await sync(house, personId, {})).rows.aways?.[0];
const reachedAt = async (moments: readonly number[]) => {
	const before = now;
	const found = [];
	for (now of moments) found.push(SPACE in (await sync(house, DEE, {})).spaces);
	now = before;
	return found;
};
/** Dee’s check is good until this day, and not longer. */
async function checkUntil(until: string): Promise<void> {
	await house.store.transaction((tx) =>
		tx
			.update(approvals)
			.set({ until })
			.where(and(eq(approvals.mentorId, DEE), eq(approvals.kind, 'check')))
	);
}
const renew = (from: string, until: string | null) =>
	change(house, null, (making) =>
		addApproval(making, { programmeId: RIVERSIDE, mentorId: DEE, kind: 'check', from, until })
	);
async function takeCheckBack(): Promise<void> {
	const rows = await house.store.read
		.select()
		.from(approvals)
		.where(and(eq(approvals.mentorId, DEE), eq(approvals.kind, 'check')));
	for (const { id } of rows)
		await change(house, null, (making) =>
			takeApprovalBack(making, { id, programmeId: RIVERSIDE, mentorId: DEE })
		);
}
const atDesk = async () => (await awayWithoutCover(house, [RIVERSIDE])).map(({ stops }) => stops);

describe('approvals that end while somebody is to stand in', () => {
	beforeEach(async () => {
		await checkUntil(LAST_GOOD_DAY);
		await away();
	});

	test('close the space with the end of their last good day, and not before', async () => {
		expect(await reachedAt([BEGINS - 1, BEGINS, LAPSES - 1, LAPSES, ENDS - 1])).toEqual([
			...[false, true, true, false, false]
		]);
	});

	test('are known on the phones of all three from the beginning, without a reason', async () => {
		for (const personId of [ASH, SAM])
			expect(await row(personId)).toMatchObject({ coverId: DEE, coverName: 'Dee', coverUntil: LAPSES });
		now = BEGINS;
		expect(await row(DEE)).toMatchObject({ coverUntil: LAPSES });
		expect(JSON.stringify(await row())).not.toContain('check');
	});

	test('let nobody write for the mentor from that moment on', async () => {
		const says = () => post(house, DEE, 'message', { pairingId: PAIRING, body: 'I read for Sam' });
		now = at(LAST_GOOD_DAY, '19:59');
		expect(await says()).toBe('sent');
		now = at(LAST_GOOD_DAY, '20:00');
		expect(await says()).toBe('refused: cover_over');
		now = LAPSES;
		expect(await says()).toBe('refused: not_found');
	});

	test('are told to their phone on the minute, and its stream is closed', async () => {
		now = LAPSES - 1;
		await tellByTheClock(house);
		const heard: unknown[] = [];
		house.live.add({
			...{ personId: DEE, sessionId: 'session-of-dee' },
			...{ send: (told) => void heard.push(told), close: () => void heard.push('closed') }
		});
		await tellByTheClock(house);
		expect(heard).toEqual([]);
		now = LAPSES;
		await tellByTheClock(house);
		expect(heard).toEqual(['sync', 'closed']);
	});

	test('are on the desk, with from when nobody stands in', async () => {
		expect(await atDesk()).toEqual([LAPSES]);
		expect(await awaysAtDesk(house, PAIRING)).toMatchObject([{ coverName: 'Dee', stops: LAPSES }]);
	});

	test('do not end it where they are renewed without a gap, also while somebody stands in', async () => {
		now = BEGINS;
		await renew('2026-12-02', null);
		expect(await row()).toMatchObject({ coverUntil: null });
		expect(await atDesk()).toEqual([]);
		expect(await reachedAt([LAPSES, ENDS - 1, ENDS])).toEqual([true, true, false]);
	});

	test('let them in again with a renewal that comes late, from then on', async () => {
		now = at('2026-12-03', '09:00');
		expect(await reachedAt([now])).toEqual([false]);
		await renew('2026-12-03', null);
		expect(await reachedAt([now, ENDS - 1, ENDS])).toEqual([true, true, false]);
	});

	test('are as long after a “no thanks” that was taken back', async () => {
		await answer('no_thanks');
		await answer('fine');
		expect(await row()).toMatchObject({ noThanksAt: null, coverUntil: LAPSES });
		expect(await reachedAt([LAPSES - 1, LAPSES])).toEqual([true, false]);
	});

	test('open nothing to whom the young person said no thanks, renewed or not', async () => {
		await answer('no_thanks');
		await renew('2026-12-02', null);
		expect(await reachedAt([BEGINS, LAPSES, ENDS - 1])).toEqual([false, false, false]);
	});
});

describe('approvals that hold to the last day', () => {
	test('change nothing', async () => {
		await checkUntil(DAYS.until);
		await away();
		expect(await row()).toMatchObject({ coverId: DEE, coverUntil: null });
		expect(await atDesk()).toEqual([]);
		expect(await reachedAt([ENDS - 1, ENDS])).toEqual([true, false]);
	});
});

describe('an approval that is taken back', () => {
	beforeEach(() => away());

	test('closes the space at once while somebody stands in', async () => {
		now = BEGINS + DAY;
		expect(await reachedAt([now])).toEqual([true]);
		await takeCheckBack();
		expect(await row()).toMatchObject({ coverUntil: now });
		expect(await reachedAt([now, ENDS - 1])).toEqual([false, false]);
		expect(await atDesk()).toEqual([now]);
	});

	test('lets nobody in beforehand, until it is written down again', async () => {
		await takeCheckBack();
		expect(await row()).toMatchObject({ coverUntil: BEGINS });
		expect(await reachedAt([BEGINS, ENDS - 1])).toEqual([false, false]);
		await renew('2026-01-01', null);
		expect(await row()).toMatchObject({ coverUntil: null });
		expect(await reachedAt([BEGINS, ENDS - 1, ENDS])).toEqual([true, true, false]);
	});

	test('changes nothing on days that are over, or in what has ended', async () => {
		await house.store.transaction((tx) => tx.update(pairings).set({ state: 'ended' }));
		await takeCheckBack();
		expect(await row()).toMatchObject({ coverUntil: null });
	});
});

test('what a programme newly asks for closes and opens the space too', async () => {
	await away();
	now = BEGINS;
	await changeNeeded(house, coordinator, RIVERSIDE, ['check', 'interview']);
	expect(await reachedAt([now])).toEqual([false]);
	await changeNeeded(house, coordinator, RIVERSIDE, ['check']);
	expect(await reachedAt([now, ENDS - 1])).toEqual([true, true]);
});

describe('“that’s fine”', () => {
	beforeEach(() => away());

	test('is on every phone of the young person, and lets nobody in for longer', async () => {
		expect(await row()).toMatchObject({ fineAt: null });
		expect(await answer('fine')).toBe('sent');
		expect(await row()).toMatchObject({ fineAt: now, noThanksAt: null });
		expect(await reachedAt([BEGINS - 1, BEGINS, ENDS - 1, ENDS])).toEqual([false, true, true, false]);
	});

	test('said again changes nothing, and a “no thanks” takes its place', async () => {
		await answer('fine');
		const said = now;
		now += DAY;
		await answer('fine');
		expect(await row()).toMatchObject({ fineAt: said });
		await answer('no_thanks');
		expect(await row()).toMatchObject({ fineAt: null, noThanksAt: now });
		await answer('fine');
		expect(await row()).toMatchObject({ fineAt: now, noThanksAt: null });
	});
});
