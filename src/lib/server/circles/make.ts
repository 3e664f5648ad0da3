import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Day } from '$lib/domain/clock/zones';
import { plannedEnd } from '$lib/domain/pairings/path';
import { circles, programmes } from '../database/schema';
import { isApproved } from '../introductions/facts';
import { rolesOf } from '../people/role-in';
import { planOf } from '../plans/plan-of';
import { Refused } from '../refused';
import { circleSpace, letIn, openSpace, type Change } from '../spaces';
import { planCircleEnd } from './end';

export interface NewCircle {
	/** Made by whoever asks, so that asking twice makes one. */
	id?: string;
	programmeId: string;
	name: string;
	workerId: string;
	startsOn: Day;
	/** The last day, or null for none; as the programme's plan has it where nothing is said. */
	endsOn?: Day | null;
}

/**
 * Makes a small group with one worker and nobody in it yet. The same id again changes nothing.
 * @returns the circle's id
 * @throws Refused when the worker is no mentor of the programme, or not approved for it
 */
export async function makeCircle(change: Change, asked: NewCircle): Promise<string> {
	const { programmeId, name, workerId, startsOn } = asked;
	const id = asked.id ?? uuid();
	const [made] = await change.tx.select({ of: circles.programmeId }).from(circles).where(eq(circles.id, id));
	if (made) {
		if (made.of !== programmeId) throw new Refused('not_members');
		return id;
	}
	if (!(await rolesOf(change.tx, workerId, programmeId)).includes('mentor')) throw new Refused('not_members');
	// Whoever is alone with young people has been checked.
	if (!(await isApproved(change, programmeId, workerId))) throw new Refused('not_approved');
	const [programme] = await change.tx
		.select({ planId: programmes.planId })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	const planId = programme?.planId ?? null;
	const plan = await planOf(change.tx, { planId });
	const endsOn = asked.endsOn === undefined ? (plannedEnd(plan, startsOn) ?? null) : asked.endsOn;
	const spaceId = circleSpace(id);
	await openSpace(change.tx, spaceId, 'circle');
	await letIn(change.tx, spaceId, workerId, change.now);
	const revision = await change.revision(spaceId);
	await change.tx.insert(circles).values({
		...{ id, spaceId, revision, programmeId, name, workerId, planId, startsOn, endsOn, endedAt: null }
	});
	await change.record(spaceId, 'circle.made', id);
	await planCircleEnd(change, { id, programmeId, endsOn });
	return id;
}
