/** Fits every phone and every file system, with the ending. Characters. */
export const MOST_FILE_NAME_CHARACTERS = 60;

/**
 * The name of the file that somebody takes with them: what they chose, less whatever a file system or a screen would
 * read as something else. @param usual where nothing is left of it
 */
export function fileNameOf(chosen: string, usual: string): string {
	return `${plain(chosen) || plain(usual) || 'book'}.html`;
}

function plain(words: string): string {
	const letters = words
		.normalize('NFC')
		// Letters, digits and the marks on them, in any script; nothing that turns round what is read.
		.replaceAll(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f _-]+/gu, ' ')
		.replace(/\s*\bhtml?\s*$/i, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
	return [...letters].slice(0, MOST_FILE_NAME_CHARACTERS).join('').trim();
}
