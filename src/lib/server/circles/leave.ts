import { and, eq, isNull } from 'drizzle-orm';
import { mayLeaveCircle, type CircleLeftBody } from '$lib/domain/circles/membership';
import type { Verdict } from '$lib/domain/entries/verdict';
import { circleMembers, circles } from '../database/schema';
import type { Writing } from '../entries/effect';
import { shutOut, type Change } from '../spaces';
import { circleFacts, memberId } from './facts';

/**
 * Takes somebody out of a circle: from now on they reach nothing of it, and the others read their name no more.
 * Twice changes nothing.
 */
export async function leaveCircle(
	change: Change,
	{ id, spaceId }: { id: string; spaceId: string },
	personId: string
): Promise<void> {
	const member = memberId(id, personId);
	const [row] = await change.tx
		.select({ leftAt: circleMembers.leftAt })
		.from(circleMembers)
		.where(eq(circleMembers.id, member));
	if (row?.leftAt !== null) return;
	const now = { leftAt: change.now, revision: await change.revision(spaceId) };
	await change.tx.update(circleMembers).set(now).where(eq(circleMembers.id, member));
	await shutOut(change, spaceId, personId);
	await change.record(spaceId, 'circle.left', personId);
}

/** Keeps that a young person wants out. It happens at once, and nobody asks why. */
export async function keepCircleLeft(change: Change, entry: Writing<CircleLeftBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const { circle, member } = await circleFacts(change.tx, body.circleId, authorId, change.now);
	const verdict = mayLeaveCircle({ circle, member });
	if (verdict.is === 'send' && circle) await leaveCircle(change, circle, authorId);
	return verdict;
}

/** Somebody is no young person, or no mentor, of a programme any more: they reach none of its circles. */
export async function leaveCirclesOf(
	change: Change,
	{ personId, programmeId, role }: { personId: string; programmeId: string; role: string }
): Promise<void> {
	const { tx } = change;
	if (role === 'young') {
		const theirs = await tx
			.select({ id: circles.id, spaceId: circles.spaceId })
			.from(circleMembers)
			.innerJoin(circles, eq(circles.id, circleMembers.circleId))
			.where(
				and(
					eq(circleMembers.personId, personId),
					eq(circles.programmeId, programmeId),
					isNull(circleMembers.leftAt)
				)
			);
		for (const circle of theirs) await leaveCircle(change, circle, personId);
	}
	if (role === 'mentor') {
		const led = await tx
			.select({ spaceId: circles.spaceId })
			.from(circles)
			.where(and(eq(circles.workerId, personId), eq(circles.programmeId, programmeId)));
		for (const { spaceId } of led) await shutOut(change, spaceId, personId);
	}
}
