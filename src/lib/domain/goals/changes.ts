import type { Instant } from '../clock/zones';
import { GOAL_PARTS, type Goal, type GoalChange, type GoalKind, type GoalPart, type GoalState } from './goal';

/** What a goal is now, put together from everything that was ever said of it. */
export type GoalNow = Pick<Goal, 'words' | 'lowWords' | 'highWords' | 'kind' | 'state' | 'stateAt'>;

/** Something said of a goal that did not become what it is, said by somebody who could not know what it is now. */
export interface Beside {
	part: GoalPart;
	to: string;
	byId: string;
	writtenAt: Instant;
}

/**
 * The order in which things were said, by the clocks they were said by. The same on every phone and on the server,
 * whatever reached whom first.
 */
export function inOrder(changes: readonly GoalChange[]): GoalChange[] {
	return [...changes].sort((a, b) => a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : 1));
}

/**
 * What counts, part by part: what was said last. What an adult says counts only while they are suggesting: from a
 * yes on the goal is the young person's, also against words that were written before it and came after.
 * @param youngId whose goal it is or would be
 */
export function countsOf(
	changes: readonly GoalChange[],
	youngId: string
): Partial<Record<GoalPart, GoalChange>> {
	const counts: Partial<Record<GoalPart, GoalChange>> = {};
	for (const one of inOrder(changes)) {
		const theirs = one.byId !== youngId && counts.state && counts.state.to !== 'suggested';
		if (!theirs) counts[one.part] = one;
	}
	return counts;
}

/** What a goal has become. @param first what it is where nothing was said of a part */
export function goalNow(first: GoalNow, changes: readonly GoalChange[], youngId: string): GoalNow {
	const { words, low, high, kind, state } = countsOf(changes, youngId);
	return {
		words: words?.to ?? first.words,
		lowWords: low?.to ?? first.lowWords,
		highWords: high?.to ?? first.highWords,
		kind: (kind?.to as GoalKind | undefined) ?? first.kind,
		state: (state?.to as GoalState | undefined) ?? first.state,
		stateAt: state?.writtenAt ?? first.stateAt
	};
}

/** What it was at a moment: everything that was written up to then. */
export function stateAt(changes: readonly GoalChange[], youngId: string, at: Instant): string | undefined {
	return countsOf(
		changes.filter(({ writtenAt }) => writtenAt <= at),
		youngId
	).state?.to;
}

/**
 * What stands beside a goal, to be shown with it: of each part, whatever was said by somebody who did not know what
 * counts now, and of which whoever said that did not know. Once they say it again, knowing of both, nothing does.
 */
export function besidesOf(changes: readonly GoalChange[], youngId: string): Beside[] {
	const counts = countsOf(changes, youngId);
	const all = inOrder(changes);
	return GOAL_PARTS.flatMap((part) => {
		const now = counts[part];
		if (!now) return [];
		const unknown = all.filter((one) => one.part === part && one.to !== now.to && !knewOf(now, one));
		// Of the same words said twice, the later time.
		const last = new Map(unknown.map(({ to, byId, writtenAt }) => [to, { part, to, byId, writtenAt }]));
		return [...last.values()];
	});
}

/**
 * Whether whoever said `one` can have known of `other`: it had reached the server by then, or came from the same
 * phone in the same go. (Two phones of one person are told apart by that alone.)
 */
function knewOf(one: GoalChange, other: GoalChange): boolean {
	if (one.writtenAt >= other.at) return true;
	return one.byId === other.byId && one.at === other.at && other.writtenAt <= one.writtenAt;
}
