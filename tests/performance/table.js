/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} [unit]
 * @property {number[]} [bare] what the bare baseline took, round by round
 * @property {number[]} ours what we took, in the same rounds
 * @property {number} [ratio] the most that ours may be of the baseline
 * @property {number} [most] the most that ours may be by itself
 */

/** @param {readonly number[]} values */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	if (low === undefined || high === undefined) throw new Error('Nothing was measured.');
	return (low + high) / 2;
}

/** @param {readonly number[]} values @param {number} part from 0 to 1 */
export function percentile(values, part) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** @param {number} value */
const rounded = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value < 1 ? 3 : 1));

/** The median over the rounds of what we took for each one that the baseline took. @param {Figure} figure */
function ratioOf({ bare, ours }) {
	if (!bare) return undefined;
	return median(ours.map((value, round) => value / (bare[round] ?? median(bare))));
}

const HEADS = ['figure', 'bare', 'ours', 'ratio', 'bound'];

/** @param {Figure} figure @returns {string[]} */
function cells(figure) {
	const { name, unit, bare, ours, ratio: bound, most } = figure;
	const took = median(ours);
	const ratio = ratioOf(figure);
	const bounds = [bound && `≤ ${bound}×`, most !== undefined && `≤ ${most}`].filter(Boolean);
	const held = (!bound || (ratio ?? Infinity) <= bound) && (most === undefined || took <= most);
	const answer = bounds.length === 0 ? '–' : `${held ? 'holds' : 'MISSES'} (${bounds.join(', ')})`;
	return [
		unit ? `${name}, ${unit}` : name,
		bare ? rounded(median(bare)) : '–',
		rounded(took),
		ratio === undefined ? '–' : `${ratio.toFixed(2)}×`,
		answer
	];
}

/** @param {string} title @param {Figure[]} figures */
export function printTable(title, figures) {
	const rows = [HEADS, ...figures.map(cells)];
	const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	/** @param {string[]} row */
	const line = (row) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join(' | ');
	const [heads = HEADS, ...rest] = rows;
	const ruler = widths.map((width) => '-'.repeat(width)).join(' | ');
	console.log(['', title, '', line(heads), ruler, ...rest.map(line), ''].join('\n'));
}
