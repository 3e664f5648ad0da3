/** The most characters in one message: about a page. */
export const MOST_CHARACTERS = 4000;

/**
 * What a person wrote, fit to be kept: no NUL bytes or broken surrogates, one kind of line end, trimmed.
 * Text in which nothing can be seen is empty.
 */
export function clean(text: string): string {
	const kept = text
		.replaceAll('\0', '')
		// Old phones have no toWellFormed().
		.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
		.replaceAll(/\r\n?/g, '\n')
		.normalize('NFC')
		.trim();
	return /[^\p{Cc}\p{Cf}\p{Z}]/u.test(kept) ? kept : '';
}
