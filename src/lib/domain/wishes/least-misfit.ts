/**
 * A transport problem: every row goes to one column, or to nobody, and no column takes more than it has room for.
 * Costs have two levels: the second only counts between totals whose first is the same.
 */
export interface Table {
	rows: number;
	columns: number;
	/** By column. */
	room: ArrayLike<number>;
	/** By row and column, row after row; Infinity where they do not go together. Whole numbers from 0. */
	first: Float64Array;
	second: Float64Array;
	/** By row: what it costs to go to nobody. */
	nobodyFirst: Float64Array;
	nobodySecond: Float64Array;
}

export const NOBODY = -1;
/** Comparisons between two pauses: about a millisecond’s worth. */
const STRIDE = 100_000;

/**
 * The cheapest way, as the column of each row. The same table always gives the same answer: among equals the lower
 * column is taken first. It pauses often, so that whoever runs it can let others go first.
 *
 * Rows are added one by one along shortest augmenting paths, with prices (duals) for rows and columns that keep
 * every reduced cost at or above 0. Source: Ahuja, Magnanti and Orlin, *Network Flows*, 9.7; for one place a column
 * it is the method of Jonker and Volgenant (1987).
 */
export function* leastMisfit(table: Table): Generator<void, Int32Array> {
	const { rows, columns, first, second } = table;
	// Nobody is one more column, with room for all.
	const width = columns + 1;
	const taken: number[][] = Array.from({ length: width }, () => []);
	const goes = new Int32Array(rows).fill(NOBODY);
	const [rowPrice, rowPrice2] = [new Float64Array(rows), new Float64Array(rows)];
	const [price, price2] = [new Float64Array(width), new Float64Array(width)];
	const [far, far2] = [new Float64Array(width), new Float64Array(width)];
	const from = new Int32Array(width);
	const reached = new Uint8Array(width);
	let steps = 0;

	/** Looks from `row`, itself reached at `base`, at every column not reached yet. */
	function look(row: number, base: number, base2: number): void {
		const [less, less2] = [base - rowPrice[row]!, base2 - rowPrice2[row]!];
		for (let column = 0; column < width; column++) {
			if (reached[column]) continue;
			const at = row * columns + column;
			const nobody = column === columns;
			const way = (nobody ? table.nobodyFirst[row]! : first[at]!) + less - price[column]!;
			if (way > far[column]! || way === Infinity) continue;
			const way2 = (nobody ? table.nobodySecond[row]! : second[at]!) + less2 - price2[column]!;
			if (way === far[column]! && way2 >= far2[column]!) continue;
			far[column] = way;
			far2[column] = way2;
			from[column] = row;
		}
		steps += 2 * width;
	}

	/** The nearest column not reached yet. There always is one: nobody has room. */
	function nearest(): number {
		let best = columns;
		for (let column = columns - 1; column >= 0; column--) {
			if (reached[column]) continue;
			const nearer = far[column]! - far[best]! || far2[column]! - far2[best]!;
			// Infinity less Infinity is NaN, which is neither.
			if (nearer <= 0) best = column;
		}
		return best;
	}

	for (let row = 0; row < rows; row++) {
		far.fill(Infinity);
		far2.fill(Infinity);
		reached.fill(0);
		const passed: number[] = [];
		look(row, 0, 0);
		let end = nearest();
		while (end < columns && taken[end]!.length >= table.room[end]!) {
			reached[end] = 1;
			passed.push(end);
			for (const other of taken[end]!) look(other, far[end]!, far2[end]!);
			end = nearest();
			if (steps < STRIDE) continue;
			yield;
			steps = 0;
		}

		rowPrice[row]! += far[end]!;
		rowPrice2[row]! += far2[end]!;
		for (const column of passed) {
			const [up, up2] = [far[end]! - far[column]!, far2[end]! - far2[column]!];
			price[column]! -= up;
			price2[column]! -= up2;
			for (const other of taken[column]!) {
				rowPrice[other]! += up;
				rowPrice2[other]! += up2;
			}
		}

		for (let column = end, mover = -1; mover !== row;) {
			mover = from[column]!;
			const left = goes[mover]!;
			goes[mover] = column;
			taken[column]!.push(mover);
			if (mover !== row) taken[left]!.splice(taken[left]!.indexOf(mover), 1);
			column = left;
		}
	}
	return goes.map((column) => (column === columns ? NOBODY : column));
}
