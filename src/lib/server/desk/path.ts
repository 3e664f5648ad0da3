import { dayOf, type Day, type Instant } from '$lib/domain/clock/zones';
import { pathOf, placeOn } from '$lib/domain/pairings/path';
import { movable } from '$lib/domain/pairings/stage-moves';
import type { House } from '../house';
import { pathFactsOf } from '../plans/path-of';

interface Going {
	id: string;
	planId: string | null;
	startedAt: Instant;
	endsOn: Day | null;
}

/** The places on one pairing's path, where it is on it, and which stages could begin on which other days. */
export async function pathAtDesk(house: House, pairing: Going, zone: string) {
	const facts = await pathFactsOf(house.store.read, pairing, zone);
	const path = pathOf(facts);
	const here = placeOn(path, dayOf(house.now(), zone));
	return {
		places: path.map(({ stage, from, until }) => ({
			...{ id: stage.id, name: stage.name, meets: stage.meets, from, until },
			here: stage.id === here?.stage.id
		})),
		movable: movable(facts).map(({ stage, ...days }) => ({ id: stage.id, name: stage.name, ...days })),
		graduation: facts.plan.ending.graduation
	};
}
