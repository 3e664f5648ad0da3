import { and, eq, gt, lte } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { MINUTE } from '$lib/domain/clock/zones';
import { challenges } from '../database/schema';
import type { House } from '../house';

/** Time enough to find the phone and unlock it. */
export const CHALLENGE_LIFE = 10 * MINUTE;

interface Asked {
	purpose: 'join' | 'sign-in';
	personId: string | null;
}

/** Keeps a question that was asked of a passkey. @returns its id */
export async function keepChallenge(
	house: House,
	challenge: string,
	{ purpose, personId }: Asked,
	id = uuid()
): Promise<string> {
	const now = house.now();
	await house.store.transaction(async (tx) => {
		await tx.delete(challenges).where(lte(challenges.expiresAt, now));
		await tx.insert(challenges).values({ id, challenge, purpose, personId, expiresAt: now + CHALLENGE_LIFE });
	});
	return id;
}

/** Takes a question back for its one answer; undefined when it was answered, is too old, or was another question. */
export async function takeChallenge(
	house: House,
	id: string,
	{ purpose, personId }: Asked
): Promise<string | undefined> {
	const [taken] = await house.store.transaction((tx) =>
		tx
			.delete(challenges)
			.where(
				and(eq(challenges.id, id), eq(challenges.purpose, purpose), gt(challenges.expiresAt, house.now()))
			)
			.returning({ challenge: challenges.challenge, personId: challenges.personId })
	);
	return taken && taken.personId === personId ? taken.challenge : undefined;
}
