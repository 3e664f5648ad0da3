import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/lib/domain/clock/zones';
import { pathOf } from '../../../src/lib/domain/pairings/path';
import { USUALLY_NEEDED } from '../../../src/lib/domain/mentors/approvals';
import { joinCircle } from '../../../src/lib/server/circles/join';
import { makeCircle } from '../../../src/lib/server/circles/make';
import { circles } from '../../../src/lib/server/database/schema';
import { writeApproval } from '../../../src/lib/server/desk/matching';
import { setEnd } from '../../../src/lib/server/desk/pair-up';
import { change } from '../../../src/lib/server/spaces';
import { ZONE } from '../desk/desk';
import {
	ASH,
	BEGINS,
	joins,
	lookBacksOn,
	meetingDays,
	meets,
	paired,
	PAIRING,
	PROGRAMME,
	programmeOf,
	SAM,
	stagesOn,
	standsOn,
	type Story
} from './story';

let story: Story;
afterEach(() => story.house.store.close());

const sent = expect.objectContaining({ is: 'sent' });
const refused = (why: string) => expect.objectContaining({ is: 'refused', why });
const goal = (domain: string | undefined, kind: 'handling' | 'learning' | 'fun', words: string) =>
	story.says(ASH, 'goal', { pairingId: PAIRING, kind, words, lowWords: '', highWords: '', domain });

describe.each([
	['headstart_intensive', 'paid', '“one to one support from a professional” (004, “Context”)'],
	['headstart_volunteer', 'volunteer', '“Volunteer Mentoring” (004, “Context”)']
])('HeadStart, %s', (model, are, from) => {
	test(`${from}: for an hour “on a weekly basis” (“Delivery of support”)`, async () => {
		story = await paired(model);
		expect(story.plan.mentors.are).toBe(are);
		await meets(story, '2026-11-26');
		expect((await story.phone(ASH)).series).toMatchObject([{ repeats: 'weekly', minutes: 60 }]);
		expect(await meetingDays(story, BEGINS, '2027-03-16')).toHaveLength(16);
	});

	test('“help them develop their Resilience Domains including talents and interests”: every goal can stand in one, and in no other', async () => {
		story = await paired(model);
		const [{ plan } = { plan: null }] = (await story.phone(ASH)).plans;
		expect(plan?.goals.domains.map(({ id }) => id)).toContain('talents');
		expect(await goal('talents', 'fun', 'Join the drama club')).toEqual(sent);
		expect(await goal('safe_base', 'handling', 'Know who to ring')).toEqual(sent);
		expect(await goal('luck', 'fun', 'Win the lottery')).toEqual(refused('outside_limits'));
		expect((await story.phone(SAM)).goals.map(({ domain }) => domain).sort()).toEqual([
			'safe_base',
			'talents'
		]);
	});

	test('“too soon in the process as it takes time to get to know them”: nobody looks back before the fourth week is over', async () => {
		story = await paired(model);
		expect(await lookBacksOn(story, '2027-12-31')).toEqual([
			['begin', '2026-12-22'],
			['how_far', '2027-03-16']
		]);
	});

	test('“flexibility in the length of time”: about five months, with a last day only once it is known, and then four weeks to end', async () => {
		story = await paired(model);
		expect(story.plan.ending.is).toBe('flexible');
		expect(await standsOn(story)).toMatchObject({ endsOn: null });
		// Longer than planned: nothing stops by itself.
		await story.until('2027-05-01');
		expect((await standsOn(story)).state).toBe('active');
		await setEnd(story.house, story.nadia, PAIRING, '2027-06-15');
		expect((await stagesOn(story)).at(-1)).toEqual(['ending', '2027-05-19', '2027-06-15']);
		await story.until('2027-05-19');
		expect((await standsOn(story)).state).toBe('winding-down');
	});

	test('“a decline in their wellbeing after the support ended”: somebody looks in at one, three and six months, if wanted', async () => {
		story = await paired(model);
		await story.says(ASH, 'look-in', { pairingId: PAIRING, wanted: true });
		await setEnd(story.house, story.nadia, PAIRING, '2027-03-31');
		await story.until('2027-04-01');
		expect(await standsOn(story)).toMatchObject({ state: 'ended', how: 'planned' });
		const [{ times } = { times: [] }] = (await story.phone(ASH)).lookIns;
		expect(times.map(({ on }) => on)).toEqual(['2027-04-30', '2027-06-30', '2027-09-30']);
	});
});

