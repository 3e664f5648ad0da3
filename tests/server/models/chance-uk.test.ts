import { afterEach, describe, expect, test } from 'vitest';
import { dayOf, weekdayOf } from '../../../src/lib/domain/clock/zones';
import { setGraduation } from '../../../src/lib/server/desk/lead-ending';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import { pathsAtDesk } from '../../../src/lib/server/desk/paths';
import { ZONE } from '../desk/desk';
import {
	ASH,
	BEGINS,
	lookBacksOn,
	meetingDays,
	meets,
	paired,
	PAIRING,
	PROGRAMME,
	SAM,
	stagesOn,
	standsOn,
	toldOn,
	type Story
} from './story';

/*
 * Seed 003, "2. Mentoring: Chance UK example": "First three months: during this time the mentor will be getting to
 * know the child"; "Second six months: at the beginning of this stage, the mentor works with the child to determine
 * goals"; "Final three months: this is a time to work towards the end of the programme". "Endings": "endings were
 * managed and discussed right from the start"; "The graduation ceremony at the end of the year is important".
 */

let story: Story;
afterEach(() => story.house.store.close());

const [GOALS, ENDING, LAST_DAY] = ['2027-02-24', '2027-08-24', '2027-11-23'];
const goal = (who: string, kind: 'handling' | 'learning' | 'fun', words: string) =>
	story.says(who, 'goal', { pairingId: PAIRING, kind, words, lowWords: '', highWords: '' });
const sent = expect.objectContaining({ is: 'sent' });
const refused = (why: string) => expect.objectContaining({ is: 'refused', why });
const goalsOf = async () =>
	(await story.phone(ASH)).goals.map(({ kind, state }) => `${kind} ${state}`).sort();
const bye = (who: string, words: string) => story.says(who, 'goodbye', { pairingId: PAIRING, words });

