import type { Programme } from '../programmes/programme';
import { GOAL_KINDS, type GoalKind } from './goal';

/** How a programme works with goals. */
export interface GoalPolicy {
	/** Which of the three kinds it works with, in the order in which they are shown; none where it has no goals. */
	kinds: readonly GoalKind[];
	/** From which of its stages on, in days since the pairing began, it asks for goals; null where nobody is asked. */
	askedFromDay: number | null;
}

/** Goals are there for whoever wants them. Source: seed 003: befriending sets none, Chance UK three, one of each kind. */
const USUAL: GoalPolicy = { kinds: GOAL_KINDS, askedFromDay: null };

/** What a programme wants of goals. Every programme is the same until programmes can choose. */
export function goalPolicyOf(_programme: Pick<Programme, 'id'> | undefined): GoalPolicy {
	return USUAL;
}
