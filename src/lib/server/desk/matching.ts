import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Instant } from '$lib/domain/clock/zones';
import { Id } from '$lib/domain/entries/entry';
import type { Approval } from '$lib/domain/mentors/approvals';
import { partings, pairings, vetoes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { introductionRow, type IntroductionRow } from '../introductions/facts';
import { goOn, offer, setFirstMeeting, turnDown, withdraw, type Offering } from '../introductions/offer';
import { cardOf } from '../mentors/keep-card';
import { addApproval, approveCard, returnCard, takeApprovalBack } from '../mentors/review';
import { keepFromCovering } from '../pairings/covers';
import { change, programmeSpace, type Change } from '../spaces';
import { couldBeId, runs } from './scope';

/*
 * What a coordinator decides about introductions, cards and approvals. Each is one change in a programme that they
 * run; anybody else, and anybody else's, finds nothing there.
 */

function mustRun(who: Who, programmeId: string): void {
	if (!runs(who).includes(programmeId)) notThere();
}

/** @throws 404, and Refused as `offer` does */
export async function offerCard(house: House, who: Who, asked: Offering): Promise<void> {
	mustRun(who, asked.programmeId);
	await change(house, who.personId, (making) => offer(making, asked));
}

/** What a coordinator may do with an introduction. */
const STEPS = { withdraw, goOn, turnDown } as const;
export type DeskStep = keyof typeof STEPS;
export const isDeskStep = (name: string | undefined): name is DeskStep =>
	!!name && Object.hasOwn(STEPS, name);

/** @throws 404, and Refused when it is over or what it waits for has not come */
export async function takeStep(house: House, who: Who, id: string, name: DeskStep): Promise<void> {
	await withIntroduction(house, who, id, (making, row) => STEPS[name](making, row));
}

/** @throws 404, and Refused when no first meeting is asked for */
export async function meetFirst(
	house: House,
	who: Who,
	id: string,
	when: { at: Instant; place: string }
): Promise<void> {
	await withIntroduction(house, who, id, (making, row) => setFirstMeeting(making, row, when));
}

async function withIntroduction(
	house: House,
	who: Who,
	id: string,
	work: (making: Change, row: IntroductionRow) => Promise<void>
): Promise<void> {
	if (!couldBeId(id)) notThere();
	await change(house, who.personId, async (making) => {
		const row = await introductionRow(making.tx, id);
		if (!row || !runs(who).includes(row.programmeId)) notThere();
		await work(making, row);
	});
}

/** @throws 404, and Refused when the mentor has changed the card meanwhile */
export async function decideCard(
	house: House,
	who: Who,
	{
		programmeId,
		mentorId,
		read,
		why
	}: { programmeId: string; mentorId: string; read: Instant; why: string | null }
): Promise<void> {
	mustRun(who, programmeId);
	await change(house, who.personId, async (making) => {
		const row = await cardOf(making.tx, programmeId, mentorId);
		if (!row) notThere();
		await (why === null ? approveCard(making, row, read) : returnCard(making, row, { read, why }));
	});
}

/** @throws 404, and Refused when they are no mentor there */
export async function writeApproval(
	house: House,
	who: Who,
	asked: Approval & { id: string; programmeId: string; mentorId: string }
): Promise<void> {
	mustRun(who, asked.programmeId);
	await change(house, who.personId, (making) => addApproval(making, asked));
}

/** @throws 404 */
export async function removeApproval(
	house: House,
	who: Who,
	asked: { id: string; programmeId: string; mentorId: string }
): Promise<void> {
	mustRun(who, asked.programmeId);
	await change(house, who.personId, (making) => takeApprovalBack(making, asked));
}

const Pair = v.object({ programmeId: Id, youngId: Id, mentorId: Id });

/** Keeps two people apart, or no longer. @throws 404 */
export async function keepApart(
	house: House,
	who: Who,
	asked: v.InferOutput<typeof Pair> & { apart: boolean }
): Promise<void> {
	mustRun(who, asked.programmeId);
	const { programmeId, youngId, mentorId } = v.parse(Pair, asked);
	await change(house, who.personId, async (making) => {
		const { tx, now } = making;
		const these = and(
			eq(vetoes.programmeId, programmeId),
			eq(vetoes.youngId, youngId),
			eq(vetoes.mentorId, mentorId)
		);
		const [apart] = await tx.select().from(vetoes).where(these);
		if (asked.apart === !!apart) return;
		if (apart) await tx.delete(vetoes).where(these);
		else {
			const values = { programmeId, youngId, mentorId, byId: who.personId, at: now };
			await tx.insert(vetoes).values(values).onConflictDoNothing();
			await keepFromCovering(making, values);
		}
		const action = apart ? 'pair.let_together' : 'pair.kept_apart';
		await making.record(programmeSpace(programmeId), action, `${youngId} ${mentorId}`);
	});
}

/** Notes that somebody at the desk has taken up what a young person asked for. @throws 404 */
export async function settleParting(house: House, who: Who, id: string): Promise<void> {
	if (!couldBeId(id)) notThere();
	await change(house, who.personId, async (making) => {
		const [row] = await making.tx
			.select({ parting: partings, programmeId: pairings.programmeId })
			.from(partings)
			.innerJoin(pairings, eq(pairings.id, partings.pairingId))
			.where(eq(partings.id, id));
		if (!row || !runs(who).includes(row.programmeId)) notThere();
		if (row.parting.settledAt !== null) return;
		const revision = await making.revision(row.parting.spaceId);
		await making.tx.update(partings).set({ settledAt: making.now, revision }).where(eq(partings.id, id));
		await making.record(row.parting.spaceId, 'parting.settled', id);
	});
}
