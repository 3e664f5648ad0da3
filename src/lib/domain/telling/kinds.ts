import type { Role } from '../people/roles';

/** Everything that somebody can be told of without having asked. */
export const TOLD = [
	/** A message, or a reply to something they wrote. */
	'message',
	/** A young person wrote something that wants an answer; with the time promised. */
	'waiting',
	/** A meeting tomorrow. */
	'meeting_tomorrow',
	/** A meeting in two hours. */
	'meeting_soon',
	/** A meeting has changed, or is off. */
	'meeting_changed',
	/** Somebody proposed something, and waits for a yes or a no. */
	'proposal',
	/** A card to look at; for a mentor, that they were asked. */
	'introduction',
	/** A mentor's own promise on a goal is due. */
	'promise_due',
	/** It is time to look at the agreement again. */
	'review',
	/** A pairing's last day comes near. */
	'ending',
	/** An answer is late: for the mentor a nudge, for the young person the truth. */
	'late',
	/** Somebody stands in, or is asked to. */
	'cover',
	/** For the desk: something there is late. */
	'desk_late',
	/** A stage of the programme begins. */
	'stage',
	/** It is time to look back, or the other has shared what they wrote. */
	'look_back'
] as const;
export type Told = (typeof TOLD)[number];

/** How somebody is told: by push and in the app, in the app only, or not at all. */
export const TELLING = ['push', 'app', 'never'] as const;
export type Telling = (typeof TELLING)[number];

/** What a person chose, for as many kinds as they chose; the rest is as usual. */
export type TellChoices = Partial<Record<Told, Telling>>;

/** Of what people in each role can be told, and how they are unless they choose. Quiet where it can wait. */
export const USUALLY_TOLD: Record<Role, TellChoices> = {
	young: {
		message: 'push',
		meeting_tomorrow: 'push',
		meeting_soon: 'app',
		meeting_changed: 'push',
		proposal: 'app',
		introduction: 'push',
		review: 'app',
		ending: 'app',
		late: 'app',
		cover: 'app',
		stage: 'app',
		look_back: 'app'
	},
	mentor: {
		waiting: 'push',
		late: 'push',
		meeting_tomorrow: 'push',
		meeting_soon: 'app',
		meeting_changed: 'push',
		proposal: 'push',
		introduction: 'push',
		promise_due: 'push',
		review: 'app',
		ending: 'app',
		cover: 'push',
		stage: 'app',
		look_back: 'app'
	},
	coordinator: { desk_late: 'push' },
	safeguarding: { desk_late: 'app' },
	group: {},
	facilitator: {}
};

/** Of what somebody who holds `roles` can be told, in the order of `TOLD`. */
export function toldIn(roles: readonly Role[]): Told[] {
	return TOLD.filter((kind) => roles.some((role) => USUALLY_TOLD[role][kind] !== undefined));
}

/**
 * How somebody who holds `roles` is told of `kind`: as they chose, else as is usual for the role that is told the
 * most.
 */
export function tellingOf(kind: Told, roles: readonly Role[], choices: TellChoices): Telling {
	const usual = roles.map((role) => USUALLY_TOLD[role][kind]);
	if (usual.every((telling) => telling === undefined)) return 'never';
	return choices[kind] ?? TELLING.find((telling) => usual.includes(telling)) ?? 'never';
}
