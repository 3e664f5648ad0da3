import { afterEach, describe, expect, test } from 'vitest';
import { lastMeeting } from '../../../src/lib/domain/endings/phase';
import { placeOn } from '../../../src/lib/domain/pairings/path';
import { setEnd } from '../../../src/lib/server/desk/pair-up';
import { ZONE } from '../desk/desk';
import {
	ASH,
	BEGINS,
	lookBacksOn,
	meetingDays,
	meets,
	paired,
	PAIRING,
	pathOn,
	SAM,
	stagesOn,
	standsOn,
	toldOn,
	type Story
} from './story';

/*
 * Seed 003, "1. Befriending through independent visiting": "it is not objectives-focused but is rather focused on
 * building a relationship of trust"; "initially be weekly and then fortnightly, while for older children a monthly
 * arrangement is often normal"; "an average length of relationships between visitors and children of three years".
 * Annex 1, "Endings": "beginning with letting the child know that the meetings will be ending, allowing time for
 * winding down, and ending on a high, such as an exciting outing".
 */

let story: Story;
afterEach(() => story.house.store.close());

const [SETTLED, A_YEAR, THREE_YEARS] = ['2027-02-24', '2027-11-24', '2029-11-24'];
const sent = expect.objectContaining({ is: 'sent' });
const refused = (why: string) => expect.objectContaining({ is: 'refused', why });
/** In their second year the desk lets both know that the meetings will be ending. */
const TOLD = '2028-06-01';
const LAST_DAY = '2028-08-31';
const WINDS_DOWN = '2028-07-07';
const toldToEnd = async () => {
	story = await paired('independent_visiting');
	await story.until(TOLD);
	await setEnd(story.house, story.nadia, PAIRING, LAST_DAY);
};

describe('befriending for as long as both like (003, “1. Befriending through independent visiting”)', () => {
	test('has no end date, on both phones, and says so for years (“in one case 11 years”)', async () => {
		story = await paired('independent_visiting');
		for (const who of [ASH, SAM]) {
			expect(await stagesOn(story, who)).toEqual([
				['getting_to_know', BEGINS, '2027-02-23'],
				['settled', SETTLED, '2027-11-23'],
				['as_long_as_you_like', A_YEAR, null]
			]);
			expect(await standsOn(story, who)).toMatchObject({ state: 'active', endsOn: null });
		}
		const { path } = await pathOn(story, ASH);
		expect(placeOn(path, '2037-11-24')).toMatchObject({ until: null, stage: { meets: 'monthly' } });
	});

	test('“initially weekly and then fortnightly”, and monthly after a year', async () => {
		story = await paired('independent_visiting');
		await meets(story, '2026-11-26');
		expect(await meetingDays(story, BEGINS, SETTLED)).toHaveLength(13);
		await story.until(SETTLED);
		await meets(story, '2027-02-25');
		await story.until(A_YEAR);
		await meets(story, '2027-11-25');
		const { series } = await story.phone(SAM);
		expect(series.map(({ repeats }) => repeats).sort()).toEqual(['fortnightly', 'monthly', 'weekly']);
		// Every second Thursday for nine months, then the last Thursday of every month for as long as they like.
		expect(await meetingDays(story, SETTLED, A_YEAR)).toHaveLength(20);
		expect(await meetingDays(story, A_YEAR, '2028-11-23')).toHaveLength(12);
		expect(await meetingDays(story, '2035-01-01', '2036-01-01')).toHaveLength(12);
	});

	test('“not objectives-focused”: nobody asks for a goal in three years (“an average length”), and whoever wants one may have it', async () => {
		story = await paired('independent_visiting');
		await story.until(THREE_YEARS);
		const { goals, notices } = await story.phone(ASH);
		expect(goals).toEqual([]);
		// Told of stages, of looking back and, as agreed, of looking at the agreement: never of a goal.
		const kinds = new Set(notices.map(({ kind }) => kind));
		expect([...kinds].sort()).toEqual(['look_back', 'review', 'stage']);
		// And it goes on as it did.
		expect(await standsOn(story)).toMatchObject({ state: 'active', endsOn: null });
		const fun = {
			pairingId: PAIRING,
			kind: 'fun' as const,
			words: 'Bake a cake',
			lowWords: '',
			highWords: ''
		};
		expect(await story.says(ASH, 'goal', fun)).toEqual(sent);
	});

	test('both are told when how often they meet changes, and look back every half year without having to', async () => {
		story = await paired('independent_visiting');
		const halves = ['2027-05-24', '2027-11-24', '2028-05-24', '2028-11-24', '2029-05-24', '2029-11-24'];
		expect(await lookBacksOn(story, THREE_YEARS)).toEqual(
			halves.map((on, at) => [`half_year_${at + 1}`, on])
		);
		await story.until('2027-12-01');
		for (const who of [ASH, SAM])
			expect(await toldOn(story, who)).toEqual([
				`${SETTLED} stage settled`,
				'2027-05-24 look_back half_year_1',
				`${A_YEAR} look_back half_year_2`,
				`${A_YEAR} stage as_long_as_you_like`
			]);
		expect((await story.phone(ASH)).lookBacks).toEqual([]);
		expect((await standsOn(story)).state).toBe('active');
	});
});

