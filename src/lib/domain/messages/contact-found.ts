/** A way to reach somebody outside this app, as it stands in what they wrote. */
export interface ContactDetail {
	kind: 'phone' | 'email' | 'link' | 'handle';
	text: string;
}

/** One that was found, and where: `start` up to but not including `end`. */
export interface Found extends ContactDetail {
	start: number;
	end: number;
}

/** Stands for text that has been understood already. Nobody types it, and no rule reads across it. */
export const UNDERSTOOD = '\u0001';

/** One way to look. It gets the text with everything that was found before struck out. */
export type Rule = (text: string) => Found[];

/** What `pattern` finds, all of it being the detail. */
export function matches(kind: Found['kind'], pattern: RegExp): Rule {
	return (text) => [...text.matchAll(pattern)].map(({ 0: match, index }) => foundAt(kind, index, match));
}

export function foundAt(kind: Found['kind'], start: number, text: string): Found {
	return { kind, text, start, end: start + text.length };
}
