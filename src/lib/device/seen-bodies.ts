import { MOST_SEEN_AT_ONCE } from '../domain/telling/seen';

/** The bodies of as many entries as it takes to mark all of these. */
export function seenBodies(ids: readonly string[]): { ids: string[] }[] {
	const bodies = [];
	for (let from = 0; from < ids.length; from += MOST_SEEN_AT_ONCE)
		bodies.push({ ids: ids.slice(from, from + MOST_SEEN_AT_ONCE) });
	return bodies;
}
