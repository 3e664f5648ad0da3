import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { dayOf, type Day } from '$lib/domain/clock/zones';
import type { HoursBody } from '$lib/domain/pairings/agreement';
import { plannedEnd } from '$lib/domain/pairings/path';
import type { Role } from '$lib/domain/people/roles';
import { memberships, pairings, people, programmes } from '../database/schema';
import { planOf } from '../plans/plan-of';
import { planPath } from '../plans/walk';
import { Refused } from '../refused';
import { letIn, openSpace, pairingSpace, type Change } from '../spaces';
import { planNow } from '../telling/plan';
import { firstHours } from './agreement';
import { notEnded } from './running';

export interface NewPairing extends HoursBody {
	/** Made by whoever asks, so that asking twice makes one. */
	id?: string;
	programmeId: string;
	youngId: string;
	mentorId: string;
	/** The planned last day, or null for no end date; as the programme's plan has it where nothing is said. */
	endsOn?: Day | null;
}

/**
 * Pairs a young person with a mentor: the pairing, its space that both read, and the first version of their hours.
 * The same id for the same two, again, changes nothing.
 * @returns the pairing's id
 * @throws Refused when either is not in the programme in that role, or the two are paired already
 */
export async function pair(change: Change, asked: NewPairing): Promise<string> {
	const { programmeId, youngId, mentorId } = asked;
	const id = asked.id ?? uuid();
	if (await isMade(change, id, asked)) return id;
	if (youngId === mentorId) throw new Refused('same_person');
	await mustBe('young', change, programmeId, youngId);
	await mustBe('mentor', change, programmeId, mentorId);
	if (await pairingOf(change, youngId, mentorId)) throw new Refused('already_paired');

	const [programme] = await change.tx
		.select({ planId: programmes.planId, zone: programmes.zone })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	const plan = await planOf(change.tx, { planId: programme?.planId ?? null });
	const today = dayOf(change.now, programme?.zone ?? 'UTC');
	const spaceId = pairingSpace(id);
	await openSpace(change.tx, spaceId, 'pairing');
	for (const personId of [youngId, mentorId]) await letIn(change.tx, spaceId, personId, change.now);
	await change.tx.insert(pairings).values({
		id,
		spaceId,
		revision: await change.revision(spaceId),
		programmeId,
		youngId,
		mentorId,
		state: 'active',
		startedAt: change.now,
		endsOn: asked.endsOn === undefined ? (plannedEnd(plan, today) ?? null) : asked.endsOn,
		planId: programme?.planId ?? null
	});
	await change.record(spaceId, 'pairing.made', id);
	await firstHours(change, { id, spaceId, programmeId }, asked);
	await planPath(change, id);
	return id;
}

/** Writes the planned last day, or that there is none. @throws Refused when the pairing has ended */
export async function planEnd(
	change: Change,
	pairing: { id: string; spaceId: string; endsOn: Day | null },
	endsOn: Day | null
): Promise<void> {
	if (pairing.endsOn === endsOn) return;
	const revision = await change.revision(pairing.spaceId);
	await change.tx.update(pairings).set({ endsOn, revision }).where(eq(pairings.id, pairing.id));
	await change.record(pairing.spaceId, 'pairing.end_planned', pairing.id);
	await planNow(change, pairing.id);
}

async function isMade({ tx }: Change, id: string, asked: NewPairing): Promise<boolean> {
	const [made] = await tx.select().from(pairings).where(eq(pairings.id, id));
	if (!made) return false;
	const same =
		made.programmeId === asked.programmeId &&
		made.youngId === asked.youngId &&
		made.mentorId === asked.mentorId;
	if (!same) throw new Refused('already_paired');
	return true;
}

async function mustBe(role: Role, { tx }: Change, programmeId: string, personId: string): Promise<void> {
	const [row] = await tx
		.select({ id: memberships.id })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(memberships.programmeId, programmeId),
				eq(memberships.personId, personId),
				eq(memberships.role, role),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		);
	if (!row) throw new Refused('not_members');
}

/** The running pairing of these two, if there is one. */
export async function pairingOf({ tx }: Change, youngId: string, mentorId: string) {
	const [row] = await tx
		.select({ id: pairings.id })
		.from(pairings)
		.where(and(eq(pairings.youngId, youngId), eq(pairings.mentorId, mentorId), notEnded()));
	return row?.id;
}
