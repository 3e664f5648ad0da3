import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import { DAY, instantAt } from '../../src/lib/domain/clock/zones';
import { hold, refuse, send, type Verdict } from '../../src/lib/domain/entries/verdict';
import { mayMessage, MessageBody } from '../../src/lib/domain/messages/message';
import { USUAL_HOURS } from '../../src/lib/domain/pairings/agreement';
import { coversUntil, type Covering } from '../../src/lib/domain/pairings/away';
import { sideAt } from '../../src/lib/domain/pairings/pairing';
import { approvals } from '../../src/lib/server/database/schema';
import { accept } from '../../src/lib/server/entries/accept';
import type { House } from '../../src/lib/server/house';
import { sync } from '../../src/lib/server/sync';
import { openTestHouse } from '../server/house';
import { ASH, SAM } from '../server/pairing';
import { AWAY, coverAgreed, DEE, PAIRING, post } from '../server/pairings/standing-in';
import { took } from './took';

const london = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const MARKED = london('2026-11-20', '12:00');
// Sam is away from Monday to Wednesday. Reading hours are Monday to Thursday, 4 to 8 pm.
const DAYS = { from: '2026-11-30', until: '2026-12-02' };
const BEGINS = london('2026-11-30', '00:00');
const ENDS = london('2026-12-03', '00:00');
const MONDAY_AT_FOUR = london('2026-11-30', '16:00');
const LAST_GOOD_DAY = '2026-12-01';
const LAPSES = london('2026-12-02', '00:00');
const TUESDAY_AT_FIVE = london('2026-12-01', '17:00');

/** One message at one instant by whoever stands in, and what must come of it everywhere. */
interface Case {
	name: string;
	now: number;
	/** When the young person said no thanks, the mentor was back, or the young person had a pause. */
	noThanksAt?: number;
	backAt?: number;
	/** The last day on which the approvals of whoever stands in are good. */
	approvedUntil?: string;
	verdict: Verdict;
}

const nobody = refuse('not_found');
const CASES: Case[] = [
	{ name: 'the moment before those days', now: BEGINS - 1, verdict: nobody },
	{ name: 'at their first minute, at night', now: BEGINS, verdict: hold(MONDAY_AT_FOUR, 'outside_hours') },
	{ name: 'as the hours begin', now: MONDAY_AT_FOUR, verdict: send },
	{ name: 'during them, in the hours', now: TUESDAY_AT_FIVE, verdict: send },
	{
		name: 'on the last evening, when the hours are over',
		now: london('2026-12-02', '20:00'),
		verdict: refuse('cover_over')
	},
	{ name: 'in the last minute of the hours', now: london('2026-12-02', '20:00') - 1, verdict: send },
	{ name: 'in the very last moment', now: ENDS - 1, verdict: refuse('cover_over') },
	{ name: 'the moment after', now: ENDS, verdict: nobody },
	{ name: 'in the hours of the day after', now: london('2026-12-03', '17:00'), verdict: nobody },
	{ name: 'after a no thanks beforehand', now: TUESDAY_AT_FIVE, noThanksAt: BEGINS - DAY, verdict: nobody },
	{
		name: 'at the moment of a no thanks',
		now: TUESDAY_AT_FIVE,
		noThanksAt: TUESDAY_AT_FIVE,
		verdict: nobody
	},
	{ name: 'cancelled before they began', now: TUESDAY_AT_FIVE, backAt: BEGINS - DAY, verdict: nobody },
	{
		name: 'in the last moment of their approvals',
		now: LAPSES - 1,
		approvedUntil: LAST_GOOD_DAY,
		verdict: refuse('cover_over')
	},
	{
		name: 'in the last minute of the hours of their last approved day',
		now: london(LAST_GOOD_DAY, '20:00') - 1,
		approvedUntil: LAST_GOOD_DAY,
		verdict: send
	},
	{ name: 'when their approvals have run out', now: LAPSES, approvedUntil: LAST_GOOD_DAY, verdict: nobody },
	{
		name: 'in the hours of the day after their approvals',
		now: london('2026-12-02', '17:00'),
		approvedUntil: LAST_GOOD_DAY,
		verdict: nobody
	},
	{ name: 'when the mentor is back', now: TUESDAY_AT_FIVE, backAt: TUESDAY_AT_FIVE, verdict: nobody }
];

