import { instantAt, dayOf, type Instant } from '$lib/domain/clock/zones';

/** The city of `zone` when clocks there differ from this phone's at `at`, else undefined: then nothing need be said. */
export function elsewhere(zone: string, at: Instant): string | undefined {
	const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const noonThere = instantAt(dayOf(at, zone), '12:00', zone);
	const noonHere = instantAt(dayOf(at, zone), '12:00', here);
	return noonThere === noonHere ? undefined : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
