import { afterEach, describe, expect, test } from 'vitest';
import { setEnd } from '../../../src/lib/server/desk/pair-up';
import {
	ASH,
	BEGINS,
	lookBacksOn,
	meetingDays,
	meets,
	paired,
	PAIRING,
	SAM,
	stagesOn,
	standsOn,
	type Story
} from './story';

let story: Story;
afterEach(() => story.house.store.close());

const sent = expect.objectContaining({ is: 'sent' });
const refused = (why: string) => expect.objectContaining({ is: 'refused', why });
const goal = (more: { kind: 'handling' | 'learning' | 'fun'; words: string; term?: 'short' | 'long' }) =>
	story.says(ASH, 'goal', { pairingId: PAIRING, lowWords: '', highWords: '', ...more });

describe('Grandmentors (003, “4. Transitions from care”)', () => {
	test('“usually aged 50 or over … aged between 17 and 24”, volunteers', async () => {
		story = await paired('grandmentors');
		const [{ plan } = { plan: null }] = (await story.phone(ASH)).plans;
		expect(plan).toMatchObject({
			mentors: { are: 'volunteer', from: 50, to: null },
			young: { from: 17, to: 24 }
		});
	});

	test('“a personalised action plan together with short- and long-term goals”, from the first day', async () => {
		story = await paired('grandmentors');
		const soon = { kind: 'handling' as const, words: 'Open a bank account', term: 'short' as const };
		const later = { kind: 'learning' as const, words: 'Finish my course', term: 'long' as const };
		for (const one of [soon, later]) expect(await goal(one)).toEqual(sent);
		// As many as the plan needs: nothing here is one of each kind.
		expect(await goal({ ...soon, words: 'Read the electricity meter' })).toEqual(sent);
		const terms = (await story.phone(SAM)).goals.map(({ term }) => term).sort();
		expect(terms).toEqual(['long', 'short', 'short']);
	});

	test('“at least a six-month commitment”: the first two stages fill it, then it goes on without a date', async () => {
		story = await paired('grandmentors');
		expect(await stagesOn(story)).toEqual([
			['your_plan', BEGINS, '2027-01-23'],
			['following_it', '2027-01-24', '2027-05-23'],
			['as_long_as_it_helps', '2027-05-24', null]
		]);
		expect(story.plan.ending).toMatchObject({ is: 'flexible', atLeast: { in: 'months', many: 6 } });
		expect(await lookBacksOn(story, '2027-12-01')).toEqual([
			['the_plan', '2027-01-24'],
			['half_year_1', '2027-05-24'],
			['half_year_2', '2027-11-24']
		]);
	});

	test('“ending … handled on a case-by-case basis”: the last day is set when it is known, and it winds down for eight weeks', async () => {
		story = await paired('grandmentors');
		await story.until('2027-09-01');
		expect((await standsOn(story)).state).toBe('active');
		await setEnd(story.house, story.nadia, PAIRING, '2027-12-31');
		expect((await stagesOn(story)).at(-1)).toEqual(['ending', '2027-11-06', '2027-12-31']);
		await story.until('2027-11-06');
		expect((await standsOn(story)).state).toBe('winding-down');
		await story.until('2028-01-01');
		expect(await standsOn(story, SAM)).toMatchObject({
			state: 'ended',
			how: 'planned',
			readableUntil: '2028-12-31'
		});
	});
});

