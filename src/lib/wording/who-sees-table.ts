import type { Answer, Thing } from '../domain/visibility/visibility';
import { m } from './messages';
import { groups, nameOf, type Who } from './who-sees';

/** One label in the table of who can see what. */
export interface SeenBy {
	words: string;
	seeing: 'can' | 'reason' | 'never' | 'phone';
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
	late: m.thing_late,
	look: m.thing_look,
	sign_in: m.thing_sign_in,
	device: m.thing_device,
	unsent: m.thing_unsent,
	notice: m.thing_notice,
	tell_choice: m.thing_tell_choice,
	goal: m.thing_goal,
	goal_count: m.thing_goal_count,
	path: m.thing_path,
	look_back: m.thing_look_back,
	outcome: m.thing_outcome,
	goodbye_waiting: m.thing_goodbye_waiting,
	goodbye: m.thing_goodbye,
	ending: m.thing_ending,
	desk_words: m.thing_desk_words,
	afterwards: m.thing_afterwards,
	look_in: m.thing_look_in,
	keepsake: m.thing_keepsake,
	trusted_person: m.thing_trusted_person,
	gathering: m.thing_gathering,
	safety_plan: m.thing_safety_plan,
	circle: m.thing_circle
};

/** A kind of thing, as a young person calls it. */
export const sayThing = (thing: Thing): string => THING[thing]();

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
