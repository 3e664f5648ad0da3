import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastMisfit, NOBODY, type Table } from './least-misfit';

/** Few different first costs make many ties for the second to decide. */
const anyTable = fc
	.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, 6))
	.chain(([rows, columns, most]) => {
		const costs = (length: number, upTo: number) =>
			fc
				.array(fc.nat(upTo), { minLength: length, maxLength: length })
				.map((values) => Float64Array.from(values));
		return fc.record({
			rows: fc.constant(rows),
			columns: fc.constant(columns),
			room: fc.array(fc.nat(2), { minLength: columns, maxLength: columns }),
			first: costs(rows * columns, most + 1).map((all) => all.map((cost) => (cost > most ? Infinity : cost))),
			second: costs(rows * columns, 9),
			nobodyFirst: costs(rows, most + 2),
			nobodySecond: costs(rows, 9)
		});
	});

function cost({ columns, first, second, nobodyFirst, nobodySecond }: Table, way: ArrayLike<number>) {
	const sums: [number, number] = [0, 0];
	for (const [row, column] of Array.from(way).entries()) {
		const at = row * columns + column;
		sums[0] += column === NOBODY ? nobodyFirst[row]! : first[at]!;
		sums[1] += column === NOBODY ? nobodySecond[row]! : second[at]!;
	}
	return sums;
}

function cheapest(table: Table): [number, number] {
	let best: [number, number] = [Infinity, Infinity];
	const room = Array.from(table.room);
	function from(way: number[]): void {
		if (way.length === table.rows) {
			const sums = cost(table, way);
			if (sums[0] < best[0] || (sums[0] === best[0] && sums[1] < best[1])) best = sums;
			return;
		}
		from([...way, NOBODY]);
		for (let column = 0; column < table.columns; column++)
			if (way.filter((other) => other === column).length < room[column]!) from([...way, column]);
	}
	from([]);
	return best;
}

function solve(table: Table) {
	const steps = leastMisfit(table);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

describe('sharing out', () => {
	it('is as cheap as the cheapest of all ways, within the room there is', () => {
		fc.assert(
			fc.property(anyTable, (table) => {
				const way = solve(table);
				expect(cost(table, way)).toEqual(cheapest(table));
				for (let column = 0; column < table.columns; column++)
					expect(way.filter((other) => other === column).length).toBeLessThanOrEqual(table.room[column]!);
			}),
			{ numRuns: 500 }
		);
	});

	it('lets others go first while it works', () => {
		const side = 150;
		// Whoever comes later makes all before them think again.
		const values = Float64Array.from(
			{ length: side * side },
			(_, at) => (side - Math.floor(at / side)) * ((at % side) + 1)
		);
		const table = {
			rows: side,
			columns: side,
			room: new Array<number>(side).fill(1),
			first: values,
			second: values,
			nobodyFirst: new Float64Array(side).fill(10_000_000),
			nobodySecond: new Float64Array(side)
		};
		const steps = leastMisfit(table);
		let pauses = 0;
		let step = steps.next();
		for (; !step.done; step = steps.next()) pauses++;
		expect(pauses).toBeGreaterThan(2);
		expect(new Set(step.value).size).toBe(side);
	});
});
