import type { Transporter } from 'nodemailer';
import type { Letter } from '$lib/domain/telling/mail';
import type { House } from '../house';

/** A mail server that takes longer is asked again later. Milliseconds. */
const PATIENCE = 10_000;

/** A mail server took no e-mail: for good, or just now. */
export class NotTaken extends Error {
	override readonly name = 'NotTaken';

	constructor(readonly forGood: boolean) {
		super('not taken');
	}
}

const opened = new WeakMap<House['environment'], Promise<Transporter>>();

async function open({ smtp }: { smtp: string }): Promise<Transporter> {
	// Fetched when it is first needed: most servers never send any.
	const { createTransport } = await import('nodemailer');
	return createTransport({
		...{ url: smtp, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
		...{ disableFileAccess: true, disableUrlAccess: true }
	});
}

/**
 * Sends one e-mail to one address.
 * @param stop where one says that no more are wanted
 * @throws NotTaken
 */
export async function sendMail(
	{ environment, log }: House,
	address: string,
	{ subject, text }: Letter,
	stop?: string
): Promise<void> {
	const { mail } = environment;
	if (!mail) throw new NotTaken(true);
	let transport = opened.get(environment);
	if (!transport) opened.set(environment, (transport = open(mail)));
	try {
		await (
			await transport
		).sendMail({
			from: mail.from,
			// Named apart, so that no address is ever read as several.
			to: { name: '', address },
			...{ subject, text },
			headers: { 'Auto-Submitted': 'auto-generated', ...(stop ? { 'List-Unsubscribe': `<${stop}>` } : {}) }
		});
	} catch (error) {
		// What a mail server says may quote the address, so only its number is kept.
		const { responseCode: answered = 0 } = error as { responseCode?: number };
		log.warn({ answered }, 'a mail server took no e-mail');
		throw new NotTaken(answered >= 500);
	}
}
