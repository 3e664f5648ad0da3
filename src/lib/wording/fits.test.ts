import { describe, expect, test } from 'vitest';
import { FIRST_QUESTIONS } from '../domain/wishes/first-questions';
import { AGAINST, EXCLUDED, FOR, rank } from '../domain/wishes/rank';
import { mentor, said } from '../../../tests/matching/people';
import { sayAgainst, sayClash, sayExcluded, sayFor, saySought } from './fits';

const of = { young: 'Remi', questions: FIRST_QUESTIONS };
const names: Record<string, string> = { dee: 'Dee', remi: 'Remi', ash: 'Ash', kit: 'Kit' };
const nameOf = (id: string) => names[id] ?? id;

/** What is said of one mentor beside Remi’s wish. */
function beside(answers: Parameters<typeof rank>[0]['answers'], facts: Record<string, string[]>) {
	const { fit, out } = rank({ answers, notThese: new Set() }, [mentor('dee', { facts })], FIRST_QUESTIONS);
	const [one] = [...fit, ...out];
	return {
		for: one?.for.map((reason) => sayFor(reason, of)),
		against: one?.against.map((reason) => sayAgainst(reason, of)),
		out: one?.excluded.map((reason) => sayExcluded(reason, of))
	};
}

describe('why two people fit', () => {
	test('is said in the words of the choices', () => {
		const answers = {
			gender: said(['woman'], 'must'),
			age: said(['60_over']),
			interests: said(['music', 'films']),
			cant_stand: said(['crowds', 'late']),
			places: said(['cafe', 'online']),
			days: said(['mon_evening', 'wed_evening', 'wed_after_school'])
		};
		const facts = {
			gender: ['woman'],
			age: ['60_over'],
			interests: ['music', 'films'],
			cant_stand: ['crowds', 'late'],
			places: ['cafe'],
			days: ['wed_evening', 'wed_after_school', 'mon_evening']
		};
		expect(beside(answers, facts)).toEqual({
			for: [
				'As Remi would like: “60 and over”',
				'A must, and met: “A woman”',
				'Both are into music, films and series',
				'Both can’t stand crowds, people who are late',
				'Places that suit both: a café',
				'Mondays and Wednesdays work'
			],
			against: [],
			out: []
		});
	});

	test('is said with what was wished where it was missed', () => {
		const answers = {
			age: said(['close', '20s_30s']),
			days: said(['sat_daytime']),
			places: said(['library'])
		};
		const facts = { age: ['60_over'], days: ['sun_daytime'], places: ['cafe'] };
		expect(beside(answers, facts).against).toEqual([
			'Not the age Remi would like: “Close to my age (16 to 24)” or “In their 20s or 30s”',
			'No place in common',
			'No day in common'
		]);
	});

	test('says what a card does not say', () => {
		const answers = { faith: said(['sikh']), days: said(['sat_daytime']), places: said(['library']) };
		expect(beside(answers, {}).against).toEqual([
			'The card doesn’t say: faith',
			'The card says no places',
			'The card says no days'
		]);
	});

	test('says which must is missed, and which nobody knows of', () => {
		const answers = { gender: said(['woman'], 'must'), languages: said(['polish', 'urdu'], 'must') };
		expect(beside(answers, { gender: ['man'] }).out).toEqual([
			'Not the gender Remi must have: “A woman”',
			'Remi must have “Polish” or “Urdu”, and the card doesn’t say'
		]);
	});

	test('asks in the programme’s own words where the question is its own', () => {
		const own = [{ ...FIRST_QUESTIONS[0]!, key: 'pets', asks: 'Should they have a pet?' }];
		const missed = { is: 'misses_like', question: 'pets', choices: ['close'] } as const;
		expect(sayAgainst({ ...missed, choices: ['close'] }, { young: 'Remi', questions: own })).toBe(
			'Not what Remi would like for “Should they have a pet?”: “Close to my age (16 to 24)”'
		);
	});

	test('keeps the words of a choice of days that are no days of the week', () => {
		const reason = { is: 'shares_day' as const, question: 'when', choices: ['after_lunch'] };
		expect(sayFor(reason, of)).toBe('Both can: after_lunch');
	});

	test.each([
		...FOR.map((is) => sayFor({ is, question: 'age', choices: ['close'] }, of)),
		...AGAINST.map((is) => sayAgainst({ is, question: 'gender', choices: ['woman'] }, of)),
		...EXCLUDED.map((is) => sayExcluded({ is, question: 'gender', choices: ['woman'] }, of))
	])('never says how much anything counts: %s', (words) => {
		expect(words.replace('(16 to 24)', '')).not.toMatch(/\d|score|rank|per cent|%/i);
		expect(words).not.toBe('');
	});
});

describe('a clash', () => {
	const before = [{ youngId: 'ash', because: 'waited_longer' as const }];
	const clash = { mentorId: 'dee', missedBy: ['ash'], given: [{ youngId: 'remi', before }] };

	test('says how many, and by which part of the rule', () => {
		expect(sayClash(clash, 2, nameOf)).toBe(
			'Two people would like Dee first. Remi has waited longer than Ash.'
		);
		expect(sayClash({ ...clash, missedBy: ['ash', 'kit'] }, 3, nameOf)).toMatch(/^3 people would like Dee/);
	});

	test('does not count somebody who is only given what they did not ask for first', () => {
		const given = [{ youngId: 'remi', before: [{ youngId: 'ash', because: 'else_nobody' as const }] }];
		expect(sayClash({ ...clash, given }, 1, nameOf)).toBe(
			'Ash would like Dee first, and Dee is proposed to someone else. Otherwise Remi would have nobody.'
		);
	});
});

test('whom to look for is said by a count and in the words of the choice', () => {
	expect(saySought({ question: 'gender', choice: 'woman', waiting: 1 }, FIRST_QUESTIONS)).toBe(
		'One person waits for “A woman”'
	);
	expect(saySought({ question: 'gender', choice: 'woman', waiting: 2 }, FIRST_QUESTIONS)).toBe(
		'2 people wait for “A woman”'
	);
});