const body = v.parse(MessageBody, { pairingId: PAIRING, body: 'how was it?', tap: null, checkInId: null });

function byTheRule({ now, noThanksAt, backAt, approvedUntil }: Case): Verdict {
	const away: Covering = {
		...{ starts: BEGINS, ends: ENDS, coverId: DEE },
		...{ noThanksAt: noThanksAt ?? null, cancelledAt: backAt ?? null },
		coverUntil: approvedUntil ? LAPSES : null
	};
	const agreement = { id: 'a', pairingId: PAIRING, version: 1, zone: 'Europe/London', from: 0 };
	const side = sideAt({ youngId: ASH, mentorId: SAM }, DEE, [away], now);
	const facts = {
		pairing: { state: 'active' as const },
		side,
		agreements: [{ ...agreement, hours: USUAL_HOURS, answerWithinMinutes: 240 }],
		coversUntil: coversUntil([away], DEE, now)
	};
	return mayMessage(facts, body, now);
}

/** What a phone of Dee’s forecasts at `now` that last synced at `syncedAt`. */
async function byThePhone(house: House, now: number, syncedAt: number): Promise<Verdict> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(DEE);
	const answer = await sync({ ...house, now: () => syncedAt }, DEE, {});
	await took(rows, answer);
	const verdict = await forecast(rows, { kind: 'message', body }, now);
	rows.close();
	return verdict;
}

async function byTheServer(house: House, now: number): Promise<Verdict> {
	const entry = { id: 'entry-of-parity', kind: 'message', body, writtenAt: now };
	const [outcome] = await accept({ ...house, now: () => now }, DEE, [entry]);
	if (outcome?.is === 'sent') return send;
	if (outcome?.is === 'held') return hold(outcome.until, outcome.why);
	if (outcome?.is === 'refused') return refuse(outcome.why);
	throw new Error('The server failed.');
}

let house: House;
afterEach(() => house.store.close());

async function marked({ noThanksAt, backAt, approvedUntil }: Partial<Case> = {}): Promise<void> {
	house = await openTestHouse({ now: () => MARKED });
	await coverAgreed(house, MARKED - DAY);
	if (approvedUntil)
		await house.store.transaction((tx) => tx.update(approvals).set({ until: approvedUntil }));
	expect(await post(house, SAM, 'away', DAYS, AWAY)).toBe('sent');
	const answer = { awayId: AWAY, pairingId: PAIRING, says: 'no_thanks' };
	if (noThanksAt !== undefined) await post({ ...house, now: () => noThanksAt }, ASH, 'cover-answer', answer);
	if (backAt !== undefined) await post({ ...house, now: () => backAt }, SAM, 'away-over', { awayId: AWAY });
}

describe('whoever stands in gets the same verdict everywhere', () => {
	test.each(CASES)('$name', async (one) => {
		expect(byTheRule(one), 'the rule').toEqual(one.verdict);
		await marked(one);
		expect(await byThePhone(house, one.now, one.now), 'the phone').toEqual(one.verdict);
		expect(await byTheServer(house, one.now), 'the server').toEqual(one.verdict);
	});

	test.each(CASES.filter(({ noThanksAt, backAt, now }) => !noThanksAt && !backAt && now >= BEGINS))(
		'$name, on a phone without signal since those days began',
		async ({ now, approvedUntil, verdict }) => {
			await marked(approvedUntil ? { approvedUntil } : {});
			expect(await byThePhone(house, now, BEGINS)).toEqual(verdict);
		}
	);
});
