import type { Instant } from '../clock/zones';
import type { WishQuestion } from './question';
import { whoseTurn, type MentorPlace, type YoungWish } from './rank';
import { misfitOf, outForAll, saidBy, wishedOf } from './reasons';

/** A young person who waits for somebody. */
export interface Waiting extends YoungWish {
	since: Instant;
}

/** Everyone beside everyone, as numbers. Rows are longest waiting first, columns by whose turn it is. */
export interface Misfits {
	waiting: Waiting[];
	mentors: MentorPlace[];
	room: number[];
	/**
	 * By row and column: how much further this mentor is from the wish than the nearest who could be introduced;
	 * 0 for the nearest, Infinity for one who cannot be. Measured from each one’s own nearest, so that asking for
	 * much takes nobody’s place and leaves nobody behind.
	 */
	short: Float64Array;
	/** More than any of them. */
	most: number;
}

/** How much a row’s misfit counts between equal totals: more, the longer they have waited. */
export const patience = ({ waiting }: Misfits, row: number) => waiting.length - row;

/** Measures everyone beside everyone; pauses after each young person. */
export function* everyMisfit(
	waiting: readonly Waiting[],
	mentors: readonly MentorPlace[],
	questions: readonly WishQuestion[]
): Generator<void, Misfits> {
	const rows = [...waiting].sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
	const columns = mentors.filter((mentor) => outForAll(mentor).length === 0).sort(whoseTurn);
	const said = columns.map((mentor) => saidBy(mentor, questions));
	const short = new Float64Array(rows.length * columns.length).fill(Infinity);
	let most = 1;
	for (const [row, { answers, notThese }] of rows.entries()) {
		const wished = wishedOf(answers, questions);
		const of = short.subarray(row * columns.length, (row + 1) * columns.length);
		let nearest = Infinity;
		for (const [column, mentor] of columns.entries()) {
			if (notThese.has(mentor.id)) continue;
			of[column] = misfitOf(wished, said[column]!);
			nearest = Math.min(nearest, of[column]!);
		}
		for (let column = 0; column < of.length; column++) {
			if (of[column] === Infinity) continue;
			of[column]! -= nearest;
			most = Math.max(most, of[column]! + 1);
		}
		yield;
	}
	const room = columns.map(({ places, taken }) => Math.min(places - taken, rows.length));
	return { waiting: rows, mentors: columns, room, short, most };
}
