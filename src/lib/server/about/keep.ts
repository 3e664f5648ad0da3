import { eq } from 'drizzle-orm';
import { mayWriteAbout, withLine, type AboutLineBody, type KeptAbout } from '$lib/domain/about/about';
import type { Verdict } from '$lib/domain/entries/verdict';
import { abouts } from '../database/schema';
import type { Reading } from '../database/store';
import type { Writing } from '../entries/effect';
import type { House } from '../house';
import { rolesOf } from '../people/role-in';
import { sealAbout, unsealAbout } from '../sealed-rows';
import { personSpace, type Change } from '../spaces';

type Row = typeof abouts.$inferSelect;

/** Keeps one line that a young person wrote about themself. */
export async function keepAboutLine(change: Change, entry: Writing<AboutLineBody>): Promise<Verdict> {
	const { body, authorId, writtenAt } = entry;
	const verdict = mayWriteAbout(await rolesOf(change.tx, authorId), body);
	if (verdict.is !== 'send') return verdict;
	const spaceId = personSpace(authorId);
	const at = Math.min(writtenAt, change.now);
	const lines = withLine(await aboutOf(change.tx, change.house, authorId), body, at);
	const sealed = sealAbout(change.house.secrets, authorId, JSON.stringify(lines));
	const revision = await change.revision(spaceId);
	await change.tx
		.insert(abouts)
		.values({ id: authorId, spaceId, revision, lines: sealed })
		.onConflictDoUpdate({ target: abouts.id, set: { revision, lines: sealed } });
	await change.record(spaceId, 'about.written', authorId);
	return verdict;
}

/** What somebody wrote about themself: for themself, and for showing what they chose to show. */
export async function aboutOf(read: Reading, house: House, personId: string): Promise<KeptAbout['lines']> {
	const [row] = await read.select().from(abouts).where(eq(abouts.id, personId));
	return row ? openAbout(house, row).lines : {};
}

/** An "about me" as its author's phones keep it. */
export function openAbout({ secrets }: Pick<House, 'secrets'>, { id, spaceId, lines }: Row): KeptAbout {
	return { id, spaceId, lines: JSON.parse(unsealAbout(secrets, id, lines)) };
}
