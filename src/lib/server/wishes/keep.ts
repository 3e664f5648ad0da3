import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Instant } from '$lib/domain/clock/zones';
import type { Verdict } from '$lib/domain/entries/verdict';
import { mayAnswer, mayWish, type WishAnswerBody, type WishBody } from '$lib/domain/wishes/answer';
import { withAnswer, withWanted, type KeptWish } from '$lib/domain/wishes/kept';
import { wishes } from '../database/schema';
import type { Writing } from '../entries/effect';
import { rolesOf } from '../people/role-in';
import { personSpace, type Change } from '../spaces';
import { closeWish, emptyWish, openWish, wishRow } from './rows';

/** Keeps whether somebody wants a mentor. */
export async function keepWish(change: Change, entry: Writing<WishBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const verdict = mayWish({ role: await roleFor(change, body.programmeId, authorId) }, body);
	if (verdict.is !== 'send') return verdict;
	await write(change, entry, 'wish.said', (wish, at) => withWanted(wish, body, at));
	return verdict;
}

/** Keeps one answer about the kind of mentor; the others stay as they are. */
export async function keepAnswer(change: Change, entry: Writing<WishAnswerBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const verdict = mayAnswer({ role: await roleFor(change, body.programmeId, authorId) }, body);
	if (verdict.is !== 'send') return verdict;
	await write(change, entry, 'wish.answered', (wish, at) => withAnswer(wish, body, at));
	return verdict;
}

/** Whoever is a young person there writes as one, whatever else they are. */
async function roleFor({ tx }: Change, programmeId: string, personId: string) {
	const roles = await rolesOf(tx, personId, programmeId);
	return roles.includes('young') ? ('young' as const) : roles[0];
}

async function write(
	change: Change,
	{ body: { programmeId }, authorId, writtenAt }: Writing<{ programmeId: string }>,
	action: string,
	said: (wish: KeptWish, at: Instant) => KeptWish
): Promise<void> {
	const spaceId = personSpace(authorId);
	const row = await wishRow(change.tx, programmeId, authorId);
	const id = row?.id ?? uuid();
	const wish = row ? openWish(change.house, row) : emptyWish(id, spaceId, programmeId);
	// A phone that is ahead of time must not have the last word until its time has come.
	const next = closeWish(change.house, id, said(wish, Math.min(writtenAt, change.now)));
	const revision = await change.revision(spaceId);
	if (row)
		await change.tx
			.update(wishes)
			.set({ ...next, revision })
			.where(eq(wishes.id, id));
	else {
		const created = { id, spaceId, revision, programmeId, youngId: authorId, createdAt: change.now };
		await change.tx.insert(wishes).values({ ...created, ...next });
	}
	await change.record(spaceId, action, id);
}
