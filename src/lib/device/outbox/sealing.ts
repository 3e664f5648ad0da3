import type { EntryBodies, EntryKind } from '../../domain/entries/kinds';

/** What is inside a sealed entry. */
export type Written = { [Kind in EntryKind]: { kind: Kind; body: EntryBodies[Kind] } }[EntryKind];

const IV_BYTES = 12;

/** Turns the key that the server handed out into one that this browser can use and nobody can read out. */
export async function usableKey(outboxKey: string): Promise<CryptoKey> {
	const base64 = outboxKey.replaceAll('-', '+').replaceAll('_', '/');
	const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** What someone wrote, unreadable without their key. */
export interface Sealed {
	id: string;
	person: string;
	iv: Uint8Array<ArrayBuffer>;
	sealed: ArrayBuffer;
}

/** Seals what someone wrote, bound to its author and its id. */
export async function seal(
	key: CryptoKey,
	person: string,
	id: string,
	written: unknown
): Promise<Pick<Sealed, 'iv' | 'sealed'>> {
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const words = new TextEncoder().encode(JSON.stringify(written));
	const sealed = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv, additionalData: row(person, id) },
		key,
		words
	);
	return { iv, sealed };
}

/** @throws when the key is somebody else's or the row was tampered with */
export async function open<T = Written>(key: CryptoKey, { iv, sealed, person, id }: Sealed): Promise<T> {
	const words = await crypto.subtle.decrypt(
		{ name: 'AES-GCM', iv, additionalData: row(person, id) },
		key,
		sealed
	);
	return JSON.parse(new TextDecoder().decode(words)) as T;
}

function row(person: string, id: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(`${person}|${id}`);
}
