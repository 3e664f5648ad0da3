import { and, eq } from 'drizzle-orm';
import { Conflict } from '../database/conflict';
import { invitations, passkeys, people, phrases } from '../database/schema';
import type { House } from '../house';
import { change, programmeSpace, type Change } from '../spaces';
import { isTaken } from './code-names';
import { closeSlips, findInvitation, isOpen, type Invited } from './invitations';
import type { NewPasskey } from './passkeys';
import { hashPhrase } from './phrases';
import { dropSessions } from './session-rows';
import { waysIn } from './ways-in';

/** What someone comes in with from now on. */
export type Credential = { phrase: string } | { passkey: NewPasskey };

export type Joined =
	| { is: 'joined'; personId: string; codeName: string }
	/** The slip works no longer, or never did. */
	| { is: 'gone' }
	/** Somebody took that code name a moment ago. The slip still works. */
	| { is: 'taken' };

/**
 * Uses a slip, once. What the person came in with before works no longer and their other devices are signed out:
 * the old phone may be in other hands.
 * @param codeName what they are known by from now on; one they have already stays
 */
export async function join(
	house: House,
	slip: string,
	credential: Credential,
	codeName: string
): Promise<Joined> {
	const invited = await findInvitation(house, slip);
	const way = 'phrase' in credential ? 'phrase' : 'passkey';
	if (!invited || !waysIn(house.environment.demo, invited.roles, invited.hasPasskey).includes(way))
		return { is: 'gone' };
	const phraseHash = 'phrase' in credential ? await hashPhrase(house.secrets, credential.phrase) : undefined;
	try {
		const { joined, ended } = await change(house, invited.personId, async (making) => {
			if (!(await use(making, invited))) return { joined: { is: 'gone' } as const, ended: [] };
			const known = await beKnownAs(making, invited.personId, codeName);
			const ended = await replaceCredentials(making, invited.personId);
			if (phraseHash)
				await making.tx
					.insert(phrases)
					.values({ personId: invited.personId, hash: phraseHash, setAt: making.now });
			if ('passkey' in credential) await keepPasskey(making, invited.personId, credential.passkey);
			return { joined: { is: 'joined', personId: invited.personId, codeName: known } as const, ended };
		});
		house.live.endSessions(new Set(ended));
		return joined;
	} catch (error) {
		const taken = error instanceof Taken || (error instanceof Conflict && error.kind === 'unique');
		if (taken) return { is: 'taken' };
		throw error;
	}
}

/** Thrown, so that the slip's one use is not used up. */
class Taken extends Error {}

async function beKnownAs({ tx }: Change, personId: string, codeName: string): Promise<string> {
	const [person] = await tx.select({ codeName: people.codeName }).from(people).where(eq(people.id, personId));
	if (person?.codeName) return person.codeName;
	if (await isTaken(tx, codeName)) throw new Taken();
	await tx.update(people).set({ codeName }).where(eq(people.id, personId));
	return codeName;
}

/** @returns whether this is the one use that the slip had */
async function use(making: Change, { id, programmeId, personId }: Invited): Promise<boolean> {
	const used = await making.tx
		.update(invitations)
		.set({ usedAt: making.now })
		.where(and(eq(invitations.id, id), isOpen(making.now)))
		.returning({ id: invitations.id });
	if (used.length === 0) return false;
	await closeSlips(making.tx, personId, making.now);
	await making.record(programmeSpace(programmeId), 'invitation.used', id);
	return true;
}

async function replaceCredentials({ tx }: Change, personId: string): Promise<string[]> {
	await tx.delete(phrases).where(eq(phrases.personId, personId));
	await tx.delete(passkeys).where(eq(passkeys.personId, personId));
	return dropSessions(tx, personId);
}

export async function keepPasskey(making: Change, personId: string, passkey: NewPasskey): Promise<void> {
	await making.tx.insert(passkeys).values({ ...passkey, personId, createdAt: making.now });
}
