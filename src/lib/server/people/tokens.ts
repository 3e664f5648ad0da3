import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits. Shown to one person or one browser, and kept nowhere. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** How a secret is known to the database: SHA-256, hex. Enough for a secret that nobody could guess anyway. */
export const hashOf = (secret: string) => hash('sha256', secret, 'hex');

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export function same(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}
