import { and, eq, inArray, isNull } from 'drizzle-orm';
import { send, type Verdict } from '$lib/domain/entries/verdict';
import { mayChoose, withChoice, type TellChoiceBody } from '$lib/domain/telling/choosing';
import type { NoticesSeenBody } from '$lib/domain/telling/seen';
import { notices, tellChoices } from '../database/schema';
import type { Writing } from '../entries/effect';
import { rolesOf } from '../people/role-in';
import { personSpace, type Change } from '../spaces';
import { markSeen } from './tell';

type Told = Pick<Writing<unknown>, 'authorId'>;

/** Notes that somebody has looked at what they were told of: it is seen on all their devices. */
export async function keepNoticesSeen(
	change: Change,
	{ body, authorId }: Told & { body: NoticesSeenBody }
): Promise<Verdict> {
	const rows = await change.tx
		.select({ id: notices.id, spaceId: notices.spaceId })
		.from(notices)
		.where(and(eq(notices.personId, authorId), inArray(notices.id, body.ids), isNull(notices.seenAt)));
	await markSeen(change, rows);
	return send;
}

/** Keeps how somebody wants to be told of one kind of thing. What they were told of already stays. */
export async function keepTellChoice(
	change: Change,
	{ body, authorId }: Told & { body: TellChoiceBody }
): Promise<Verdict> {
	const verdict = mayChoose(await rolesOf(change.tx, authorId), body);
	if (verdict.is !== 'send') return verdict;
	const [kept] = await change.tx.select().from(tellChoices).where(eq(tellChoices.id, authorId));
	const spaceId = personSpace(authorId);
	const said = {
		choices: withChoice(kept?.choices ?? {}, body),
		revision: await change.revision(spaceId)
	};
	await change.tx
		.insert(tellChoices)
		.values({ id: authorId, spaceId, ...said })
		.onConflictDoUpdate({ target: tellChoices.id, set: said });
	await change.record(spaceId, `telling.${body.telling}`, body.kind);
	return verdict;
}
