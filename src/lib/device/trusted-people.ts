import { v7 as uuid } from 'uuid';
import type { Instant } from '../domain/clock/zones';
import type { Ring, TrustedPerson } from '../domain/network/network';
import { afterTrust, afterUntrust, trustedId, type TrustFacts } from '../domain/network/trusting';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';
import { planOn } from './gathering-facts';
import type { Pending } from './outbox/pending';
import { open, seal } from './outbox/sealing';
import { stands } from './partings';
import { identityOn, type Phone } from './phone';

/** Somebody on a young person's own map. It stays on this phone unless they share them. */
export interface OnMap {
	key: string;
	name: string;
	who: string;
	ring: Ring;
}

/** Whoever the map holds, one sealed box each: nothing written on another screen is ever written over. */
const BOX = 'trusted person ';

/** The map as it is kept on this phone, in the order in which they were put on it. */
export async function mapOn(phone: Phone): Promise<OnMap[]> {
	const me = await identityOn(phone);
	if (!me) return [];
	const person = me.person.id;
	const boxes = await phone.kept.drafts
		.where('[person+id]')
		.between([person, BOX], [person, `${BOX}\uffff`])
		.toArray();
	// What cannot be opened any more is no use to anybody.
	const opened = boxes.map((row) => open<OnMap>(me.key, row).catch(() => undefined));
	return (await Promise.all(opened)).filter((one) => one !== undefined);
}

/** Puts somebody on the map, or keeps other words for them. Resolves to their key once it is safe here. */
export async function keepOnMap(phone: Phone, one: Omit<OnMap, 'key'> & { key?: string }): Promise<string> {
	const me = await identityOn(phone);
	if (!me) throw new Error('Nobody is here.');
	const key = one.key ?? uuid();
	const [person, id] = [me.person.id, `${BOX}${key}`];
	const { name, who, ring } = one;
	await phone.kept.drafts.put({ person, id, ...(await seal(me.key, person, id, { key, name, who, ring })) });
	return key;
}

/** Takes somebody off the map on this phone. What was shared is taken back by its own word. */
export async function dropFromMap(phone: Phone, key: string): Promise<void> {
	const me = await identityOn(phone);
	if (me) await phone.kept.drafts.delete([me.person.id, `${BOX}${key}`]);
}

/** Somebody on the map, and whether whoever is in the pairing sees them; from another phone, only what is shared. */
export interface MapPerson extends OnMap {
	shared: boolean;
}

/**
 * The map with what is shared with a pairing. What another phone shared shows too, and can be taken back here.
 * @param facts of that pairing, with what waits to leave; without it nothing is shared
 */
export function mapWith(map: readonly OnMap[], facts: TrustFacts | undefined): MapPerson[] {
	const there = (facts?.people ?? []).filter(({ goneAt }) => goneAt === null);
	const pairingId = facts?.pairing?.id ?? '';
	const mine = map.map((one) => {
		return { ...one, shared: there.some(({ id }) => id === trustedId(pairingId, one.key)) };
	});
	const known = new Set(map.map(({ key }) => trustedId(pairingId, key)));
	const elsewhere = there
		.filter(({ id }) => !known.has(id))
		.map(({ id, name, who, ring }) => ({
			...{ key: id.slice(pairingId.length + 1), name, who, ring, shared: true }
		}));
	return [...mine, ...elsewhere];
}

/** What this phone knows of what is shared with a pairing, with what waits to leave laid over it. */
export async function trustFacts(
	rows: PersonDatabase,
	pairingId: string,
	waiting: readonly Pending[],
	now: Instant
): Promise<TrustFacts> {
	const { pairing, side } = await pairingFacts(rows, pairingId, now);
	const plan = await planOn(rows, pairing?.planId);
	const people = await rows.trustedPeople.where({ pairingId }).toArray();
	let facts: TrustFacts = { pairing, side, plan, people };
	for (const one of waiting.filter(stands)) {
		const row = laidOver(facts, one, pairingId);
		if (row) facts = { ...facts, people: [...facts.people.filter(({ id }) => id !== row.id), row] };
	}
	return facts;
}

function laidOver(facts: TrustFacts, one: Pending, pairingId: string): TrustedPerson | undefined {
	if (one.kind === 'trusted-person' && one.body.pairingId === pairingId)
		return afterTrust(facts, one.body, one.writtenAt);
	if (one.kind === 'trusted-person-gone' && one.body.pairingId === pairingId)
		return afterUntrust(facts, one.body, one.writtenAt);
	return undefined;
}

/** What was shared and is not over: for whoever is in the pairing. */
export async function sharedPeople(rows: PersonDatabase, pairingId: string): Promise<TrustedPerson[]> {
	const all = await rows.trustedPeople.where({ pairingId }).toArray();
	return all
		.filter(({ goneAt }) => goneAt === null)
		.sort((a, b) => a.ring - b.ring || a.at - b.at || (a.id < b.id ? -1 : 1));
}
