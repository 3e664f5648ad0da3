import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMentors, anyWaiting } from '../../../../tests/matching/anybody';
import { mentor, questions, said, young } from '../../../../tests/matching/people';
import { FIRST_QUESTIONS } from './first-questions';
import { beside, misfit, misfitOf, saidBy, wishedOf } from './reasons';
import { rank, type MentorPlace } from './rank';

type Answers = Parameters<typeof young>[1] & object;
const order = (answers: Answers['answers'], mentors: MentorPlace[]) =>
	rank(young('ash', { answers }), mentors, questions).fit.map(({ mentorId }) => mentorId);
const only = (answers: Answers['answers'], facts: Record<string, string[]>) => {
	const { fit, out } = rank(young('ash', { answers }), [mentor('di', { facts })], questions);
	return [...fit, ...out][0];
};

describe('reasons', () => {
	it('for: what is met and what is in common', () => {
		const answers = {
			gender: said(['woman'], 'must'),
			age: said(['40s', '20s']),
			languages: said(['urdu', 'polish']),
			interests: said(['films', 'chess']),
			cant_stand: said(['rain', 'crowds']),
			places: said(['park']),
			days: said(['wed', 'mon'])
		};
		const facts = {
			gender: ['woman'],
			age: ['40s'],
			languages: ['urdu'],
			interests: ['chess', 'dogs'],
			cant_stand: ['rain', 'crowds', 'forms'],
			places: ['cafe', 'park'],
			days: ['wed']
		};
		expect(only(answers, facts)).toEqual({
			mentorId: 'di',
			for: [
				{ is: 'meets_must', question: 'gender', choices: ['woman'] },
				{ is: 'meets_like', question: 'age', choices: ['40s'] },
				{ is: 'meets_like', question: 'languages', choices: ['urdu'] },
				{ is: 'shares', question: 'interests', choices: ['chess'] },
				{ is: 'shares_dislike', question: 'cant_stand', choices: ['crowds', 'rain'] },
				{ is: 'shares_place', question: 'places', choices: ['park'] },
				{ is: 'shares_day', question: 'days', choices: ['wed'] }
			],
			against: [],
			excluded: []
		});
	});

	it('against: what is not as wished, and what was not said', () => {
		const answers = { age: said(['20s']), places: said(['park']), days: said(['mon']) };
		expect(only(answers, { age: ['40s'], places: ['cafe'], days: ['wed'] })?.against).toEqual([
			{ is: 'misses_like', question: 'age', choices: ['20s'] },
			{ is: 'no_shared_place', question: 'places', choices: ['park'] },
			{ is: 'no_shared_day', question: 'days', choices: ['mon'] }
		]);
		expect(only(answers, {})?.against.map(({ is }) => is)).toEqual([
			'like_not_said',
			'places_not_said',
			'days_not_said'
		]);
	});

	it('none where nothing is in common of what nobody need have in common', () => {
		const answers = { interests: said(['films']), cant_stand: said(['rain']), called: said(['ally']) };
		expect(only(answers, { interests: ['dogs'], called: ['ally'] })).toEqual({
			mentorId: 'di',
			for: [],
			against: [],
			excluded: []
		});
	});

	it('none for “don’t mind”', () => {
		expect(only({ age: said(['20s'], 'open') }, { age: ['40s'] })?.against).toEqual([]);
	});

	it('why somebody cannot be introduced, all of them', () => {
		const one = mentor('di', { places: 1, taken: 1, standing: { approved: false }, card: null });
		const wish = young('ash', { notThese: new Set(['di']), answers: { age: said(['20s'], 'must') } });
		expect(rank(wish, [one], questions).out[0]?.excluded).toEqual([
			{ is: 'not_these', question: null, choices: [] },
			{ is: 'not_approved', question: null, choices: [] },
			{ is: 'no_card', question: null, choices: [] },
			{ is: 'no_place', question: null, choices: [] },
			{ is: 'must_not_said', question: 'age', choices: ['20s'] }
		]);
		expect(only({ age: said(['20s'], 'must') }, { age: ['40s'] })?.excluded).toEqual([
			{ is: 'misses_must', question: 'age', choices: ['20s'] }
		]);
	});
});

describe('the order', () => {
	it.each<[string, Answers['answers'], Record<string, string[]>, Record<string, string[]>]>([
		[
			'a would-like met before everything that can be in common',
			{
				age: said(['20s']),
				interests: said(['films', 'bikes', 'chess']),
				cant_stand: said(['crowds', 'rain', 'forms'])
			},
			{ age: ['20s'] },
			{ age: ['40s'], interests: ['films', 'bikes', 'chess'], cant_stand: ['crowds', 'rain', 'forms'] }
		],
		[
			'a shared dislike before a shared interest',
			{ interests: said(['films']), cant_stand: said(['rain']) },
			{ cant_stand: ['rain'] },
			{ interests: ['films'] }
		],
		[
			'two shared dislikes before one',
			{ cant_stand: said(['rain', 'crowds']) },
			{ cant_stand: ['rain', 'crowds'] },
			{ cant_stand: ['rain'] }
		],
		['one who has not said before one who is not so', { age: said(['20s']) }, {}, { age: ['40s'] }],
		['a day in common before one who has not said', { days: said(['mon']) }, { days: ['mon'] }, {}],
		[
			'a day in common before a place',
			{ days: said(['mon']), places: said(['park']) },
			{ days: ['mon'], places: ['cafe'] },
			{ days: ['wed'], places: ['park'] }
		]
	])('%s', (_, answers, first, second) => {
		expect(order(answers, [mentor('a', { facts: second }), mentor('b', { facts: first })])).toEqual([
			'b',
			'a'
		]);
	});

	it('three things in common are as good as four', () => {
		const all = ['crowds', 'rain', 'forms', 'noise'];
		const answers = { cant_stand: said(all) };
		const mentors = [
			mentor('b', { facts: { cant_stand: all } }),
			mentor('a', { facts: { cant_stand: all.slice(1) } })
		];
		expect(order(answers, mentors)).toEqual(['a', 'b']);
	});

	it('among equals: never introduced, then longest ago, then by id', () => {
		const mentors = [
			mentor('d', { lastIntroducedAt: 2 }),
			mentor('c', { lastIntroducedAt: 1 }),
			mentor('b', { lastIntroducedAt: 1 }),
			mentor('z')
		];
		expect(order({}, mentors)).toEqual(['z', 'b', 'c', 'd']);
	});
});

