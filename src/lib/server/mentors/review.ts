import { and, desc, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Instant } from '$lib/domain/clock/zones';
import type { Approval } from '$lib/domain/mentors/approvals';
import { approvals, mentorCards } from '../database/schema';
import type { House } from '../house';
import { fitCovers } from '../pairings/covers';
import { rolesOf } from '../people/role-in';
import { Refused } from '../refused';
import { personSpace, type Change } from '../spaces';

type CardRow = typeof mentorCards.$inferSelect;

/**
 * Lets young people see a card as it was read.
 * @param read when the version that the coordinator read was written: a newer one has to be read first
 * @throws Refused when the mentor has changed it meanwhile
 */
export async function approveCard(change: Change, row: CardRow, read: Instant): Promise<void> {
	if (row.writtenAt !== read) throw new Refused('card_changed');
	if (row.state === 'approved') return;
	const approved = { approved: row.card, approvedAt: change.now, approvedById: change.personId };
	await write(change, row, { ...approved, state: 'approved', returnedWhy: '' });
	await change.record(row.spaceId, 'card.approved', row.id);
}

/** Gives a card back with what to change. What was approved before stays what young people see. */
export async function returnCard(
	change: Change,
	row: CardRow,
	{ read, why }: { read: Instant; why: string }
): Promise<void> {
	if (row.writtenAt !== read) throw new Refused('card_changed');
	await write(change, row, { state: 'returned', returnedWhy: why });
	await change.record(row.spaceId, 'card.returned', row.id);
}

async function write(change: Change, row: CardRow, values: Partial<CardRow>): Promise<void> {
	const revision = await change.revision(row.spaceId);
	await change.tx
		.update(mentorCards)
		.set({ ...values, revision })
		.where(eq(mentorCards.id, row.id));
}

/** Writes down what was checked. The same id again changes nothing. @throws Refused when they are no mentor there */
export async function addApproval(
	change: Change,
	{
		id = uuid(),
		programmeId,
		mentorId,
		...record
	}: Approval & { id?: string; programmeId: string; mentorId: string }
): Promise<void> {
	const roles = await rolesOf(change.tx, mentorId, programmeId);
	if (!roles.includes('mentor')) throw new Refused('not_members');
	const { kind, from, until } = record;
	const made = await change.tx
		.insert(approvals)
		.values({ id, programmeId, mentorId, kind, from, until, byId: change.personId, at: change.now })
		.onConflictDoNothing()
		.returning({ id: approvals.id });
	if (made.length === 0) return;
	await change.record(personSpace(mentorId), `approval.${kind}`, id);
	await fitCovers(change, programmeId, mentorId);
}

/** Takes back a record that was a mistake. It stays on record that it was there. */
export async function takeApprovalBack(
	change: Change,
	{ id, programmeId, mentorId }: { id: string; programmeId: string; mentorId: string }
): Promise<void> {
	const taken = await change.tx
		.update(approvals)
		.set({ takenBackAt: change.now })
		.where(
			and(
				eq(approvals.id, id),
				eq(approvals.programmeId, programmeId),
				eq(approvals.mentorId, mentorId),
				isNull(approvals.takenBackAt)
			)
		)
		.returning({ id: approvals.id });
	if (taken.length === 0) return;
	await change.record(personSpace(mentorId), 'approval.taken_back', id);
	await fitCovers(change, programmeId, mentorId);
}

/** A mentor's records that stand, newest first. */
export async function recordsOf({ store }: House, programmeId: string, mentorId: string) {
	return store.read
		.select()
		.from(approvals)
		.where(
			and(
				eq(approvals.programmeId, programmeId),
				eq(approvals.mentorId, mentorId),
				isNull(approvals.takenBackAt)
			)
		)
		.orderBy(desc(approvals.from), desc(approvals.id));
}
