import { NOBODY } from './least-misfit';
import { patience, type Misfits } from './misfits';

/**
 * Why one has the place and not the other, told by what would be if the two changed places: one of them would have
 * nobody; together they would be further from their wishes; it would be the same, and this one has waited longer;
 * or they have waited as long, and ids decided.
 */
export const DECIDED = ['else_nobody', 'nearer_together', 'waited_longer', 'as_long'] as const;
export type Decided = (typeof DECIDED)[number];

/** A mentor whom more young people would have first than there are places. */
export interface Clash {
	mentorId: string;
	/** Whose first choice they are, and who are proposed somebody further from their wish, or nobody. */
	missedBy: string[];
	/** Who is proposed them, and by which part of the rule before each of those who are not. */
	given: { youngId: string; before: { youngId: string; because: Decided }[] }[];
}

/** What two rows cost when they go to these columns: people without, misfits, misfits by patience. */
function cost(misfits: Misfits, goes: readonly [row: number, column: number][]): [number, number, number] {
	const { short, most, mentors } = misfits;
	let [without, first, second] = [0, 0, 0];
	for (const [row, column] of goes) {
		const at = column === NOBODY ? Infinity : (short[row * mentors.length + column] ?? Infinity);
		if (at === Infinity) without++;
		else first += at;
		second += patience(misfits, row) * Math.min(at, most);
	}
	return [without, first, second];
}

function decided(misfits: Misfits, goes: Int32Array, has: number, missed: number): Decided {
	const [one, other] = [goes[has] ?? NOBODY, goes[missed] ?? NOBODY];
	const now = cost(misfits, [
		[has, one],
		[missed, other]
	]);
	const then = cost(misfits, [
		[has, other],
		[missed, one]
	]);
	if (now[0] !== then[0]) return 'else_nobody';
	if (now[1] !== then[1]) return 'nearer_together';
	return misfits.waiting[has]?.since === misfits.waiting[missed]?.since ? 'as_long' : 'waited_longer';
}

/** The popular mentors of a proposal, by whose turn it is. A first choice is who comes first when they are ranked. */
export function clashes(misfits: Misfits, goes: Int32Array): Clash[] {
	const { waiting, mentors, short } = misfits;
	const name = (row: number) => waiting[row]?.id ?? '';
	const missing = new Map<number, number[]>();
	for (let row = 0; row < waiting.length; row++) {
		const of = short.subarray(row * mentors.length, (row + 1) * mentors.length);
		const firstChoice = of.indexOf(0);
		if (firstChoice !== NOBODY && of[goes[row] ?? NOBODY] !== 0)
			missing.set(firstChoice, [...(missing.get(firstChoice) ?? []), row]);
	}
	return mentors.flatMap(({ id: mentorId }, column) => {
		const missed = missing.get(column);
		if (!missed) return [];
		const given = [...goes.keys()]
			.filter((row) => goes[row] === column)
			.map((row) => ({
				youngId: name(row),
				before: missed.map((other) => ({
					youngId: name(other),
					because: decided(misfits, goes, row, other)
				}))
			}));
		return [{ mentorId, missedBy: missed.map(name), given }];
	});
}
