import type { Day } from '../domain/clock/zones';
import type { OutcomeSays } from '../domain/look-backs/look-back';
import type { OutcomeName } from '../domain/look-backs/outcomes';
import type { LookBackSaid } from '../domain/look-backs/said';
import type { Place } from '../domain/pairings/path';
import type { Lasts, Plan, Stage } from '../domain/programmes/plan';
import { asTitle, sayFullDate } from './dates';
import { sayLength } from './lengths';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';
import { sayRepeats } from './repeats';

/** What a stage is called. Winding down has a name of its own where the plan has none. */
export const sayStage = ({ name }: Pick<Stage, 'name'>): string => name || m.path_winding_down();

/** What it is for, in words to the young person. */
export const sayPurpose = ({ purpose }: Pick<Stage, 'purpose'>): string =>
	purpose || m.path_winding_down_for();

/** How often the two meet in a stage and, where the plan says so, for how long: "Every week, 2–4 hours". */
export function sayMeets({ meets, minutes }: Pick<Stage, 'meets' | 'minutes'>): string {
	const often = asTitle(sayRepeats(meets));
	return minutes ? m.path_meets_for({ often, long: sayBetween(minutes) }) : often;
}

function sayBetween({ least, most }: NonNullable<Stage['minutes']>): string {
	if (least === most) return sayLength(most);
	const hours = least % 60 === 0 && most % 60 === 0;
	const [unit, size] = hours ? ['hour', 60] : ['minute', 1];
	const said = new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' });
	return said.formatRange(least / size, most / size);
}

/** From when to when a place on the path is. What has no last day has none to say. */
export function sayWhen({ from, until }: Pick<Place, 'from' | 'until'>): string {
	const day = sayFullDate(from);
	return until === null ? m.path_from({ day }) : m.path_from_to({ from: day, to: sayFullDate(until) });
}

/** "3 months", "8 weeks" */
export function sayLasts({ in: unit, many }: Lasts): string {
	const one = unit === 'months' ? 'month' : 'week';
	return new Intl.NumberFormat(getLocale(), { style: 'unit', unit: one, unitDisplay: 'long' }).format(many);
}

/** What it means that there is no last day, or what there is to know of the one there is. */
export function sayEnd({ ending }: Pick<Plan, 'ending'>, endsOn: Day | null, sure: Day | null): string[] {
	const long = sayLasts(ending.windDown);
	const relied = sure === null ? [] : [m.path_sure({ day: sayFullDate(sure) })];
	if (endsOn !== null) return [m.path_end_on(), ...(ending.graduation ? [m.path_graduation()] : [])];
	if (ending.is === 'open') return [m.path_open(), ...relied, m.path_open_warned({ long })];
	if (ending.is === 'flexible') return [m.path_flexible(), ...relied, m.path_open_warned({ long })];
	return [m.path_unset(), ...relied, m.path_open_warned({ long })];
}

const OUTCOME: Record<OutcomeName, () => string> = {
	liked: m.path_outcome_liked,
	not_judged: m.path_outcome_not_judged,
	counted_on: m.path_outcome_counted_on,
	positive: m.path_outcome_positive,
	stress: m.path_outcome_stress,
	behaviour: m.path_outcome_behaviour,
	well_being: m.path_outcome_well_being,
	relationships: m.path_outcome_relationships,
	interaction: m.path_outcome_interaction,
	practical: m.path_outcome_practical,
	achievement: m.path_outcome_achievement,
	trusted: m.path_outcome_trusted,
	safety: m.path_outcome_safety,
	stability: m.path_outcome_stability,
	education: m.path_outcome_education,
	emotional: m.path_outcome_emotional,
	activities: m.path_outcome_activities
};

/** Something that can be more or less than it was, in the first person. Undefined for one that this app does not know. */
export const sayOutcome = (id: string): string | undefined =>
	Object.hasOwn(OUTCOME, id) ? OUTCOME[id as OutcomeName]() : undefined;

const SAYS: Record<OutcomeSays, () => string> = {
	more: m.path_says_more,
	same: m.path_says_same,
	less: m.path_says_less
};
export const sayOutcomeSays = (says: OutcomeSays): string => SAYS[says]();

/** What could not be kept of looking back, with its words. */
export function sayLookBackSaid({ kind, body }: LookBackSaid): { what: string; words: string } {
	switch (kind) {
		case 'look-back':
			return { what: m.path_what_answer(), words: body.words };
		case 'look-back-outcome':
			return { what: m.path_what_outcome(), words: sayOutcome(body.outcome) ?? '' };
		case 'look-back-share':
			return { what: m.path_what_share(), words: '' };
		case 'look-back-count':
			return { what: m.path_what_count(), words: '' };
	}
}
