import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, DAY, instantAt, type Day } from '../../../src/lib/domain/clock/zones';
import { SeriesBody } from '../../../src/lib/domain/meetings/series';
import { USUAL_TERMS } from '../../../src/lib/domain/pairings/terms';
import { agreements, goalPromises, goals, notices } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { planEnd } from '../../../src/lib/server/pairings/pair';
import { running } from '../../../src/lib/server/pairings/running';
import { writeSeries } from '../../../src/lib/server/pairings/series';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { sealGoal, sealGoalHigh, sealGoalLow, sealGoalPromise } from '../../../src/lib/server/sealed-rows';
import { change, pairingSpace } from '../../../src/lib/server/spaces';
import { meetingId } from '../../../src/lib/domain/meetings/meeting';
import { openTestHouse } from '../house';
import { ASH, pairedUp, RIVERSIDE, SAM } from '../pairing';
import { post } from '../pairings/standing-in';
import { toldTo, woken } from './told';
import { LONDON, Week } from './week';

const PAIRING = 'pairing-of-a-week';
const NADIA = 'person-of-nadia';
const NAMES = { [ASH]: 'Ash', [SAM]: 'Sam', [NADIA]: 'Nadia' };

let house: House;
afterEach(() => house.store.close());

/**
 * Ash and Sam, who meet on Sundays at eleven, answer on weekday evenings, look at their agreement again on Friday, and
 * end four weeks after that Friday; Sam has promised something for Thursday. Each has one device that is woken.
 */
async function weekOf(monday: Day): Promise<Week> {
	const clock = { now: instantAt(monday, '08:00', LONDON) };
	house = await openTestHouse({ now: () => clock.now });
	const week = new Week(house, clock, monday, NAMES, ASH, PAIRING);
	await pairedUp(house, { id: PAIRING, at: clock.now - 30 * DAY });
	await change(house, null, async (making) => {
		await createPerson(making, { id: NADIA, firstName: 'Nadia' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: NADIA, role: 'coordinator' });
		const terms = { ...USUAL_TERMS, reviewOn: week.day('Fri') };
		await making.tx.update(agreements).set({ terms }).where(eq(agreements.pairingId, PAIRING));
		await promised(making.tx, await making.revision(pairingSpace(PAIRING)), week.day('Thu'));
		await planEnd(making, await running(making.tx, PAIRING), addDays(week.day('Fri'), 28));
		const series = {
			...{ startsOn: addDays(monday, -1), time: '11:00', minutes: 90, repeats: 'weekly', place: 'Library' }
		};
		await writeSeries(making, PAIRING, v.parse(SeriesBody, series), 'series-of-a-week');
	});
	for (const personId of [ASH, SAM, NADIA]) await woken(house, personId);
	return week;
}

type Tx = Parameters<Parameters<House['store']['transaction']>[0]>[0];

async function promised(tx: Tx, revision: number, dueOn: Day): Promise<void> {
	const row = { spaceId: pairingSpace(PAIRING), revision, pairingId: PAIRING };
	const words = {
		words: sealGoal(house.secrets, 'goal-of-ash', 'get out more'),
		lowWords: sealGoalLow(house.secrets, 'goal-of-ash', 'never'),
		highWords: sealGoalHigh(house.secrets, 'goal-of-ash', 'often')
	};
	const state = { kind: 'fun' as const, state: 'going' as const, stateAt: 0, createdAt: 0 };
	await tx.insert(goals).values({ id: 'goal-of-ash', ...row, ...state, ...words });
	const says = sealGoalPromise(house.secrets, 'promise-of-sam', 'find out about the boats');
	const promise = { byId: SAM, words: says, dueOn, at: 0 };
	await tx.insert(goalPromises).values({ id: 'promise-of-sam', ...row, goalId: 'goal-of-ash', ...promise });
}

const message = (who: string) => () =>
	post(house, who, 'message', { pairingId: PAIRING, body: 'hello', tap: null, checkInId: null });
const talk = () =>
	post(house, ASH, 'check-in', { pairingId: PAIRING, feeling: 'rough', line: '', hope: 'talk' });
const sees = (who: string) => async () =>
	post(house, who, 'notices-seen', { ids: (await toldTo(house, who)).map(({ id }) => id) });

