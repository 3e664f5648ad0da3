import { and, eq, gt, inArray, isNotNull, isNull, not, or } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { isLate } from '$lib/domain/messages/waiting';
import { coverAt } from '$lib/domain/pairings/away';
import type { DeskSays } from '$lib/domain/pairings/pairing';
import { looksIntoIt, nextStep, stepsOf, type Reached } from '$lib/domain/telling/late';
import { jobs, memberships, pairings, people } from '../database/schema';
import type { House } from '../house';
import type { Done } from '../jobs/done';
import { enqueue, type JobBodies } from '../jobs/enqueue';
import { expected } from '../pairings/running';
import { change, type Change } from '../spaces';
import { settle, tell } from './tell';
import { waitIn, type KnownWait } from './wait-facts';

type PairingRow = typeof pairings.$inferSelect;

/** A step is taken after its moment: in the first millisecond in which it is late. */
const justAfter = (at: Instant) => at + 1;

const dedupeOf = (pairingId: string, since: Instant) => `late:${pairingId}:${since}`;

/**
 * Sees to it that a wait is looked at when its next step comes: where one begins, and wherever something changes by
 * which it comes sooner. In the transaction of the cause. Where nobody waits it changes nothing.
 */
export async function planLate(change: Change, pairingId: string): Promise<void> {
	const known = await waitIn(change.tx, pairingId);
	const step = known && nextStep(known.wait, known.facts, known.pairing);
	if (!known || !step || step.after === Infinity) return;
	const { since } = known.wait;
	const runAt = justAfter(step.after);
	const dedupe = dedupeOf(pairingId, since);
	await enqueue(change, { kind: 'late', body: { pairingId, since }, dedupe, runAt });
	const open = and(isNull(jobs.doneAt), isNull(jobs.deadAt));
	await change.tx
		.update(jobs)
		.set({ runAt })
		.where(and(eq(jobs.dedupe, dedupe), open, gt(jobs.runAt, runAt)));
}

/** Plans the waits that have no job, or one that comes too late: those that began before there were jobs too. */
export async function planWaits(house: House): Promise<void> {
	const { read } = house.store;
	const asked = eq(pairings.lookedIntoBy, 'coordinator');
	const waiting = await read
		.select({ id: pairings.id })
		.from(pairings)
		.where(and(isNotNull(pairings.waitingSince), expected(), or(isNull(pairings.lookedIntoBy), not(asked))));
	for (const { id } of waiting) {
		const known = await waitIn(read, id);
		const step = known && nextStep(known.wait, known.facts, known.pairing);
		if (!known || !step) continue;
		const [job] = await read
			.select({ runAt: jobs.runAt })
			.from(jobs)
			.where(eq(jobs.dedupe, dedupeOf(id, known.wait.since)));
		if (!job || job.runAt > justAfter(step.after))
			await change(house, null, (making) => planLate(making, id));
	}
}

/** Looks at a wait and takes the steps whose moment has passed. @returns when the next one comes */
export async function lookAtWait(house: House, { pairingId, since }: JobBodies['late']): Promise<Done> {
	return change(house, null, async (making): Promise<Done> => {
		const known = await waitIn(making.tx, pairingId);
		if (!known || known.wait.since !== since) return;
		const { wait, facts } = known;
		let reached: Reached = known.pairing;
		for (let step; (step = nextStep(wait, facts, reached));) {
			if (!isLate(step.after, making.now)) return { again: justAfter(step.after) };
			const took = step.is === 'nudge' ? await nudge(making, known) : await ask(making, known, reached);
			reached = { ...reached, ...took };
		}
	});
}

/** The mentor is reminded, or whoever reads for them just now; the young person is told that they have been. */
async function nudge(making: Change, { pairing, wait, facts }: KnownWait): Promise<Partial<Reached>> {
	const took = { nudgedAt: making.now };
	await note(making, pairing, took, 'late.reminded');
	const reader = coverAt(facts.aways, making.now)?.coverId ?? pairing.mentorId;
	const { lookAt } = stepsOf(wait, facts);
	await tellOf(making, pairing, 'late', [reader], `${wait.since}:reminded`, lookAt);
	await tellOf(making, pairing, 'late', [pairing.youngId], `${wait.since}:reminded`);
	return took;
}

