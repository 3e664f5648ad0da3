import type { MailStands, NotAsked } from '../domain/telling/mail';

/** How it stands with nudges by e-mail, or null where this server sends none, or cannot be asked. Kept nowhere on the phone. */
export async function mailStands(): Promise<MailStands | null> {
	try {
		const response = await fetch('/api/mail');
		return response.ok ? ((await response.json()) as MailStands) : null;
	} catch {
		return null;
	}
}

/** Asks for them at an address. @returns what came of it, or null when the server cannot be asked */
export async function askForMail(address: string): Promise<MailStands | NotAsked | null> {
	try {
		const response = await fetch('/api/mail', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ address })
		});
		const asked = (await response.json()) as Partial<MailStands | NotAsked>;
		return asked.state ? (asked as MailStands | NotAsked) : null;
	} catch {
		return null;
	}
}

/** @returns whether no more come */
export async function stopMail(): Promise<boolean> {
	try {
		return (await fetch('/api/mail', { method: 'DELETE' })).ok;
	} catch {
		return false;
	}
}
