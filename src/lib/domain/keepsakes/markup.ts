/** Markup that is safe to be put into a page as it is. Only `markup` makes it. */
export class Markup {
	constructor(readonly text: string) {}
}

type Part = string | number | Markup | undefined | false | readonly Part[];

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What no page may hold: control characters but tabs and line ends, and halves of characters. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** Words as they stand between tags or in quotes: whatever is in them, they stay words. */
export const escaped = (words: string): string =>
	words.replaceAll(UNFIT, '\ufffd').replaceAll(/[&<>"']/g, (letter) => NAMED[letter] ?? '');

/** Markup with words in it. Whatever is put in is escaped, but for what `markup` itself has made. */
export function markup(around: TemplateStringsArray, ...inside: Part[]): Markup {
	const said = inside.map(made);
	return new Markup(around.map((text, at) => text + (said[at] ?? '')).join(''));
}

function made(part: Part): string {
	if (part === undefined || part === false) return '';
	if (part instanceof Markup) return part.text;
	if (typeof part === 'object') return part.map(made).join('');
	return escaped(String(part));
}
