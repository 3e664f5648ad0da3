import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts words at rest with AES-256-GCM. `row` names the row they belong to, so that a swapped row is detected.
 * @returns base64url of iv, tag and text
 */
export function seal(key: Buffer, row: string, words: string): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, iv);
	cipher.setAAD(Buffer.from(row));
	const text = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/**
 * Opens what `seal` closed for the same row.
 * @throws when the key is another, or the text was changed or moved from another row
 */
export function unseal(key: Buffer, row: string, sealed: string): string {
	const bytes = Buffer.from(sealed, 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
	decipher.setAAD(Buffer.from(row));
	decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
	const text = bytes.subarray(IV_BYTES + TAG_BYTES);
	return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
