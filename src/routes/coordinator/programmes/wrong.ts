import { PLAN_PROBLEMS, type PlanProblem } from '$lib/domain/programmes/plan-holds';
import { m } from '$lib/wording/messages';
import type { Wrong } from './written';

/* What is not right in the form of a plan, as a sentence beside its box and again above the form. */

const WHY: Record<PlanProblem['why'], () => string> = {
	one_winding_down: m.desk_programme_wrong_one_winding_down,
	winding_down_last: m.desk_programme_wrong_winding_down_last,
	something_before_it: m.desk_programme_wrong_something_before_it,
	planned_needs_lengths: m.desk_programme_wrong_planned_needs_lengths,
	open_needs_no_length: m.desk_programme_wrong_open_needs_no_length,
	nothing_after_no_end: m.desk_programme_wrong_nothing_after_no_end,
	stage_not_there: m.desk_programme_wrong_stage_not_there,
	comes_too_late: m.desk_programme_wrong_comes_too_late,
	kinds_needed: m.desk_programme_wrong_kinds_needed,
	domains_needed: m.desk_programme_wrong_domains_needed,
	domains_not_asked_for: m.desk_programme_wrong_domains_not_asked_for,
	kind_not_chosen: m.desk_programme_wrong_kind_not_chosen,
	own_name_needed: m.desk_programme_wrong_own_name_needed,
	least_above_most: m.desk_programme_wrong_least_above_most,
	minutes_unlikely: m.desk_programme_wrong_minutes_unlikely
};

const number = (least: number, most: number) => m.desk_programme_wrong_number({ least, most });
const letters = (most: number) => m.desk_programme_wrong_words({ most });

/** What a box takes, where it is only the box that is not right. */
const BOXES: [RegExp, () => string][] = [
	[/^name$/, () => m.desk_programme_wrong_name({ most: 80 })],
	[/^appName$/, () => m.desk_programme_wrong_name({ most: 24 })],
	[/^stages$/, m.desk_programme_wrong_stages],
	[/^goals\.domains$/, m.desk_programme_wrong_domains],
	[/questions$|^windingDown$/, m.desk_programme_wrong_questions],
	[/lookInMonths/, m.desk_programme_wrong_look_in],
	[/readableMonths$/, () => number(1, 24)],
	[/^(young|mentors)\.(from|to)$/, () => number(5, 99)],
	[/minutes/, m.desk_programme_wrong_minutes_unlikely],
	[/many$/, () => number(1, 120)],
	[/purpose$/, () => m.desk_programme_wrong_purpose({ most: 300 })],
	[/(questions|windingDown)\.\d+\.words$/, () => letters(200)],
	[/^(goals\.words\.|mentors\.called)/, () => letters(40)],
	[/\.name$/, () => m.desk_programme_wrong_name({ most: 60 })]
];

function read(wrong: Wrong): { box: string; why?: PlanProblem['why'] } {
	const [box = '', said] = wrong.split(' ');
	const why = PLAN_PROBLEMS.find((one) => one === said);
	return why ? { box, why } : { box };
}

function say(wrong: Wrong): string {
	const { box, why } = read(wrong);
	return why
		? WHY[why]()
		: (BOXES.find(([named]) => named.test(box))?.[1]() ?? m.desk_programme_wrong_choose());
}

/** The sentence that belongs beside a box, if something about it, or about a part of it, is not right. */
export function sayWrong(wrong: readonly Wrong[], ...boxes: string[]): string | undefined {
	const found = wrong.find((one) => boxes.includes(read(one).box));
	return found === undefined ? undefined : say(found);
}

const PARTS: [RegExp, (number: number) => string][] = [
	[/^stages\.(\d+)/, (number) => m.desk_programme_stage({ number })],
	[/^lookBacks\.(\d+)/, (number) => m.desk_programme_look_back({ number })],
	[/^windingDown/, m.desk_programme_winding_down],
	[/^goals/, m.desk_programme_goals],
	[/^ending/, m.desk_programme_ending],
	[/^(mentors|young)/, m.desk_programme_who],
	[/^stages/, m.desk_programme_stages],
	[/^lookBacks/, m.desk_programme_look_backs]
];

/** Everything that is not right, each with the part of the form in which it stands. */
export function listWrong(wrong: readonly Wrong[]): { at: string; part: string; says: string }[] {
	return wrong.map((one) => {
		const { box } = read(one);
		const [named, part] = PARTS.find(([known]) => known.test(box)) ?? [];
		const place = Number(named?.exec(box)?.[1] ?? NaN) + 1;
		return { at: partOf(box), part: part?.(place) ?? m.desk_programme_new_title(), says: say(one) };
	});
}

/** The id of the part of the form in which a box stands. */
export const partOf = (box: string): string =>
	/^(stages|lookBacks)\.\d+/.exec(box)?.[0] ??
	/^(mentors|young)/.exec(box)?.[0]?.replace('mentors', 'young') ??
	box.split('.')[0] ??
	'';
