import { randomInt } from 'node:crypto';
import { hashOf } from './tokens';

/** Small letters and numbers that nobody mistakes for one another on paper. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** 26 letters of 5 bits: 130 bits. */
const LENGTH = 26;

/** What stands on a slip and behind its square code. */
export const newSlip = () =>
	Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** A slip's letters as someone typed them: capitals, gaps and look-alikes do not matter. Undefined if it can't be one. */
export function readSlip(typed: string): string | undefined {
	const letters = typed
		.slice(0, 200)
		.toLowerCase()
		.replaceAll(/[\s-]/g, '')
		.replaceAll('o', '0')
		.replaceAll(/[il]/g, '1')
		.replaceAll('u', 'v');
	return letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter))
		? letters
		: undefined;
}

/** How a slip is known to the database; undefined where it can't be one. */
export function slipHash(typed: string): string | undefined {
	const slip = readSlip(typed);
	return slip && hashOf(slip);
}

/** A slip's letters in groups, for print. */
export const inGroups = (slip: string) => slip.match(/.{1,4}/g)?.join(' ') ?? '';
