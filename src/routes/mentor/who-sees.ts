import type { Answer, Thing, Viewer } from '$lib/domain/visibility/visibility';
import { seeing, THINGS, VIEWERS } from '$lib/domain/visibility/visibility';
import type { SeenThing } from '$lib/ui/SeeTable.svelte';
import { m } from '$lib/wording/messages';
import { sayNames } from './names';

/*
 * Who can see what, said to a mentor; the words for a young person are in `wording/who-sees`.
 * Everything here is drawn from the table that the server enforces.
 */

/** The line beside a mentor's box, before they type. Names stand between `**`. */
export function sayWhoSees(thing: Thing, young: string): string {
	const all = whoSees(thing);
	const names = all
		.filter(({ answer }) => answer === 'always')
		.map(({ who }) => (who === 'mentor' ? m.mentor_viewer_you_first() : nameOf(who, young)));
	const asking = all.filter(({ answer }) => answer === 'with_a_reason');
	return [
		m.mentor_who_always({ names: sayNames(names) }),
		...asking.map(({ who }) => m.mentor_who_with_a_reason({ who: nameOf(who, young), name: young }))
	].join(' ');
}

/** As `sayWhoSees` for whoever stands in for `mentor` just now. */
export function sayWhoSeesAsCover(thing: Thing, young: string, mentor: string): string {
	const all = whoSees(thing);
	const asking = all.filter(({ answer }) => answer === 'with_a_reason');
	const mayRead = all.filter(({ answer }) => answer === 'always' || answer === 'while_covering');
	const names: Partial<Record<Who, string>> = { young, mentor, cover: m.mentor_viewer_you_first() };
	const mine = (['cover', 'young', 'mentor'] as const).filter((who) =>
		mayRead.some((one) => one.who === who)
	);
	const others = mayRead.filter(({ who }) => !(who in names)).map(({ who }) => nameOf(who));
	return [
		m.mentor_who_always({ names: sayNames([...mine.flatMap((who) => names[who] ?? []), ...others]) }),
		...asking.map(({ who }) => m.mentor_who_with_a_reason({ who: nameOf(who, young), name: young }))
	].join(' ');
}

/** As `sayWhoSees` for a message that will wait for the agreed hours. */
export function sayWhoSeesLater(young: string): string {
	const onlyMine = whoSees('held_message').every(({ who, answer }) => who === 'mentor' || answer === 'never');
	const asking = whoSees('message').filter(({ answer }) => answer === 'with_a_reason');
	return [
		onlyMine ? m.mentor_waits_unseen() : m.mentor_waits_on_server(),
		...asking.map(({ who }) => m.mentor_who_with_a_reason_later({ who: nameOf(who, young), name: young }))
	].join(' ');
}

/** What a mentor can and cannot see, and who else can. */
export function whatIsSeen(): { can: SeenThing[]; cannot: SeenThing[] } {
	const mine = (thing: Thing) => seeing(thing, 'mentor') !== 'never';
	return {
		can: THINGS.filter(mine).map(row),
		cannot: THINGS.filter((thing) => !mine(thing)).map(row)
	};
}

