import { and, eq, gt, gte, inArray, isNotNull, lte, min } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { isLate } from '$lib/domain/messages/waiting';
import { inForce, type AgreedHours } from '$lib/domain/pairings/agreement';
import { coverAt, unreadStretches } from '$lib/domain/pairings/away';
import { isExpected } from '$lib/domain/pairings/pairing';
import { hearBy } from '$lib/domain/pairings/reading-hours';
import { answeringAt, stepsOf, usualAnswering, type WaitFacts } from '$lib/domain/telling/late';
import { agreements, aways, checkIns, pairings, programmes } from '../database/schema';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { ofProgrammes } from './of-programmes';

/** How a young person's wait stands against what was promised when they wrote. */
export interface Wait {
	since: Instant;
	/** By when an answer was promised; null where no hours were agreed then. */
	hearBy: Instant | null;
	/** By when it is due: as promised or, where nothing was, by what the programme begins with. */
	dueBy: Instant;
	/** The answer is overdue, or somebody was asked to look into it already. */
	late: boolean;
	/** What has been done about it, the first first. */
	took: Took[];
	/** After when the desk or a cover is asked, or null once somebody has been. */
	askedAfter: Instant | null;
}

/** A step that was taken about a late answer, and the first name of whoever stood in, where it was them. */
export interface Took {
	is: 'reminded' | 'asked';
	who: 'mentor' | 'cover' | 'desk';
	cover: string;
	at: Instant;
}

type WaitingRow = Pick<
	typeof pairings.$inferSelect,
	'id' | 'programmeId' | 'state' | 'waitingSince' | 'nudgedAt' | 'lookedIntoAt' | 'lookedIntoBy'
>;

/** Pairings of these programmes, each with how its wait stands. */
export async function withWaits<Row extends WaitingRow>(
	house: House,
	programmeIds: string[],
	rows: readonly Row[]
): Promise<(Row & { wait: Wait | null })[]> {
	const ids = rows.every((row) => row.waitingSince === null) ? [] : programmeIds;
	const { read } = house.store;
	const agreed = byPairing<AgreedHours>(await agreedThen(read, ids));
	const away = byPairing(await awayThen(read, ids));
	const talks = new Map((await talksThen(read, ids)).map(({ pairingId, at }) => [pairingId, at]));
	const usual = new Map((await usualIn(read, ids)).map(({ id, ...row }) => [id, usualAnswering(row)]));
	const names = await namesOf(
		read,
		[...away.values()].flat().flatMap(({ coverId }) => coverId ?? [])
	);
	const now = house.now();
	return rows.map((row) => {
		const facts = {
			agreements: agreed.get(row.id) ?? [],
			aways: away.get(row.id) ?? [],
			usual: usual.get(row.programmeId) ?? usualAnswering({ zone: 'UTC', agreementLimits: null })
		};
		return { ...row, wait: waitOf(row, talks.get(row.id) ?? null, facts, { names, now }) };
	});
}

/**
 * How one wait stands at `now`, or null where nobody waits: in a pause nobody is late. While a mentor is away and
 * nobody stands in, nobody reads.
 */
function waitOf(
	row: WaitingRow,
	talkSince: Instant | null,
	facts: WaitFacts,
	{ names, now }: { names: ReadonlyMap<string, string>; now: Instant }
): Wait | null {
	const since = row.waitingSince;
	if (since === null || !isExpected(row)) return null;
	const unread = unreadStretches(facts.aways);
	const agreement = inForce(facts.agreements, since);
	const hears = (agreement && hearBy(agreement, since, unread)) ?? null;
	const dueBy = hears ?? hearBy(answeringAt(since, facts), since, unread) ?? since;
	const asked = row.lookedIntoAt !== null;
	return {
		...{ since, hearBy: hears, dueBy, late: asked || isLate(dueBy, now), took: tookOf(row, facts, names) },
		askedAfter: asked ? null : stepsOf({ since, talkSince }, facts).lookAt
	};
}

