import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, instantAt, MINUTE } from '../../../src/lib/domain/clock/zones';
import { pairings } from '../../../src/lib/server/database/schema';
import { offerCover } from '../../../src/lib/server/desk/cover-offer';
import { keepApart } from '../../../src/lib/server/desk/matching';
import { endRole } from '../../../src/lib/server/desk/roles';
import { waitingPairings } from '../../../src/lib/server/desk/pairings';
import type { House } from '../../../src/lib/server/house';
import { addApproval } from '../../../src/lib/server/mentors/review';
import { pair } from '../../../src/lib/server/pairings/pair';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { tellByTheClock } from '../../../src/lib/server/news';
import { change, pairingSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { doWhatIsDue } from '../due';
import { openTestHouse } from '../house';
import { ASH, RIVERSIDE, SAM } from '../pairing';
import { AWAY, coverAgreed, DEE, PAIRING, post } from './standing-in';

const SPACE = pairingSpace(PAIRING);
const at = (day: string, time: string) => instantAt(day, time, 'Europe/London');
/** Sam is away on Monday and Tuesday. */
const DAYS = { from: '2026-11-30', until: '2026-12-01' };
const BEGINS = at('2026-11-30', '00:00');
const ENDS = at('2026-12-02', '00:00');

let house: House;
let now: number;

beforeEach(async () => {
	now = at('2026-11-24', '18:00');
	house = await openTestHouse({ now: () => now });
	await coverAgreed(house, now - DAY);
});
afterEach(() => house.store.close());

const away = (body = DAYS, id = AWAY) => post(house, SAM, 'away', body, id);
const answer = (says: string, by = ASH) =>
	post(house, by, 'cover-answer', { awayId: AWAY, pairingId: PAIRING, says });
const message = (by: string, body = 'hello', rest = {}) =>
	post(house, by, 'message', { pairingId: PAIRING, body, ...rest });
const reaches = async (personId: string, cursors = {}) =>
	SPACE in (await sync(house, personId, cursors)).spaces;
const awaysOn = async (personId: string) => (await sync(house, personId, {})).rows.aways ?? [];
const row = async () => (await awaysOn(ASH))[0];
const coordinator = { personId: ASH, memberships: [{ programmeId: RIVERSIDE, role: 'coordinator' }] };
const takeRole = (personId: string, role: 'mentor' | 'young' = 'mentor') =>
	endRole(house, coordinator as never, { personId, programmeId: RIVERSIDE, role });

/** What a phone hears that looks now. */
function listen(personId: string): string[] {
	const heard: string[] = [];
	const leave = house.live.add({
		...{ personId, sessionId: `of-${personId}` },
		send: (told) => void heard.push(told === 'sync' ? told : told.spaceId),
		close: () => {
			heard.push('closed');
			leave();
		}
	});
	return heard;
}

describe('days away', () => {
	test('are on both phones as soon as they are marked, with who stands in', async () => {
		expect(await away()).toBe('sent');
		const told = { ...DAYS, starts: BEGINS, ends: ENDS, coverId: DEE, coverName: 'Dee', noThanksAt: null };
		expect(await awaysOn(ASH)).toMatchObject([told]);
		expect(await awaysOn(SAM)).toMatchObject([told]);
		expect(await reaches(DEE)).toBe(false);
	});

	test('are marked once in each running pairing of the mentor', async () => {
		await change(house, null, async (making) => {
			for (const id of ['young-jo', 'young-kit']) {
				await createPerson(making, { id, firstName: id });
				await addMembership(making, { programmeId: RIVERSIDE, personId: id, role: 'young' });
				const hours = { zone: 'Europe/London', hours: [], answerWithinMinutes: 240 };
				const two = { programmeId: RIVERSIDE, youngId: id, mentorId: SAM, endsOn: null };
				await pair(making, { id: `pairing-${id}`, ...two, ...hours });
			}
			await making.tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, 'pairing-young-kit'));
		});
		await away();
		expect((await awaysOn(SAM)).map(({ pairingId, coverId }) => [pairingId, coverId]).sort()).toEqual([
			[PAIRING, DEE],
			['pairing-young-jo', null]
		]);
	});

	test('are refused by the rule, and for anybody who mentors nobody', async () => {
		expect(await away({ from: '2026-11-23', until: '2026-11-30' }, 'too-late')).toBe('refused: days_past');
		await away();
		expect(await away({ from: '2026-12-01', until: '2026-12-03' }, 'another-away')).toBe(
			'refused: away_already'
		);
		expect(await post(house, ASH, 'away', DAYS)).toBe('refused: not_found');
		expect(await post(house, DEE, 'away', DAYS)).toBe('refused: not_found');
	});

	test('have nobody who stands in where that one is no mentor, not approved for all of them, or away', async () => {
		await takeRole(DEE);
		await away();
		expect(await row()).toMatchObject({ coverId: null, coverName: null });
	});

	test('have nobody whom the desk does not offer any more, whatever was agreed', async () => {
		await offerCover(house, coordinator as never, PAIRING, null);
		await away();
		expect(await row()).toMatchObject({ coverId: null });
	});

	test('have nobody whose approvals end before they do', async () => {
		const until = '2027-12-31';
		now = at('2027-12-20', '12:00');
		await away({ from: '2027-12-30', until });
		expect(await row()).toMatchObject({ coverId: DEE });
		await away({ from: '2028-01-01', until: '2028-01-01' }, 'after-that');
		expect((await awaysOn(ASH)).find(({ from }) => from === '2028-01-01')).toMatchObject({ coverId: null });
	});
});

