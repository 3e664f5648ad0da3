import { NOT_FOR_A_PHRASE } from './phrase-words';

export { CODE_NAME_FIRST, CODE_NAME_SECOND } from './code-names';

/** Words in a phrase. */
export const PHRASE_WORDS = 3;
/** Anything longer was never one of ours. Characters, as typed. */
export const MOST_TYPED = 200;

/**
 * The phrase that a person typed, as it was given to them: its words in small letters, one space between.
 * Capitals, accents, hyphens, dots and stray spaces are the keyboard's doing, not the person's.
 */
export function readPhrase(input: string): string {
	return plainWords(input);
}

/** The code name that a person typed, as it was given to them. */
export function readCodeName(input: string): string {
	return plainWords(input);
}

/** The words of `list` that may be part of a phrase, in the same order. */
export function phraseWords(list: readonly string[]): string[] {
	const unfit = new Set(NOT_FOR_A_PHRASE);
	return list.filter((word) => !unfit.has(word));
}

/**
 * One word for each of `numbers`, which are random whole numbers from 0 upwards.
 * Draw them from 2^32 or more, so that no word is likelier than another by anything that matters.
 */
export function pick(list: readonly string[], numbers: readonly number[]): string[] {
	return numbers.map((number) => list[number % list.length]!);
}

function plainWords(input: string): string {
	return input
		.slice(0, MOST_TYPED)
		.normalize('NFKD')
		.replaceAll(/[\p{M}\p{Cf}]/gu, '')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
