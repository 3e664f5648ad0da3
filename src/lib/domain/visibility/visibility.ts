import { clean } from '../messages/text';
import type { Side } from '../pairings/pairing';
import type { Role } from '../people/roles';
import { LEAST_REASON } from './look';

/** Kinds of thing that are about a young person or between the two of a pairing. */
export const THINGS = [
	'check_in',
	'message',
	/** A mentor's message that waits for the agreed hours. */
	'held_message',
	'meeting',
	/** What a mentor wrote to them after a meeting. */
	'meeting_note',
	/** Something to do or to talk about when they meet. */
	'meeting_idea',
	/** How a meeting was, in one tap. */
	'how_was_it',
	'agreement',
	'name',
	/** What kind of mentor they want, and whether they want one. */
	'wish',
	/** What they wrote about themself. */
	'about',
	/** What a mentor wrote on the card that a young person is shown. */
	'card',
	/** A "no thanks" to a card, with its reason. The mentor never learns that they were shown. */
	'no_thanks',
	/** A yes to a card, or "I'd like to meet first". */
	'yes',
	/** Why they want someone else, a pause or an end. */
	'parting',
	/** How far the mentor has read. */
	'seen',
	/** That an answer is late, who was reminded or asked, and what the coordinator says of it. */
	'late',
	/** A line of "who looked". */
	'look',
	/** The three-word phrase or the passkey. */
	'sign_in',
	/** The phones a young person is signed in on. */
	'device',
	/** Written, and still on the phone. */
	'unsent',
	/** What somebody was told of, and whether they looked. */
	'notice',
	/** How somebody wants to be told. */
	'tell_choice',
	/** A goal: its words, their line, steps, promises and notes. */
	'goal',
	/** How many goals there are of each kind, and how many are going, parked and done. */
	'goal_count',
	/** Which stage a pairing is in. */
	'path',
	/** What somebody wrote when they looked back. */
	'look_back',
	/** What a young person says is more or less than it was. */
	'outcome',
	/** A goodbye that is not shown yet. */
	'goodbye_waiting',
	/** A goodbye that is shown. */
	'goodbye',
	/** When and how a pairing ends. */
	'ending',
	/** What a coordinator tells a young person of an end that comes early. */
	'desk_words',
	/** What there is after the end: people, places, activities. */
	'afterwards',
	/** Whether somebody looks in on them after the end. */
	'look_in',
	/** What they put into their keepsake. */
	'keepsake',
	/** Somebody they trust, on their own map. */
	'trusted_person',
	/** A meeting with several adults. */
	'gathering',
	/** Their plan for staying safe. */
	'safety_plan',
	/** A small group: who is in it, when it meets, and who says they come. */
	'circle'
] as const;
export type Thing = (typeof THINGS)[number];

/**
 * Everybody there is (`cover` stands in while the mentor is away, `worker` leads a small group, `circle` are the others
 * in it), as the young person would sort them.
 */
export const VIEWERS = [
	'young',
	'mentor',
	'cover',
	'worker',
	'circle',
	'coordinator',
	'safeguarding',
	'others'
] as const;
export type Viewer = (typeof VIEWERS)[number];

/**
 * `with_a_reason`: they must say why, it is recorded, and the young person is told. `while_covering`: on the days on
 * which they stand in, and not a minute longer.
 */
export const ANSWERS = [
	'always',
	'while_covering',
	'if_shared',
	'with_a_reason',
	'if_unsafe',
	'never'
] as const;
export type Answer = (typeof ANSWERS)[number];

const betweenTheTwo: Record<Viewer, Answer> = {
	young: 'always',
	mentor: 'always',
	cover: 'while_covering',
	worker: 'never',
	circle: 'never',
	coordinator: 'with_a_reason',
	safeguarding: 'with_a_reason',
	others: 'never'
};
const knownToTheProgramme: Record<Viewer, Answer> = {
	young: 'always',
	mentor: 'always',
	cover: 'while_covering',
	worker: 'never',
	circle: 'never',
	coordinator: 'always',
	safeguarding: 'always',
	others: 'never'
};
const onlyTheirOwn: Record<Viewer, Answer> = {
	young: 'always',
	mentor: 'never',
	cover: 'never',
	worker: 'never',
	circle: 'never',
	coordinator: 'never',
	safeguarding: 'never',
	others: 'never'
};