describe('whoever stands in reads the space', () => {
	beforeEach(() => away());

	test('from the first moment of those days to the last, and their phone forgets it then', async () => {
		for (const [moment, there] of [
			[BEGINS - 1, false],
			[BEGINS, true],
			[ENDS - 1, true],
			[ENDS, false]
		] as const) {
			now = moment;
			expect(await reaches(DEE), new Date(moment).toISOString()).toBe(there);
		}
		expect((await sync(house, DEE, { [SPACE]: 3 })).gone).toEqual([SPACE]);
	});

	test('with everything in it, and not the words in which the young person asked for a pause', async () => {
		await post(house, ASH, 'check-in', {
			pairingId: PAIRING,
			feeling: 'rough',
			line: 'long day',
			hope: 'reply'
		});
		await message(ASH, 'are you there?');
		await post(house, ASH, 'parting', {
			pairingId: PAIRING,
			wants: 'pause',
			tells: 'for Sam alone',
			why: ''
		});
		now = BEGINS;
		const { rows } = await sync(house, DEE, {});
		expect(rows.pairings).toMatchObject([{ id: PAIRING, youngName: 'Ash', mentorName: 'Sam' }]);
		expect(rows.agreements).toHaveLength(1);
		expect(rows.messages?.map(({ body }) => body)).toEqual(['are you there?']);
		expect(rows.checkIns?.map(({ line }) => line)).toEqual(['long day']);
		expect(rows.partings).toMatchObject([{ wants: 'pause', tells: '' }]);
		expect((await sync(house, SAM, {})).rows.partings).toMatchObject([{ tells: 'for Sam alone' }]);
	});

	test.each([
		['the young person says no thanks', () => answer('no_thanks')],
		['the mentor is back early', () => post(house, SAM, 'away-over', { awayId: AWAY })],
		[
			'the young person ends the pairing',
			() => post(house, ASH, 'parting', { pairingId: PAIRING, wants: 'end', tells: '', why: '' })
		],
		['they are no mentor any more', () => takeRole(DEE)],
		['the mentor is no mentor any more', () => takeRole(SAM)],
		['the young person is in the programme no more', () => takeRole(ASH, 'young')],
		['the desk offers them no more', () => offerCover(house, coordinator as never, PAIRING, null)],
		[
			'they are kept apart from the young person',
			() =>
				keepApart(house, coordinator as never, {
					...{ programmeId: RIVERSIDE, youngId: ASH, mentorId: DEE },
					apart: true
				})
		]
	])('no longer at once when %s', async (_, happens) => {
		now = BEGINS;
		const heard = listen(DEE);
		await message(ASH);
		expect(heard).toContain(SPACE);
		heard.length = 0;
		await happens();
		expect(await reaches(DEE)).toBe(false);
		// Told to ask, and shut: what the phone asks as next, it asks as who it is then.
		expect(heard.slice(-2)).toEqual(['sync', 'closed']);
		const after = listen(DEE);
		await message(ASH, 'after it');
		expect(after).not.toContain(SPACE);
		now = ENDS - 1;
		expect(await reaches(DEE)).toBe(false);
		expect(await message(DEE)).toBe('refused: not_found');
	});

	test('never, when it was over before it began', async () => {
		await answer('no_thanks');
		now = BEGINS;
		expect(await reaches(DEE)).toBe(false);
	});

	test('again when the young person says that it is fine after all', async () => {
		await answer('no_thanks');
		await answer('no_thanks');
		expect(await row()).toMatchObject({ noThanksAt: now });
		expect(await answer('fine')).toBe('sent');
		expect(await row()).toMatchObject({ noThanksAt: null });
		now = BEGINS;
		expect(await reaches(DEE)).toBe(true);
	});

	test('on their other days away, too: a “no thanks” is to these days', async () => {
		await away({ from: '2026-12-02', until: '2026-12-02' }, 'day-after');
		await answer('no_thanks');
		now = ENDS;
		expect(await reaches(DEE)).toBe(true);
	});

	test('not while they are away themselves', async () => {
		await change(house, null, async (making) => {
			await createPerson(making, { id: 'young-kit', firstName: 'Kit' });
			await addMembership(making, { programmeId: RIVERSIDE, personId: 'young-kit', role: 'young' });
			const hours = { zone: 'Europe/London', hours: [], answerWithinMinutes: 240 };
			await pair(making, {
				programmeId: RIVERSIDE,
				youngId: 'young-kit',
				mentorId: DEE,
				endsOn: null,
				...hours
			});
		});
		await post(house, DEE, 'away', { from: '2026-12-01', until: '2026-12-04' });
		expect(await row()).toMatchObject({ coverId: null });
		now = BEGINS;
		expect(await reaches(DEE)).toBe(false);
		await away({ from: '2026-12-03', until: '2026-12-03' }, 'later-away');
		expect((await awaysOn(ASH)).map(({ coverId }) => coverId)).toEqual([null, null]);
	});
});

