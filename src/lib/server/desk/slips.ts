import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { STAFF, type Role } from '$lib/domain/people/roles';
import { invitations, memberships, programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { isOpen, makeInvitation, revokeInvitation, type Slip } from '../people/invitations';
import { Refused } from '../refused';
import { change, type Change } from '../spaces';
import { couldBeId, runs } from './scope';

/** What is printed. A young person's says nothing but the neutral name that their phone will show. */
export interface PrintedSlip extends Slip {
	/** What this is, in words fit for a kitchen table. */
	calledBy: string;
	invitedBy: string;
	zone: string;
}

/**
 * Makes a slip for somebody, in place of any that was open. Whoever sends the form twice gets the second one; where
 * another coordinator made one since the form was drawn, theirs stands.
 * @param seen the id of the open slip that the form knew of, or empty
 * @throws 404; Refused when someone else has made a slip meanwhile, or the person belongs to a programme that `who` does not run
 */
export async function printSlip(
	house: House,
	who: Who,
	asked: { personId: string; programmeId: string; seen: string }
): Promise<PrintedSlip> {
	const { personId, programmeId } = asked;
	if (!runs(who).includes(programmeId) || !couldBeId(personId)) notThere();
	return change(house, who.personId, async (making) => {
		const roles = await rolesIn(making, programmeId, personId);
		if (roles.length === 0) notThere();
		if (await belongsElsewhere(making, runs(who), personId)) throw new Refused('has_joined_elsewhere');
		const open = await openSlip(making, personId);
		if (open && open.id !== asked.seen && open.invitedById !== who.personId)
			throw new Refused('someone_else_invited');
		const slip = await makeInvitation(making, { programmeId, personId, byId: who.personId });
		const programme = await programmeOf(making, programmeId);
		const isAdult = roles.every((role) => STAFF.includes(role));
		return {
			...slip,
			calledBy: isAdult ? programme.name : programme.appName,
			invitedBy: who.firstName,
			zone: programme.zone
		};
	});
}

/** Takes an open slip back. One that is not open any more stays as it is. @throws 404 */
export async function takeSlipBack(
	house: House,
	who: Who,
	asked: { programmeId: string; invitationId: string }
): Promise<void> {
	if (!runs(who).includes(asked.programmeId) || !couldBeId(asked.invitationId)) notThere();
	await revokeInvitation(house, { ...asked, byId: who.personId });
}

async function rolesIn({ tx }: Change, programmeId: string, personId: string): Promise<Role[]> {
	const rows = await tx
		.select({ role: memberships.role })
		.from(memberships)
		.where(
			and(
				eq(memberships.programmeId, programmeId),
				eq(memberships.personId, personId),
				isNull(memberships.endedAt)
			)
		);
	return rows.map(({ role }) => role);
}

/** A slip opens the whole account, so nobody makes one for an account that reaches beyond what they run. */
async function belongsElsewhere({ tx }: Change, programmeIds: string[], personId: string): Promise<boolean> {
	const [row] = await tx
		.select({ id: memberships.id })
		.from(memberships)
		.where(
			and(
				eq(memberships.personId, personId),
				isNull(memberships.endedAt),
				notInArray(memberships.programmeId, programmeIds)
			)
		);
	return row !== undefined;
}

async function openSlip({ tx, now }: Change, personId: string) {
	const [row] = await tx
		.select({ id: invitations.id, invitedById: invitations.invitedById })
		.from(invitations)
		.where(and(eq(invitations.personId, personId), eq(invitations.purpose, 'join'), isOpen(now)));
	return row;
}

async function programmeOf({ tx }: Change, programmeId: string) {
	const [programme] = await tx.select().from(programmes).where(eq(programmes.id, programmeId));
	if (!programme) notThere();
	return programme;
}
