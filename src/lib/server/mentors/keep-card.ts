import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Verdict } from '$lib/domain/entries/verdict';
import { mayWriteCard, type MentorCardBody } from '$lib/domain/mentors/kept-card';
import { mentorCards } from '../database/schema';
import type { Reading } from '../database/store';
import type { Writing } from '../entries/effect';
import { rolesOf } from '../people/role-in';
import { personSpace, type Change } from '../spaces';

/** Keeps what a mentor wrote on their card. Young people see it once a coordinator has approved it. */
export async function keepCard(change: Change, entry: Writing<MentorCardBody>): Promise<Verdict> {
	const { body, authorId, id: entryId } = entry;
	const roles = await rolesOf(change.tx, authorId, body.programmeId);
	const verdict = mayWriteCard(roles.includes('mentor') ? 'mentor' : roles[0]);
	if (verdict.is !== 'send') return verdict;
	const row = await cardOf(change.tx, body.programmeId, authorId);
	const writtenAt = Math.min(entry.writtenAt, change.now);
	if (row && row.writtenAt > writtenAt) return verdict;
	const spaceId = personSpace(authorId);
	const revision = await change.revision(spaceId);
	const { card, capacity } = body;
	const written = { card, capacity, writtenAt, revision, state: 'sent' as const, returnedWhy: '' };
	if (row) await change.tx.update(mentorCards).set(written).where(eq(mentorCards.id, row.id));
	else
		await change.tx
			.insert(mentorCards)
			.values({ id: uuid(), spaceId, programmeId: body.programmeId, mentorId: authorId, ...written });
	await change.record(spaceId, 'card.written', entryId);
	return verdict;
}

/** A mentor's card in a programme. */
export async function cardOf(read: Reading, programmeId: string, mentorId: string) {
	const [row] = await read
		.select()
		.from(mentorCards)
		.where(and(eq(mentorCards.programmeId, programmeId), eq(mentorCards.mentorId, mentorId)));
	return row;
}
