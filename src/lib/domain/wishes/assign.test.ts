import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMentors, anyWaiting } from '../../../../tests/matching/anybody';
import { mentor, questions, said, young } from '../../../../tests/matching/people';
import { propose, proposing, type Proposal, type Waiting } from './assign';
import { misfit } from './reasons';
import { rank, type MentorPlace } from './rank';

const pairs = ({ pairs }: Proposal) =>
	pairs.map(({ youngId, candidate }) => `${youngId} ${candidate.mentorId}`);
const ash = { ...young('ash'), since: 1 };
const bo = { ...young('bo'), since: 2 };
const kit = { ...young('kit'), since: 3 };
const likes = (...choices: string[]) => ({ gender: said(choices) });
const must = (...choices: string[]) => ({ gender: said(choices, 'must') });
const woman = { gender: ['woman'] };
const man = { gender: ['man'] };

describe('places are shared out', () => {
	it('so that as many as possible have somebody, though one could have come nearer', () => {
		const proposal = propose(
			[
				{ ...ash, answers: likes('woman') },
				{ ...bo, answers: must('woman') }
			],
			[mentor('di', { facts: woman }), mentor('em', { facts: man })],
			questions
		);
		expect(pairs(proposal)).toEqual(['ash em', 'bo di']);
		expect(proposal.without).toEqual([]);
		expect(proposal.clashes).toEqual([
			{
				mentorId: 'di',
				missedBy: ['ash'],
				given: [{ youngId: 'bo', before: [{ youngId: 'ash', because: 'else_nobody' }] }]
			}
		]);
	});

	it('so that nobody is left without to bring two others nearer', () => {
		const people = [
			{ ...ash, answers: likes('woman'), notThese: new Set(['zo']) },
			{ ...bo, answers: likes('man'), notThese: new Set(['di']) },
			{ ...kit, answers: { languages: said(['polish'], 'must') } }
		];
		const mentors = [
			mentor('di', { facts: { ...woman, languages: ['polish'] } }),
			mentor('em', { facts: man }),
			mentor('zo', { facts: woman })
		];
		expect(pairs(propose(people, mentors, questions))).toEqual(['ash em', 'bo zo', 'kit di']);
	});

	it('so that wishes are missed least together', () => {
		const proposal = propose(
			[
				{ ...ash, answers: { ...likes('woman') } },
				{ ...bo, answers: { ...likes('woman'), age: said(['20s']) } }
			],
			[mentor('di', { facts: { ...woman, age: ['20s'] } }), mentor('em', { facts: man })],
			questions
		);
		expect(pairs(proposal)).toEqual(['ash em', 'bo di']);
		expect(proposal.clashes[0]?.given[0]?.before).toEqual([{ youngId: 'ash', because: 'nearer_together' }]);
	});

	it('so that the one who has waited longest comes nearest when it is the same together', () => {
		const people = [
			{ ...bo, answers: likes('woman') },
			{ ...ash, answers: likes('woman') }
		];
		const mentors = [mentor('di', { facts: man }), mentor('em', { facts: woman })];
		const proposal = propose(people, mentors, questions);
		expect(pairs(proposal)).toEqual(['ash em', 'bo di']);
		expect(proposal.clashes).toEqual([
			{
				mentorId: 'em',
				missedBy: ['bo'],
				given: [{ youngId: 'ash', before: [{ youngId: 'bo', because: 'waited_longer' }] }]
			}
		]);
	});

	it('by their ids when they have waited as long', () => {
		const people = [
			{ ...bo, since: 1, answers: likes('woman') },
			{ ...ash, answers: likes('woman') }
		];
		const proposal = propose(people, [mentor('em', { facts: woman })], questions);
		expect(pairs(proposal)).toEqual(['ash em']);
		expect(proposal.clashes[0]?.given[0]?.before).toEqual([{ youngId: 'bo', because: 'as_long' }]);
		expect(proposal.without).toEqual([{ youngId: 'bo', why: 'places_ran_out' }]);
	});

	it('and the one who asks for much is not left behind for it', () => {
		const asks = { ...likes('woman'), age: said(['20s']), places: said(['cafe']) };
		const proposal = propose([bo, { ...ash, answers: asks }], [mentor('di', { facts: man })], questions);
		expect(pairs(proposal)).toEqual(['ash di']);
	});

	it('up to the room that a mentor has, and not one more', () => {
		const di = mentor('di', { places: 3, taken: 1 });
		expect(pairs(propose([ash, bo], [di], questions))).toEqual(['ash di', 'bo di']);
		expect(pairs(propose([ash, bo, kit], [di], questions))).toEqual(['ash di', 'bo di']);
	});

	it('first to whom it has been longest since anybody was introduced', () => {
		const mentors = [
			mentor('di', { lastIntroducedAt: 9 }),
			mentor('em', { lastIntroducedAt: 8 }),
			mentor('zo', { lastIntroducedAt: 7 })
		];
		expect(pairs(propose([ash, bo], mentors, questions))).toEqual(['ash zo', 'bo em']);
	});

	it('and who can be introduced to nobody is told apart from who came too late', () => {
		const proposal = propose(
			[ash, bo, { ...kit, answers: must('woman') }],
			[mentor('di', { facts: man })],
			questions
		);
		expect(proposal.without).toEqual([
			{ youngId: 'bo', why: 'places_ran_out' },
			{ youngId: 'kit', why: 'nobody_fits' }
		]);
	});

	it('with nobody waiting, and with no mentor', () => {
		expect(propose([], [mentor('di')], questions)).toEqual({ pairs: [], without: [], clashes: [] });
		expect(propose([ash], [], questions).without).toEqual([{ youngId: 'ash', why: 'nobody_fits' }]);
	});
});

