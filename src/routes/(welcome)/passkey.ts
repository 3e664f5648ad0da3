import {
	browserSupportsWebAuthn,
	startAuthentication,
	startRegistration,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser';
import { m } from '$lib/wording/messages';

/** Why a passkey did not open anything; `words` says so to a person. */
export class NotOpened extends Error {
	constructor(
		readonly why: 'none' | 'stopped' | 'unknown' | 'later' | 'no_signal' | 'gone' | 'unreadable' | 'failed',
		readonly minutes = 0
	) {
		super(why);
	}
}

type Question<Options> = { challengeId: string; options: Options };

/** Signs in with whatever passkey of ours the device holds. @throws NotOpened */
export async function signInWithPasskey(): Promise<void> {
	const { challengeId, options } = await post<Question<PublicKeyCredentialRequestOptionsJSON>>(
		'sign-in/ask',
		{}
	);
	const response = await unlocked(() => startAuthentication({ optionsJSON: options }));
	await post('sign-in/answer', { challengeId, response });
}

/**
 * Makes a passkey and uses a slip for it, or a set-up link.
 * @returns the code name that the person is known by from now on
 * @throws NotOpened
 */
export async function makePasskey(
	purpose: 'join' | 'set-up',
	asked: Record<string, unknown>
): Promise<string> {
	const { options, ...question } = await post<Question<PublicKeyCredentialCreationOptionsJSON>>(
		`${purpose}/ask`,
		asked
	);
	const response = await unlocked(() => startRegistration({ optionsJSON: options }));
	const made = await post<{ codeName: string }>(`${purpose}/answer`, { ...asked, ...question, response });
	return made.codeName;
}

/** What to tell the person, in a sentence. */
export function wordsFor(error: unknown): string {
	const { why, minutes } = error instanceof NotOpened ? error : new NotOpened('failed');
	if (why === 'later') return laterWords(minutes);
	return {
		none: m.signin_passkey_none,
		stopped: m.signin_passkey_stopped,
		unknown: m.signin_passkey_unknown,
		no_signal: m.signin_passkey_no_signal,
		gone: m.invitation_gone,
		unreadable: m.setup_unreadable,
		failed: m.signin_passkey_failed
	}[why]();
}

export function laterWords(minutes: number): string {
	return minutes > 1 ? m.signin_later({ minutes }) : m.signin_later_one();
}

async function unlocked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
	if (!browserSupportsWebAuthn()) throw new NotOpened('none');
	try {
		return await ask();
	} catch {
		// Cancelled, timed out, no passkey here: browsers tell these apart for nobody, on purpose.
		throw new NotOpened('stopped');
	}
}

async function post<Answer>(door: string, body: Record<string, unknown>): Promise<Answer> {
	let answer: Response;
	try {
		answer = await fetch(`/api/passkeys/${door}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	} catch {
		throw new NotOpened('no_signal');
	}
	if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as Answer;
	const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
	if (answer.status === 429)
		throw new NotOpened('later', Math.ceil(Number(answer.headers.get('retry-after')) / 60));
	if (answer.status === 404) throw new NotOpened('gone');
	if (message === 'unreadable') throw new NotOpened('unreadable');
	throw new NotOpened(message === 'passkey_unknown' ? 'unknown' : 'failed');
}
