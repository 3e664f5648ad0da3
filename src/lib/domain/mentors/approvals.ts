import * as v from 'valibot';
import { WrittenDay } from '../clock/written';
import { addDays, daysBetween, type Day } from '../clock/zones';

/** What a programme can ask of a mentor before anybody is introduced to them. */
export const APPROVAL_KINDS = ['check', 'training', 'references', 'interview', 'agreement'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** What a new programme asks for. Source: seed 003, Annex 1, on recruiting and checking mentors. */
export const USUALLY_NEEDED: ApprovalKind[] = ['check', 'training', 'references'];

/** One dated record. Both days are inside; `until` null has no end. A renewal is another record. */
export interface Approval {
	kind: ApprovalKind;
	from: Day;
	until: Day | null;
}

export const ApprovalBody = v.pipe(
	v.object({ kind: v.picklist(APPROVAL_KINDS), from: WrittenDay, until: v.nullable(WrittenDay) }),
	v.check(({ from, until }) => until === null || from <= until)
);

/** A kind and its last good day. */
export interface Runs {
	kind: ApprovalKind;
	until: Day;
}

/** Whether a mentor can be introduced today, and if not, for want of what. */
export interface Standing {
	approved: boolean;
	/** Needed, and never yet begun. */
	missing: ApprovalKind[];
	/** Needed, and over. */
	expired: Runs[];
	/** The last day of what runs out first among what is needed and good today; null when nothing does. */
	runsOut: Day | null;
}

/** To which day `kind` is good without a gap: null for no end, undefined when it is not good today. */
function goodUntil(approvals: readonly Approval[], kind: ApprovalKind, today: Day): Day | null | undefined {
	let until: Day | undefined;
	const begun = approvals
		.filter((approval) => approval.kind === kind)
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
	for (const approval of begun) {
		if (approval.from > (until === undefined ? today : addDays(until, 1))) break;
		if (approval.until === null) return null;
		if (approval.until >= (until ?? today)) until = approval.until;
	}
	return until;
}

const needed = (kinds: readonly ApprovalKind[]) => APPROVAL_KINDS.filter((kind) => kinds.includes(kind));

const firstToEnd = (a: Runs, b: Runs) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0);

/** How a mentor stands on the day `today`: valid on the last day of a record, and not on the day after. */
export function standing(
	approvals: readonly Approval[],
	neededKinds: readonly ApprovalKind[],
	today: Day
): Standing {
	const missing: ApprovalKind[] = [];
	const expired: Runs[] = [];
	let runsOut: Day | null = null;
	for (const kind of needed(neededKinds)) {
		const until = goodUntil(approvals, kind, today);
		if (until === null) continue;
		if (until !== undefined) {
			if (runsOut === null || until < runsOut) runsOut = until;
			continue;
		}
		const over = approvals
			.flatMap(({ kind: of, until }) => (of === kind && until !== null && until < today ? [until] : []))
			.sort()
			.at(-1);
		if (over === undefined) missing.push(kind);
		else expired.push({ kind, until: over });
	}
	return { approved: missing.length === 0 && expired.length === 0, missing, expired, runsOut };
}

/**
 * The last day up to which everything that is needed is good without a gap, seen from `day`.
 * @returns null where there is no end, undefined where something is not good on that day
 */
export function approvedUntil(
	approvals: readonly Approval[],
	neededKinds: readonly ApprovalKind[],
	day: Day
): Day | null | undefined {
	const { approved, runsOut } = standing(approvals, neededKinds, day);
	return approved ? runsOut : undefined;
}

/** What is needed, good today, and without a renewal ends on one of the next `days` days, today included. */
export function runningOut(
	approvals: readonly Approval[],
	neededKinds: readonly ApprovalKind[],
	today: Day,
	days: number
): Runs[] {
	return needed(neededKinds)
		.flatMap((kind) => {
			const until = goodUntil(approvals, kind, today);
			return until && daysBetween(today, until) <= days ? [{ kind, until }] : [];
		})
		.sort(firstToEnd);
}
