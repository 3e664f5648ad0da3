import * as v from 'valibot';
import { WrittenDay, writtenNumber, WrittenTime } from '../clock/written';
import { instantAt, MINUTE, type Day, type Instant, type WallTime } from '../clock/zones';
import { NATIONS, type Nation } from './bank-holidays';
import { clean } from '../messages/text';

/** How often; `monthly` is by weekday, as in "the second Thursday"; `once` is a single appointment. */
export const REPEATS = ['weekly', 'fortnightly', 'monthly', 'once'] as const;
export type Repeats = (typeof REPEATS)[number];

/** A repeating appointment, at the same local time whatever the clocks do. Its weekday is that of `startsOn`. */
export interface Series {
	id: string;
	spaceId: string;
	pairingId: string;
	zone: string;
	startsOn: Day;
	time: WallTime;
	minutes: number;
	repeats: Repeats;
	place: string;
	/** How to get there, in words. */
	travel: string;
	/** Whose bank holidays it leaves out, if the two agreed to. */
	skipsHolidays: Nation | null;
	/** The last day on which a meeting may begin, or null. */
	until: Day | null;
}

/** One meeting of a series. */
export interface Meeting {
	seriesId: string;
	/** The day it begins, in the series' zone. */
	day: Day;
	starts: Instant;
	ends: Instant;
	place: string;
}

/** The meeting of a series on one of its days, as the series has it. */
export function meetingOn(series: Series, day: Day): Meeting {
	const starts = instantAt(day, series.time, series.zone);
	return { seriesId: series.id, day, starts, ends: starts + series.minutes * MINUTE, place: series.place };
}

export const MOST_PLACE_CHARACTERS = 120;

export const MOST_TRAVEL_CHARACTERS = 240;
const Travel = v.optional(
	v.pipe(v.string(), v.maxLength(10_000), v.transform(clean), v.maxLength(MOST_TRAVEL_CHARACTERS)),
	''
);

/** A series as the desk writes it. Its zone is the programme's. */
export const SeriesBody = v.pipe(
	v.object({
		startsOn: WrittenDay,
		time: WrittenTime,
		minutes: writtenNumber(15, 480),
		repeats: v.picklist(REPEATS),
		travel: Travel,
		// An empty field is "they meet on those too".
		skipsHolidays: v.optional(
			v.pipe(
				v.union([v.null(), v.literal(''), v.picklist(NATIONS)]),
				v.transform((nation) => nation || null)
			),
			null
		),
		place: v.pipe(
			v.string(),
			v.maxLength(10_000),
			v.transform(clean),
			v.minLength(1),
			v.maxLength(MOST_PLACE_CHARACTERS)
		),
		// An empty field is "no last day".
		until: v.optional(
			v.pipe(
				v.union([v.null(), v.literal(''), WrittenDay]),
				v.transform((day) => day || null)
			),
			null
		)
	}),
	v.check(({ startsOn, until }) => until === null || startsOn <= until)
);
export type SeriesBody = v.InferOutput<typeof SeriesBody>;
