import type { Answer, Thing, Viewer } from '../domain/visibility/visibility';
import { seeing, VIEWERS } from '../domain/visibility/visibility';
import { asTitle } from './dates';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';

/** One label in the table of who can see what. */
export interface SeenBy {
	words: string;
	seeing: 'can' | 'reason' | 'never' | 'phone';
}

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

/** Everybody's label for one kind of thing; `mentor` is a first name, or nothing on pages for nobody in particular. */
export function labelsOf(thing: Thing, mentor?: string): SeenBy[] {
	const all = groups(thing);
	const onlyTheirOwn = all.every(({ who, answer }) => answer === (who === 'young' ? 'always' : 'never'));
	if (onlyTheirOwn && thing === 'unsent') return [{ words: m.who_only_this_phone(), seeing: 'phone' }];
	if (onlyTheirOwn) return [{ words: m.who_only_you(), seeing: 'can' }];
	return all.map(({ who, answer }) => label(who, answer, mentor));
}

const THING: Record<Thing, () => string> = {
	check_in: m.thing_check_in,
	message: m.thing_message,
	held_message: m.thing_held_message,
	meeting: m.thing_meeting,
	meeting_note: m.thing_meeting_note,
	meeting_idea: m.thing_meeting_idea,
	how_was_it: m.thing_how_was_it,
	agreement: m.thing_agreement,
	name: m.thing_name,
	wish: m.thing_wish,
	about: m.thing_about,
	card: m.thing_card,
	no_thanks: m.thing_no_thanks,
	yes: m.thing_yes,
	parting: m.thing_parting,
	seen: m.thing_seen,
	look: m.thing_look,
	sign_in: m.thing_sign_in,
	device: m.thing_device,
	unsent: m.thing_unsent,
	goal: m.thing_goal,
	goal_count: m.thing_goal_count
};

/** A kind of thing, as a young person calls it. */
export const sayThing = (thing: Thing): string => THING[thing]();

/** Coordinators and safeguarding leads are "staff" wherever they may do the same. */
type Who = Viewer | 'staff';

function groups(thing: Thing): { who: Who; answer: Answer }[] {
	const together = seeing(thing, 'coordinator') === seeing(thing, 'safeguarding');
	// Whoever never stands in for anything of this kind is one of everybody else.
	const all = VIEWERS.map((who) => ({ who: who as Who, answer: seeing(thing, who) })).filter(
		({ who, answer }) => who !== 'cover' || answer !== 'never'
	);
	if (!together) return all;
	return all
		.filter(({ who }) => who !== 'safeguarding')
		.map(({ who, answer }) => ({ who: who === 'coordinator' ? 'staff' : who, answer }));
}

function label(who: Who, answer: Answer, mentor?: string): SeenBy {
	const name = nameOf(who, mentor);
	switch (answer) {
		case 'always':
			return { words: name, seeing: 'can' };
		case 'while_covering':
			return { words: m.who_while_covering({ name: nameOf('mentor', mentor) }), seeing: 'can' };
		case 'if_shared':
			return { words: m.who_if_shared({ who: name }), seeing: 'can' };
		case 'with_a_reason':
			return { words: m.who_with_a_reason({ who: name }), seeing: 'reason' };
		case 'if_unsafe':
			return { words: m.who_if_unsafe({ who: name }), seeing: 'reason' };
		case 'never':
			return { words: who === 'others' ? m.who_nobody_else() : m.who_never({ who: name }), seeing: 'never' };
	}
}

function nameOf(who: Who, mentor?: string): string {
	switch (who) {
		case 'young':
			return m.who_you();
		case 'mentor':
			return mentor ?? m.who_your_mentor();
		case 'cover':
			return m.who_cover();
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
