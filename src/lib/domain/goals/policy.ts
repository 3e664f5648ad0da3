import type { Day } from '../clock/zones';
import { refuse, type Verdict } from '../entries/verdict';
import { pathOf, type PathFacts } from '../pairings/path';
import type { GoalPlan, GoalPolicyKind, Plan } from '../programmes/plan';
import { USUAL_PLAN } from '../programmes/usual-plan';
import { GOAL_TERMS, type Goal, type GoalKind, type GoalTerm } from './goal';

/** How a programme works with goals. */
export interface GoalPolicy {
	is: GoalPolicyKind;
	/** Which of the three kinds it works with, in the order in which they are shown; none where it has no goals. */
	kinds: readonly GoalKind[];
	/** What it calls them, where that is not what they usually are called. */
	words: Partial<Record<GoalKind, string>>;
	/** Whether a goal is for soon or for later; none where nobody asks. */
	terms: readonly GoalTerm[];
	domains: GoalPlan['domains'];
	/** The stage with which goals begin; null: from the first day. */
	from: string | null;
}

/** What a programme that goes by this plan wants of goals. Source: product.md, "Programme models". */
export function goalPolicyOf({ goals }: Pick<Plan, 'goals'> = USUAL_PLAN): GoalPolicy {
	const { is, kinds, words, domains, from } = goals;
	return {
		...{ is, kinds: is === 'none' ? [] : kinds, words: words ?? {}, from },
		terms: is === 'action_plan' ? GOAL_TERMS : [],
		domains: is === 'resilience' ? domains : []
	};
}

/**
 * The day on which goals begin, where that is still to come; undefined where they have begun. Where the stage that
 * they begin with is not on the path, because the end comes first, nothing is waited for.
 */
export function goalsBegin({ from }: GoalPolicy, path: PathFacts, today: Day): Day | undefined {
	if (from === null) return undefined;
	const place = pathOf(path).find(({ stage }) => stage.id === from);
	return place && place.from > today ? place.from : undefined;
}

/** Where a goal stands beside its kind: soon or later, in which domain. Absent where a phone did not ask. */
export type Stands = { term?: GoalTerm | null | undefined; domain?: string | null | undefined };

/** Why a goal cannot be of this kind, for then or in that domain; undefined where it can. */
export function notInPolicy(
	{ kinds, terms, domains }: GoalPolicy,
	kind: GoalKind | undefined,
	{ term, domain }: Stands
): Verdict | undefined {
	const fits =
		kind !== undefined &&
		kinds.includes(kind) &&
		(!term || terms.includes(term)) &&
		(!domain || domains.some(({ id }) => id === domain));
	return fits ? undefined : refuse('outside_limits');
}

/**
 * Why there is no room for another goal of a kind: where a programme has one of each, one is going. Parked and done
 * ones make room. Source: seed 003, "Chance UK": three goals, one of each kind.
 * @param but this one, which is or would be it
 */
export function noRoom(
	{ policy, goals }: { policy: GoalPolicy; goals: readonly Goal[] },
	kind: GoalKind,
	but?: string
): Verdict | undefined {
	if (policy.is !== 'one_of_each') return undefined;
	const taken = goals.some((goal) => goal.state === 'going' && goal.kind === kind && goal.id !== but);
	return taken ? refuse('goal_of_kind') : undefined;
}