/** Somebody else is asked to look into it, and the young person is told who. */
async function ask(making: Change, known: KnownWait, reached: Reached): Promise<Partial<Reached>> {
	const { pairing, wait, facts } = known;
	const lookedIntoBy = looksIntoIt(facts.aways, reached, making.now);
	const took = { lookedIntoAt: making.now, lookedIntoBy };
	const step = `${wait.since}:${lookedIntoBy}`;
	await note(making, pairing, took, `late.${lookedIntoBy}_asked`);
	const cover = coverAt(facts.aways, making.now)?.coverId;
	if (lookedIntoBy === 'cover' && cover) await tellOf(making, pairing, 'late', [cover], step);
	else await tellOf(making, pairing, 'desk_late', await deskOf(making, pairing), step);
	await tellOf(making, pairing, 'late', [pairing.youngId], step);
	return took;
}

/** Keeps what a coordinator tells the young person of it, as having looked into it. */
export async function noteDeskSays(making: Change, known: KnownWait, deskSays: DeskSays): Promise<void> {
	const { pairing, wait } = known;
	const asked = pairing.lookedIntoBy === 'coordinator' ? pairing.lookedIntoAt : null;
	await note(
		making,
		pairing,
		{
			...{ lookedIntoAt: asked ?? making.now, lookedIntoBy: 'coordinator' },
			...{ deskSays, deskSaidAt: making.now, deskSaidBy: making.personId }
		},
		`late.${deskSays}`
	);
	await tellOf(making, pairing, 'late', [pairing.youngId], `${wait.since}:${deskSays}`);
	await settle(making, {
		...{ personIds: await deskOf(making, pairing), kinds: ['desk_late'], pairingId: pairing.id }
	});
}

/** What was late is answered, or waits anew: nothing of it stands any more, and nobody need be told of it. */
export async function lateOver(making: Change, pairing: PairingRow): Promise<void> {
	if (pairing.nudgedAt === null && pairing.lookedIntoAt === null) return;
	const nothing = { nudgedAt: null, lookedIntoAt: null, lookedIntoBy: null };
	await note(
		making,
		pairing,
		{ ...nothing, ...{ deskSays: null, deskSaidAt: null, deskSaidBy: null } },
		'late.over'
	);
	const { youngId, mentorId, coverOfferId } = pairing;
	const personIds = [youngId, mentorId, coverOfferId, ...(await deskOf(making, pairing))];
	await settle(making, { personIds, kinds: ['late', 'desk_late'], pairingId: pairing.id });
}

async function note(
	making: Change,
	{ id, spaceId }: PairingRow,
	values: Partial<PairingRow>,
	action: string
): Promise<void> {
	const revision = await making.revision(spaceId);
	await making.tx
		.update(pairings)
		.set({ ...values, revision })
		.where(eq(pairings.id, id));
	await making.record(spaceId, action, id);
}

async function tellOf(
	making: Change,
	{ id: pairingId }: PairingRow,
	kind: 'late' | 'desk_late',
	personIds: readonly string[],
	step: string,
	until: Instant | null = null
): Promise<void> {
	const key = `late:${pairingId}:${step}`;
	for (const personId of personIds)
		await tell(making, { personId, kind, pairingId, subjectId: null, until, key });
}

/** Everybody at the desk of the pairing's programme, but for the two themselves. */
async function deskOf({ tx }: Change, { programmeId, mentorId }: PairingRow): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ id: people.id })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(memberships.programmeId, programmeId),
				inArray(memberships.role, ['coordinator', 'safeguarding']),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		);
	const all = rows.map(({ id }) => id);
	const others = all.filter((id) => id !== mentorId);
	return others.length > 0 ? others : all;
}
