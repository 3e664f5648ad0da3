import { GOAL_KINDS, GOAL_TERMS, type Goal, type GoalKind, type GoalTerm } from './goal';
import type { GoalPolicy } from './policy';

/** What goals on a list stand under. A term of null: nobody said when. */
export type Under =
	| { by: 'kind'; kind: GoalKind }
	| { by: 'term'; term: GoalTerm | null }
	| { by: 'domain'; id: string; name: string };

export type GoalGroup<G> = Under & { goals: G[] };

/**
 * Goals as a programme orders them: in its domains, for soon and later, or by their kind. None is left out, whatever
 * the programme was like when it was written. A group with nothing in it is there where a programme has one of each.
 */
export function groupsOf<G extends Pick<Goal, 'kind' | 'term' | 'domain'>>(
	goals: readonly G[],
	{ is, kinds, terms, domains }: GoalPolicy
): GoalGroup<G>[] {
	if (terms.length > 0)
		return [...GOAL_TERMS, null]
			.map((term) => ({
				...{ by: 'term' as const, term, goals: goals.filter((goal) => (goal.term ?? null) === term) }
			}))
			.filter((group) => group.goals.length > 0);
	const inDomains = domains.map(({ id, name }) => ({
		...{ by: 'domain' as const, id, name, goals: goals.filter(({ domain }) => domain === id) }
	}));
	const others = goals.filter(({ domain }) => !domains.some(({ id }) => id === domain));
	const every = [...kinds, ...GOAL_KINDS.filter((kind) => !kinds.includes(kind))];
	const byKind = every.map((kind) => ({
		...{ by: 'kind' as const, kind, goals: others.filter((goal) => goal.kind === kind) }
	}));
	const empty = (group: GoalGroup<G>) =>
		group.goals.length === 0 && !(is === 'one_of_each' && group.by === 'kind' && kinds.includes(group.kind));
	return [...inDomains, ...byKind].filter((group) => !empty(group));
}
