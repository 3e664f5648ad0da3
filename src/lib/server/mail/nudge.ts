import { and, eq, isNotNull } from 'drizzle-orm';
import { mayBeMailed, NUDGE_EVERY } from '$lib/domain/telling/mail';
import { wakesAt } from '$lib/domain/telling/night';
import { mailAddresses } from '../database/schema';
import type { House } from '../house';
import { GiveUp, NotBefore, type Done, type Handler } from '../jobs/done';
import { takeTurn } from '../people/throttle';
import { unsealMailAddress } from '../sealed-rows';
import { unseenOf, type Unseen } from '../telling/unseen';
import { addressHere, lettersOf, stopLink } from './addresses';
import { NotTaken, sendMail } from './transport';

/**
 * Nudges one adult by e-mail, if there is still something they have not seen: once an hour at the most, and not at
 * night. What came within the hour waits for its end, all in one.
 */
export const sendNudge: Handler<'mail'> = async (house, { personId }) => {
	const now = house.now();
	const address = house.environment.mail && (await addressOf(house, personId));
	if (!address) return;
	const unseen = await unseenOf(house.store.read, personId, now);
	if (!mayBeMailed(unseen.roles) || unseen.wakes.length === 0) return;
	const wakes = wakesAt(now, unseen.nights);
	if (wakes > now) return { again: wakes };
	const turn = await takeTurn(house, { nudge: personId });
	if (turn.is === 'yours') return write(house, personId, address, unseen, turn.giveBack);
	// What stood there when the last one was written was told by it.
	const told = turn.from - NUDGE_EVERY;
	if (unseen.wakes.some(({ at }) => at > told)) return { again: turn.from };
};

async function write(
	house: House,
	personId: string,
	address: string,
	{ words }: Unseen,
	giveBack: () => Promise<void>
): Promise<Done> {
	const stop = stopLink(house, personId);
	try {
		await sendMail(house, address, lettersOf(house).nudge(words, addressHere(house, '/start'), stop), stop);
	} catch (error) {
		await giveBack();
		if (!(error instanceof NotTaken)) throw error;
		throw error.forGood ? new GiveUp('mail_refused') : new NotBefore('mail_server_busy', 0);
	}
}

/** Where an adult wants nudges, and said that the address is theirs. */
async function addressOf({ store, secrets }: House, personId: string): Promise<string | undefined> {
	const [row] = await store.read
		.select({ address: mailAddresses.address })
		.from(mailAddresses)
		.where(
			and(
				eq(mailAddresses.personId, personId),
				eq(mailAddresses.on, true),
				isNotNull(mailAddresses.confirmedAt)
			)
		);
	return row && unsealMailAddress(secrets, personId, row.address);
}
