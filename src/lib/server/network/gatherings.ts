import { eq } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import {
	afterGathering,
	afterGatheringAnswer,
	afterGatheringOff,
	mayAnswerGathering,
	mayCallOffGathering,
	mayGather,
	type Gathered,
	type GatheringAnswerBody,
	type GatheringBody,
	type GatheringFacts,
	type GatheringOffBody
} from '$lib/domain/network/gatherings';
import { circleFacts } from '../circles/facts';
import { gatheringAnswers, gatherings, programmes } from '../database/schema';
import type { Writing } from '../entries/effect';
import { pairingFacts } from '../pairings/facts';
import { planOf } from '../plans/plan-of';
import {
	sealGatheringAbout,
	sealGatheringWhom,
	sealGatheringWhy,
	sealGatheringWithout,
	unsealGatheringAbout,
	unsealGatheringWhom,
	unsealGatheringWhy,
	unsealGatheringWithout
} from '../sealed-rows';
import type { Change } from '../spaces';
import { tellOfGathering } from '../telling/gatherings';

/** Keeps that somebody calls people together. */
export async function keepGathering(change: Change, entry: Writing<GatheringBody>): Promise<Verdict> {
	const { id, body, authorId: personId } = entry;
	const facts = { personId, ...(await placeOf(change, body, personId)) };
	const verdict = mayGather(facts, body, change.now);
	const row = verdict.is === 'send' ? afterGathering(facts, id, body, change.now) : undefined;
	if (!row) return verdict;
	const { secrets } = change.house;
	await change.tx.insert(gatherings).values({
		...row,
		about: sealGatheringAbout(secrets, id, row.about),
		whom: sealGatheringWhom(secrets, id, JSON.stringify(row.whom)),
		calledOffWhy: sealGatheringWhy(secrets, id, row.calledOffWhy),
		revision: await change.revision(row.spaceId)
	});
	await change.record(row.spaceId, 'gathering.called', id);
	await tellOfGathering(change, row);
	return verdict;
}

/** Keeps whether somebody comes, and whom a young person does not want there. */
export async function keepGatheringAnswer(
	change: Change,
	entry: Writing<GatheringAnswerBody>
): Promise<Verdict> {
	const { body, authorId } = entry;
	const facts = await factsOf(change, body.gatheringId, authorId);
	const verdict = mayAnswerGathering(facts, body, change.now);
	// A phone that is ahead does not have the last word for ever.
	const at = Math.min(entry.writtenAt, change.now);
	const row = verdict.is === 'send' ? afterGatheringAnswer(facts, body, at) : undefined;
	if (!row) return verdict;
	const without = sealGatheringWithout(change.house.secrets, row.id, JSON.stringify(row.without));
	const now = { says: row.says, without, at, revision: await change.revision(row.spaceId) };
	await change.tx
		.insert(gatheringAnswers)
		.values({ ...row, ...now })
		.onConflictDoUpdate({ target: gatheringAnswers.id, set: now });
	await change.record(row.spaceId, 'gathering.answered', row.id);
	return verdict;
}

/** Keeps that it is off, and why. */
export async function keepGatheringOff(change: Change, entry: Writing<GatheringOffBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const facts = await factsOf(change, body.gatheringId, authorId);
	const verdict = mayCallOffGathering(facts, body, change.now);
	const row = verdict.is === 'send' ? afterGatheringOff(facts, body, change.now) : undefined;
	if (!row) return verdict;
	const { id, spaceId, calledOffAt } = row;
	const calledOffWhy = sealGatheringWhy(change.house.secrets, id, row.calledOffWhy);
	const now = { calledOffAt, calledOffWhy, revision: await change.revision(spaceId) };
	await change.tx.update(gatherings).set(now).where(eq(gatherings.id, id));
	await change.record(spaceId, 'gathering.called_off', id);
	await tellOfGathering(change, row);
	return verdict;
}

/** Where it is to be, for somebody who reads there; without anything for anybody else. */
async function placeOf(
	{ tx, now }: Change,
	{ pairingId, circleId }: { pairingId?: string | undefined; circleId?: string | undefined },
	personId: string
): Promise<{ where: Gathered | undefined; zone: string }> {
	const { pairing, side } = pairingId
		? await pairingFacts(tx, pairingId, personId, now)
		: { pairing: undefined, side: undefined };
	if (pairing && side) {
		const plan = await planOf(tx, pairing);
		return {
			where: { is: 'pairing', pairing, side, plan },
			zone: await zoneOf({ tx }, pairing.programmeId)
		};
	}
	const { circle } = circleId && !pairingId ? await circleFacts(tx, circleId, personId, now) : {};
	if (!circle) return { where: undefined, zone: 'UTC' };
	return { where: { is: 'circle', circle }, zone: await zoneOf({ tx }, circle.programmeId) };
}

async function factsOf(change: Change, gatheringId: string, personId: string): Promise<GatheringFacts> {
	const { tx, house } = change;
	const [row] = await tx.select().from(gatherings).where(eq(gatherings.id, gatheringId));
	if (!row) return { where: undefined, personId, zone: 'UTC' };
	const { id, pairingId, circleId } = row;
	const about = { pairingId: pairingId ?? undefined, circleId: circleId ?? undefined };
	const place = await placeOf(change, about, personId);
	const [answer] = await tx
		.select()
		.from(gatheringAnswers)
		.where(eq(gatheringAnswers.id, `${id}:${personId}`));
	const { secrets } = house;
	return {
		personId,
		...place,
		gathering: {
			...row,
			about: unsealGatheringAbout(secrets, id, row.about),
			whom: JSON.parse(unsealGatheringWhom(secrets, id, row.whom)) as string[],
			calledOffWhy: unsealGatheringWhy(secrets, id, row.calledOffWhy)
		},
		answer: answer && {
			...answer,
			without: JSON.parse(unsealGatheringWithout(secrets, answer.id, answer.without)) as string[]
		}
	};
}

async function zoneOf({ tx }: Pick<Change, 'tx'>, programmeId: string): Promise<string> {
	const [row] = await tx
		.select({ zone: programmes.zone })
		.from(programmes)
		.where(eq(programmes.id, programmeId));
	return row?.zone ?? 'UTC';
}
