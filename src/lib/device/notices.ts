import type { Instant } from '../domain/clock/zones';
import { withChoice } from '../domain/telling/choosing';
import type { TellChoices } from '../domain/telling/kinds';
import type { Notice } from '../domain/telling/notice';
import { MOST_SEEN_AT_ONCE } from '../domain/telling/seen';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { stands } from './partings';

/** What somebody was told, newest first, with what they have looked at on this phone laid over it. */
export async function noticesOn(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<Notice[]> {
	const [kept, waiting] = await Promise.all([rows.notices.orderBy('at').reverse().toArray(), pending]);
	return withSeen(kept, waiting);
}

/** Notices as they stand once what was looked at here has been heard. */
export function withSeen(notices: Notice[], waiting: readonly Pending[]): Notice[] {
	const looked = new Map<string, Instant>();
	for (const one of waiting)
		if (one.kind === 'notices-seen' && stands(one))
			for (const id of one.body.ids) looked.set(id, one.writtenAt);
	if (looked.size === 0) return notices;
	return notices.map((notice) => ({ ...notice, seenAt: notice.seenAt ?? looked.get(notice.id) ?? null }));
}

/** The bodies of as many entries as it takes to mark all of these. */
export function seenBodies(ids: readonly string[]): { ids: string[] }[] {
	const bodies = [];
	for (let from = 0; from < ids.length; from += MOST_SEEN_AT_ONCE)
		bodies.push({ ids: ids.slice(from, from + MOST_SEEN_AT_ONCE) });
	return bodies;
}

/** How somebody chose to be told, with what they chose on this phone laid over it. */
export async function choicesOn(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<TellChoices> {
	const [kept, waiting] = await Promise.all([rows.tellChoices.get(rows.personId), pending]);
	let choices: TellChoices = kept?.choices ?? {};
	for (const one of waiting)
		if (one.kind === 'tell-choice' && stands(one)) choices = withChoice(choices, one.body);
	return choices;
}
