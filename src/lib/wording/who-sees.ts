import type { Answer, Thing, Viewer } from '../domain/visibility/visibility';
import { seeing, VIEWERS } from '../domain/visibility/visibility';
import { asTitle } from './dates';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';

/**
 * The line beside a young person's box, before they type: who sees it always, and who only with a reason.
 * Names stand between `**`. Drawn from the table that the server enforces.
 * @param cover the first name of who stands in, or is to, if somebody is
 */
export function sayWhoSees(thing: Thing, mentor: string, cover?: string | null): string {
	const always = groups(thing).filter(({ answer }) => answer === 'always');
	const asking = groups(thing).filter(({ answer }) => answer === 'with_a_reason');
	const names = list(always.map(({ who }) => (who === 'young' ? m.who_you_first() : nameOf(who, mentor))));
	const reasons = asking.map(({ who }) => m.who_with_a_reason_line({ who: asTitle(nameOf(who, mentor)) }));
	const covering =
		cover && seeing(thing, 'cover') === 'while_covering'
			? [m.who_while_covering_line({ cover, name: mentor })]
			: [];
	return [m.who_always_line({ names }), ...covering, ...reasons].join(' ');
}

/**
 * As `sayWhoSees`, where who never sees it matters as much as who does: what is said of mentors, before there is one.
 */
export function sayWhoReads(thing: Thing): string {
	const others = groups(thing).filter(({ who, answer }) => who !== 'young' && answer === 'always');
	const names = list(others.map(({ who }) => nameOf(who, m.who_your_mentor())));
	const mentor = seeing(thing, 'mentor');
	return [
		others.length > 0 ? m.who_only_line({ names }) : m.who_only_you_line(),
		...(mentor === 'never' ? [m.who_mentors_never_line()] : []),
		...(mentor === 'if_shared' ? [m.who_mentor_if_shared_line()] : [])
	].join(' ');
}

/** Coordinators and safeguarding leads are "staff" wherever they may do the same. */
export type Who = Viewer | 'staff';

/** Whoever never sees anything of this kind is one of everybody else, unless somebody has to hear it. */
const ONLY_SOMETIMES: readonly Who[] = ['cover', 'worker', 'circle'];

/** Everybody, and what they may see of things of this kind. */
export function groups(thing: Thing): { who: Who; answer: Answer }[] {
	const together = seeing(thing, 'coordinator') === seeing(thing, 'safeguarding');
	const all = VIEWERS.map((who) => ({ who: who as Who, answer: seeing(thing, who) })).filter(
		({ who, answer }) => !ONLY_SOMETIMES.includes(who) || answer !== 'never'
	);
	if (!together) return all;
	return all
		.filter(({ who }) => who !== 'safeguarding')
		.map(({ who, answer }) => ({ who: who === 'coordinator' ? 'staff' : who, answer }));
}

/** Who they are to the young person. */
export function nameOf(who: Who, mentor?: string): string {
	switch (who) {
		case 'young':
			return m.who_you();
		case 'mentor':
			return mentor ?? m.who_your_mentor();
		case 'cover':
			return m.who_cover();
		case 'worker':
			return m.circle_viewer_worker();
		case 'circle':
			return m.circle_viewer_others();
		case 'staff':
			return m.who_staff();
		case 'coordinator':
			return m.who_your_coordinator();
		case 'safeguarding':
			return m.who_safeguarding();
		case 'others':
			return m.who_everybody_else();
	}
}

function list(words: string[]): string {
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);
}
