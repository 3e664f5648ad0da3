import { v7 as uuid } from 'uuid';
import { UNDO_WINDOW, type EntryBodies, type EntryKind } from '../../domain/entries/kinds';
import { identityOn, nowOn, type Phone } from '../phone';
import { open, seal, type Written } from './sealing';

/** Nobody is signed in here, so nothing can be kept for them. */
export class NobodyHere extends Error {}

/**
 * Keeps what someone wrote, sealed, before anything is sent. Once this resolves it is safe on the phone.
 * @param id where saying it twice is to be the same as once: while it is here, and on the server, it is kept once
 * @returns the entry's id
 * @throws NobodyHere when nobody is signed in
 */
export async function write<Kind extends EntryKind>(
	phone: Phone,
	kind: Kind,
	body: EntryBodies[Kind],
	id: string = uuid()
): Promise<string> {
	const me = await identityOn(phone);
	if (!me) throw new NobodyHere();
	const written = { kind, body } as Written;
	const person = me.person.id;
	const box = await seal(me.key, person, id, written);
	const writtenAt = await nowOn(phone);
	const leavesAt = phone.clock() + UNDO_WINDOW[kind];
	const entry = { id, person, state: 'waiting' as const, writtenAt, leavesAt, ...box };
	await phone.kept.outbox.add(entry).catch(async (error: unknown) => {
		// Two taps at once: the other one has just kept it.
		if (!(await phone.kept.outbox.get({ id }))) throw error;
	});
	return id;
}

/**
 * Takes back something that has not left. Whoever comes first, this or the sending, wins; never both.
 * @returns what was written, to be put back where it came from, or undefined when it has left
 */
export async function takeBack(phone: Phone, id: string): Promise<Written | undefined> {
	const me = await identityOn(phone);
	if (!me) return undefined;
	const entry = await phone.kept.transaction('rw', phone.kept.outbox, async () => {
		const found = await phone.kept.outbox.get({ id });
		const mayGo = found?.person === me.person.id && (found.state === 'waiting' || found.state === 'refused');
		if (!found || !mayGo) return undefined;
		await phone.kept.outbox.delete(found.order);
		return found;
	});
	return entry && open(me.key, entry);
}
