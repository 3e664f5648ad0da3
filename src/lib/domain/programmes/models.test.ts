import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../clock/zones';
import { lookBacksOf } from '../look-backs/look-back';
import { nextPlace, pathOf, placeOn, plannedEnd, rhythmOn } from '../pairings/path';
import { MODELS, modelOf, type Model } from './models';
import { planProblems } from './plan-holds';

const THE_ELEVEN = [
	...['independent_visiting', 'chance_uk', 'grandmentors', 'leaving_care_mentoring'],
	...['national_mentoring_pilot', 'restorative_practice', 'york_volunteers', 'family_network'],
	...['headstart_intensive', 'headstart_volunteer', 'headstart_transition']
];

const START: Day = '2026-11-24';
const model = (id: string): Model => modelOf(id)!;

/** Where a pairing of a model is that begins on `START`, and ends when its plan says or on `endsOn`. */
function going(id: string, endsOn?: Day) {
	const { plan } = model(id);
	const facts = { plan, startsOn: START, endsOn: endsOn ?? plannedEnd(plan, START) ?? null, starts: [] };
	return { plan, facts, path: pathOf(facts) };
}
const stagesOf = (id: string, endsOn?: Day) =>
	going(id, endsOn).path.map(({ stage, from }) => [stage.id, stage.meets, from]);
const saysOf = (id: string) =>
	model(id)
		.sources.map(({ says }) => says)
		.join(' / ');
const shown = ({ name, about, ours, plan }: Model) => JSON.stringify({ name, about, ours, plan });

test('every model of the reports is there, by its own name', () => {
	expect(MODELS.map(({ id }) => id).sort()).toEqual(THE_ELEVEN.toSorted());
	for (const { id, plan } of MODELS) expect(plan.model).toBe(id);
});

test.each(MODELS.map(({ id }) => id))('%s can be gone by, and says where it is written', (id) => {
	expect(planProblems(model(id).plan)).toEqual([]);
	expect(model(id).ours.length).toBeGreaterThan(0);
	for (const { says, under } of model(id).sources) {
		expect(says.length).toBeGreaterThan(20);
		expect(under).not.toBe('');
	}
	// Words that young people have asked adults not to use.
	const avoided =
		/\b(contact|placement|LAC|cases?|abscond\w*|challenging|respite|service users?|cancelled)\b/i;
	expect(shown(model(id))).not.toMatch(avoided);
	expect(shown(model(id))).not.toContain('!');
});

test.each(MODELS.map(({ id }) => id))(
	'%s asks both, or the young person, and something at every time',
	(id) => {
		const { plan } = model(id);
		for (const { questions } of plan.lookBacks)
			expect(questions.some(({ asks }) => asks !== 'mentor')).toBe(true);
		expect(plan.windingDown.some(({ asks }) => asks !== 'mentor')).toBe(true);
	}
);

describe('Chance UK (003, “Mentoring: Chance UK example”)', () => {
	test('is three months, six and three, every week for two to four hours', () => {
		expect(stagesOf('chance_uk')).toEqual([
			['getting_to_know', 'weekly', '2026-11-24'],
			['goals', 'weekly', '2027-02-24'],
			['ending', 'weekly', '2027-08-24']
		]);
		expect(going('chance_uk').facts.endsOn).toBe('2027-11-23');
		for (const { minutes } of model('chance_uk').plan.stages)
			expect(minutes).toEqual({ least: 120, most: 240 });
	});

	test('has a goal of each kind from the second stage on, and a graduation', () => {
		const { goals, ending } = model('chance_uk').plan;
		expect(goals).toMatchObject({ is: 'one_of_each', kinds: ['handling', 'learning', 'fun'], from: 'goals' });
		expect(ending.graduation).toBe(true);
	});
});

describe('independent visiting (003, “Befriending through independent visiting”)', () => {
	test('is every week, then every two, and monthly after a year, to the day, with no end', () => {
		const { path, facts, plan } = going('independent_visiting');
		expect(rhythmOn(path, '2027-02-23')).toBe('weekly');
		expect(rhythmOn(path, '2027-02-24')).toBe('fortnightly');
		expect(rhythmOn(path, '2027-11-23')).toBe('fortnightly');
		expect(rhythmOn(path, '2027-11-24')).toBe('monthly');
		expect(facts.endsOn).toBeNull();
		expect(placeOn(path, '2030-01-01')?.until).toBeNull();
		expect(plan.goals.is).toBe('optional');
	});
});

