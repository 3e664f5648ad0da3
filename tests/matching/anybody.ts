import fc from 'fast-check';
import { WEIGHTS, type WishAnswer } from '../../src/lib/domain/wishes/answer';
import type { Waiting } from '../../src/lib/domain/wishes/misfits';
import type { MentorPlace } from '../../src/lib/domain/wishes/rank';
import { mentor, questions, young } from './people';

/** What stood in an earlier set of questions, or never did. */
const GONE = ['gone', 'shoe_size'];

const optional = <T>(inner: fc.Arbitrary<T>) => fc.option(inner, { nil: undefined });
const said = <T>(record: Record<string, T | undefined>) =>
	Object.fromEntries(Object.entries(record).filter((pair): pair is [string, T] => pair[1] !== undefined));

function byQuestion<T>(ofChoices: (choices: fc.Arbitrary<string[]>) => fc.Arbitrary<T>) {
	const every = questions.map(
		({ key, choices }) => [key, fc.subarray([...choices.map((choice) => choice.key), 'gone'])] as const
	);
	const gone = GONE.map((key) => [key, fc.subarray(['a', 'b'])] as const);
	return fc
		.record(
			Object.fromEntries([...every, ...gone].map(([key, choices]) => [key, optional(ofChoices(choices))]))
		)
		.map((record) => said<T>(record));
}

const anyAnswers = byQuestion<WishAnswer>((choices) =>
	fc.record({
		choices,
		words: fc.constantFrom('', 'someone calm'),
		weight: fc.constantFrom(...WEIGHTS),
		at: fc.nat(5)
	})
);

const mostly = fc.nat(9).map((die) => die < 9);

const anyMentor = (id: string) =>
	fc
		.record({
			facts: byQuestion((choices) => choices),
			places: fc.nat(2),
			taken: fc.nat(1),
			approved: mostly,
			card: mostly,
			lastIntroducedAt: fc.option(fc.nat(2))
		})
		.map(({ approved, card, ...given }): MentorPlace => ({
			...mentor(id, { ...given, standing: { approved } }),
			...(!card && { card: null })
		}));

/** Up to `most` mentors: some full, some not approved, some who say nothing. */
export const anyMentors = (most: number) =>
	fc
		.nat(most)
		.chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyMentor(`mentor-${n}`))));

/** Up to `most` young people who wait, some as long as others. */
export const anyWaiting = (most: number) =>
	fc.nat(most).chain((count) =>
		fc.tuple(
			...Array.from({ length: count }, (_, n) =>
				fc
					.record({
						answers: anyAnswers,
						notThese: fc.subarray(['mentor-0', 'mentor-1', 'mentor-2', 'somebody-gone']),
						since: fc.nat(2)
					})
					.map(({ notThese, ...given }): Waiting => ({
						...young(`young-${n}`),
						...given,
						notThese: new Set(notThese)
					}))
			)
		)
	);