describe('HeadStart, family focus transition (004, “Context”, “Delivery of support”)', () => {
	const BO = 'person-of-bo';
	const CIRCLE = 'circle-of-story';
	const group = async () => {
		story = await programmeOf('headstart_transition');
		const { house, nadia } = story;
		await joins(story, SAM, 'Sam', 'mentor');
		for (const [id, name] of [
			[ASH, 'Ash'],
			[BO, 'Bo']
		] as const)
			await joins(story, id, name, 'young');
		for (const kind of USUALLY_NEEDED)
			await writeApproval(house, nadia, {
				...{ id: `approval-${kind}`, programmeId: PROGRAMME, mentorId: SAM },
				...{ kind, from: '2026-01-01', until: null }
			});
		const about = { programmeId: PROGRAMME, name: 'Year 6', workerId: SAM, startsOn: BEGINS };
		await change(house, nadia.personId, (making) => makeCircle(making, { id: CIRCLE, ...about }));
		const [row] = await house.store.read.select().from(circles).where(eq(circles.id, CIRCLE));
		for (const id of [ASH, BO]) await change(house, nadia.personId, (making) => joinCircle(making, row!, id));
	};
	const phones = [ASH, BO, SAM];

	test('“designed to deliver in groups”: one worker, no pairing, and each sees who is in it by first name', async () => {
		await group();
		for (const who of phones) {
			const { circles: seen, circleMembers, pairings } = await story.phone(who);
			expect(seen).toMatchObject([{ id: CIRCLE, workerName: 'Sam', endsOn: '2027-06-07', endedAt: null }]);
			expect(circleMembers.map(({ firstName }) => firstName).sort()).toEqual(['Ash', 'Bo']);
			expect(pairings).toEqual([]);
		}
	});

	test('“good school transition”: twelve weeks before, a first term, four to end, worked out on each phone', async () => {
		await group();
		const { circles: [circle] = [], plans } = await story.phone(ASH);
		const plan = plans.find(({ id }) => id === circle?.planId)!.plan;
		const { startsOn, endsOn } = circle!;
		expect(plan.shape).toBe('circle');
		expect(pathOf({ plan, startsOn, endsOn, starts: [] }).map(({ stage, from }) => [stage.id, from])).toEqual(
			[
				['before', BEGINS],
				['first_term', '2027-02-16'],
				['ending', '2027-05-11']
			]
		);
		expect(plan.goals).toMatchObject({ is: 'none', kinds: [] });
	});

	test('“they could all support each other”: group meetings called by the worker reach all of them', async () => {
		await group();
		const meeting = {
			...{
				circleId: CIRCLE,
				day: '2026-12-03',
				time: '15:30',
				minutes: 60,
				place: 'The hall',
				about: 'Maps'
			},
			whom: []
		};
		expect(await story.says(ASH, 'gathering', meeting)).toMatchObject({ is: 'refused' });
		expect(await story.says(SAM, 'gathering', meeting)).toEqual(sent);
		for (const who of phones)
			expect((await story.phone(who)).gatherings).toMatchObject([{ day: '2026-12-03', about: 'Maps' }]);
	});

	test('ends on its day, stays readable for half a year, and then the worker has it no more', async () => {
		await group();
		await story.until('2027-06-07', '23:00');
		expect((await story.phone(BO)).circles[0]?.endedAt).toBeNull();
		await story.until('2027-06-08', '09:00');
		const { circles: [ended] = [] } = await story.phone(BO);
		expect(dayOf(ended!.endedAt!, ZONE)).toBe('2027-06-08');
		await story.until('2027-12-08', '23:00');
		expect((await story.phone(SAM)).circles).toHaveLength(1);
		await story.until('2027-12-10');
		expect((await story.phone(SAM)).circles).toEqual([]);
	});
});