describe('on the minute', () => {
	test('streams of whoever begins or ceases to read are told to sync, once, and no others', async () => {
		await away();
		now = BEGINS - 1;
		await tellByTheClock(house);
		const [dee, ash] = [listen(DEE), listen(ASH)];
		await tellByTheClock(house);
		expect(dee).toEqual([]);
		now = BEGINS;
		await tellByTheClock(house);
		expect(dee).toEqual(['sync']);
		now = ENDS - 1;
		await tellByTheClock(house);
		expect(dee).toEqual(['sync']);
		now = ENDS;
		await tellByTheClock(house);
		now += MINUTE;
		await tellByTheClock(house);
		expect(dee).toEqual(['sync', 'sync', 'closed']);
		expect(ash).toEqual([]);
	});
});

describe('whoever stands in', () => {
	const TUESDAY_AT_FIVE = at('2026-12-01', '17:00');
	beforeEach(async () => {
		await away();
		now = TUESDAY_AT_FIVE;
	});

	test('answers, and nobody waits any more', async () => {
		await message(ASH);
		expect(await waitingPairings(house, [RIVERSIDE])).toHaveLength(1);
		expect(await message(DEE, '', { tap: 'thinking_of_you' })).toBe('sent');
		expect(await waitingPairings(house, [RIVERSIDE])).toEqual([]);
		expect((await sync(house, SAM, {})).rows.messages?.at(-1)).toMatchObject({ authorId: DEE });
	});

	test('leaves the reading mark', async () => {
		expect(await post(house, DEE, 'seen', { pairingId: PAIRING, upTo: now })).toBe('sent');
	});

	test('asks for nothing that is between the two', async () => {
		const refused = 'refused: not_yours_to_do';
		expect(await answer('no_thanks', DEE)).toBe(refused);
		expect(await answer('no_thanks', SAM)).toBe(refused);
		const parting = { pairingId: PAIRING, wants: 'end', tells: '', why: '' };
		expect(await post(house, DEE, 'parting', parting)).toBe(refused);
		const checkIn = { pairingId: PAIRING, feeling: 'good', line: '', hope: 'reply' };
		expect(await post(house, DEE, 'check-in', checkIn)).toBe(refused);
		expect(await post(house, DEE, 'away-over', { awayId: AWAY })).toBe('refused: not_found');
	});

	test('takes back what they said only while they stand in', async () => {
		await post(house, DEE, 'message', { pairingId: PAIRING, body: 'oh' }, 'said-by-dee');
		now = ENDS;
		expect(await post(house, DEE, 'message-not-meant', { messageId: 'said-by-dee' })).toBe(
			'refused: not_found'
		);
	});

	test('has what waits for the hours go while they still stand in', async () => {
		now = at('2026-11-30', '21:00');
		expect(await message(DEE, 'good morning')).toBe('held: outside_hours');
		now = at('2026-12-01', '16:00');
		await doWhatIsDue(house);
		expect((await sync(house, ASH, {})).rows.messages).toMatchObject([{ body: 'good morning' }]);
	});

	test('is told at once what would wait until they stand in no more', async () => {
		now = at('2026-12-01', '20:00');
		expect(await message(DEE)).toBe('refused: cover_over');
	});

	test('keeps what waited, with why, when their days were over before its hour came', async () => {
		now = at('2026-11-30', '21:00');
		await message(DEE, 'good morning');
		await answer('no_thanks');
		now = at('2026-12-01', '16:00');
		await doWhatIsDue(house);
		expect((await sync(house, ASH, {})).rows.messages).toBeUndefined();
		expect((await sync(house, DEE, {})).rows.messages).toMatchObject([
			{ body: 'good morning', notSentWhy: 'cover_over' }
		]);
	});
});

describe('the desk’s late list', () => {
	const waits = async () => (await waitingPairings(house, [RIVERSIDE]))[0]?.wait;

	test('counts no days on which nobody reads', async () => {
		await away();
		await answer('no_thanks');
		now = at('2026-11-26', '19:00');
		await message(ASH);
		expect(await waits()).toMatchObject({ hearBy: at('2026-12-02', '19:00') });
	});

	test('counts the days on which somebody stands in', async () => {
		await away();
		now = at('2026-11-26', '19:00');
		await message(ASH);
		expect(await waits()).toMatchObject({ hearBy: at('2026-11-30', '19:00') });
		now = at('2026-11-30', '19:00') + 1;
		expect(await waits()).toMatchObject({ late: true });
	});
});

test('an approval that comes later lets nobody in by itself', async () => {
	await takeRole(DEE);
	await away();
	await change(house, null, async (making) => {
		await addMembership(making, { programmeId: RIVERSIDE, personId: DEE, role: 'mentor' });
		await addApproval(making, {
			...{ programmeId: RIVERSIDE, mentorId: DEE },
			...{ kind: 'check', from: '2026-01-01', until: null }
		});
	});
	now = BEGINS;
	expect(await reaches(DEE)).toBe(false);
});
