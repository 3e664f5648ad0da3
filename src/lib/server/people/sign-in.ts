import { eq } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { readCodeName, readPhrase } from '$lib/domain/people/phrases';
import { passkeys, people, phrases } from '../database/schema';
import type { House } from '../house';
import { knownHere } from './known-devices';
import { isPhrase } from './phrases';
import { rolesOf } from './session-rows';
import { callerOf, takeTurn } from './throttle';
import { waysIn } from './ways-in';

export type SignedIn =
	| { is: 'in'; personId: string }
	/** Nobody of that name, other words, or someone who does not come in with words: never said which. */
	| { is: 'wrong' }
	| { is: 'later'; from: Instant };

/**
 * Who a code name and three words belong to.
 * @param from the caller's address, and the mark of a device on which people have signed in before
 */
export async function signInWithPhrase(
	house: House,
	typed: { codeName: string; phrase: string },
	from: { address: string; mark: string | undefined }
): Promise<SignedIn> {
	const codeName = readCodeName(typed.codeName);
	// Everything below is done for nobody as for somebody, so that both take as long.
	const person = await findByCodeName(house, codeName);
	const device = knownHere(house.secrets, from.mark, person.id);
	const turn = await takeTurn(house, device ? { device } : { address: callerOf(from.address), codeName });
	if (turn.is === 'later') return turn;
	const right = await isPhrase(house.secrets, person.hash, readPhrase(typed.phrase));
	if (!right || !person.mayUsePhrase) return { is: 'wrong' };
	await turn.giveBack();
	return { is: 'in', personId: person.id };
}

async function findByCodeName({ store: { read }, environment }: House, codeName: string) {
	const [found] = await read
		.select({ id: people.id, disabledAt: people.disabledAt, hash: phrases.hash })
		.from(people)
		.leftJoin(phrases, eq(phrases.personId, people.id))
		.where(eq(people.codeName, codeName));
	const id = found?.id ?? '';
	const roles = await rolesOf(read, id);
	const keys = await read
		.select({ id: passkeys.id })
		.from(passkeys)
		.where(eq(passkeys.personId, id))
		.limit(1);
	const open = waysIn(environment.demo, roles, keys.length > 0).includes('phrase');
	return { id, hash: found?.hash ?? null, mayUsePhrase: open && found?.disabledAt === null };
}