function tookOf(
	{ nudgedAt, lookedIntoAt, lookedIntoBy }: WaitingRow,
	{ aways }: WaitFacts,
	names: ReadonlyMap<string, string>
): Took[] {
	const nameAt = (at: Instant) => names.get(coverAt(aways, at)?.coverId ?? '') ?? '';
	const took: Took[] = [];
	if (nudgedAt !== null) {
		const cover = nameAt(nudgedAt);
		took.push({ is: 'reminded', who: cover ? 'cover' : 'mentor', cover, at: nudgedAt });
	}
	if (lookedIntoAt !== null) {
		const who = lookedIntoBy === 'cover' ? 'cover' : 'desk';
		took.push({ is: 'asked', who, cover: who === 'cover' ? nameAt(lookedIntoAt) : '', at: lookedIntoAt });
	}
	return took;
}

/** Broken promises first, the oldest first; then those still to be kept, the soonest first; then all the rest. */
export function byPromise(one: { wait: Wait | null }, other: { wait: Wait | null }): number {
	return due(one.wait) - due(other.wait);
}

const due = (wait: Wait | null) =>
	wait === null ? Infinity : Math.min(wait.dueBy, wait.late ? wait.since : Infinity);

/** What had been agreed, in the pairings that wait, by the time the waiting began. */
const agreedThen = ofProgrammes('desk_agreed_then', (read, ids) =>
	read
		.select({
			id: agreements.id,
			pairingId: agreements.pairingId,
			version: agreements.version,
			zone: agreements.zone,
			hours: agreements.hours,
			answerWithinMinutes: agreements.answerWithinMinutes,
			from: agreements.from
		})
		.from(pairings)
		.innerJoin(agreements, eq(agreements.pairingId, pairings.id))
		.where(
			and(
				inArray(pairings.programmeId, ids),
				isNotNull(pairings.waitingSince),
				lte(agreements.from, pairings.waitingSince)
			)
		)
);

/** The days away of the mentors in pairings that wait. */
const awayThen = ofProgrammes('desk_away_then', (read, ids) =>
	read
		.select({
			pairingId: aways.pairingId,
			starts: aways.starts,
			ends: aways.ends,
			coverId: aways.coverId,
			at: aways.at,
			noThanksAt: aways.noThanksAt,
			coverUntil: aways.coverUntil,
			cancelledAt: aways.cancelledAt
		})
		.from(pairings)
		.innerJoin(aways, eq(aways.pairingId, pairings.id))
		.where(
			and(
				inArray(pairings.programmeId, ids),
				isNotNull(pairings.waitingSince),
				gt(aways.ends, pairings.waitingSince)
			)
		)
);

/** When the first "Can we talk?" in each wait came. */
const talksThen = ofProgrammes('desk_talks_then', (read, ids) =>
	read
		.select({ pairingId: checkIns.pairingId, at: min(checkIns.receivedAt) })
		.from(pairings)
		.innerJoin(checkIns, eq(checkIns.pairingId, pairings.id))
		.where(
			and(
				inArray(pairings.programmeId, ids),
				isNotNull(pairings.waitingSince),
				gte(checkIns.receivedAt, pairings.waitingSince),
				eq(checkIns.hope, 'talk')
			)
		)
		.groupBy(checkIns.pairingId)
);

/** What counts in these programmes where nothing was agreed. */
const usualIn = ofProgrammes('desk_usual', (read, ids) =>
	read
		.select({ id: programmes.id, zone: programmes.zone, agreementLimits: programmes.agreementLimits })
		.from(programmes)
		.where(inArray(programmes.id, ids))
);

function byPairing<Row extends { pairingId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const versions = found.get(row.pairingId);
		if (versions) versions.push(row);
		else found.set(row.pairingId, [row]);
	}
	return found;
}
