import * as v from 'valibot';
import { WrittenDay } from '$lib/domain/clock/written';
import type { Day } from '$lib/domain/clock/zones';

/** A planned last day as a form writes it: from `today` on, or empty for no end date. */
export const PlannedEnd = (today: Day) =>
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		v.pipe(
			WrittenDay,
			v.check((day) => day >= today)
		)
	]);
