import type { Instant } from '../domain/clock/zones';
import { startsOf } from '../domain/network/gatherings';
import type { Gathering, GatheringSays, Ring } from '../domain/network/network';
import type { SafetySection } from '../domain/safety-plans/safety-plan';
import { seeing, VIEWERS, type Thing } from '../domain/visibility/visibility';
import { asTitle, sayMoment } from './dates';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';
import { groups, nameOf, type Who } from './who-sees';

export const sayList = (words: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);

const RING: Record<Ring, () => string> = { 1: m.network_ring_1, 2: m.network_ring_2, 3: m.network_ring_3 };
const RING_HINT: Record<Ring, () => string> = {
	1: m.network_ring_1_hint,
	2: m.network_ring_2_hint,
	3: m.network_ring_3_hint
};
export const sayRing = (ring: Ring): string => RING[ring]();
export const sayRingHint = (ring: Ring): string => RING_HINT[ring]();

/** Who could see it if the young person showed it: drawn from the table that the server enforces. */
function ifShown(thing: Thing, mentor: string): string[] {
	return VIEWERS.filter((viewer) => seeing(thing, viewer) === 'if_shared').map((viewer) =>
		viewer === 'cover' ? m.network_who_stands_in({ name: mentor }) : nameOf(viewer, mentor)
	);
}

/** The line beside the map: whom only this phone knows, and who sees those that are shown. */
export function sayWhoSeesMap(mentor: string | undefined): string {
	const names = mentor === undefined ? [] : ifShown('trusted_person', mentor);
	return names.length > 0 ? m.network_who_if_shared({ names: sayList(names) }) : m.network_who_phone();
}

/** The line beside a plan for staying safe. */
export function sayWhoSeesPlan(mentor: string | undefined): string {
	const names = mentor === undefined ? [] : ifShown('safety_plan', mentor);
	return names.length > 0 ? m.safety_who_if_shared({ names: sayList(names) }) : m.safety_who();
}

/** The line beside what somebody says in a small group. */
export function sayWhoSeesCircle(worker: string): string {
	const names = groups('circle')
		.filter(({ answer }) => answer === 'always')
		.map(({ who }) => (who === 'worker' ? worker : who === 'young' ? m.who_you_first() : nameOf(who)));
	return m.circle_who({ names: sayList(names) });
}

/** The same, for whoever leads it. */
export function sayWhoSeesLed(): string {
	const names = groups('circle')
		.filter(({ answer }) => answer === 'always')
		.flatMap(({ who }) => (who === 'worker' ? m.mentor_viewer_you_first() : (LED[who]?.() ?? [])));
	return m.circle_mentor_who({ names: sayList(names) });
}

/** Who the others are to whoever leads a group. */
const LED: Partial<Record<Who, () => string>> = {
	circle: m.circle_viewer_others_mentor,
	staff: m.who_staff,
	coordinator: m.mentor_viewer_coordinator,
	safeguarding: m.mentor_viewer_safeguarding
};

const SECTION: Record<SafetySection, () => string> = {
	signs: m.safety_signs,
	myself: m.safety_myself,
	places: m.safety_places,
	people: m.safety_people,
	call: m.safety_call,
	others_do: m.safety_others_do
};
const SECTION_HINT: Record<SafetySection, () => string> = {
	signs: m.safety_signs_hint,
	myself: m.safety_myself_hint,
	places: m.safety_places_hint,
	people: m.safety_people_hint,
	call: m.safety_call_hint,
	others_do: m.safety_others_do_hint
};
export const saySection = (section: SafetySection): string => SECTION[section]();
export const saySectionHint = (section: SafetySection): string => SECTION_HINT[section]();

/** When people gather, in the time of those who meet. */
export const sayGathering = (gathering: Gathering, now: Instant): string =>
	asTitle(sayMoment(startsOf(gathering), now, gathering.zone));

const OWN: Record<GatheringSays, () => string> = {
	yes: m.gathering_said_yes,
	maybe: m.gathering_said_maybe,
	no: m.gathering_said_no
};
export const sayOwnAnswer = (says: GatheringSays): string => OWN[says]();

const THEIRS: Record<GatheringSays, (named: { name: string }) => string> = {
	yes: m.gathering_answer_yes,
	maybe: m.gathering_answer_maybe,
	no: m.gathering_answer_no
};
export const sayTheirAnswer = (name: string, says: GatheringSays | undefined): string =>
	says ? THEIRS[says]({ name }) : m.gathering_no_answer({ name });
