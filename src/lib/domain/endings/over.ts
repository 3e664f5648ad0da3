import { addDays, addMonths, instantAt, type Day, type Instant } from '../clock/zones';
import type { EndingPlan } from '../programmes/plan';
import type { EndedHow, Ending } from './ending';

/** The last day of what ended: the planned one, where it ended when that was over. */
export function lastDayOf(endsOn: Day | null, endedOn: Day): Day {
	return endsOn !== null && endsOn < endedOn ? endsOn : endedOn;
}

/** The last day on which both can read what there was. Source: product.md, "Endings": "nothing disappears". */
export function readableUntil(lastDay: Day, { readableMonths }: Pick<EndingPlan, 'readableMonths'>): Day {
	return addMonths(lastDay, readableMonths);
}

/** The moment from which the mentor reads it no more; the young person keeps theirs. `zone` is the programme's. */
export function readsUntil(until: Day, zone: string): Instant {
	return instantAt(addDays(until, 1), '00:00', zone);
}

/**
 * How a pairing has ended that comes to its last day, or to an end before it: what the desk had said of it stands,
 * unless somebody ended it themself meanwhile.
 */
export function endedHow(said: Pick<Ending, 'how'> | undefined, how: EndedHow): EndedHow {
	return how === 'planned' ? (said?.how ?? 'planned') : how;
}

/** Whether it ended, or will end, before its time: "ended early" on screens. */
export function isEarly({ how }: Pick<Ending, 'how'>): boolean {
	return how !== null && how !== 'planned';
}
