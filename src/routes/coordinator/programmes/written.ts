import * as v from 'valibot';
import { GOAL_KINDS } from '$lib/domain/goals/goal';
import { FEATURES, Plan } from '$lib/domain/programmes/plan';
import { planProblems, type PlanProblem } from '$lib/domain/programmes/plan-holds';
import type { Typed } from '../forms';
import { newName, rowsIn } from './rows';

/** Boxes for further questions or domains below those there are: saving gives as many again. */
export const SPARE_ROWS = 2;

const filled = (typed: Typed, box: string) => (typed[box] ?? '').trim();
const isOn = (typed: Typed, box: string) => typed[box] === 'on';

/** A whole number; not a number where something else is written. */
function number(typed: Typed, box: string): number {
	const written = filled(typed, box);
	return /^\d{1,4}$/.test(written) ? Number(written) : NaN;
}
const perhaps = (typed: Typed, box: string) => (filled(typed, box) === '' ? null : number(typed, box));
const lasting = (typed: Typed, box: string) => ({
	in: typed[`${box}.in`] ?? '',
	many: number(typed, `${box}.many`)
});
const perhapsLasting = (typed: Typed, box: string) =>
	filled(typed, `${box}.many`) === '' ? null : lasting(typed, box);

/** What was on already stays in its place, so that saving what was only looked at changes nothing. */
function chosen<One extends string>(
	typed: Typed,
	box: string,
	{ all, before }: { all: readonly One[]; before: readonly One[] }
): One[] {
	const order = [...before, ...all.filter((one) => !before.includes(one))];
	return order.filter((one) => isOn(typed, `${box}.${one}`));
}

/** Rows with nothing written in them are none: for each that is left, in which row of the form it stands. */
class Left {
	readonly #rows = new Map<string, number[]>();

	of(typed: Typed, list: string, box: string, as: string): Typed[] {
		const rows = rowsIn(typed, list).map((row, place) => ({ row, place }));
		const left = rows.filter(({ row }) => filled(row, box) !== '');
		this.#rows.set(
			as,
			left.map(({ place }) => place)
		);
		return left.map(({ row }) => row);
	}

	/** The box of a part of the plan. */
	boxOf(path: readonly string[]): string {
		const boxes: string[] = [];
		path.forEach((part, depth) => {
			const rows = /^\d+$/.test(part) ? this.#rows.get(path.slice(0, depth).join('.')) : undefined;
			boxes.push(rows ? String(rows[Number(part)] ?? part) : part);
		});
		return boxes.join('.');
	}
}

const questions = (rows: Typed[]) =>
	rows.map((row) => ({ id: row.id || newName(), asks: row.asks ?? '', words: row.words ?? '' }));

const stage = (row: Typed) => ({
	id: row.id ?? '',
	kind: row.kind ?? '',
	name: row.name ?? '',
	purpose: row.purpose ?? '',
	lasts: perhapsLasting(row, 'lasts'),
	meets: row.meets ?? '',
	minutes:
		filled(row, 'minutes.least') === '' && filled(row, 'minutes.most') === ''
			? null
			: { least: number(row, 'minutes.least'), most: number(row, 'minutes.most') }
});

const when = (row: Typed) =>
	row['when.at'] === 'stage'
		? { at: 'stage', stage: row['when.stage'] ?? '' }
		: { at: row['when.at'] ?? '', lasts: lasting(row, 'when') };

function goals(typed: Typed, before: Plan['goals'], left: Left) {
	const is = typed['goals.is'] ?? '';
	const words = GOAL_KINDS.map((kind) => [kind, filled(typed, `goals.words.${kind}`)] as const);
	const own = words.filter(([, word]) => word !== '');
	return {
		is,
		kinds: is === 'none' ? [] : chosen(typed, 'goals.kinds', { all: GOAL_KINDS, before: before.kinds }),
		from: (is === 'none' ? '' : typed['goals.from']) || null,
		words: own.length > 0 ? Object.fromEntries(own) : null,
		domains: left
			.of(typed, 'goals.domains', 'name', 'goals.domains')
			.map(({ id, name, kind }) => ({ id: id || newName(), name, kind }))
	};
}

const ending = (typed: Typed) => ({
	is: typed['ending.is'] ?? '',
	windDown: lasting(typed, 'ending.windDown'),
	atLeast: perhapsLasting(typed, 'ending.atLeast'),
	graduation: isOn(typed, 'ending.graduation'),
	readableMonths: number(typed, 'ending.readableMonths'),
	lookInMonths: filled(typed, 'ending.lookInMonths')
		.split(/[\s,;]+/)
		.filter(Boolean)
		.map((one) => number({ one }, 'one'))
});

/** Something in a form that is not right: the name of its box, and what holds it back where that is more than the box. */
export type Wrong = string;

const wrongOf = (box: string, why?: PlanProblem['why']): Wrong => (why ? `${box} ${why}` : box);

/**
 * The plan that a form describes, or what is not right in it.
 * @param before what it was made from: its model and shape stay
 */
export function planWritten(
	typed: Typed,
	before: Plan
): { plan: Plan; wrong?: undefined } | { plan?: undefined; wrong: Wrong[] } {
	const left = new Left();
	const read = v.safeParse(Plan, {
		...{ model: before.model, shape: before.shape },
		mentors: {
			...{ are: typed['mentors.are'] ?? '', called: typed['mentors.called'] ?? '' },
			...{ from: perhaps(typed, 'mentors.from'), to: perhaps(typed, 'mentors.to') },
			experience: isOn(typed, 'mentors.experience')
		},
		young: { from: number(typed, 'young.from'), to: number(typed, 'young.to') },
		stages: rowsIn(typed, 'stages').map(stage),
		goals: goals(typed, before.goals, left),
		lookBacks: rowsIn(typed, 'lookBacks').map((row, place) => ({
			...{ id: row.id ?? '', name: row.name ?? '', when: when(row), outcomes: isOn(row, 'outcomes') },
			questions: questions(left.of(row, 'questions', 'words', `lookBacks.${place}.questions`))
		})),
		ending: ending(typed),
		windingDown: questions(left.of(typed, 'windingDown', 'words', 'windingDown')),
		features: chosen(typed, 'features', { all: FEATURES, before: before.features })
	});
	if (!read.success) {
		const boxes = read.issues.map(({ path }) => left.boxOf((path ?? []).map(({ key }) => String(key))));
		return { wrong: [...new Set(boxes.map((box) => wrongOf(box || 'stages')))] };
	}
	const problems = planProblems(read.output);
	if (problems.length === 0) return { plan: read.output };
	return { wrong: problems.map(({ at, why }) => wrongOf(left.boxOf(at.split('.')), why)) };
}
