import type { SessionAnswer } from '../domain/entries/synced';
import type { Identity } from './database';
import { forgetOpened } from './outbox/pending';
import { usableKey } from './outbox/sealing';
import { forget, forgetAllBut, identityOn, welcome, type Phone } from './phone';
import { quieten } from './woken';

export type Asked = { is: 'here'; me: Identity } | { is: 'nobody' } | { is: 'no-signal' } | { is: 'leaving' };

/**
 * Asks the server whose phone this is now, and makes the phone agree: someone new gets their own rows and key,
 * nobody means that everything readable goes.
 */
export async function askWhoIsHere(phone: Phone): Promise<Asked> {
	if (!(await finishLeaving(phone))) return { is: 'leaving' };
	const answer = await askServer(phone);
	if (answer === 'nobody') await forgetEverythingReadable(phone);
	if (typeof answer === 'string') return { is: answer };
	const { outboxKey, now, ...session } = answer;
	const before = await identityOn(phone);
	if (before && before.person.id !== session.person.id) await forgetEverythingReadable(phone);
	else await forgetAllBut(session.person.id, phone);
	welcome(session.person.id);
	const me: Identity = { ...session, key: await usableKey(outboxKey) };
	await phone.kept.kept.bulkPut([
		{ name: 'identity', value: me },
		{ name: 'ahead', value: now - phone.clock() }
	]);
	return { is: 'here', me };
}

/** What a hotel's network answers in our place is not ours: only words that we know count, for nobody as for somebody. */
async function askServer(phone: Phone): Promise<SessionAnswer | 'nobody' | 'no-signal'> {
	try {
		const response = await phone.fetch('/api/session');
		const answer = (await response.json()) as SessionAnswer & { message?: string };
		if (response.ok && answer.person) return answer;
		return response.status === 401 && answer.message === 'sign_in_first' ? 'nobody' : 'no-signal';
	} catch {
		return 'no-signal';
	}
}

/**
 * Leaves at once, signal or not: the key and everything readable go, sealed entries stay, and the server is told
 * now or as soon as it can be. Until then nobody uses the phone apps here.
 */
export async function leave(phone: Phone): Promise<void> {
	const me = await identityOn(phone);
	const telling = tellServer(phone);
	await phone.kept.transaction('rw', phone.kept.kept, async () => {
		if (me)
			await phone.kept.kept.put({ name: 'leaving', value: { person: me.person.id, session: me.sessionId } });
		await phone.kept.kept.delete('identity');
	});
	const { quiet } = await forgetEverythingReadable(phone);
	const moment = soon();
	const told = await Promise.race([telling, moment]);
	await Promise.race([quiet, moment]);
	if (told) await phone.kept.kept.delete('leaving');
}

/** @returns whether nobody is still half-way out of the door */
async function finishLeaving(phone: Phone): Promise<boolean> {
	const row = await phone.kept.kept.get('leaving');
	if (row?.name !== 'leaving') return true;
	void quieten();
	await forgetAllBut(undefined, phone);
	if (!(await tellServer(phone, row.value.session))) return false;
	await phone.kept.kept.delete('leaving');
	return true;
}

/** How many entries of the signed-in person have not reached the server. */
export async function unsentCount(phone: Phone): Promise<number> {
	const me = await identityOn(phone);
	if (!me) return 0;
	const mine = await phone.kept.outbox.where({ person: me.person.id }).toArray();
	return mine.filter((entry) => entry.state === 'waiting' || entry.state === 'sending').length;
}

/** @returns what is still being done about what woke this phone: it may need a push service, and nobody waits for that */
async function forgetEverythingReadable(phone: Phone): Promise<{ quiet: Promise<void> }> {
	const me = await identityOn(phone);
	if (me) forget(me.person.id);
	await phone.kept.kept.delete('identity');
	forgetOpened();
	const quiet = quieten();
	await forgetAllBut(undefined, phone);
	return { quiet };
}

/** @param session the one that is over, where someone else may have signed in since; otherwise whichever is here */
async function tellServer(phone: Phone, session?: string): Promise<boolean> {
	const door = session ? `/api/session?session=${encodeURIComponent(session)}` : '/api/session';
	try {
		return (await phone.fetch(door, { method: 'DELETE', keepalive: true })).ok;
	} catch {
		return false;
	}
}

/** Leaving quickly waits for nobody: the server gets a moment to answer, and is told again later if it could not. */
function soon(): Promise<false> {
	return new Promise((resolve) => setTimeout(() => resolve(false), 400));
}