const forTheCoordinator: Record<Viewer, Answer> = { ...onlyTheirOwn, coordinator: 'always' };

/** Theirs until they share it with whoever is in the pairing. The desk never reads it. */
const ifShared: Record<Viewer, Answer> = { ...onlyTheirOwn, mentor: 'if_shared', cover: 'if_shared' };

/** Who can see what. Labels beside each box, the page about privacy, the server's guards and the tests all read this. */
const TABLE: Record<Thing, Record<Viewer, Answer>> = {
	check_in: betweenTheTwo,
	message: betweenTheTwo,
	held_message: { ...onlyTheirOwn, young: 'never', mentor: 'always' },
	meeting: knownToTheProgramme,
	meeting_note: betweenTheTwo,
	meeting_idea: betweenTheTwo,
	how_was_it: forTheCoordinator,
	agreement: knownToTheProgramme,
	name: knownToTheProgramme,
	wish: forTheCoordinator,
	about: { ...onlyTheirOwn, mentor: 'if_shared' },
	card: { ...knownToTheProgramme, cover: 'never' },
	no_thanks: forTheCoordinator,
	yes: { ...forTheCoordinator, mentor: 'always' },
	parting: { ...forTheCoordinator, mentor: 'if_shared' },
	seen: betweenTheTwo,
	late: knownToTheProgramme,
	look: { ...knownToTheProgramme, mentor: 'never', cover: 'never' },
	sign_in: onlyTheirOwn,
	device: onlyTheirOwn,
	unsent: onlyTheirOwn,
	notice: onlyTheirOwn,
	tell_choice: onlyTheirOwn,
	goal: betweenTheTwo,
	goal_count: knownToTheProgramme,
	path: knownToTheProgramme,
	look_back: ifShared,
	outcome: ifShared,
	goodbye_waiting: onlyTheirOwn,
	goodbye: betweenTheTwo,
	ending: knownToTheProgramme,
	desk_words: { ...knownToTheProgramme, mentor: 'never', cover: 'never' },
	afterwards: knownToTheProgramme,
	look_in: { ...knownToTheProgramme, mentor: 'never', cover: 'never' },
	keepsake: onlyTheirOwn,
	trusted_person: ifShared,
	gathering: knownToTheProgramme,
	safety_plan: ifShared,
	circle: { ...knownToTheProgramme, mentor: 'never', cover: 'never', worker: 'always', circle: 'always' }
};

/** What `viewer` may see of things of this kind. */
export function seeing(kind: Thing, viewer: Viewer): Answer {
	return TABLE[kind][viewer];
}

/** Everybody and what they may see of this kind of thing, nearest to the young person first. */
export function viewersOf(kind: Thing): { viewer: Viewer; answer: Answer }[] {
	return VIEWERS.map((viewer) => ({ viewer, answer: seeing(kind, viewer) }));
}

/** Whether the server opens a thing of this kind for `viewer`, who may have given a reason. */
export function mayOpen(kind: Thing, viewer: Viewer, reason = ''): boolean {
	const answer = seeing(kind, viewer);
	// Nobody is a cover on any other day: see `viewerOf`.
	if (answer === 'always' || answer === 'while_covering') return true;
	return answer === 'with_a_reason' && isReason(reason);
}

/** Whether this is enough of a reason. Spaces do not count for more than they say. */
export function isReason(reason: string): boolean {
	return clean(reason).replaceAll(/\s+/g, ' ').length >= LEAST_REASON;
}

/** How somebody stands to a pairing just now: on a side of it (see `sideAt`), in a small group, in its programme, or not at all. */
export type Relation = Side | 'worker' | 'circle' | 'programme' | 'none';

/** Who somebody is in the table: they count only in the role in which they stand in that relation. */
export function viewerOf(role: Role, relation: Relation): Viewer {
	if (relation === 'young' || relation === 'mentor') return role === relation ? relation : 'others';
	if (relation === 'cover') return role === 'mentor' ? 'cover' : 'others';
	if (relation === 'worker') return role === 'mentor' ? 'worker' : 'others';
	if (relation === 'circle') return role === 'young' ? 'circle' : 'others';
	if (relation === 'programme' && (role === 'coordinator' || role === 'safeguarding')) return role;
	return 'others';
}