describe('a year as Chance UK does it (003, “2. Mentoring: Chance UK example”)', () => {
	test('“right from the start”: stages of three, six and three months and the last day are on both phones', async () => {
		story = await paired('chance_uk');
		for (const who of [ASH, SAM]) {
			expect(await stagesOn(story, who)).toEqual([
				['getting_to_know', BEGINS, '2027-02-23'],
				['goals', GOALS, '2027-08-23'],
				['ending', ENDING, LAST_DAY]
			]);
			expect(await standsOn(story, who)).toMatchObject({ state: 'active', endsOn: LAST_DAY });
		}
	});

	test('“weekly for between two and four hours” (003, “Meeting plans”): once a week to the last day, and no more after it', async () => {
		story = await paired('chance_uk');
		await meets(story, '2026-11-26');
		const { series } = await story.phone(SAM);
		expect(series).toMatchObject([{ repeats: 'weekly', minutes: 120 }]);
		const days = await meetingDays(story, BEGINS, '2028-01-01');
		expect(days).toHaveLength(52);
		expect(new Set(days.map(weekdayOf))).toEqual(new Set([4]));
		expect(days.at(-1)).toBe('2027-11-18');
		for (const { minutes } of story.plan.stages) expect(minutes).toEqual({ least: 120, most: 240 });
	});

	test('three goals of three kinds at month four: none before, one of each from that day on (“(1) behavioural … (2) educational … (3) fun”)', async () => {
		story = await paired('chance_uk');
		await story.until('2027-02-23', '23:00');
		expect(await goal(ASH, 'handling', 'Walk away from a fight')).toEqual(refused('goals_not_yet'));
		expect(await goalsOf()).toEqual([]);

		await story.until(GOALS, '09:00');
		expect(await goal(ASH, 'handling', 'Walk away from a fight in the playground')).toEqual(sent);
		// "the mentor works with the child": a suggestion is none until the child says yes.
		expect(await goal(SAM, 'learning', 'Complete a project about my heritage')).toEqual(sent);
		expect(await goalsOf()).toEqual(['handling going', 'learning suggested']);
		const suggested = (await story.phone(ASH)).goals.find(({ state }) => state === 'suggested')!;
		const yes = { pairingId: PAIRING, goalId: suggested.id, says: 'yes' as const, words: suggested.words };
		expect(await story.says(ASH, 'goal-answer', yes)).toEqual(sent);
		expect(await goal(ASH, 'fun', 'Join the junior football team')).toEqual(sent);
		expect(await goalsOf()).toEqual(['fun going', 'handling going', 'learning going']);
		expect(await goal(ASH, 'fun', 'Learn to juggle')).toEqual(refused('goal_of_kind'));

		// The desk counts them and reads none of their words.
		const seen = await pairingAtDesk(story.house, story.nadia, PAIRING);
		expect(seen?.goals).toHaveLength(3);
		expect(JSON.stringify(seen)).not.toContain('football');
	});

	test('a goal that is done or parked makes room for another of its kind, and nothing of it is lost', async () => {
		story = await paired('chance_uk');
		await story.until(GOALS, '09:00');
		await goal(ASH, 'fun', 'Join the junior football team');
		const [first] = (await story.phone(ASH)).goals;
		const done = { pairingId: PAIRING, goalId: first!.id, part: 'state' as const, to: 'done' };
		expect(await story.says(ASH, 'goal-change', done)).toEqual(sent);
		expect(await goal(ASH, 'fun', 'Learn to juggle')).toEqual(sent);
		expect(await goalsOf()).toEqual(['fun done', 'fun going']);
	});

	test('both look back when the goals begin and when the ending does, and are told on the day', async () => {
		story = await paired('chance_uk');
		expect(await lookBacksOn(story, LAST_DAY)).toEqual([
			['getting_on', GOALS],
			['how_far', ENDING]
		]);
		await story.until(ENDING, '12:00');
		for (const who of [ASH, SAM])
			expect(await toldOn(story, who)).toEqual([
				`${GOALS} look_back getting_on`,
				`${GOALS} stage goals`,
				`${ENDING} look_back how_far`,
				`${ENDING} stage ending`
			]);
	});

	test('“to talk about fears and expectations”: the last three months wind down, and what is written is one’s own until it is shared', async () => {
		story = await paired('chance_uk');
		await story.until('2027-08-23', '23:00');
		expect((await standsOn(story)).state).toBe('active');
		await story.until(ENDING, '09:00');
		for (const who of [ASH, SAM]) expect((await standsOn(story, who)).state).toBe('winding-down');

		const said = { pairingId: PAIRING, which: 'winding_down' };
		const fears = { ...said, question: 'fears', words: 'that nobody turns up any more' };
		expect(await story.says(ASH, 'look-back', fears)).toEqual(sent);
		expect(JSON.stringify(await story.phone(SAM))).not.toContain('nobody turns up');
		expect(await story.says(ASH, 'look-back-share', said)).toEqual(sent);
		expect((await story.phone(SAM)).lookBacks).toMatchObject([{ answers: { fears: fears.words } }]);
	});

	test('“put in place follow-on strategies and support”: what there is afterwards is on both phones, and stays', async () => {
		story = await paired('chance_uk');
		await story.until('2027-10-01');
		const club = { pairingId: PAIRING, kind: 'activity' as const, words: 'After-school club on Mondays' };
		expect(await story.says(SAM, 'afterwards', club)).toEqual(sent);
		await story.until('2027-11-25');
		expect((await standsOn(story)).state).toBe('ended');
		for (const who of [ASH, SAM])
			expect((await story.phone(who)).afterwards).toMatchObject([{ words: club.words, goneAt: null }]);
	});

	test('graduation at month twelve, “closure on a high note” (003, “Endings”)', async () => {
		story = await paired('chance_uk');
		await story.until('2027-10-01');
		expect(story.plan.ending.graduation).toBe(true);
		const graduation = { day: '2027-11-20', time: '14:00', place: 'The town hall', about: 'Cake and badges' };
		await setGraduation(story.house, story.nadia, PAIRING, graduation);
		expect(dayOf(Date.parse('2027-11-20T14:00Z'), ZONE) <= LAST_DAY).toBe(true);
		for (const who of [ASH, SAM]) expect((await story.phone(who)).endings).toMatchObject([{ graduation }]);
	});

	test('goodbyes wait for each other or for the last day; then it has ended, is readable, and closed to messages', async () => {
		story = await paired('chance_uk');
		await story.until('2027-11-20');
		expect(await bye(SAM, 'I was glad to know you.')).toEqual(sent);
		expect((await story.phone(ASH)).goodbyes).toEqual([]);
		await story.until(LAST_DAY, '23:30');
		expect((await standsOn(story)).state).toBe('winding-down');
		expect((await story.phone(ASH)).goodbyes).toMatchObject([{ words: 'I was glad to know you.' }]);

		await story.until('2027-11-24', '09:00');
		for (const who of [ASH, SAM])
			expect(await standsOn(story, who)).toEqual({
				...{ state: 'ended', endsOn: LAST_DAY, how: 'planned', readableUntil: '2028-05-23' }
			});
		const hello = { pairingId: PAIRING, body: 'hello', tap: null, checkInId: null };
		expect(await story.says(ASH, 'message', hello)).toEqual(refused('pairing_ended'));
		expect(await bye(ASH, 'thank you for turning up')).toEqual(sent);
		expect((await story.phone(SAM)).goodbyes).toHaveLength(2);
		expect(await meetingDays(story, '2027-11-24', '2028-11-24')).toEqual([]);
	});

	test('six months after it the mentor no longer has it, and the young person keeps theirs', async () => {
		story = await paired('chance_uk');
		await story.until('2027-11-20');
		await bye(SAM, 'I was glad to know you.');
		await story.until('2028-05-23', '23:00');
		expect((await story.phone(SAM)).pairings).toHaveLength(1);
		await story.until('2028-05-24', '01:00');
		expect((await story.phone(SAM)).pairings).toEqual([]);
		expect((await story.phone(ASH)).goodbyes).toMatchObject([{ words: 'I was glad to know you.' }]);
	});

	test('the desk sees the stage and the ending that comes', async () => {
		story = await paired('chance_uk');
		await story.until('2027-09-15');
		const seen = await pathsAtDesk(story.house, { id: PROGRAMME, zone: ZONE }, 1);
		expect(JSON.stringify(seen)).toContain(LAST_DAY);
	});
});
