import { and, eq } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import { mayMarkNotMeant, type NotMeantBody } from '$lib/domain/messages/message';
import { messages, readers } from '../database/schema';
import type { Writing } from '../entries/effect';
import type { Change } from '../spaces';
import { withinReach } from '../within-reach';

/** Marks a message "I didn't mean that". The words stay where they are; saying it again changes nothing. */
export async function markNotMeant(change: Change, entry: Writing<NotMeantBody>): Promise<Verdict> {
	const [message] = await change.tx
		.select({
			id: messages.id,
			spaceId: messages.spaceId,
			authorId: messages.authorId,
			notMeantAt: messages.notMeantAt
		})
		.from(messages)
		.innerJoin(readers, eq(readers.spaceId, messages.spaceId))
		.where(
			and(
				eq(messages.id, entry.body.messageId),
				eq(readers.personId, entry.authorId),
				withinReach(change.now)
			)
		);
	const verdict = mayMarkNotMeant(message, entry.authorId);
	if (verdict.is !== 'send' || !message || message.notMeantAt !== null) return verdict;
	await change.tx
		.update(messages)
		.set({ notMeantAt: change.now, revision: await change.revision(message.spaceId) })
		.where(eq(messages.id, message.id));
	await change.record(message.spaceId, 'message.not-meant', message.id);
	return verdict;
}