const THING: Record<Thing, () => string> = {
	check_in: m.mentor_thing_check_in,
	message: m.mentor_thing_message,
	held_message: m.mentor_thing_held_message,
	meeting: m.mentor_thing_meeting,
	meeting_note: m.mentor_thing_meeting_note,
	meeting_idea: m.mentor_thing_meeting_idea,
	how_was_it: m.mentor_thing_how_was_it,
	agreement: m.mentor_thing_agreement,
	name: m.mentor_thing_name,
	wish: m.mentor_thing_wish,
	about: m.mentor_thing_about,
	card: m.mentor_thing_card,
	no_thanks: m.mentor_thing_no_thanks,
	yes: m.mentor_thing_yes,
	parting: m.mentor_thing_parting,
	seen: m.mentor_thing_seen,
	late: m.mentor_thing_late,
	look: m.mentor_thing_look,
	sign_in: m.mentor_thing_sign_in,
	device: m.mentor_thing_device,
	unsent: m.mentor_thing_unsent,
	notice: m.mentor_thing_notice,
	tell_choice: m.mentor_thing_tell_choice,
	goal: m.mentor_thing_goal,
	goal_count: m.mentor_thing_goal_count,
	path: m.mentor_thing_path,
	look_back: m.mentor_thing_look_back,
	outcome: m.mentor_thing_outcome,
	goodbye_waiting: m.mentor_thing_goodbye_waiting,
	goodbye: m.mentor_thing_goodbye,
	ending: m.mentor_thing_ending,
	desk_words: m.mentor_thing_desk_words,
	afterwards: m.mentor_thing_afterwards,
	look_in: m.mentor_thing_look_in,
	keepsake: m.mentor_thing_keepsake,
	trusted_person: m.mentor_thing_trusted_person,
	gathering: m.mentor_thing_gathering,
	safety_plan: m.mentor_thing_safety_plan,
	circle: m.mentor_thing_circle
};

/** Whoever never sees anything of this kind is one of everybody else. */
const ONLY_SOMETIMES: readonly Who[] = ['cover', 'worker', 'circle'];

/** Coordinators and safeguarding leads are "staff" wherever they may do the same. */
type Who = Viewer | 'staff';

const WHO: Record<Who, () => string> = {
	young: m.mentor_viewer_young,
	mentor: m.mentor_viewer_mentor,
	cover: m.mentor_viewer_cover,
	staff: m.mentor_viewer_staff,
	worker: m.circle_viewer_worker_mentor,
	circle: m.circle_viewer_others_mentor,
	coordinator: m.mentor_viewer_coordinator,
	safeguarding: m.mentor_viewer_safeguarding,
	others: m.mentor_viewer_others
};

function nameOf(who: Who, young?: string): string {
	return who === 'young' && young ? young : WHO[who]();
}

function row(thing: Thing): SeenThing {
	const everybody = whoSees(thing);
	const onlyYoung = everybody.every(({ who, answer }) => answer === (who === 'young' ? 'always' : 'never'));
	const who: SeenThing['who'] =
		onlyYoung && thing === 'unsent'
			? [{ words: m.mentor_viewer_only_phone(), seeing: 'phone' }]
			: onlyYoung
				? [{ words: m.mentor_viewer_only_young(), seeing: 'can' }]
				: everybody.map(({ who, answer }) => label(who, answer));
	return { thing: THING[thing](), who };
}

/** The mentor first: these words are for them. */
function whoSees(thing: Thing): { who: Who; answer: Answer }[] {
	const staffAlike = seeing(thing, 'coordinator') === seeing(thing, 'safeguarding');
	return (['mentor', ...VIEWERS.filter((viewer) => viewer !== 'mentor')] as const)
		.filter((viewer) => !(staffAlike && viewer === 'safeguarding'))
		.filter((viewer) => !ONLY_SOMETIMES.includes(viewer) || seeing(thing, viewer) !== 'never')
		.map((viewer) => ({
			who: staffAlike && viewer === 'coordinator' ? 'staff' : viewer,
			answer: seeing(thing, viewer)
		}));
}

function label(who: Who, answer: Answer): SeenThing['who'][number] {
	const name = WHO[who]();
	switch (answer) {
		case 'always':
			return { words: name, seeing: 'can' };
		case 'while_covering':
			return { words: name, seeing: 'can' };
		case 'if_shared':
			return { words: m.mentor_viewer_shared({ who: name }), seeing: 'can' };
		case 'with_a_reason':
			return { words: m.mentor_viewer_reason({ who: name }), seeing: 'reason' };
		case 'if_unsafe':
			return { words: m.mentor_viewer_unsafe({ who: name }), seeing: 'reason' };
		case 'never':
			return {
				words: who === 'others' ? m.mentor_viewer_nobody_else() : m.mentor_viewer_not({ who: name }),
				seeing: 'never'
			};
	}
}
