import { HOUR, MINUTE, DAY, type Instant } from '$lib/domain/clock/zones';
import type { Wanted } from '$lib/domain/wishes/answer';
import type { Role } from '$lib/domain/people/roles';
import { asTitle, sayDay, sayDeadline, sayMoment } from '$lib/wording/dates';
import { m } from '$lib/wording/messages';
import { getLocale } from '$lib/wording/paraglide/runtime.js';

interface Wait {
	since: Instant;
	hearBy: Instant | null;
}

/** How a wait stands: "Promised by yesterday, 8 pm. 3 hours late." */
export function sayWait({ since, hearBy }: Wait, now: Instant, zone: string): string {
	if (hearBy === null) return m.desk_wait_no_hours({ when: sayMoment(since, now, zone) });
	const when = sayDeadline(hearBy, now, zone);
	return now > hearBy ? m.desk_wait_late({ when, long: sayLong(now - hearBy) }) : m.desk_wait_due({ when });
}

interface Stops {
	coverName: string | null;
	young: string;
	/** The first day away. */
	starts: Instant;
	/** From when nobody may stand in any more. */
	stops: Instant;
}

/** That whoever stands in may not to the end, or may not any more. */
export function sayStops({ coverName, young, starts, stops }: Stops, now: Instant, zone: string): string {
	const cover = coverName ?? '';
	if (stops <= Math.max(now, starts)) return m.desk_away_stopped({ cover, young });
	return m.desk_away_stops({ cover, young, day: sayDay(stops - 1, now, zone) });
}

/** A length of time, in the one unit that says enough: "40 minutes", "3 hours", "2 days". */
export function sayLong(length: number): string {
	if (length < HOUR) return count('minute', Math.max(1, Math.floor(length / MINUTE)));
	if (length < 2 * DAY) return count('hour', Math.floor(length / HOUR));
	return count('day', Math.floor(length / DAY));
}

/** Minutes as a length of reading time: "30 minutes", "4 hours". */
export function sayMinutes(minutes: number): string {
	if (minutes % 60 !== 0) return count('minute', minutes);
	return count('hour', minutes / 60);
}

const ROLE: Record<Role, () => string> = {
	young: m.desk_role_young,
	mentor: m.desk_role_mentor,
	coordinator: m.desk_role_coordinator,
	safeguarding: m.desk_role_safeguarding,
	group: m.desk_role_group,
	facilitator: m.desk_role_facilitator
};

/** What somebody is in a programme. */
export const sayRole = (role: Role): string => ROLE[role]();

const WANTED: Record<Wanted, () => string> = {
	yes: m.desk_unpaired_yes,
	not_now: m.desk_not_now_title,
	tell_me_more: m.desk_tell_more_title,
	in_mind: m.desk_unpaired_in_mind
};

/** What a young person has said of wanting a mentor. */
export const sayWanted = (wanted: Wanted | null): string =>
	wanted === null ? m.desk_unpaired_said_nothing() : WANTED[wanted]();

const MEANING: Record<Role, () => string> = {
	young: m.desk_role_young_means,
	mentor: m.desk_role_mentor_means,
	coordinator: m.desk_role_coordinator_means,
	safeguarding: m.desk_role_safeguarding_means,
	group: m.desk_role_group_means,
	facilitator: m.desk_role_facilitator_means
};

/** What somebody in that role does here. */
export const sayRoleMeaning = (role: Role): string => MEANING[role]();

/** Several roles, one after the other, each once. */
export function sayRoles(roles: readonly { role: Role }[]): string {
	return asTitle([...new Set(roles.map(({ role }) => sayRole(role)))].join(', '));
}

function count(unit: 'minute' | 'hour' | 'day', number: number): string {
	return units(unit).format(number);
}

const formats = new Map<string, Intl.NumberFormat>();

function units(unit: string): Intl.NumberFormat {
	const key = `${getLocale()} ${unit}`;
	let known = formats.get(key);
	if (!known) {
		known = new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' });
		formats.set(key, known);
	}
	return known;
}
