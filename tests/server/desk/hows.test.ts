import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, dayOf } from '../../../src/lib/domain/clock/zones';
import type { How } from '../../../src/lib/domain/meetings/meeting';
import { occurrencesOf } from '../../../src/lib/domain/meetings/occurrences';
import type { Role } from '../../../src/lib/domain/people/roles';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import { setMeeting } from '../../../src/lib/server/desk/pair-up';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { sync } from '../../../src/lib/server/sync';
import { add, at, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, TUESDAY, write, ZONE } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let ash: string;
let sam: string;
let pairing: string;

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
	pairing = await pairLastWeek(house, ash, sam);
	await setMeeting(house, nadia, pairing, {
		...{ startsOn: TUESDAY, time: '16:30', minutes: 60, repeats: 'weekly', place: 'Library' },
		...{ travel: '', skipsHolidays: null, until: null }
	});
});

/** The meetings of the next weeks, as Ash's phone knows them. */
async function meetingsAhead() {
	const { rows } = await sync(house, ash, {});
	const kept = { series: rows.series ?? [], records: rows.meetings ?? [], moves: rows.moves ?? [] };
	return occurrencesOf(kept.series, kept.records, kept.moves, clock.now, clock.now + 15 * DAY);
}

async function sayHow(nth: number, how: How) {
	const { seriesId, day, starts } = (await meetingsAhead())[nth]!;
	const now = clock.now;
	clock.now = starts;
	await write(house, ash, 'meeting-how', { pairingId: pairing, seriesId, day, starts, how });
	clock.now = now;
}

const seenBy = async (who: Who) => (await pairingAtDesk(house, who, pairing))?.hows;
const said = async (who: Who) => (await seenBy(who))?.map(({ how, starts }) => [dayOf(starts, ZONE), how]);
const as = (personId: string, ...roles: Role[]): Who => ({
	...{ personId, firstName: 'Somebody', sessionId: 'session' },
	memberships: roles.map((role) => ({ programmeId: RIVERSIDE, role }))
});

describe('how a young person found their meetings, at the desk', () => {
	test('is nothing until they say, then each with the day of its meeting, the latest first', async () => {
		expect(await seenBy(nadia)).toEqual([]);
		await sayHow(0, 'not_good');
		await sayHow(1, 'good');
		expect(await said(nadia)).toEqual([
			['2026-12-01', 'good'],
			['2026-11-24', 'not_good']
		]);
	});

	test('changes with what they say last, and stands at the time a meeting was moved to', async () => {
		const { seriesId, day, starts } = (await meetingsAhead())[0]!;
		const about = { pairingId: pairing, seriesId, day, starts };
		const friday = { day: '2026-11-27', time: '17:00' };
		const asIs = { scope: 'this' as const, minutes: 60, place: 'Library', note: '', calledOff: false };
		await write(house, ash, 'meeting-move', { ...about, ...asIs, times: [friday] });
		const moveId = (await meetingsAhead())[0]?.moves[0]?.id ?? '';
		await write(house, sam, 'move-answer', { ...about, moveId, says: 'take', taken: friday });
		await sayHow(0, 'fine');
		await sayHow(0, 'nobody_came');
		expect(await seenBy(nadia)).toMatchObject([{ how: 'nobody_came', starts: at('17:00', '2026-11-27') }]);
	});

	test('is for who coordinates their programme, and for nobody else at any desk', async () => {
		await sayHow(0, 'good');
		expect(await seenBy(as('person-kim', 'coordinator', 'safeguarding'))).toHaveLength(1);
		expect(await seenBy(tom)).toBeNull();
		expect(await seenBy(omar)).toBeUndefined();
		const elsewhere = { programmeId: HARBOUR, role: 'coordinator' as const };
		expect(await seenBy({ ...tom, memberships: [...tom.memberships, elsewhere] })).toBeNull();
	});

	test('is not for the mentor, who may coordinate the programme too', async () => {
		await sayHow(0, 'not_good');
		expect(await seenBy(as(sam, 'mentor', 'coordinator'))).toBeNull();
		expect(JSON.stringify(await sync(house, sam, {}))).not.toContain('not_good');
	});
});
