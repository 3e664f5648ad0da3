import { and, eq, gt, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { DAY, HOUR, type Instant } from '$lib/domain/clock/zones';
import type { Role } from '$lib/domain/people/roles';
import { invitations, memberships, passkeys, people, programmes } from '../database/schema';
import type { Transaction } from '../database/store';
import { notThere } from '../guard';
import type { House } from '../house';
import { change, programmeSpace, type Change } from '../spaces';
import { rolesOf } from './session-rows';
import { newSlip, slipHash } from './slips';
import { hashOf } from './tokens';

/** How long a slip lives: someone's first, and one that opens an account that is already in use. */
export const FIRST_SLIP = 7 * DAY;
export const NEXT_SLIP = 24 * HOUR;

interface Asked {
	programmeId: string;
	personId: string;
	byId: string;
}

export interface Slip {
	id: string;
	/** Shown once: it is kept nowhere. */
	secret: string;
	expiresAt: Instant;
}

/** Makes a slip for a member of a programme. Earlier ones that are still open stop working. */
export function invite(house: House, asked: Asked): Promise<Slip> {
	return change(house, asked.byId, (making) => makeInvitation(making, asked));
}

/**
 * As `invite`, as part of a larger change.
 * @throws 404 when the person is not a member of the programme
 */
export async function makeInvitation(making: Change, { programmeId, personId, byId }: Asked): Promise<Slip> {
	const { tx, now } = making;
	const [person] = await tx
		.select({ codeName: people.codeName })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(memberships.programmeId, programmeId),
				eq(memberships.personId, personId),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		);
	if (!person) notThere();
	await closeSlips(tx, personId, now);
	const id = uuid();
	const secret = newSlip();
	const expiresAt = now + (person.codeName === null ? FIRST_SLIP : NEXT_SLIP);
	await tx.insert(invitations).values({
		id,
		secretHash: hashOf(secret),
		programmeId,
		personId,
		invitedById: byId,
		purpose: 'join',
		createdAt: now,
		expiresAt
	});
	await making.record(programmeSpace(programmeId), 'invitation.made', id);
	return { id, secret, expiresAt };
}

/** Makes every open slip of a person useless. */
export async function closeSlips(tx: Transaction, personId: string, now: Instant): Promise<void> {
	await tx
		.update(invitations)
		.set({ revokedAt: now })
		.where(
			and(eq(invitations.personId, personId), isNull(invitations.usedAt), isNull(invitations.revokedAt))
		);
}

/** Takes a slip back. One that was used, taken back or never there changes nothing. @returns whether it was open */
export function revokeInvitation(
	house: House,
	{ programmeId, invitationId, byId }: { programmeId: string; invitationId: string; byId: string }
): Promise<boolean> {
	return change(house, byId, async (making) => {
		const taken = await making.tx
			.update(invitations)
			.set({ revokedAt: making.now })
			.where(
				and(
					eq(invitations.id, invitationId),
					eq(invitations.programmeId, programmeId),
					isNull(invitations.usedAt),
					isNull(invitations.revokedAt)
				)
			)
			.returning({ id: invitations.id });
		if (taken.length === 0) return false;
		await making.record(programmeSpace(programmeId), 'invitation.revoked', invitationId);
		return true;
	});
}

/** The condition under which a slip still works at `now`. */
export const isOpen = (now: Instant) =>
	and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));

/** What an open slip stands for. */
export interface Invited {
	id: string;
	programmeId: string;
	programmeName: string;
	appName: string;
	/** The first name of whoever made the slip. */
	invitedBy: string | null;
	personId: string;
	/** What they are, in any programme. */
	roles: Role[];
	codeName: string | null;
	hasPasskey: boolean;
}

/** What the letters on a slip open; undefined alike for expired, used, revoked and never made. */
export async function findInvitation(house: House, typed: string): Promise<Invited | undefined> {
	const { read } = house.store;
	const [found] = await read
		.select({
			id: invitations.id,
			programmeId: programmes.id,
			programmeName: programmes.name,
			appName: programmes.appName,
			invitedById: invitations.invitedById,
			personId: people.id,
			codeName: people.codeName
		})
		.from(invitations)
		.innerJoin(programmes, eq(programmes.id, invitations.programmeId))
		.innerJoin(people, eq(people.id, invitations.personId))
		.innerJoin(
			memberships,
			and(
				eq(memberships.personId, people.id),
				eq(memberships.programmeId, programmes.id),
				isNull(memberships.endedAt)
			)
		)
		.where(
			and(
				eq(invitations.secretHash, slipHash(typed) ?? ''),
				eq(invitations.purpose, 'join'),
				isOpen(house.now()),
				isNull(people.disabledAt)
			)
		)
		.limit(1);
	if (!found) return undefined;
	const { invitedById, ...invited } = found;
	const [by] = await read
		.select({ firstName: people.firstName })
		.from(people)
		.where(eq(people.id, invitedById ?? ''));
	const keys = await read
		.select({ id: passkeys.id })
		.from(passkeys)
		.where(eq(passkeys.personId, found.personId))
		.limit(1);
	return {
		...invited,
		invitedBy: by?.firstName ?? null,
		roles: await rolesOf(read, found.personId),
		hasPasskey: keys.length > 0
	};
}
