import { GOAL_KINDS, type GoalKind } from './goal';

/** How a programme works with goals. */
export interface GoalPolicy {
	/** Which of the three kinds it works with, in the order in which they are shown; none where it has no goals. */
	kinds: readonly GoalKind[];
}

/** Goals are there for whoever wants them. Source: seed 003: befriending sets none, Chance UK three, one of each kind. */
const USUAL: GoalPolicy = { kinds: GOAL_KINDS };

/** What a programme wants of goals: what it chose, where it could choose, else what is usual. */
export function goalPolicyOf(programme: { goalPolicy?: GoalPolicy | null } | undefined): GoalPolicy {
	return programme?.goalPolicy ?? USUAL;
}
