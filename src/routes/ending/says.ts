import type { EndedHow } from '$lib/domain/endings/ending';
import { UK_HELP_LINES, type HelpLine } from '$lib/domain/programmes/help-lines';
import { m } from '$lib/wording/messages';
import { getLocale } from '$lib/wording/paraglide/runtime.js';

type Say = (to: { name: string }) => string;

/** How it came to its end, to the young person: never their fault, and nobody's shame. */
const TO_YOUNG: Record<EndedHow, Say> = {
	planned: m.ending_how_planned,
	young_ended: m.ending_how_you,
	mentor_left: m.ending_how_left,
	mentor_gone: m.ending_how_gone,
	desk_ended: m.ending_how_desk
};
const TO_MENTOR: Record<EndedHow, Say> = {
	planned: m.ending_how_planned,
	young_ended: m.mentor_ending_how_they,
	mentor_left: m.mentor_ending_how_left,
	mentor_gone: m.mentor_ending_how_gone,
	desk_ended: m.ending_how_desk
};

export const sayHow = (how: EndedHow, young: boolean, name: string): string =>
	(young ? TO_YOUNG : TO_MENTOR)[how]({ name });

/** How long after the end somebody looks in: "1, 3 and 6 months". */
export function sayMonths(months: readonly number[]): string {
	if (months.length === 1 && months[0] === 1) return m.ending_month_1();
	const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
	return m.ending_month_many({ months: list.format(months.map(String)) });
}

const MOST_NAMED = 4;

/** Some of those who help by talking, by name; without those for whom somebody has to be in danger. */
export function helpLinesOf(lines: readonly HelpLine[] = []): string {
	const all = (lines.length > 0 ? lines : UK_HELP_LINES).filter(({ name }) => !/^\d+$/.test(name));
	const list = new Intl.ListFormat(getLocale(), { type: 'disjunction' });
	return list.format(all.slice(0, MOST_NAMED).map(({ name }) => name));
}