/** Every way to share the places out: by person, the index of a mentor or -1. */
function* everyWay(
	waiting: Waiting[],
	mentors: MentorPlace[],
	fits: Map<string, number>[]
): Generator<number[]> {
	const room = mentors.map(({ places, taken }) => places - taken);
	function* from(way: number[]): Generator<number[]> {
		const next = waiting[way.length];
		if (!next) return void (yield [...way]);
		for (const [index, { id }] of mentors.entries()) {
			if (!fits[way.length]?.has(id) || way.filter((other) => other === index).length >= room[index]!)
				continue;
			yield* from([...way, index]);
		}
		yield* from([...way, -1]);
	}
	yield* from([]);
}

/** What the rule looks at, in its order; less is better. Written apart from the solver, from `rank` alone. */
function byTheRule(waiting: Waiting[], mentors: MentorPlace[], fits: Map<string, number>[], way: number[]) {
	const shorts = fits.map((fit) => {
		const nearest = Math.min(...fit.values());
		return new Map([...fit].map(([id, weight]) => [id, weight - nearest]));
	});
	const most = Math.max(1, ...shorts.flatMap((fit) => [...fit.values()].map((short) => short + 1)));
	const sums = { without: 0, total: 0, patience: 0 };
	for (const [person, index] of way.entries()) {
		const short = index < 0 ? undefined : shorts[person]?.get(mentors[index]!.id);
		if (short === undefined) sums.without++;
		sums.total += short ?? 0;
		sums.patience += (waiting.length - person) * (short ?? most);
	}
	return [sums.without, sums.total, sums.patience];
}

const less = (a: number[], b: number[]) => {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at >= 0 && a[at]! < b[at]!;
};

const inTurn = (waiting: Waiting[]) =>
	[...waiting].sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));

const fitsOf = (waiting: Waiting[], mentors: MentorPlace[]) =>
	waiting.map(
		(one) =>
			new Map(rank(one, mentors, questions).fit.map((candidate) => [candidate.mentorId, misfit(candidate)]))
	);

function wayOf({ pairs }: Proposal, waiting: Waiting[], mentors: MentorPlace[]) {
	const by = new Map(pairs.map(({ youngId, candidate }) => [youngId, candidate.mentorId]));
	return waiting.map(({ id }) => mentors.findIndex((mentor) => mentor.id === by.get(id)));
}

