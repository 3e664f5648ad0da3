import { and, eq, isNull } from 'drizzle-orm';
import type { Role } from '$lib/domain/people/roles';
import { leaveCirclesOf } from '../circles/leave';
import { memberships, pairings, people, sessions } from '../database/schema';
import { endPairing } from '../endings/end';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { dropCover } from '../pairings/covers';
import { notEnded } from '../pairings/running';
import { addMembership, endMembership } from '../people/people';
import { dropSessions, rolesOf } from '../people/session-rows';
import { Refused } from '../refused';
import { change, shutOut, type Change } from '../spaces';
import { couldBeId, runs } from './scope';

export interface NamedRole {
	personId: string;
	programmeId: string;
	role: Role;
}

/** Gives somebody of a programme another role in it, or one they had before. @throws 404; Refused when they have it */
export async function giveRole(house: House, who: Who, asked: NamedRole): Promise<void> {
	await inTheirs(house, who, asked, async (making) => {
		if (await current(making, asked)) throw new Refused('has_that_role');
		await addMembership(making, asked);
	});
}

/**
 * Takes a role away, and with it at once whatever it opened: running pairings in that role end, a mentor reads them
 * no more and stands in for nobody, and open streams close. What a young person wrote stays theirs to read. Someone without any role left is
 * signed out everywhere. Taking it away twice changes nothing.
 * @throws 404; Refused for one's own coordinator role, so that a programme is never left without one
 */
export async function endRole(house: House, who: Who, asked: NamedRole): Promise<void> {
	const streams = await inTheirs(house, who, asked, async (making) => {
		if (asked.role === 'coordinator' && asked.personId === who.personId) throw new Refused('own_role');
		if (!(await current(making, asked))) return [];
		await endMembership(making, asked);
		await endPairings(making, asked);
		await leaveCirclesOf(making, asked);
		return closeDoors(making, asked.personId);
	});
	house.live.endSessions(new Set(streams));
}

async function endPairings(making: Change, { personId, programmeId, role }: NamedRole): Promise<void> {
	if (role !== 'young' && role !== 'mentor') return;
	const side = role === 'young' ? pairings.youngId : pairings.mentorId;
	const running = await making.tx
		.select({ id: pairings.id, spaceId: pairings.spaceId })
		.from(pairings)
		.where(and(eq(side, personId), eq(pairings.programmeId, programmeId), notEnded()));
	for (const { id, spaceId } of running) {
		await endPairing(making, id, role === 'mentor' ? 'mentor_left' : 'desk_ended');
		if (role === 'mentor') await shutOut(making, spaceId, personId);
	}
	if (role === 'mentor') await dropCover(making, personId, { programmeId });
}

/** @returns the sessions whose streams must not stay open: they come back as what the person is now */
async function closeDoors({ tx }: Change, personId: string): Promise<string[]> {
	if ((await rolesOf(tx, personId)).length === 0) return dropSessions(tx, personId);
	const open = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, personId));
	return open.map(({ id }) => id);
}

async function current({ tx }: Change, asked: NamedRole): Promise<boolean> {
	const [row] = await tx
		.select({ id: memberships.id })
		.from(memberships)
		.where(and(named(asked), isNull(memberships.endedAt)));
	return row !== undefined;
}

const named = ({ personId, programmeId, role }: NamedRole) =>
	and(
		eq(memberships.programmeId, programmeId),
		eq(memberships.personId, personId),
		eq(memberships.role, role)
	);

/** A change about somebody who is or was in a programme that `who` runs. */
async function inTheirs<R>(
	house: House,
	who: Who,
	{ personId, programmeId }: NamedRole,
	work: (making: Change) => Promise<R>
): Promise<R> {
	if (!runs(who).includes(programmeId) || !couldBeId(personId)) notThere();
	return change(house, who.personId, async (making) => {
		const [row] = await making.tx
			.select({ id: people.id })
			.from(memberships)
			.innerJoin(people, eq(people.id, memberships.personId))
			.where(and(eq(memberships.personId, personId), eq(memberships.programmeId, programmeId)));
		if (!row) notThere();
		return work(making);
	});
}
