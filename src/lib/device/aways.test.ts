import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantAt } from '../domain/clock/zones';
import type { SyncedRows } from '../domain/entries/synced';
import { awayRowId, type Away } from '../domain/pairings/away';
import type { Pairing } from '../domain/pairings/pairing';
import { USUAL_TERMS } from '../domain/pairings/terms';
import { answerOnItsWay, refusedAways, withAways } from './aways';
import { conversation } from './conversation';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { letGo, rowsOf } from './phone';
import { pretendPhone } from './pretend';
import { replies, standingIn, standIns } from './replies';

const SAM = 'sam-0001';
const DEE = 'dee-0001';
const BEGINS = Date.UTC(2026, 10, 30);
const ENDS = Date.UTC(2026, 11, 2);
const MONDAY_AT_FIVE = BEGINS + 17 * HOUR;

const pairing: Pairing = {
	...{ id: 'pair-ash', spaceId: 'pairing:pair-ash', programmeId: 'programme', youngId: 'ash-0001' },
	...{ youngName: 'Ash', mentorId: SAM, mentorName: 'Sam', state: 'active', startedAt: 0, endsOn: null },
	...{ coverOfferId: DEE, coverOfferName: 'Dee' }
};
const agreement: SyncedRows['agreements'][number] = {
	...{ id: 'agreement', spaceId: pairing.spaceId, pairingId: pairing.id, version: 1, zone: 'Europe/London' },
	hours: [1, 2, 3, 4].map((weekday) => ({ weekday: weekday as 1, from: '16:00', to: '20:00' })),
	...{ answerWithinMinutes: 60, from: 0, terms: { ...USUAL_TERMS, coverId: DEE }, coverName: 'Dee' },
	...{ proposedBy: null, proposedAt: 0, youngYesAt: null, mentorYesAt: null, closedAt: null, closedWhy: null }
};
const away: Away = {
	...{
		id: awayRowId('mark-0001', pairing.id),
		spaceId: pairing.spaceId,
		pairingId: pairing.id,
		mentorId: SAM
	},
	...{ from: '2026-11-30', until: '2026-12-01', starts: BEGINS, ends: ENDS, coverId: DEE, coverName: 'Dee' },
	...{ at: 0, noThanksAt: null, cancelledAt: null }
};
const pending = (kind: string, body: object, more: Partial<Pending> = {}): Pending =>
	({
		...{ id: 'mark-0002', kind, body, state: 'waiting', writtenAt: 5, leavesAt: 5, outcome: undefined },
		...more
	}) as Pending;
type Zone = { id: string; zone: string };
const days = { from: '2026-12-20', until: '2026-12-21' };

describe('days away on this phone', () => {
	const laid = (waiting: Pending[], me = SAM, agreements = [agreement], programmes: Zone[] = []) =>
		withAways([away], { pairings: [pairing], agreements, programmes, me }, waiting);

	it('are there at once when they are marked, not sent yet, with whoever was agreed', () => {
		const [, marked] = laid([pending('away', days)]);
		expect(marked).toMatchObject({
			...{ id: awayRowId('mark-0002', pairing.id), ...days, coverId: DEE, coverName: 'Dee' },
			...{ starts: Date.UTC(2026, 11, 20), ends: Date.UTC(2026, 11, 22), standing: { is: 'waiting' } }
		});
	});

	it('are days of the programme’s zone where the two have agreed nothing yet, wherever the phone is', () => {
		const there = [
			{ id: 'elsewhere', zone: 'Asia/Tokyo' },
			{ id: 'programme', zone: 'Pacific/Auckland' }
		];
		const [, marked] = laid([pending('away', days)], SAM, [], there);
		expect(marked).toMatchObject({
			starts: instantAt('2026-12-20', '00:00', 'Pacific/Auckland'),
			ends: instantAt('2026-12-22', '00:00', 'Pacific/Auckland')
		});
	});

	it('are there once when a sync has brought them', () => {
		expect(laid([pending('away', days, { id: 'mark-0001' })])).toHaveLength(1);
	});

	it('are not shown when they were refused, and the refusal is', () => {
		const refused = pending('away', days, {
			outcome: { is: 'refused', id: 'mark-0002', at: 6, why: 'away_already' }
		});
		expect(laid([refused])).toHaveLength(1);
		expect(refusedAways([refused])).toEqual([{ id: 'mark-0002', ...days, why: 'away_already' }]);
	});

	it('are over at once when they are taken back', () => {
		expect(laid([pending('away-over', { awayId: 'mark-0001' })])[0]).toMatchObject({ cancelledAt: 5 });
		expect(laid([pending('away-over', { awayId: 'mark-9999' })])[0]).toMatchObject({ cancelledAt: null });
	});

	it('have a “no thanks” at once, and not once it was refused', () => {
		const says = { awayId: 'mark-0001', pairingId: pairing.id, says: 'no_thanks' };
		expect(laid([pending('cover-answer', says)], 'ash-0001')[0]).toMatchObject({ noThanksAt: 5 });
		const fine = pending('cover-answer', { ...says, says: 'fine' });
		expect(laid([pending('cover-answer', says), fine], 'ash-0001')[0]).toMatchObject({
			...{ noThanksAt: null, fineAt: 5 }
		});
		expect(laid([fine, pending('cover-answer', says)], 'ash-0001')[0]).toMatchObject({
			...{ noThanksAt: 5, fineAt: null }
		});
		const refused = pending('cover-answer', says, {
			outcome: { is: 'refused', id: 'mark-0002', at: 6, why: 'away_over' }
		});
		expect(laid([refused], 'ash-0001')[0]).toMatchObject({ noThanksAt: null });
		expect(answerOnItsWay([refused], away)).toMatchObject({ refused: 'away_over' });
		expect(answerOnItsWay([], away)).toBeUndefined();
	});
});

