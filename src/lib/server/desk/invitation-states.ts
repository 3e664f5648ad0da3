import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { invitations } from '../database/schema';
import type { House } from '../house';

/** Where somebody's slip stands. Used and revoked ones are none: a used one has done its work. */
export type InvitationState =
	| { is: 'none' }
	| { is: 'open'; id: string; expiresAt: Instant; invitedById: string | null }
	| { is: 'expired'; expiresAt: Instant };

/** The newest slip of each of these people, in the programmes given. */
export async function invitationStates(
	house: House,
	programmeIds: string[],
	personIds: string[]
): Promise<Map<string, InvitationState>> {
	if (personIds.length === 0) return new Map();
	const rows = await house.store.read
		.select({
			id: invitations.id,
			personId: invitations.personId,
			expiresAt: invitations.expiresAt,
			invitedById: invitations.invitedById
		})
		.from(invitations)
		.where(
			and(
				inArray(invitations.personId, personIds),
				inArray(invitations.programmeId, programmeIds),
				eq(invitations.purpose, 'join'),
				isNull(invitations.usedAt),
				isNull(invitations.revokedAt)
			)
		)
		.orderBy(asc(invitations.createdAt), asc(invitations.id));
	const now = house.now();
	return new Map(rows.map(({ personId, ...row }) => [personId ?? '', stateOf(row, now)]));
}

function stateOf(
	row: { id: string; expiresAt: Instant; invitedById: string | null },
	now: Instant
): InvitationState {
	return row.expiresAt > now ? { is: 'open', ...row } : { is: 'expired', expiresAt: row.expiresAt };
}
