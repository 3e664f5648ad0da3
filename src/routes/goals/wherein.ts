import type { GoalKind, GoalTerm } from '$lib/domain/goals/goal';
import type { GoalPolicy } from '$lib/domain/goals/policy';
import { m } from '$lib/wording/messages';

/** What sort of thing a goal is, as far as somebody has said. */
export interface Wherein {
	kind?: GoalKind | undefined;
	term?: GoalTerm | null | undefined;
	domain?: string | null | undefined;
}

/** The first question of `Where` that still needs an answer, as what to say of it. */
export function unsaidOf(
	{ domains, terms }: GoalPolicy,
	{ kind, term, domain }: Wherein
): string | undefined {
	if (domains.length > 0 && !domain) return m.goals_which_domain_nothing();
	if (!kind) return m.goals_which_kind_nothing();
	return terms.length > 0 && !term ? m.goals_which_term_nothing() : undefined;
}

/** What of it goes with a goal: a programme that does not ask is not told. */
export function wherein({ terms, domains }: GoalPolicy, { term, domain }: Wherein) {
	return {
		...(terms.length > 0 && { term: term ?? null }),
		...(domains.length > 0 && { domain: domain ?? null })
	};
}
