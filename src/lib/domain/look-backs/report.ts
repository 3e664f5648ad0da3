import { OUTCOME_SAYS, type LookBack, type OutcomeSays } from './look-back';

/** Fewer people than this are never shown as a number: in a small programme a number can be a name. */
export const SMALL = 5;

/** What one young person said, as it may be counted. */
export type Counted = Pick<LookBack, 'personId' | 'at' | 'counted' | 'outcomes'>;

/** How many said what of one outcome; null where too few did, or none, to be shown. */
export interface OutcomeCount {
	outcome: string;
	says: Record<OutcomeSays, number | null>;
}

/**
 * How many young people say that something is more, the same or less for them, each by what they said last. Only
 * what they let be counted. Nothing is shown of an outcome that fewer than `SMALL` spoke of, no number below
 * `SMALL` ever, and no total from which one could be worked out.
 */
export function outcomeCounts(said: readonly Counted[], outcomes: readonly string[]): OutcomeCount[] {
	const inOrder = said.filter(({ counted }) => counted).sort((one, other) => one.at - other.at);
	return outcomes.map((outcome) => {
		const last = new Map<string, OutcomeSays>();
		for (const { personId, outcomes: theirs } of inOrder) {
			const says = theirs[outcome];
			if (says !== undefined) last.set(personId, says);
		}
		const all = [...last.values()];
		const shown = (says: OutcomeSays) => {
			const many = all.filter((one) => one === says).length;
			return many < SMALL ? null : many;
		};
		const says = Object.fromEntries(OUTCOME_SAYS.map((one) => [one, shown(one)]));
		return { outcome, says: says as OutcomeCount['says'] };
	});
}