describe('on the phone of whoever stands in', () => {
	let rows: PersonDatabase;
	const open = async (me: string, change: Partial<Away> = {}) => {
		await pretendPhone();
		letGo(me);
		rows = rowsOf(me);
		await rows.pairings.put(pairing);
		await rows.agreements.put(agreement);
		await rows.aways.put({ ...away, ...change });
		await rows.messages.bulkPut([from('ash-0001', 1), from(DEE, 2), from('ash-0001', 3)]);
	};
	const from = (authorId: string, minute: number) => ({
		...{ id: `message-${minute}`, spaceId: pairing.spaceId, pairingId: pairing.id, authorId, body: 'hello' },
		...{
			tap: null,
			checkInId: null,
			writtenAt: minute,
			heldUntil: null,
			notMeantAt: null,
			clockAhead: false
		},
		...{ receivedAt: MONDAY_AT_FIVE + minute, sentAt: MONDAY_AT_FIVE + minute }
	});
	const none = Promise.resolve([]);
	const there = async (now: number) => standingIn(await standIns(rows, none), rows.personId, now);

	it('the pairing is there on those days and not a moment longer', async () => {
		await open(DEE);
		for (const [now, count] of [
			[BEGINS - 1, 0],
			[BEGINS, 1],
			[ENDS - 1, 1],
			[ENDS, 0]
		] as const)
			expect(await there(now)).toHaveLength(count);
		expect(await replies(rows, none)).toEqual([]);
		expect(await conversation(rows, pairing.id, none, ENDS)).toBeUndefined();
	});

	it('it is not there after a “no thanks”', async () => {
		await open(DEE, { noThanksAt: BEGINS + DAY });
		expect(await there(BEGINS + DAY - 1)).toHaveLength(1);
		expect(await there(BEGINS + DAY)).toEqual([]);
	});

	it('an answer of theirs counts, on the mentor’s phone too', async () => {
		await open(DEE);
		const [one] = await there(MONDAY_AT_FIVE);
		expect(one).toMatchObject({ until: ENDS, waiting: [{ id: 'message-3' }] });
		await open(SAM);
		expect((await replies(rows, none))[0]?.waiting.map(({ id }) => id)).toEqual(['message-3']);
	});

	it('the thread says who wrote what', async () => {
		await open(DEE);
		const talk = await conversation(rows, pairing.id, none, MONDAY_AT_FIVE);
		expect(talk?.side).toBe('cover');
		expect(talk?.items.map(({ by, mine, standIn }) => [by, mine, standIn])).toEqual([
			['young', false, undefined],
			['cover', true, 'Dee'],
			['young', false, undefined]
		]);
	});
});
