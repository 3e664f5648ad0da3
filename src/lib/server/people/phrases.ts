import { createHmac, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import {
	CODE_NAME_FIRST,
	CODE_NAME_SECOND,
	PHRASE_WORDS,
	phraseWords,
	pick
} from '$lib/domain/people/phrases';
import type { Secrets } from '../secrets';

const WORDS = phraseWords(wordlist);
/** argon2id: 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

type Keys = Pick<Secrets, 'tokens'>;

/** `randomInt` takes no more than 48 bits; nothing here needs more. */
const numbers = (count: number) => Array.from({ length: count }, () => randomInt(2 ** 48 - 1));

/** Three words by chance: about 33 bits, enough where guesses are counted. */
export const newPhrase = () => pick(WORDS, numbers(PHRASE_WORDS)).join(' ');

/** Two words to be known by. Not secret; whether somebody has it already is for the database to say. */
export const newCodeName = () =>
	[CODE_NAME_FIRST, CODE_NAME_SECOND].map((list) => pick(list, numbers(1))[0]).join(' ');

/** Phrases are few enough to be guessed from a stolen database, so a key outside it goes into the hash. */
const pepper = ({ tokens }: Keys) => createHmac('sha256', tokens).update('phrase').digest();

/** @returns argon2id, in PHC string format */
export const hashPhrase = (keys: Keys, phrase: string) => hash(phrase, { ...COST, secret: pepper(keys) });

/** What is compared where there is nothing to compare, so that it takes as long. The hash of no phrase. */
const NOBODYS =
	'$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Whether a phrase is the one behind `kept`. As slow where there is none, and then never so. */
export async function isPhrase(keys: Keys, kept: string | null, phrase: string): Promise<boolean> {
	const matches = await verify(kept ?? NOBODYS, phrase, { secret: pepper(keys) });
	return matches && kept !== null;
}
