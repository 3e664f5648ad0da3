import type { Instant } from '../domain/clock/zones';
import type { Notice } from '../domain/telling/notice';
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
