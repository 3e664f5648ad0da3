import type { ApprovalKind, Standing } from '../domain/mentors/approvals';
import type { Day } from '../domain/clock/zones';
import { sayFullDate } from './dates';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';

const KINDS: Record<ApprovalKind, () => string> = {
	check: m.desk_kind_check,
	training: m.desk_kind_training,
	references: m.desk_kind_references,
	interview: m.desk_kind_interview,
	agreement: m.desk_kind_agreement
};

/** What was checked, as it begins a line: “References”. */
export const sayKind = (kind: ApprovalKind): string => KINDS[kind]();

/** Whether a mentor can be introduced, and if not, for want of what: “Can be introduced until 3 March 2027”. */
export function sayStanding({ approved, missing, expired, runsOut }: Standing): string {
	if (approved)
		return runsOut === null ? m.desk_standing_always() : m.desk_standing_until({ day: sayFullDate(runsOut) });
	const over = expired.map(({ kind, until }) => sayExpired(kind, until));
	return [...(missing.length > 0 ? [sayMissing(missing)] : []), ...over].join('. ');
}

/** “References ran out on 3 March 2027”. */
export const sayExpired = (kind: ApprovalKind, until: Day): string =>
	m.desk_standing_expired({ name: sayKind(kind), day: sayFullDate(until) });

/** “Training runs out on 3 March 2027”. */
export const sayRunningOut = (kind: ApprovalKind, until: Day): string =>
	m.desk_standing_soon({ name: sayKind(kind), day: sayFullDate(until) });

function sayMissing(missing: readonly ApprovalKind[]): string {
	// References are several however few kinds are missing.
	const count = missing.length > 1 || missing[0] === 'references' ? 2 : 1;
	return m.desk_standing_missing({ count, name: sayKinds(missing) });
}

/** “Background check, training and references”. */
export function sayKinds(kinds: readonly ApprovalKind[]): string {
	const names = kinds.map((kind, place) => (place === 0 ? sayKind(kind) : lower(sayKind(kind))));
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names);
}

const lower = (words: string) => words.slice(0, 1).toLocaleLowerCase(getLocale()) + words.slice(1);