function callsOff(week: Week) {
	const day = week.day('Sun+1');
	const which = { pairingId: PAIRING, seriesId: 'series-of-a-week', day, starts: week.at('Sun+1 11:00') };
	const times = [{ day: week.day('Sat+1'), time: '11:00' }];
	const body = { ...which, why: 'I am at a wedding that day.', times };
	return () => post(house, SAM, 'meeting-call-off', body);
}

/** What somebody does, when, and what becomes of it at once. */
const steps = (week: Week): [when: string, does: () => Promise<string>, becomes: string][] => [
	['Mon 17:00', message(ASH), 'sent'],
	['Tue 20:30', message(SAM), 'held: outside_hours'],
	['Wed 16:05', sees(ASH), 'sent'],
	['Wed 22:00', talk, 'sent'],
	['Thu 17:30', message(SAM), 'sent'],
	['Fri 21:30', message(ASH), 'sent'],
	['Fri 23:00', message(ASH), 'sent'],
	['Sat 12:00', sees(SAM), 'sent'],
	['Sat 18:00', sees(ASH), 'sent'],
	['Sat 22:15', callsOff(week), 'sent']
];

const TOLD = [
	'Mon 17:00 Sam waiting',
	'Tue 16:00 Ash review',
	'Tue 16:00 Sam review',
	// An evening of reading has passed: an hour on Tuesday and three on Monday.
	'Tue 17:00 Ash late',
	'Tue 17:00 Sam late',
	'Tue 19:00 Ash late',
	'Tue 19:00 Nadia desk_late',
	'Wed 16:00 Ash message',
	'Wed 17:00 Sam promise_due',
	'Wed 22:00 Sam waiting',
	'Thu 09:00 Sam promise_due',
	'Thu 17:30 Ash message',
	'Fri 16:00 Ash ending',
	'Fri 16:00 Ash review',
	'Fri 16:00 Sam ending',
	'Fri 16:00 Sam review',
	'Fri 21:30 Sam waiting',
	'Fri 23:00 Sam waiting',
	'Sat 17:00 Ash meeting_tomorrow',
	'Sat 17:00 Sam meeting_tomorrow',
	'Sat 22:15 Ash meeting_changed',
	'Sun 09:00 Ash meeting_soon',
	'Sun 09:00 Sam meeting_soon',
	'Mon+1 20:00 Ash late',
	'Mon+1 20:00 Sam late'
];

const PUSHED = [
	'Mon 17:00 Sam',
	'Tue 17:00 Sam',
	'Tue 19:00 Nadia',
	'Wed 16:00 Ash',
	'Wed 17:00 Sam',
	// What came at ten in the evening.
	'Thu 07:00 Sam',
	'Thu 09:00 Sam',
	'Thu 17:30 Ash',
	// Two things of one night.
	'Sat 07:00 Sam',
	'Sat 17:00 Ash',
	'Sat 17:00 Sam',
	'Sun 07:00 Ash',
	'Mon+1 20:00 Sam'
];

const TRUTH = [
	'Tue 17:00 the mentor was reminded',
	'Tue 19:00 the coordinator looks into it',
	'Wed 16:00 nothing',
	'Mon+1 20:00 the mentor was reminded'
];

describe('a week', () => {
	test.each([
		['in which nothing happens to the clocks', '2026-11-16', '2026-11-22T09:00:00Z'],
		['whose last night is an hour longer', '2026-10-19', '2026-10-25T09:00:00Z'],
		['whose last night is an hour shorter', '2027-03-22', '2027-03-28T08:00:00Z']
	])('%s', async (_, monday, soon) => {
		const week = await weekOf(monday);
		for (const [when, does, becomes] of steps(week)) {
			await week.until(when);
			expect(await does(), when).toBe(becomes);
			await week.look();
		}
		await week.until('Mon+1 20:01');
		expect(week.told).toEqual(TOLD);
		expect(week.pushed).toEqual(PUSHED);
		expect(week.truth).toEqual(TRUTH);
		const [reminded] = await house.store.read.select().from(notices).where(eq(notices.kind, 'meeting_soon'));
		expect(reminded?.at).toBe(Date.parse(soon));
		expect(reminded?.subjectId).toBe(meetingId({ seriesId: 'series-of-a-week', day: week.day('Sun') }));
	});
});
