import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { refuse, send, type Verdict } from '../entries/verdict';
import { clean } from '../messages/text';
import type { Role } from '../people/roles';
import { Key } from '../wishes/question';

export const MOST_ABOUT_CHARACTERS = 400;

/**
 * What an "about me" can begin from, in the order in which it is asked; the last is for anything else.
 * Source: product.md, "What they may know about me before we meet".
 */
export const ABOUT_LINES = ['called', 'good_at', 'helps', 'please_dont', 'know_first', 'anything'] as const;
export type AboutKey = (typeof ABOUT_LINES)[number];

/** One line about oneself. Nobody but its author sees it until `shared`, and then only a mentor they said yes to. */
export interface AboutLine {
	words: string;
	shared: boolean;
	/** When it was written, by the phone that it was written on. */
	at: Instant;
}

/** Written once and kept for every programme: a young person need not tell their story again. */
export interface KeptAbout {
	id: string;
	spaceId: string;
	lines: Partial<Record<AboutKey, AboutLine>>;
}

export const AboutLineBody = v.object({
	line: v.picklist(ABOUT_LINES),
	words: v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)),
	shared: v.boolean()
});
export type AboutLineBody = v.InferOutput<typeof AboutLineBody>;

/** A line that was shown to a mentor, as it stood when it was shown. */
export interface ShownLine {
	line: AboutKey;
	words: string;
}

/** The lines that a young person chose to show, by key, in one answer to an introduction. */
export const ShownKeys = v.pipe(
	v.array(Key),
	v.check((keys) => keys.length <= ABOUT_LINES.length)
);

/** Whether a line may be written: by any young person, about themself, at any time. */
export function mayWriteAbout(roles: readonly Role[], { words }: AboutLineBody): Verdict {
	if (!roles.includes('young')) return refuse('not_yours_to_do');
	return words.length > MOST_ABOUT_CHARACTERS ? refuse('too_long') : send;
}

/** An "about me" once a line has been written at `at`. A line that was written later stays. */
export function withLine(
	lines: KeptAbout['lines'],
	{ line, words, shared }: AboutLineBody,
	at: Instant
): KeptAbout['lines'] {
	const old = lines[line];
	if (old && old.at > at) return lines;
	// An emptied line shares nothing, whatever its switch said before.
	return { ...lines, [line]: { words, shared: shared && words !== '', at } };
}

/** The lines whose switch is on: what a first mentor would see. */
export function sharedLines(lines: KeptAbout['lines']): ShownLine[] {
	return shownOf(
		lines,
		ABOUT_LINES.filter((line) => lines[line]?.shared)
	);
}

/** The lines named by `keys` that are written and switched on: a line that is switched off is never shown. */
export function shownOf(lines: KeptAbout['lines'], keys: readonly string[]): ShownLine[] {
	return ABOUT_LINES.flatMap((line) => {
		const written = lines[line];
		const shown = written?.shared && written.words !== '' && keys.includes(line);
		return shown ? [{ line, words: written.words }] : [];
	});
}
