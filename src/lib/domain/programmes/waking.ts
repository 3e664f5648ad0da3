import * as v from 'valibot';
import { WrittenTime } from '../clock/written';
import type { WallTime } from '../clock/zones';
import { clean } from '../messages/text';

/*
 * When a programme wakes nobody's phone, and what stands on a phone when it does.
 *
 * Every night holds the hours from 11 pm to 6 am: "night time" in the Working Time Regulations 1998, regulation 2(1),
 * where nothing else is agreed. It lasts at least eight hours, the least sleep for 13- to 18-year-olds in the
 * consensus statement of the American Academy of Sleep Medicine (2016, doi 10.5664/jcsm.6288). And at most fourteen,
 * so that what is told for today still comes today.
 */
export const LEAST_NIGHT_HOURS = 8;
export const MOST_NIGHT_HOURS = 14;
export const EVERY_NIGHT: { from: WallTime; until: WallTime } = { from: '23:00', until: '06:00' };

/** More is cut off on a small locked screen. */
export const MOST_PUSH_WORDS = 40;

/** What the desk writes. `anyway`: somebody read the warning about the words and wants them all the same. */
export const WakingBody = v.object({
	nightFrom: WrittenTime,
	nightUntil: WrittenTime,
	pushWords: v.pipe(
		v.string(),
		v.maxLength(10_000),
		v.transform(clean),
		v.minLength(1),
		v.maxLength(MOST_PUSH_WORDS),
		v.regex(/^\P{C}+$/u)
	),
	anyway: v.optional(v.literal('yes'))
});
export type WakingBody = v.InferOutput<typeof WakingBody>;

const DAY_MINUTES = 24 * 60;
const minutesOf = (time: WallTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** How far it is on the dial, in minutes: nothing from a time to itself. */
const onTheDial = (from: WallTime, until: WallTime) =>
	(minutesOf(until) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;

export type NightWrong = 'night_open' | 'night_short' | 'night_long';

/** What is not right about a night from `from` up to `until`, or nothing. */
export function wrongWithNight(from: WallTime, until: WallTime): NightWrong | undefined {
	const minutes = onTheDial(from, until);
	if (minutes < LEAST_NIGHT_HOURS * 60) return 'night_short';
	if (minutes > MOST_NIGHT_HOURS * 60) return 'night_long';
	const covered = onTheDial(from, EVERY_NIGHT.from) + onTheDial(EVERY_NIGHT.from, EVERY_NIGHT.until);
	return covered > minutes ? 'night_open' : undefined;
}

/** What gives away to whoever looks over a shoulder that somebody has a mentor, or is looked after. */
const TELLS =
	/(?<!\p{L})(mentor\p{L}*|befriend\p{L}*|car(?:e|es|er|ers)|foster\p{L}*|meet(?:s|ing|ings)?|social|support\p{L}*|safeguard\p{L}*|counsel\p{L}*|therap\p{L}*|check-?ins?|appointment\p{L}*|session\p{L}*|worker\p{L}*|youth|young|child\p{L}*|councils?|program(?:me)?s?|help)(?!\p{L})/giu;

/** The words in it that say too much, each once, as they were written; the programme's own name is one of them. */
export function wordsThatTell(pushWords: string, programmeName: string): string[] {
	const found = [...pushWords.matchAll(TELLS)].map(([word]) => word);
	const name = programmeName.trim().toLocaleLowerCase('en');
	const named = name !== '' && pushWords.toLocaleLowerCase('en').includes(name) ? [programmeName.trim()] : [];
	const known = new Set<string>();
	return [...named, ...found].filter((word) => {
		const key = word.toLocaleLowerCase('en');
		return known.has(key) ? false : known.add(key) !== undefined;
	});
}
