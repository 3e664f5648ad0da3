import { after, plannedEnd, WINDING_DOWN } from '../pairings/path';
import { WINDING_DOWN_PROMPTS } from '../look-backs/look-back';
import type { Lasts, Plan } from './plan';

/** What a plan can get wrong although each part of it is right. */
export const PLAN_PROBLEMS = [
	'one_winding_down',
	'winding_down_last',
	'something_before_it',
	'planned_needs_lengths',
	'open_needs_no_length',
	'nothing_after_no_end',
	'stage_not_there',
	'comes_too_late',
	'kinds_needed',
	'domains_needed',
	'domains_not_asked_for',
	'kind_not_chosen',
	'own_name_needed',
	'least_above_most',
	'minutes_unlikely'
] as const;

export interface PlanProblem {
	/** Where in the plan, as in `stages.1.lasts`. */
	at: string;
	why: (typeof PLAN_PROBLEMS)[number];
}

/** What does not hold together in a plan; nothing where it does. */
export function planProblems(plan: Plan): PlanProblem[] {
	return [
		...aboutStages(plan),
		...aboutEnding(plan),
		...aboutGoals(plan),
		...aboutLookBacks(plan),
		...aboutNames(plan),
		...aboutNumbers(plan)
	];
}

function aboutStages({ stages }: Plan): PlanProblem[] {
	const last = stages.length - 1;
	const going = stages.findLastIndex(({ kind }) => kind !== 'winding_down');
	const winding = stages.flatMap(({ kind }, place) => (kind === 'winding_down' ? [place] : []));
	return [
		...winding
			.slice(1)
			.map((place): PlanProblem => ({ at: `stages.${place}.kind`, why: 'one_winding_down' })),
		...winding
			.slice(0, 1)
			.filter((place) => place !== last && winding.length === 1)
			.map((place): PlanProblem => ({ at: `stages.${place}.kind`, why: 'winding_down_last' })),
		...(winding.length === stages.length
			? [{ at: 'stages.0.kind', why: 'something_before_it' } as const]
			: []),
		...stages.flatMap(({ kind, lasts }, place) =>
			kind !== 'winding_down' && lasts === null && place < going
				? [{ at: `stages.${place}.lasts`, why: 'nothing_after_no_end' } as const]
				: []
		)
	];
}

/**
 * A planned last day is counted from lengths; where there is none, the last stage must be able to go on. Between
 * the two, with an end that is only about when, either will do.
 */
function aboutEnding({ stages, ending }: Plan): PlanProblem[] {
	if (ending.is === 'planned')
		return stages.flatMap(({ lasts }, place) =>
			lasts === null ? [{ at: `stages.${place}.lasts`, why: 'planned_needs_lengths' } as const] : []
		);
	const place = stages.findLastIndex(({ kind }) => kind !== 'winding_down');
	return ending.is === 'open' && place >= 0 && stages[place]?.lasts !== null
		? [{ at: `stages.${place}.lasts`, why: 'open_needs_no_length' }]
		: [];
}

function aboutGoals({ goals, stages }: Plan): PlanProblem[] {
	const problems: PlanProblem[] = [];
	if (goals.domains.length > 0 && goals.is !== 'resilience')
		problems.push({ at: 'goals.domains', why: 'domains_not_asked_for' });
	if (goals.is === 'none') return problems;
	goals.domains.forEach(({ kind }, place) => {
		if (!goals.kinds.includes(kind))
			problems.push({ at: `goals.domains.${place}.kind`, why: 'kind_not_chosen' });
	});
	if (goals.kinds.length === 0) problems.push({ at: 'goals.kinds', why: 'kinds_needed' });
	if (goals.is === 'resilience' && goals.domains.length === 0)
		problems.push({ at: 'goals.domains', why: 'domains_needed' });
	if (goals.from !== null && !stages.some(({ id }) => id === goals.from))
		problems.push({ at: 'goals.from', why: 'stage_not_there' });
	return problems;
}

function aboutLookBacks(plan: Plan): PlanProblem[] {
	return plan.lookBacks.flatMap(({ when }, place): PlanProblem[] => {
		const at = `lookBacks.${place}.when`;
		if (when.at === 'stage')
			return plan.stages.some(({ id }) => id === when.stage) ? [] : [{ at, why: 'stage_not_there' }];
		return isTooLate(plan, when.lasts) ? [{ at, why: 'comes_too_late' }] : [];
	});
}

/** Any day will do to count from: what is too late by a day or two more or less is not what this is for. */
const SOME_DAY = '2026-01-01';

function isTooLate(plan: Plan, lasts: Lasts): boolean {
	const end = plannedEnd(plan, SOME_DAY);
	return end !== undefined && after(SOME_DAY, lasts) >= end;
}

/** Rows are kept by these names: two parts with one name would be taken for each other. */
function aboutNames({ stages, lookBacks, windingDown, goals }: Plan): PlanProblem[] {
	return [
		...twice('stages', stages),
		...stages.flatMap(({ id, kind }, place) =>
			id === WINDING_DOWN && kind !== 'winding_down' ? [ownName(`stages.${place}`)] : []
		),
		...twice('lookBacks', lookBacks),
		...lookBacks.flatMap(({ id }, place) =>
			id === WINDING_DOWN_PROMPTS || lookBacks.some((one) => id.startsWith(`${one.id}_`) && isTimeOf(one, id))
				? [ownName(`lookBacks.${place}`)]
				: []
		),
		...lookBacks.flatMap(({ questions }, place) => twice(`lookBacks.${place}.questions`, questions)),
		...twice('windingDown', windingDown),
		...twice('goals.domains', goals.domains)
	];
}

/** Whether `id` could be one of the times of a looking back that comes again and again. */
const isTimeOf = (one: Plan['lookBacks'][number], id: string) =>
	one.when.at === 'every' && /^\d+$/.test(id.slice(one.id.length + 1));

const ownName = (at: string): PlanProblem => ({ at, why: 'own_name_needed' });

function twice(list: string, parts: readonly { id: string }[]): PlanProblem[] {
	return parts.flatMap(({ id }, place) =>
		parts.findIndex((one) => one.id === id) < place ? [ownName(`${list}.${place}`)] : []
	);
}

/** A meeting is no shorter and no longer than a series at the desk can have it. */
export const LEAST_MINUTES = 15;
export const MOST_MINUTES = 480;

function aboutNumbers({ stages, young, mentors }: Plan): PlanProblem[] {
	const above = (at: string): PlanProblem => ({ at, why: 'least_above_most' });
	return [
		...stages.flatMap(({ minutes }, place) =>
			minutes && minutes.least > minutes.most ? [above(`stages.${place}.minutes`)] : []
		),
		...stages.flatMap(({ minutes }, place) =>
			minutes && (minutes.least < LEAST_MINUTES || minutes.most > MOST_MINUTES)
				? [{ at: `stages.${place}.minutes`, why: 'minutes_unlikely' } as const]
				: []
		),
		...(young.from > young.to ? [above('young')] : []),
		...(mentors.from !== null && mentors.to !== null && mentors.from > mentors.to ? [above('mentors')] : [])
	];
}