describe('whoever waits and whoever there is', () => {
	it('no way of sharing out is better by the rule', () => {
		fc.assert(
			fc.property(anyWaiting(4), anyMentors(4), (people, mentors) => {
				const waiting = inTurn(people);
				const fits = fitsOf(waiting, mentors);
				const way = wayOf(propose(people, mentors, questions), waiting, mentors);
				const ours = byTheRule(waiting, mentors, fits, way);
				for (const other of everyWay(waiting, mentors, fits))
					expect(less(byTheRule(waiting, mentors, fits, other), ours)).toBe(false);
			}),
			{ numRuns: 200 }
		);
	});

	it('everyone has a place or a reason, and no must, no veto and no room is broken', () => {
		fc.assert(
			fc.property(anyWaiting(8), anyMentors(6), (waiting, mentors) => {
				const proposal = propose(waiting, mentors, questions);
				const named = [...proposal.pairs, ...proposal.without].map(({ youngId }) => youngId);
				expect(named.sort()).toEqual(waiting.map(({ id }) => id).sort());
				for (const { youngId, candidate } of proposal.pairs) {
					const one = waiting.find(({ id }) => id === youngId)!;
					expect(rank(one, mentors, questions).fit).toContainEqual(candidate);
				}
				for (const { id, places, taken } of mentors) {
					const given = proposal.pairs.filter(({ candidate }) => candidate.mentorId === id).length;
					expect(given).toBeLessThanOrEqual(Math.max(0, places - taken));
				}
			})
		);
	});

	it('the proposal is the same in whatever order people come, and the second time', () => {
		const shuffled = fc
			.tuple(anyWaiting(6), anyMentors(5))
			.chain(([waiting, mentors]) =>
				fc.tuple(
					fc.constant([waiting, mentors] as const),
					fc.shuffledSubarray(waiting, { minLength: waiting.length }),
					fc.shuffledSubarray(mentors, { minLength: mentors.length })
				)
			);
		fc.assert(
			fc.property(shuffled, ([[waiting, mentors], others, otherMentors]) => {
				const proposal = propose(waiting, mentors, questions);
				expect(propose(others, otherMentors, questions)).toEqual(proposal);
				expect(propose(waiting, mentors, questions)).toEqual(proposal);
			})
		);
	});

	it('every clash is one: the place was wanted, is full, and the reason is true', () => {
		fc.assert(
			fc.property(anyWaiting(6), anyMentors(4), (people, mentors) => {
				const waiting = inTurn(people);
				const fits = fitsOf(waiting, mentors);
				const proposal = propose(people, mentors, questions);
				const way = wayOf(proposal, waiting, mentors);
				const weigh = (other: number[]) => byTheRule(waiting, mentors, fits, other);
				const person = (id: string) => waiting.findIndex((one) => one.id === id);
				for (const { mentorId, missedBy, given } of proposal.clashes) {
					const { places, taken } = mentors.find(({ id }) => id === mentorId)!;
					expect(given).toHaveLength(places - taken);
					for (const id of missedBy)
						expect(rank(waiting[person(id)]!, mentors, questions).fit[0]?.mentorId).toBe(mentorId);
					for (const { youngId, before } of given) {
						expect(before.map(({ youngId }) => youngId)).toEqual(missedBy);
						for (const { youngId: other, because } of before) {
							const [one, two] = [person(youngId), person(other)];
							const changed = way.with(one, way[two]!).with(two, way[one]!);
							const at = weigh(way).findIndex((value, index) => value !== weigh(changed)[index]);
							const waited = waiting[one]!.since < waiting[two]!.since ? 'waited_longer' : 'as_long';
							expect(because).toBe(['else_nobody', 'nearer_together', waited][at]);
						}
					}
				}
			})
		);
	});

	it('it pauses, and is the same with pauses', () => {
		const waiting = Array.from({ length: 40 }, (_, index) => ({ ...young(`y${index}`), since: index }));
		const mentors = Array.from({ length: 30 }, (_, index) => mentor(`m${index}`));
		const steps = proposing(waiting, mentors, questions);
		let pauses = 0;
		let step = steps.next();
		for (; !step.done; step = steps.next()) pauses++;
		expect(pauses).toBeGreaterThanOrEqual(waiting.length);
		expect(step.value).toEqual(propose(waiting, mentors, questions));
	});
});