describe('Leaving Care Mentoring (003, “4. Transitions from care”)', () => {
	test('“a year-long mentoring programme”, to its last day', async () => {
		story = await paired('leaving_care_mentoring');
		expect(await stagesOn(story)).toEqual([
			['getting_to_know', BEGINS, '2027-01-23'],
			['getting_going', '2027-01-24', '2027-05-23'],
			['on_your_own_feet', '2027-05-24', '2027-09-23'],
			['ending', '2027-09-24', '2027-11-23']
		]);
		await story.until('2027-09-24');
		expect((await standsOn(story)).state).toBe('winding-down');
		await story.until('2027-11-23', '23:00');
		expect((await standsOn(story)).state).toBe('winding-down');
		await story.until('2027-11-24', '01:00');
		expect(await standsOn(story)).toMatchObject({ state: 'ended', how: 'planned' });
	});

	test('“initially meet with fortnightly, then monthly”', async () => {
		story = await paired('leaving_care_mentoring');
		await meets(story, '2026-11-26');
		await story.until('2027-05-24');
		await meets(story, '2027-05-27');
		expect(await meetingDays(story, BEGINS, '2027-05-24')).toHaveLength(13);
		const monthly = await meetingDays(story, '2027-05-24', '2028-05-24');
		// The fourth Thursday of every month, and no meeting after the last day.
		expect(monthly).toEqual([
			...['2027-05-27', '2027-06-24', '2027-07-22', '2027-08-26', '2027-09-23', '2027-10-28']
		]);
	});

	test('“housing, and health services … job searching, education and training”: the programme’s own words for its goals', async () => {
		story = await paired('leaving_care_mentoring');
		const [{ plan } = { plan: null }] = (await story.phone(ASH)).plans;
		expect(plan?.goals.words).toMatchObject({
			handling: 'Home, money and health',
			learning: 'Work and learning'
		});
		expect(await goal({ kind: 'handling', words: 'Register with a doctor' })).toEqual(sent);
		// There are no short- and long-term goals here.
		expect(await goal({ kind: 'handling', words: 'A flat', term: 'long' })).toEqual(
			refused('outside_limits')
		);
	});
});

describe('the national mentoring pilot (003, “Mentoring pilot for looked-after children”)', () => {
	test('“aged between 10 and 15”, weekly at the same time, for a time that is known from the outset', async () => {
		story = await paired('national_mentoring_pilot');
		expect(story.plan.young).toEqual({ from: 10, to: 15 });
		await meets(story, '2026-11-26');
		expect((await story.phone(ASH)).series).toMatchObject([{ repeats: 'weekly', time: '16:30' }]);
		expect(await stagesOn(story)).toEqual([
			['getting_to_know', BEGINS, '2027-01-23'],
			['together', '2027-01-24', '2027-09-23'],
			['ending', '2027-09-24', '2027-11-23']
		]);
	});

	test('“baseline and follow-up questionnaires after six months”: both times the young person can answer the same, and the desk counts only what they let it', async () => {
		story = await paired('national_mentoring_pilot');
		expect(await lookBacksOn(story, '2027-11-23')).toEqual([
			['at_the_start', BEGINS],
			['half_year', '2027-05-24']
		]);
		const school = (which: string, words: string) =>
			story.says(ASH, 'look-back', { pairingId: PAIRING, which, question: 'school', words });
		expect(await school('half_year', 'better')).toEqual(refused('look_back_not_yet'));
		expect(await school('at_the_start', 'boring')).toEqual(sent);
		await story.until('2027-05-24');
		expect(await school('half_year', 'better')).toEqual(sent);
		const more = { pairingId: PAIRING, which: 'half_year', outcome: 'liked' as const, says: 'more' as const };
		expect(await story.says(ASH, 'look-back-outcome', more)).toEqual(sent);
		const said = (await story.phone(ASH)).lookBacks
			.map(({ which, answers }) => [which, answers.school])
			.sort();
		expect(said).toEqual([
			['at_the_start', 'boring'],
			['half_year', 'better']
		]);
		expect((await story.phone(ASH)).lookBacks.every(({ counted }) => !counted)).toBe(true);
		expect((await story.phone(SAM)).lookBacks).toEqual([]);
	});

	test('ends on its day, and the two still have what there was for half a year', async () => {
		story = await paired('national_mentoring_pilot');
		await story.until('2027-11-24');
		for (const who of [ASH, SAM])
			expect(await standsOn(story, who)).toMatchObject({ state: 'ended', readableUntil: '2028-05-23' });
	});
});
