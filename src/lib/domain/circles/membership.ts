import * as v from 'valibot';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { Circle, CircleMember } from './circle';

/** Somebody of a circle wants out. Nobody asks why. */
export const CircleLeftBody = v.object({ circleId: Id });
export type CircleLeftBody = v.InferOutput<typeof CircleLeftBody>;

/** Whether somebody may leave: whoever is in it, and again changes nothing. */
export function mayLeaveCircle(facts: {
	circle: Pick<Circle, 'endedAt'> | undefined;
	member: Pick<CircleMember, 'leftAt'> | undefined;
}): Verdict {
	if (!facts.circle || !facts.member) return refuse('not_found');
	return facts.circle.endedAt === null ? send : refuse('pairing_ended');
}
