import { UK_HELP_LINES } from '../programmes/help-lines';
import { foundAt, UNDERSTOOD, type Found, type Rule } from './contact-found';

/** Digits written together, or a word that stands for some. */
interface Group {
	digits: string;
	spelled: boolean;
	start: number;
	end: number;
}

/** Groups that may be read as one number, and whether a plus stands before them. */
interface Run {
	plus: boolean;
	groups: Group[];
}

const WORDS: Record<string, string> = {
	...{ zero: '0', oh: '0', o: '0', oo: '00', ooo: '000', nought: '0', naught: '0' },
	...{ one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9' },
	...{ hundred: '00', thousand: '000' }
};
const TIMES: Record<string, number> = { double: 2, triple: 3, treble: 3 };

const DAY_OF_MONTH = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';

/** Digits that are plainly something else. The first group is what stands before and is kept. */
const NOT_PHONES: readonly RegExp[] = [
	// 09:30, 4.15pm
	/(^|[^\d:.])(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]m\b)?(?![:.]?\d)/gi,
	// 22.11.2026, 5/3/12, 22 11 2026
	new RegExp(`(^|[^\\d./-])${DAY_OF_MONTH}([./-])${MONTH}\\2(?:19|20)?\\d\\d(?![./-]?\\d)`, 'g'),
	new RegExp(`(^|[^\\d./-])${DAY_OF_MONTH} ${MONTH} (?:19|20)\\d\\d(?![./-]?\\d)`, 'g'),
	/(^|[^\d./-])(?:19|20)\d\d-\d\d-\d\d(?![./-]?\d)/g,
	// £12,000, $5.50
	/()[£$€]\s?[1-9][\d,.]*/g,
	// 3.14159, but not 0.7700900123
	/(^|[^\d.])(?!0\.7\d{9}(?!\d))\d\.\d{3,}(?![.\-\s]?\d)/g,
	// 3-1, 10–8
	/(^|[^\w.-])(?:\d|[1-9]\d)[-–:](?:\d|[1-9]\d)(?![\w.-])/g
];

