import { and, eq, gt } from 'drizzle-orm';
import * as v from 'valibot';
import type { Instant } from '$lib/domain/clock/zones';
import { CONFIRM_WITHIN, MailAddress, type MailStands, type NotAsked } from '$lib/domain/telling/mail';
import { mailAddresses } from '../database/schema';
import type { House } from '../house';
import { takeTurn } from '../people/throttle';
import { hashOf, newSecret } from '../people/tokens';
import { sealMailAddress, unsealMailAddress } from '../sealed-rows';
import { seal, unseal } from '../sealing';
import { change, personSpace } from '../spaces';
import { NotTaken, sendMail } from './transport';

/** How it stands with nudges by e-mail for somebody who may have them. */
export async function mailStands(house: House, personId: string): Promise<MailStands> {
	const [row] = await house.store.read
		.select()
		.from(mailAddresses)
		.where(eq(mailAddresses.personId, personId));
	if (!row?.on) return { state: 'off' };
	const address = unsealMailAddress(house.secrets, personId, row.address);
	if (row.confirmedAt !== null) return { state: 'confirmed', address };
	const until = row.askedAt + CONFIRM_WITHIN;
	return until <= house.now() ? { state: 'off' } : { state: 'asked', address, until };
}

/** Asks whether an address is theirs, by an e-mail to it. Nothing else is sent there until they have said so. */
export async function askForMail(
	house: House,
	personId: string,
	given: unknown
): Promise<MailStands | NotAsked> {
	const read = v.safeParse(MailAddress, given);
	if (!read.success) return { state: 'not_an_address' };
	const address = read.output;
	const stands = await mailStands(house, personId);
	if (stands.state === 'confirmed' && stands.address === address) return stands;
	const turn = await takeTurn(house, { mailBy: personId, mailTo: address.toLowerCase() });
	if (turn.is === 'later') return { state: 'later', from: turn.from };
	const secret = newSecret();
	const letter = lettersOf(house).confirm(addressHere(house, `/mail/${secret}`));
	try {
		await sendMail(house, address, letter);
	} catch (error) {
		if (!(error instanceof NotTaken)) throw error;
		return { state: 'not_sent' };
	}
	await keep(house, personId, address, hashOf(secret));
	return mailStands(house, personId);
}

/** Whether a link from a first e-mail still waits for its yes. */
export async function isAsked({ store, now }: House, secret: string): Promise<boolean> {
	const rows = await store.read
		.select({ id: mailAddresses.personId })
		.from(mailAddresses)
		.where(asked(secret, now()));
	return rows.length > 0;
}

/** The address is theirs: from now on nudges go there. @returns whether the link still waited for that */
export function confirmMail(house: House, secret: string): Promise<boolean> {
	return change(house, null, async (making) => {
		const [row] = await making.tx
			.update(mailAddresses)
			.set({ confirmedAt: making.now, secretHash: null })
			.where(asked(secret, making.now))
			.returning({ personId: mailAddresses.personId });
		if (row) await making.record(personSpace(row.personId), 'mail.confirmed', row.personId);
		return row !== undefined;
	});
}

/** No more e-mails, and the address is forgotten. Without one, nothing happens. */
export async function stopMail(house: House, personId: string): Promise<void> {
	await change(house, personId, async (making) => {
		const gone = await making.tx
			.delete(mailAddresses)
			.where(eq(mailAddresses.personId, personId))
			.returning({ id: mailAddresses.personId });
		if (gone.length > 0) await making.record(personSpace(personId), 'mail.stopped', personId);
	});
}

/** Where whoever has an e-mail stops them, signed in or not: a link that nobody could guess, good for nothing else. */
export const stopLink = (house: House, personId: string) =>
	addressHere(house, `/mail/stop/${seal(house.secrets.sealing, STOP, personId)}`);

/** Whose e-mails a link stops; undefined where it is none of ours. */
export function whoStops(house: House, secret: string): string | undefined {
	try {
		return unseal(house.secrets.sealing, STOP, secret);
	} catch {
		return undefined;
	}
}

const STOP = 'mail stop';

export const addressHere = ({ environment }: House, path: string) => `${environment.origin ?? ''}${path}`;

export function lettersOf({ letters }: House) {
	if (!letters) throw new Error('Nobody said what e-mails say.');
	return letters;
}

const asked = (secret: string, now: Instant) =>
	and(eq(mailAddresses.secretHash, hashOf(secret)), gt(mailAddresses.askedAt, now - CONFIRM_WITHIN));

async function keep(house: House, personId: string, address: string, secretHash: string): Promise<void> {
	await change(house, personId, async (making) => {
		const row = {
			address: sealMailAddress(house.secrets, personId, address),
			...{ secretHash, askedAt: making.now, confirmedAt: null, on: true }
		};
		await making.tx
			.insert(mailAddresses)
			.values({ personId, ...row })
			.onConflictDoUpdate({ target: mailAddresses.personId, set: row });
		await making.record(personSpace(personId), 'mail.asked', personId);
	});
}
