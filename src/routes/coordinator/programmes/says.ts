import type { EndingKind } from '$lib/domain/endings/policy';
import type {
	ASKED,
	Feature,
	GoalPolicyKind,
	Lasts,
	LookBackPlan,
	Plan,
	StageKind
} from '$lib/domain/programmes/plan';
import { m } from '$lib/wording/messages';

/* The parts of a plan, in words for the desk. */

const KIND: Record<StageKind, () => string> = {
	getting_to_know: m.desk_programme_kind_getting_to_know,
	going_on: m.desk_programme_kind_going_on,
	winding_down: m.desk_programme_kind_winding_down
};
export const sayStageKind = (kind: StageKind): string => KIND[kind]();

type Meets = Plan['stages'][number]['meets'];
const MEETS: Record<Meets, () => string> = {
	weekly: m.desk_programme_meets_weekly,
	fortnightly: m.desk_programme_meets_fortnightly,
	monthly: m.desk_programme_meets_monthly
};
export const sayMeets = (meets: Meets): string => MEETS[meets]();

const ARE: Record<Plan['mentors']['are'], () => string> = {
	volunteer: m.desk_programme_are_volunteer,
	peer: m.desk_programme_are_peer,
	paid: m.desk_programme_are_paid
};
export const sayAre = (are: Plan['mentors']['are']): string => ARE[are]();

const SHAPE: Record<Plan['shape'], () => string> = {
	pairing: m.desk_programme_shape_pairing,
	circle: m.desk_programme_shape_circle
};
export const sayShape = (shape: Plan['shape']): string => SHAPE[shape]();

const POLICY: Record<GoalPolicyKind, () => string> = {
	none: m.desk_programme_goals_none,
	optional: m.desk_programme_goals_optional,
	one_of_each: m.desk_programme_goals_one_of_each,
	action_plan: m.desk_programme_goals_action_plan,
	resilience: m.desk_programme_goals_resilience
};
export const sayPolicy = (is: GoalPolicyKind): string => POLICY[is]();

const WHEN: Record<LookBackPlan['when']['at'], () => string> = {
	stage: m.desk_programme_when_stage,
	after: m.desk_programme_when_after,
	every: m.desk_programme_when_every
};
export const sayWhenKind = (at: LookBackPlan['when']['at']): string => WHEN[at]();

const FOR: Record<(typeof ASKED)[number], () => string> = {
	young: m.desk_programme_asks_young,
	mentor: m.desk_programme_asks_mentor,
	both: m.desk_programme_asks_both
};
export const sayAsked = (asks: (typeof ASKED)[number]): string => FOR[asks]();

const ENDING: Record<EndingKind, () => string> = {
	planned: m.desk_programme_ending_planned,
	flexible: m.desk_programme_ending_flexible,
	open: m.desk_programme_ending_open
};
export const sayEnding = (is: EndingKind): string => ENDING[is]();

const FEATURE: Record<Feature, () => string> = {
	messages: m.desk_programme_feature_messages,
	check_ins: m.desk_programme_feature_check_ins,
	trusted_people: m.desk_programme_feature_trusted_people,
	network_meetings: m.desk_programme_feature_network_meetings,
	safety_plan: m.desk_programme_feature_safety_plan
};
export const sayFeature = (feature: Feature): string => FEATURE[feature]();

/** "3 months", "1 week". */
export function sayLasts({ in: unit, many }: Lasts): string {
	if (unit === 'weeks')
		return many === 1 ? m.desk_programme_lasts_week() : m.desk_programme_lasts_weeks({ many });
	return many === 1 ? m.desk_programme_lasts_month() : m.desk_programme_lasts_months({ many });
}

/** "Every week, 120 to 240 minutes". */
export function sayRhythmOf({ meets, minutes }: Pick<Plan['stages'][number], 'meets' | 'minutes'>): string {
	const often = sayMeets(meets);
	if (!minutes) return often;
	const { least, most } = minutes;
	return least === most
		? m.desk_programme_shown_meets_exact({ often, minutes: least })
		: m.desk_programme_shown_meets({ often, least, most });
}

/** "16 to 24", "50 and over". */
export function sayAges(from: number | null, to: number | null): string {
	if (from !== null && to !== null) return m.desk_programme_ages({ from, to });
	if (from !== null) return m.desk_programme_ages_from({ from });
	return to === null ? m.desk_programme_ages_any() : m.desk_programme_ages_to({ to });
}

/** When both are asked to look back. */
export function sayWhen({ when }: Pick<LookBackPlan, 'when'>, stages: Plan['stages']): string {
	if (when.at === 'after') return m.desk_programme_shown_after({ lasts: sayLasts(when.lasts) });
	if (when.at === 'every') return m.desk_programme_shown_every({ lasts: sayLasts(when.lasts) });
	const stage = stages.find(({ id }) => id === when.stage)?.name ?? '';
	return m.desk_programme_shown_on({ stage });
}

const DONE: Record<string, () => string> = {
	made: m.desk_programme_done_made,
	changed: m.desk_programme_done_changed,
	same: m.desk_programme_done_same
};

/** What has just been done, by its name in the address. */
export const sayDone = (what: string | null): string | undefined =>
	what !== null && Object.hasOwn(DONE, what) ? DONE[what]?.() : undefined;