describe('Grandmentors (003, “Transitions from care”)', () => {
	test('has mentors of 50 and over for people of 17 to 24', () => {
		expect(model('grandmentors').plan.mentors).toMatchObject({ from: 50, to: null });
		expect(model('grandmentors').plan.young).toEqual({ from: 17, to: 24 });
	});

	test('makes a plan with short- and long-term goals, and lasts six months at least, then as long as it helps', () => {
		const { path, plan } = going('grandmentors');
		expect(plan.goals.is).toBe('action_plan');
		expect(plan.ending).toMatchObject({ is: 'flexible', atLeast: { in: 'months', many: 6 } });
		expect(placeOn(path, '2027-05-23')?.stage.id).toBe('following_it');
		expect(placeOn(path, '2027-05-24')).toMatchObject({ stage: { id: 'as_long_as_it_helps' }, until: null });
	});
});

test('Leaving Care Mentoring is a year, every two weeks and then monthly (003, “Transitions from care”)', () => {
	const { path, facts, plan } = going('leaving_care_mentoring');
	expect(facts.endsOn).toBe('2027-11-23');
	expect(path.map(({ stage }) => stage.meets)).toEqual(['fortnightly', 'fortnightly', 'monthly', 'monthly']);
	expect(rhythmOn(path, '2027-05-23')).toBe('fortnightly');
	expect(rhythmOn(path, '2027-05-24')).toBe('monthly');
	expect(plan.mentors.are).toBe('volunteer');
});

test('the national pilot asks the same at the start and after six months (003, “Mentoring pilot”)', () => {
	const { facts, plan } = going('national_mentoring_pilot');
	expect(plan.young).toEqual({ from: 10, to: 15 });
	const times = lookBacksOf(facts, '2027-11-23');
	expect(times.map(({ which, on }) => [which, on])).toEqual([
		['at_the_start', '2026-11-24'],
		['half_year', '2027-05-24']
	]);
	const young = times.map(({ plan: { questions } }) =>
		questions.filter(({ asks }) => asks === 'young').map(({ id }) => id)
	);
	expect(young[0]).toEqual(['school', 'people', 'self', 'hobbies']);
	expect(young[1]).toEqual(young[0]);
});

test('relief workers are peers of 16 to 24 who have been there, with a safety plan (001, section 6)', () => {
	const { mentors, features, ending } = model('restorative_practice').plan;
	expect(mentors).toMatchObject({ are: 'peer', from: 16, to: 24, experience: true });
	expect(features).toContain('safety_plan');
	expect(ending.is).toBe('flexible');
});

test('volunteers in York meet once a week throughout and can be written to in between (001, section 6)', () => {
	const { path, plan } = going('york_volunteers', '2028-06-30');
	expect(new Set(path.map(({ stage }) => stage.meets))).toEqual(new Set(['weekly']));
	expect(path.at(-1)).toMatchObject({ stage: { id: 'ending' }, until: '2028-06-30' });
	expect(plan.features).toContain('messages');
	expect(saysOf('york_volunteers')).toContain('available through the week');
});

test('family networks have a map of people and meetings with them, by a paid worker (001, section 6)', () => {
	const { mentors, features, goals } = model('family_network').plan;
	expect(features).toEqual(expect.arrayContaining(['trusted_people', 'network_meetings']));
	expect(mentors.are).toBe('paid');
	expect(goals.is).toBe('none');
	expect(stagesOf('family_network').map(([id]) => id)).toEqual([
		...['getting_to_know', 'finding_people', 'coming_together']
	]);
});

describe('HeadStart (004)', () => {
	test.each([
		['headstart_intensive', 'paid'],
		['headstart_volunteer', 'volunteer']
	])('%s is an hour a week with somebody %s, goals in domains, for about so long', (id, are) => {
		const { path, plan } = going(id);
		expect(plan.mentors.are).toBe(are);
		expect(path.map(({ stage }) => [stage.meets, stage.minutes?.most])).toEqual([
			['weekly', 60],
			['weekly', 60]
		]);
		expect(plan.goals.is).toBe('resilience');
		expect(plan.goals.domains.map(({ id: domain }) => domain)).toContain('talents');
		expect(plan.ending.is).toBe('flexible');
		expect(path.at(-1)?.until).toBe('2027-03-15');
	});

	test('a volunteer tells of grants for talents and interests', () => {
		expect(saysOf('headstart_volunteer')).toContain('grants such as Talents and Interests');
	});

	test('a group through a new school has no pairs and no goals, and somebody looks in afterwards', () => {
		const { facts, path, plan } = going('headstart_transition');
		expect(plan.shape).toBe('circle');
		expect(plan.goals.is).toBe('none');
		expect(facts.endsOn).toBe(addDays(START, 28 * 7 - 1));
		expect(nextPlace(path, START)).toMatchObject({ stage: { id: 'first_term' }, from: '2027-02-16' });
		expect(plan.ending.lookInMonths).toEqual([1, 3, 6]);
	});
});
