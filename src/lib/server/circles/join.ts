import { eq } from 'drizzle-orm';
import { circleMembers } from '../database/schema';
import { rolesOf } from '../people/role-in';
import { Refused } from '../refused';
import { letIn, type Change } from '../spaces';
import { memberId, type CircleRow } from './facts';

/**
 * Lets a young person of the programme into a circle, or in again. Twice changes nothing.
 * @throws Refused when they are none, or the circle has ended
 */
export async function joinCircle(change: Change, circle: CircleRow, personId: string): Promise<void> {
	const { id: circleId, spaceId, programmeId, workerId, endedAt } = circle;
	if (endedAt !== null) throw new Refused('pairing_ended');
	if (personId === workerId) throw new Refused('same_person');
	if (!(await rolesOf(change.tx, personId, programmeId)).includes('young')) throw new Refused('not_members');
	const id = memberId(circleId, personId);
	const [known] = await change.tx.select().from(circleMembers).where(eq(circleMembers.id, id));
	if (known?.leftAt === null) return;
	const now = { joinedAt: change.now, leftAt: null, revision: await change.revision(spaceId) };
	if (known) await change.tx.update(circleMembers).set(now).where(eq(circleMembers.id, id));
	else await change.tx.insert(circleMembers).values({ id, spaceId, circleId, personId, ...now });
	await letIn(change.tx, spaceId, personId, change.now);
	await change.record(spaceId, 'circle.joined', personId);
}
