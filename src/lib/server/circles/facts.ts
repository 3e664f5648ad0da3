import { and, eq } from 'drizzle-orm';
import { circleMembers, circles, readers } from '../database/schema';
import type { Reading } from '../database/store';
import { withinReach } from '../within-reach';

export type CircleRow = typeof circles.$inferSelect;
type MemberRow = typeof circleMembers.$inferSelect;

/** One row for each person and circle, however often they come and go. */
export const memberId = (circleId: string, personId: string) => `${circleId}:${personId}`;

/** A circle as somebody who reads its space may know it. Not theirs and not there are the same. */
export async function circleFacts(
	tx: Reading,
	circleId: string,
	personId: string,
	now: number
): Promise<{ circle: CircleRow | undefined; member: MemberRow | undefined }> {
	const [row] = await tx
		.select({ circle: circles })
		.from(circles)
		.innerJoin(readers, eq(readers.spaceId, circles.spaceId))
		.where(and(eq(circles.id, circleId), eq(readers.personId, personId), withinReach(now)));
	if (!row) return { circle: undefined, member: undefined };
	const [member] = await tx
		.select()
		.from(circleMembers)
		.where(eq(circleMembers.id, memberId(circleId, personId)));
	return { circle: row.circle, member };
}
