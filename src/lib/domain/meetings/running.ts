import type { Day } from '../clock/zones';
import type { Series } from './series';

/** The repeating meetings that go on after a day, the latest begun where there are several. */
export function runningOn<S extends Pick<Series, 'repeats' | 'startsOn' | 'until'>>(
	series: readonly S[],
	today: Day
): S | undefined {
	return series
		.filter(({ repeats, until }) => repeats !== 'once' && (until === null || until > today))
		.reduce<S | undefined>(
			(latest, one) => (latest && latest.startsOn >= one.startsOn ? latest : one),
			undefined
		);
}