describe('whoever wishes and whoever there is', () => {
	const one = fc.tuple(
		anyWaiting(1).filter(({ length }) => length === 1),
		anyMentors(6)
	);

	it('no must, no veto, no full and no unapproved mentor is ever in the order', () => {
		fc.assert(
			fc.property(one, ([[wish], mentors]) => {
				for (const { mentorId } of rank(wish!, mentors, questions).fit) {
					const { card, places, taken, standing } = mentors.find(({ id }) => id === mentorId)!;
					expect(wish!.notThese.has(mentorId)).toBe(false);
					expect(taken < places && standing.approved).toBe(true);
					for (const { key, choices, weighed, matches } of questions) {
						const answer = wish!.answers[key];
						if (!weighed || matches === 'none' || answer?.weight !== 'must') continue;
						const live = answer.choices.filter((choice) => choices.some((one) => one.key === choice));
						if (live.length === 0) continue;
						expect(live.some((choice) => card?.facts[key]?.includes(choice))).toBe(true);
					}
				}
			})
		);
	});

	it('everyone is either in the order or out for a reason, once', () => {
		fc.assert(
			fc.property(one, ([[wish], mentors]) => {
				const { fit, out } = rank(wish!, mentors, questions);
				expect([...fit, ...out].map(({ mentorId }) => mentorId).sort()).toEqual(
					mentors.map(({ id }) => id).sort()
				);
				expect(out.every(({ excluded }) => excluded.length > 0)).toBe(true);
			})
		);
	});

	it('the order is what the reasons say: made again from them alone, it is the same', () => {
		fc.assert(
			fc.property(one, ([[wish], mentors]) => {
				const { fit } = rank(wish!, mentors, questions);
				const turn = ({ mentorId }: { mentorId: string }) => {
					const { lastIntroducedAt } = mentors.find(({ id }) => id === mentorId)!;
					return lastIntroducedAt ?? -1;
				};
				const again = [...fit].sort(
					(a, b) => misfit(a) - misfit(b) || turn(a) - turn(b) || (a.mentorId < b.mentorId ? -1 : 1)
				);
				expect(fit).toEqual(again);
			})
		);
	});

	it('what is measured without the reasons is what the reasons say', () => {
		fc.assert(
			fc.property(one, ([[wish], mentors]) => {
				const wished = wishedOf(wish!.answers, questions);
				for (const someone of mentors) {
					const said = saidBy(someone, questions);
					const candidate = beside(wished, new Set(), someone, said);
					const broken = candidate.excluded.some(({ question }) => question !== null);
					expect(misfitOf(wished, said)).toBe(broken ? Infinity : misfit(candidate));
				}
			})
		);
	});

	it('the order in which mentors come changes nothing', () => {
		const shuffled = one.chain(([wish, mentors]) =>
			fc.tuple(
				fc.constant(wish[0]!),
				fc.constant(mentors),
				fc.shuffledSubarray(mentors, { minLength: mentors.length })
			)
		);
		fc.assert(
			fc.property(shuffled, ([wish, mentors, others]) => {
				expect(rank(wish, others, questions)).toEqual(rank(wish, mentors, questions));
			})
		);
	});

	it('answers to questions and choices that are gone change nothing', () => {
		fc.assert(
			fc.property(one, ([[wish], mentors]) => {
				const known = (choices: readonly string[], key: string) =>
					choices.filter((choice) =>
						questions.find((one) => one.key === key)?.choices.some(({ key }) => key === choice)
					);
				const keys = questions.map(({ key }) => key);
				const answers = Object.fromEntries(
					Object.entries(wish!.answers)
						.filter(([key]) => keys.includes(key))
						.map(([key, answer]) => [key, { ...answer, choices: known(answer.choices, key) }])
				);
				expect(rank({ ...wish!, answers }, mentors, questions)).toEqual(rank(wish!, mentors, questions));
			})
		);
	});

	it('other questions altogether, switched off or named like what objects have, never fail', () => {
		const odd = JSON.parse('{"constructor":["a"],"__proto__":["b"],"toString":["c"]}');
		fc.assert(
			fc.property(one, ([[wish], mentors]) => {
				expect(() => rank(wish!, [...mentors, mentor('odd', { facts: odd })], FIRST_QUESTIONS)).not.toThrow();
				const off = questions.map((question) => ({ ...question, off: true }));
				for (const { for: speaksFor, against } of rank(wish!, mentors, off).fit)
					expect([...speaksFor, ...against]).toEqual([]);
			})
		);
	});
});
