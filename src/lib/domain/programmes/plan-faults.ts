import type { GoalPlan, Plan } from './plan';

/** What can be wrong between the parts of a plan, each of which is right by itself. */
export type PlanFault =
	| 'same_name_twice'
	| 'winding_down_not_last'
	| 'nothing_before_winding_down'
	| 'stage_after_no_end'
	| 'no_such_stage'
	| 'no_length_for_planned_end'
	| 'kinds_do_not_fit'
	| 'domains_do_not_fit'
	| 'ages_the_wrong_way';

/** What is wrong with a plan, each once; nothing where it can be gone by. */
export function planFaults({
	stages,
	goals,
	lookBacks,
	ending,
	windingDown,
	mentors,
	young
}: Plan): PlanFault[] {
	const faults = new Set<PlanFault>();
	const ids = stages.map(({ id }) => id);
	const questions = [...lookBacks.map((one) => one.questions), windingDown];
	const named = [ids, lookBacks.map(({ id }) => id), goals.domains.map(({ id }) => id)];
	for (const names of [...named, ...questions.map((some) => some.map(({ id }) => id))])
		if (new Set(names).size < names.length) faults.add('same_name_twice');

	const going = stages.filter(({ kind }) => kind !== 'winding_down');
	if (going.length === 0) faults.add('nothing_before_winding_down');
	if (stages.slice(0, -1).some(({ kind }) => kind === 'winding_down')) faults.add('winding_down_not_last');
	if (going.slice(0, -1).some(({ lasts }) => lasts === null)) faults.add('stage_after_no_end');
	if (ending.is === 'planned' && stages.some(({ lasts }) => lasts === null))
		faults.add('no_length_for_planned_end');

	const meant = lookBacks.map(({ when }) => (when.at === 'stage' ? when.stage : null));
	if ([goals.from, ...meant].some((id) => id !== null && !ids.includes(id))) faults.add('no_such_stage');
	if ((goals.is === 'none') !== (goals.kinds.length === 0)) faults.add('kinds_do_not_fit');
	if (!domainsFit(goals)) faults.add('domains_do_not_fit');

	const upsideDown = (from: number | null, to: number | null) => from !== null && to !== null && from > to;
	if (upsideDown(mentors.from, mentors.to) || upsideDown(young.from, young.to))
		faults.add('ages_the_wrong_way');
	return [...faults];
}

function domainsFit({ is, kinds, domains }: GoalPlan): boolean {
	if ((is === 'resilience') !== domains.length > 0) return false;
	return domains.every(({ kind }) => kinds.includes(kind));
}
