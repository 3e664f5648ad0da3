import * as v from 'valibot';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { clean } from '../messages/text';
import type { Pairing, Side } from '../pairings/pairing';
import { isOn } from '../programmes/features';
import type { Plan } from '../programmes/plan';
import { RINGS, type TrustedPerson } from './network';

/** A name stands under a drawn corner on the narrowest phone. */
export const MOST_NAME_CHARACTERS = 60;
/** Who somebody is to them is a few words: "my aunt, I lived with her in Year 5". */
export const MOST_WHO_CHARACTERS = 140;
/** Against a map on which nobody can be found. */
export const MOST_TRUSTED = 60;

const Words = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean));

/** Somebody of their own map, whom a young person shares with a pairing; again, with other words. */
export const TrustedPersonBody = v.object({
	pairingId: Id,
	/** Made on the phone that keeps the map: the same person stays the same, shared twice. */
	personKey: Id,
	name: Words,
	who: v.optional(Words, ''),
	ring: v.picklist(RINGS)
});
export type TrustedPersonBody = v.InferOutput<typeof TrustedPersonBody>;

export const TrustedPersonGoneBody = v.object({ pairingId: Id, personKey: Id });
export type TrustedPersonGoneBody = v.InferOutput<typeof TrustedPersonGoneBody>;

/** What the rules about a shared map need to know. `side` is undefined for anybody outside the pairing. */
export interface TrustFacts {
	pairing: Pick<Pairing, 'id' | 'spaceId' | 'state'> | undefined;
	side: Side | undefined;
	/** The plan that the pairing goes by. */
	plan: Pick<Plan, 'features'>;
	/** Everybody who was ever shared with it. */
	people: readonly TrustedPerson[];
}

/** One row for each person of the map and each pairing it was shared with. */
export const trustedId = (pairingId: string, personKey: string) => `${pairingId}:${personKey}`;

/** Whether somebody may share a person of their map: it is nobody's but the young person's. */
export function mayTrust(facts: TrustFacts, { pairingId, personKey, name, who }: TrustedPersonBody): Verdict {
	const never = notTheirs(facts);
	if (never) return never;
	if (facts.pairing?.state === 'ended') return refuse('pairing_ended');
	if (!isOn(facts.plan, 'trusted_people')) return refuse('outside_limits');
	if (name === '') return refuse('nothing_written');
	if (name.length > MOST_NAME_CHARACTERS || who.length > MOST_WHO_CHARACTERS) return refuse('too_long');
	const id = trustedId(pairingId, personKey);
	const others = facts.people.filter((one) => one.goneAt === null && one.id !== id);
	return others.length >= MOST_TRUSTED ? refuse('list_full') : send;
}

/** Whether somebody may take a person back: at any time, whatever their programme works with by now. */
export function mayUntrust(facts: TrustFacts): Verdict {
	return notTheirs(facts) ?? send;
}

function notTheirs({ pairing, side }: TrustFacts): Verdict | undefined {
	if (!pairing || !side) return refuse('not_found');
	return side === 'young' ? undefined : refuse('not_yours_to_do');
}

/** The row as it is once this was said; undefined where it changes nothing. */
export function afterTrust(
	{ pairing }: TrustFacts,
	{ pairingId, personKey, name, who, ring }: TrustedPersonBody,
	at: number
): TrustedPerson | undefined {
	if (!pairing) return undefined;
	const { spaceId } = pairing;
	return { id: trustedId(pairingId, personKey), spaceId, pairingId, name, who, ring, at, goneAt: null };
}

/** Name and words go with them: nothing is left to read. */
export function afterUntrust(
	{ people }: TrustFacts,
	{ pairingId, personKey }: TrustedPersonGoneBody,
	at: number
): TrustedPerson | undefined {
	const row = people.find(({ id }) => id === trustedId(pairingId, personKey));
	return row?.goneAt === null ? { ...row, name: '', who: '', goneAt: at } : undefined;
}
