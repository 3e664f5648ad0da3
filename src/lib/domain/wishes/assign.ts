import { clashes, type Clash } from './clashes';
import { leastMisfit, NOBODY } from './least-misfit';
import { everyMisfit, patience, type Misfits, type Waiting } from './misfits';
import type { WishQuestion } from './question';
import type { Candidate, MentorPlace } from './rank';
import { beside, saidBy, wishedOf } from './reasons';

export type { Waiting } from './misfits';

/** What the desk is shown: nothing happens until a person decides each one. */
export interface Proposal {
	/** Longest waiting first. */
	pairs: { youngId: string; candidate: Candidate }[];
	/** Who is left without, longest waiting first: because nobody can be introduced, or others have the places. */
	without: { youngId: string; why: 'nobody_fits' | 'places_ran_out' }[];
	clashes: Clash[];
}

/** The cheapest way, where being left without costs more than all misfits together. */
function* everyPlace(misfits: Misfits): Generator<void, Int32Array> {
	const { short, most, room } = misfits;
	const [rows, columns] = [misfits.waiting.length, misfits.mentors.length];
	return yield* leastMisfit({
		rows,
		columns,
		room,
		first: short,
		second: short.map((misfit, at) => misfit * patience(misfits, Math.floor(at / columns))),
		nobodyFirst: new Float64Array(rows).fill(rows * most),
		nobodySecond: Float64Array.from({ length: rows }, (_, row) => most * patience(misfits, row))
	});
}

/**
 * Who could be introduced to whom, across everyone who waits, in pieces: it pauses every few milliseconds, so that a
 * server can answer others in between.
 *
 * The rule, in this order: as many as possible get somebody who can be introduced; the misfits together are least;
 * who has waited longest comes nearest to their wish, and is not the one left without; then ids decide. The same
 * people give the same proposal, in whatever order they come.
 */
export function* proposing(
	waiting: readonly Waiting[],
	mentors: readonly MentorPlace[],
	questions: readonly WishQuestion[]
): Generator<void, Proposal> {
	const misfits = yield* everyMisfit(waiting, mentors, questions);
	const goes = yield* everyPlace(misfits);
	const proposal: Proposal = { pairs: [], without: [], clashes: clashes(misfits, goes) };
	for (const [row, { id: youngId, answers, notThese }] of misfits.waiting.entries()) {
		const mentor = misfits.mentors[goes[row] ?? NOBODY];
		if (mentor) {
			const candidate = beside(wishedOf(answers, questions), notThese, mentor, saidBy(mentor, questions));
			proposal.pairs.push({ youngId, candidate });
			yield;
			continue;
		}
		const [from, to] = [row * misfits.mentors.length, (row + 1) * misfits.mentors.length];
		const anybody = misfits.short.subarray(from, to).some((short) => short < Infinity);
		proposal.without.push({ youngId, why: anybody ? 'places_ran_out' : 'nobody_fits' });
	}
	return proposal;
}

/** As `proposing`, all at once. */
export function propose(
	waiting: readonly Waiting[],
	mentors: readonly MentorPlace[],
	questions: readonly WishQuestion[]
): Proposal {
	const steps = proposing(waiting, mentors, questions);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
