/** How it stands with a nudge by e-mail: none, a first e-mail waits for its link to be followed, or it comes. */
export interface MailStands {
	state: 'off' | 'asked' | 'confirmed';
	/** Where it goes. */
	address?: string;
}

/** Undefined where this server sends no e-mail or has none for this person, null when it cannot be asked. */
export async function mailStands(): Promise<MailStands | null | undefined> {
	try {
		const response = await fetch('/api/mail');
		if (response.ok) return (await response.json()) as MailStands;
		return response.status === 404 ? undefined : null;
	} catch {
		return null;
	}
}

/** Asks for a first e-mail to `address`. @returns what came of it; `wrong` is no address at all */
export async function askForMail(address: string): Promise<'asked' | 'wrong' | 'too-often' | 'no-signal'> {
	try {
		const { ok, status } = await fetch('/api/mail', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ address })
		});
		if (ok) return 'asked';
		if (status === 400) return 'wrong';
		return status === 429 ? 'too-often' : 'no-signal';
	} catch {
		return 'no-signal';
	}
}

/** @returns whether no more e-mails come */
export async function stopMail(): Promise<boolean> {
	try {
		return (await fetch('/api/mail', { method: 'DELETE' })).ok;
	} catch {
		return false;
	}
}