const NOT_PHONE_BEFORE =
	/(?:[#%]|\b(?:score|points?|xp|views|likes|followers|subs|seed|code|isbn|serial|order|ticket|level|population)\W{0,3}(?:number|no|is|was|of)?\W{0,3})$/i;
const NOT_PHONE_AFTER =
	/^\s?(?:%|(?:k|m|bn|x|points?|xp|coins?|robux|v-?bucks|views?|likes?|followers?|subs|times|years?|days?|hours?|mins?|minutes|seconds|people|percent|miles|km|aura)\b)/i;

const HELP_NUMBERS = new Set(
	UK_HELP_LINES.flatMap((line) => [line.call, line.text?.to])
		.map((number) => number?.replaceAll(/\D/g, ''))
		.flatMap((number) => (number ? [number, number.replace(/^0/, '44')] : []))
);

const MOST_DIGITS = 15;

/** Phone numbers, in figures or in words. */
export const PHONE_RULES: readonly Rule[] = [findPhones];

function findPhones(text: string): Found[] {
	const bare = NOT_PHONES.reduce(
		(kept, pattern) =>
			kept.replaceAll(
				pattern,
				(all, before: string) => before + UNDERSTOOD.repeat(all.length - before.length)
			),
		text
	);
	return runsIn(bare).flatMap((run) => phonesIn(run, text));
}

/** Groups of digits with little between them, in the order they stand. */
function runsIn(text: string): Run[] {
	const runs: Run[] = [];
	let run: Run | undefined;
	let times: { by: number; start: number } | undefined;
	let reached = 0;
	const begin = (plus: boolean) => runs.push((run = { plus, groups: [] }));

	for (const { 0: token, index: start } of text.matchAll(/\d+|\p{L}+|\+/gu)) {
		const word = token.toLowerCase();
		const figures = /^\d/.test(token) ? token : Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
		if (word === '+' || word === 'plus') begin(true);
		else if (Object.hasOwn(TIMES, word)) {
			if (!run || !mayJoin(text.slice(reached, start))) begin(false);
			times = { by: TIMES[word]!, start };
			reached = start + token.length;
			continue;
		} else if (figures === undefined) run = undefined;
		else {
			const group = {
				digits: times ? figures.repeat(times.by) : figures,
				spelled: figures !== token,
				start: times?.start ?? start,
				end: start + token.length
			};
			const gap = text.slice(reached, start);
			const last = run?.groups.at(-1);
			if (!run || !mayJoin(gap) || (last && !times && !commaMayJoin(gap, last, group))) begin(false);
			run!.groups.push(group);
		}
		times = undefined;
		reached = start + token.length;
	}
	return runs.filter(({ groups }) => groups.length > 0);
}

/** What may stand inside a number: a few characters that are neither letters nor the end of a thought. */
function mayJoin(gap: string): boolean {
	return gap.length <= 6 && !/[;!?%£$€&=\u0001]/.test(gap);
}

/** A comma joins digits read out in words or one by one, and longer groups without spaces. It separates the rest. */
function commaMayJoin(gap: string, before: Group, after: Group): boolean {
	if (!gap.includes(',')) return true;
	const [shorter, longer] = [before.digits.length, after.digits.length].sort((a, b) => a - b) as [
		number,
		number
	];
	return longer === 1 || (before.spelled && after.spelled) || (gap === ',' && shorter >= 3);
}

function phonesIn(run: Run, text: string): Found[] {
	const found: Found[] = [];
	// Short groups are lists, times and scores, unless they are all there is: then only the first can begin a number.
	const beginnings = run.groups.some((group) => group.digits.length > 2) ? run.groups.length : 1;
	let first = 0;
	while (first < beginnings) {
		const stretches = stretchesFrom(run, first);
		const help = stretches.find(({ digits }) => HELP_NUMBERS.has(digits));
		const phone = help ? undefined : stretches.findLast((stretch) => isPhone(stretch, text));
		if (phone) found.push(foundAt('phone', phone.start, text.slice(phone.start, phone.end)));
		first += (help ?? phone)?.groups ?? 1;
	}
	return found;
}

/** Some groups of a run, one after the other. */
interface Stretch {
	groups: number;
	digits: string;
	shortest: number;
	longest: number;
	/** Every group is a year or a round number. */
	dull: boolean;
	plus: boolean;
	/** It is all of its run. */
	whole: boolean;
	start: number;
	end: number;
}

/** The group at `first` alone, it and the next, and so on, as long as they are short enough for a phone number. */
function stretchesFrom({ plus, groups }: Run, first: number): Stretch[] {
	const stretches: Stretch[] = [];
	let digits = '';
	let [shortest, longest, dull] = [Infinity, 0, true];
	for (let last = first; last < groups.length; last++) {
		const group = groups[last]!;
		digits += group.digits;
		if (digits.length > MOST_DIGITS + 2) break;
		shortest = Math.min(shortest, group.digits.length);
		longest = Math.max(longest, group.digits.length);
		dull &&= /^(?:19|20)\d\d$|0$/.test(group.digits);
		stretches.push({
			groups: last - first + 1,
			...{ digits, shortest, longest, dull },
			plus: plus && first === 0,
			whole: first === 0 && last === groups.length - 1,
			start: groups[first]!.start,
			end: group.end
		});
	}
	return stretches;
}

function isPhone(stretch: Stretch, text: string): boolean {
	const { digits, plus, longest, whole } = stretch;
	if (digits.length < 9) return false;
	if (!plus && longest <= 2 && !whole) return false;
	if (!looksRandom(digits)) return false;
	if (plus) return digits.length <= MOST_DIGITS;
	if (/^00[1-9]/.test(digits)) return digits.length >= 11;
	if (/^0[1-9]\d{7,9}$/.test(digits) || /^440?[1-378]\d{8,9}$/.test(digits)) return true;
	return isForeignPhone(stretch, text);
}

/** Without a nought or a plus there is only the shape: one long group, or three or four like 555 123 4567. */
function isForeignPhone({ digits, groups, shortest, dull, start, end }: Stretch, text: string): boolean {
	if (digits.startsWith('0') || digits.length > MOST_DIGITS) return false;
	if (groups > 4 || (groups === 2 && !/^7\d{9}$/.test(digits))) return false;
	if (groups > 1 && (shortest < 3 || dull)) return false;
	return (
		!NOT_PHONE_BEFORE.test(text.slice(Math.max(0, start - 30), start)) &&
		!NOT_PHONE_AFTER.test(text.slice(end, end + 20))
	);
}

/** Counting, round sums and the same key held down are not numbers that ring. */
function looksRandom(digits: string): boolean {
	return (
		new Set(digits).size >= 3 &&
		!/0{5}$/.test(digits) &&
		!'012345678901234567'.includes(digits) &&
		!'987654321098765432'.includes(digits)
	);
}
