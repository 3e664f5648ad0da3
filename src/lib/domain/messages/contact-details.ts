import { UNDERSTOOD, type ContactDetail, type Found } from './contact-found';
import { HANDLE_RULES } from './contact-handles';
import { LINK_RULES } from './contact-links';
import { PHONE_RULES } from './contact-phones';

export type { ContactDetail };

/**
 * Phone numbers, e-mail addresses, links and social names in a text, in order, each once.
 * The same on phone and server: a mentor's message with any is stopped, a young person is told why it matters.
 * It is a nudge and a brake, not a wall: someone set on it will find a way to write a number.
 * Numbers and pages of the help lines every programme starts with are not reported.
 */
export function contactDetails(text: string): ContactDetail[] {
	let rest = legible(text);
	const found: Found[] = [];
	for (const rule of [...LINK_RULES, ...PHONE_RULES, ...HANDLE_RULES]) {
		const some = rule(rest);
		found.push(...some);
		rest = struckOut(rest, some);
	}
	const inOrder = found.sort((a, b) => a.start - b.start);
	return [...new Map(inOrder.map(({ kind, text }) => [`${kind} ${text}`, { kind, text }])).values()];
}

/** The text with what was found, which is in order, made unreadable. */
function struckOut(text: string, found: readonly Found[]): string {
	if (found.length === 0) return text;
	let [kept, reached] = ['', 0];
	for (const { start, end } of found) {
		kept += text.slice(reached, start) + UNDERSTOOD.repeat(end - start);
		reached = end;
	}
	return kept + text.slice(reached);
}

/** The text with disguises taken off: wide, circled and foreign digits, hidden characters. */
function legible(text: string): string {
	if (!/[^\n -~]/.test(text)) return text;
	return text
		.normalize('NFKC')
		.replaceAll(/[\p{Cf}\uFE0F\u20E3]/gu, '')
		.replaceAll(/[^\P{Nd}0-9]/gu, plainDigit);
}

const plain = new Map<string, string>();

/** Unicode keeps the ten digits of every script next to each other, beginning with its nought. */
function plainDigit(digit: string): string {
	let found = plain.get(digit);
	if (found === undefined) {
		const code = digit.codePointAt(0)!;
		let nought = code;
		while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
		plain.set(digit, (found = String(code - nought)));
	}
	return found;
}