describe('and still a good ending when it comes (003, Annex 1, “Endings”)', () => {
	test('“letting the child know”: the last day is on both paths from the moment it is set, with weeks to wind down', async () => {
		await toldToEnd();
		for (const who of [ASH, SAM]) {
			expect((await stagesOn(story, who)).slice(-2)).toEqual([
				['as_long_as_you_like', A_YEAR, '2028-07-06'],
				['winding_down', WINDS_DOWN, LAST_DAY]
			]);
			expect(await standsOn(story, who)).toMatchObject({ state: 'active', endsOn: LAST_DAY });
		}
	});

	test('“allowing time for winding down”: eight weeks of it, from the day and not before, with questions that are one’s own', async () => {
		await toldToEnd();
		const good = {
			...{ pairingId: PAIRING, which: 'winding_down', question: 'miss' },
			words: 'the chips by the river'
		};
		await story.until('2028-07-06', '23:00');
		expect(await story.says(ASH, 'look-back', good)).toEqual(refused('look_back_not_yet'));
		expect((await standsOn(story)).state).toBe('active');
		await story.until(WINDS_DOWN, '09:00');
		expect((await standsOn(story)).state).toBe('winding-down');
		expect(await story.says(ASH, 'look-back', good)).toEqual(sent);
		for (const who of [ASH, SAM])
			expect(await toldOn(story, who)).toContain(`${WINDS_DOWN} stage winding_down`);
	});

	test('“ending on a high, such as an exciting outing”: the last meeting is known, and both can say what it is to be', async () => {
		await toldToEnd();
		await meets(story, '2028-06-29');
		await story.until('2028-08-10');
		const { pairings, series, meetings: records, moves } = await story.phone(ASH);
		const last = lastMeeting({ series, records, moves }, pairings[0]!, story.house.now(), ZONE);
		expect(last?.day).toBe(LAST_DAY);
		const idea = { pairingId: PAIRING, seriesId: last!.seriesId, day: last!.day, starts: last!.starts };
		expect(await story.says(ASH, 'meeting-idea', { ...idea, words: 'the funfair' } as never)).toEqual(sent);
		expect((await story.phone(SAM)).ideas).toMatchObject([{ words: 'the funfair' }]);
	});

	test('a goodbye from each, what comes next, and somebody who looks in, because the young person wants it', async () => {
		await toldToEnd();
		await story.until('2028-08-20');
		for (const [who, words] of [
			[ASH, 'thanks for all of it'],
			[SAM, 'I will remember the river.']
		] as const)
			expect(await story.says(who, 'goodbye', { pairingId: PAIRING, words })).toEqual(sent);
		// Both are written: neither waits for the last day.
		for (const who of [ASH, SAM]) expect((await story.phone(who)).goodbyes).toHaveLength(2);
		const next = { pairingId: PAIRING, kind: 'person' as const, words: 'Aunt Bea, on Sundays' };
		expect(await story.says(ASH, 'afterwards', next)).toEqual(sent);
		expect(await story.says(ASH, 'look-in', { pairingId: PAIRING, wanted: true })).toEqual(sent);

		await story.until('2028-09-01', '09:00');
		expect(await standsOn(story)).toEqual({
			...{ state: 'ended', endsOn: LAST_DAY, how: 'planned', readableUntil: '2029-08-31' }
		});
		expect((await story.phone(ASH)).lookIns).toMatchObject([
			{ times: [{ on: '2028-09-30' }, { on: '2028-11-30' }, { on: '2029-02-28' }] }
		]);
		expect(JSON.stringify(await story.phone(SAM))).not.toContain('2028-09-30');
		expect((await story.phone(SAM)).afterwards).toMatchObject([{ words: 'Aunt Bea, on Sundays' }]);
	});

	test('a young person who ends it is asked nothing, and has their goodbye and what comes next all the same', async () => {
		story = await paired('independent_visiting');
		await story.until('2028-03-01');
		await story.says(SAM, 'goodbye', { pairingId: PAIRING, words: 'It was good.' });
		const end = { pairingId: PAIRING, wants: 'end' as const, tells: '' as const, why: '' };
		expect(await story.says(ASH, 'parting', end as never)).toEqual(sent);
		expect(await standsOn(story)).toMatchObject({
			state: 'ended',
			how: 'young_ended',
			readableUntil: '2029-03-01'
		});
		expect((await story.phone(ASH)).goodbyes).toMatchObject([{ words: 'It was good.' }]);
		expect(await story.says(ASH, 'goodbye', { pairingId: PAIRING, words: 'bye' })).toEqual(sent);
		const next = { pairingId: PAIRING, kind: 'place' as const, words: 'The skate park' };
		expect(await story.says(ASH, 'afterwards', next)).toEqual(sent);
	});
});
