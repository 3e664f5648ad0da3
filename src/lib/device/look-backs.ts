import { dayOf, type Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import { lookBackId, type LookBack, type LookBackTime } from '../domain/look-backs/look-back';
import {
	afterLookBack,
	isAboutLookBack,
	mayLookBack,
	timeOf,
	type LookBackFacts,
	type LookBackSaid
} from '../domain/look-backs/said';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';
import type { Pending } from './outbox/pending';
import { stands, withPartings } from './partings';
import { pathFactsOn } from './path';

interface About {
	pairingId: string;
	which: string;
}

/** What this phone knows of what its person wrote when they looked back: the facts that the server reads as well. */
async function lookBackFacts(
	rows: PersonDatabase,
	{ pairingId, which }: About,
	now: Instant
): Promise<LookBackFacts> {
	const { personId } = rows;
	const { pairing, side } = await pairingFacts(rows, pairingId, now);
	if (!pairing) return { pairing, side, personId, path: undefined, today: '', own: undefined };
	const [path, programme, own] = await Promise.all([
		pathFactsOn(rows, pairing),
		rows.programmes.get(pairing.programmeId),
		rows.lookBacks.get(lookBackId(pairingId, which, personId))
	]);
	return { pairing, side, personId, path, today: dayOf(now, programme?.zone ?? 'UTC'), own };
}

/** As they will be once everything that was written before has been heard. */
export async function lookBackFactsAfter(
	rows: PersonDatabase,
	about: About,
	waiting: readonly Pending[],
	now: Instant
): Promise<LookBackFacts> {
	return laidOver(await lookBackFacts(rows, about, now), about, waiting).facts;
}

/** One thing said that could not be kept. */
export interface LookBackNotKept {
	/** The entry's. */
	id: string;
	said: LookBackSaid;
	why: Reason;
}

/** One time of looking back, as its screen shows it. */
export interface LookBackOnPhone {
	facts: LookBackFacts;
	/** Undefined where its day has not come, or its plan has no such time. */
	time: LookBackTime | undefined;
	/** What the other of the two shared. */
	theirs: LookBack | undefined;
	standing: Standing;
	refused: LookBackNotKept[];
}

/** @param pending a promise, so that all databases are asked before anything is opened */
export async function lookBackOn(
	rows: PersonDatabase,
	about: About,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<LookBackOnPhone | undefined> {
	const [known, shared, waiting] = await Promise.all([
		lookBackFacts(rows, about, now),
		sharedIn(rows, about),
		pending
	]);
	if (!known.pairing || !known.path || !known.side || known.side === 'cover') return undefined;
	const { facts, standing, refused } = laidOver(known, about, waiting);
	const time = timeOf(known.path, about.which, facts.today);
	return { facts, time, theirs: shared, standing, refused };
}

async function sharedIn(
	{ lookBacks, personId }: PersonDatabase,
	{ pairingId, which }: About
): Promise<LookBack | undefined> {
	const all = await lookBacks.where({ pairingId }).toArray();
	return all.find((one) => one.which === which && one.personId !== personId);
}

function laidOver(known: LookBackFacts, about: About, waiting: readonly Pending[]) {
	let facts: LookBackFacts = {
		...known,
		pairing: known.pairing && withPartings(known.pairing, waiting)
	};
	let standing: Standing = { is: 'sent' };
	const refused: LookBackNotKept[] = [];
	for (const one of waiting) {
		if (!isAboutLookBack(one)) continue;
		if (one.body.pairingId !== about.pairingId || one.body.which !== about.which) continue;
		if (one.outcome?.is === 'refused') refused.push({ id: one.id, said: one, why: one.outcome.why });
		if (!stands(one) || mayLookBack(facts, one).is !== 'send') continue;
		const ownSpaceId = `person:${known.personId}`;
		facts = { ...facts, own: afterLookBack(facts, one, { at: one.writtenAt, ownSpaceId }) };
		standing = standingOf(one);
	}
	return { facts, standing, refused };
}
