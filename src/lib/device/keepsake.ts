import { writerIn } from '../domain/keepsakes/names';
import { afterPick, pickId } from '../domain/keepsakes/pick';
import { offeredOf, pickedIn, type KeepsakeThings } from '../domain/keepsakes/things';
import type { Instant } from '../domain/clock/zones';
import type { KeepsakePick } from '../domain/endings/ending';
import type { Reason } from '../domain/entries/verdict';
import type { Pairing } from '../domain/pairings/pairing';
import type { Plan } from '../domain/programmes/plan';
import { USUAL_PLAN } from '../domain/programmes/usual-plan';
import type { PersonDatabase } from './database';
import { goalsOn } from './goals';
import type { Pending } from './outbox/pending';
import { stands } from './partings';

/** What a young person's phone knows of one keepsake. */
export interface KeepsakeOnPhone {
	pairing: Pairing;
	/** What can be picked. */
	offered: KeepsakeThings;
	picks: KeepsakePick[];
	isPicked: ReturnType<typeof pickedIn>;
	/** What could not be put in, or taken out; until its author puts it away. */
	refused: { id: string; why: Reason }[];
	/** The first name of whoever wrote something, or nothing where it is not known any more. */
	nameOf(authorId: string): string | undefined;
	/** Says what was asked when they looked back. */
	plan: Plan;
	/** In which days are days. */
	zone: string;
	/** When the pairing ended; null while it goes on. */
	endedAt: Instant | null;
}

/**
 * Everything that can go into the keepsake of one pairing, what waits to leave laid over what came by sync; undefined
 * for anybody but its young person.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function keepsakeOn(
	rows: PersonDatabase,
	pairingId: string,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<KeepsakeOnPhone | undefined> {
	const here = { pairingId };
	const [pairing, goals, messages, notes, lookBacks, goodbyes, kept, aways, waiting] = await Promise.all([
		rows.pairings.get(pairingId),
		goalsOn(rows, pairingId, pending, now),
		rows.messages.where('[pairingId+sentAt]').between([pairingId, 0], [pairingId, Infinity]).toArray(),
		rows.meetingNotes.where(here).toArray(),
		rows.lookBacks.where(here).toArray(),
		rows.goodbyes.where(here).toArray(),
		rows.keepsakePicks.where(here).toArray(),
		rows.aways.where(here).toArray(),
		pending
	]);
	if (pairing?.youngId !== rows.personId) return undefined;
	const [programme, plan, ending] = await Promise.all([
		rows.programmes.get(pairing.programmeId),
		pairing.planId ? rows.plans.get(pairing.planId) : undefined,
		rows.endings.get(pairingId)
	]);
	const picks = withPicks(kept, rows.personId, pairingId, waiting);
	const things = { goals: goals?.goals ?? [], messages, notes, lookBacks, goodbyes };
	const refused = waiting.flatMap((one) =>
		one.kind === 'keepsake-pick' && one.body.pairingId === pairingId && one.outcome?.is === 'refused'
			? [{ id: one.id, why: one.outcome.why }]
			: []
	);
	return {
		...{ pairing, picks, refused, isPicked: pickedIn(picks), offered: offeredOf(things, pairing) },
		nameOf: (authorId) => writerIn(pairing, aways, authorId),
		plan: plan?.plan ?? USUAL_PLAN,
		zone: programme?.zone ?? 'UTC',
		endedAt: pairing.state === 'ended' ? (ending?.endedAt ?? null) : null
	};
}

/** The picks, with what was tapped on this phone and is not among the rows yet. */
function withPicks(
	kept: readonly KeepsakePick[],
	spaceId: string,
	pairingId: string,
	waiting: readonly Pending[]
): KeepsakePick[] {
	const picks = new Map(kept.map((pick) => [pick.id, pick]));
	for (const one of waiting) {
		if (one.kind !== 'keepsake-pick' || one.body.pairingId !== pairingId || !stands(one)) continue;
		const id = pickId(pairingId, one.body.thing, one.body.subjectId);
		const pick = afterPick(picks.get(id), { spaceId, writtenAt: one.writtenAt }, one.body);
		if (pick) picks.set(id, pick);
	}
	return [...picks.values()];
}

/** Pairings of a young person that a keepsake can be made of, the latest first. */
export async function keepsakesOn(rows: PersonDatabase): Promise<Pairing[]> {
	const all = await rows.pairings.toArray();
	return all
		.filter(({ youngId }) => youngId === rows.personId)
		.sort((one, other) => other.startedAt - one.startedAt || (one.id < other.id ? -1 : 1));
}
