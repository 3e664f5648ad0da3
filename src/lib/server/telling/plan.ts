import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { DAY, dayOf, HOUR, instantAt, type Instant } from '$lib/domain/clock/zones';
import {
	dayReminders,
	isTooLate,
	meetingReminders,
	PLANNED_DAYS,
	type DayKind
} from '$lib/domain/telling/reminders';
import { inForce } from '$lib/domain/pairings/agreement';
import { isExpected } from '$lib/domain/pairings/pairing';
import { goalPromises, jobs, pairings, programmes } from '../database/schema';
import type { House } from '../house';
import { enqueue, type JobBodies, type NewJob } from '../jobs/enqueue';
import { meetingsBetween } from '../meetings/between';
import { agreementsOf } from '../pairings/facts';
import { notEnded } from '../pairings/running';
import { planPath } from '../plans/walk';
import { change, pairingSpace, type Change } from '../spaces';

/**
 * Has it worked out anew what the people of a pairing are to be reminded of. Called in the transaction of whatever
 * changes it: a meeting, a series, an agreement, a last day, a promise.
 */
export async function planNow(change: Change, pairingId: string): Promise<void> {
	// A change moves the pairing's space once: what was changed twice at one moment is planned twice.
	const revision = await change.revision(pairingSpace(pairingId));
	await enqueue(change, planned(pairingId, `${revision}`, change.now));
}

const planned = (pairingId: string, which: string, runAt: Instant): NewJob<'plan'> => ({
	...{ kind: 'plan', body: { pairingId }, runAt },
	dedupe: `plan:${pairingId}:${which}`
});

/** Works out what a pairing's people are to be reminded of in the next days, and when to do so again. */
export async function plan(house: House, { pairingId }: JobBodies['plan']): Promise<void> {
	const now = house.now();
	const [row] = await house.store.read
		.select({ pairing: pairings, zone: programmes.zone })
		.from(pairings)
		.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
		.where(and(eq(pairings.id, pairingId), notEnded()));
	if (!row) return;
	const { pairing, zone } = row;
	const reminders = isExpected(pairing)
		? [...(await ofMeetings(house, pairing, zone, now)), ...(await ofDays(house, pairing, zone, now))]
		: [];
	await change(house, null, async (making) => {
		for (const one of reminders) await enqueue(making, one);
		await planPath(making, pairingId);
		// Whatever else is paused, the last day comes.
		for (const one of goodbyesJobs(pairing, zone, now)) await enqueue(making, one);
		const next = now + DAY;
		await enqueue(making, planned(pairingId, dayOf(next, zone), next));
	});
}

type Pairing = typeof pairings.$inferSelect;

async function ofMeetings(
	house: House,
	pairing: Pairing,
	zone: string,
	now: Instant
): Promise<NewJob<'remind'>[]> {
	const meetings = await meetingsBetween(house, [pairing], now, now + PLANNED_DAYS * DAY);
	return meetings
		.filter(({ standing }) => standing.is !== 'called_off')
		.flatMap(({ id: meetingId, starts }) =>
			meetingReminders(starts, zone, now).map(({ kind, at }) =>
				reminder({ pairingId: pairing.id, meetingId, starts, kind, at })
			)
		);
}

/** A meeting is reminded of once at the time it has: moved, it has another. */
export function reminder(body: JobBodies['remind'], which = ''): NewJob<'remind'> {
	const dedupe = `remind:${body.kind}:${body.meetingId}:${body.starts}${which}`;
	return { kind: 'remind', body, dedupe, runAt: body.at };
}

async function ofDays(
	{ store: { read } }: House,
	{ id: pairingId, endsOn }: Pairing,
	zone: string,
	now: Instant
): Promise<NewJob<'day'>[]> {
	const agreement = inForce(await agreementsOf(read, pairingId), now);
	const promises = await read
		.select({ id: goalPromises.id, dueOn: goalPromises.dueOn })
		.from(goalPromises)
		.where(
			and(
				eq(goalPromises.pairingId, pairingId),
				isNotNull(goalPromises.dueOn),
				isNull(goalPromises.keptAt),
				isNull(goalPromises.goneAt)
			)
		);
	const days: { kind: DayKind; subjectId: string; day: string | null }[] = [
		...(agreement
			? [{ kind: 'review' as const, subjectId: agreement.id, day: agreement.terms.reviewOn }]
			: []),
		{ kind: 'ending', subjectId: pairingId, day: endsOn },
		...promises.map(({ id, dueOn }) => ({ kind: 'promise_due' as const, subjectId: id, day: dueOn }))
	];
	return days.flatMap(({ kind, subjectId, day }) =>
		(day === null ? [] : dayReminders(kind, day, zone))
			.filter((at) => at <= now + PLANNED_DAYS * DAY && !isTooLate(at, now))
			.map((at) => ({
				...{ kind: 'day' as const, body: { pairingId, kind, subjectId, at }, runAt: at },
				dedupe: `day:${kind}:${subjectId}:${at}`
			}))
	);
}

/** Goodbyes are shown when the last day begins. */
function goodbyesJobs({ id: pairingId, endsOn }: Pairing, zone: string, now: Instant): NewJob<'goodbyes'>[] {
	const runAt = endsOn === null ? Infinity : instantAt(endsOn, '00:00', zone);
	if (runAt > now + PLANNED_DAYS * DAY) return [];
	return [{ kind: 'goodbyes', body: { pairingId }, runAt, dedupe: `goodbyes:${pairingId}:${endsOn}` }];
}

/** Sees to it that every pairing is planned for: those from before there was such a thing, and any that fell out. */
export async function planAll(house: House): Promise<void> {
	const { read } = house.store;
	const running = await read.select({ id: pairings.id }).from(pairings).where(notEnded());
	const waiting = await read
		.select({ body: jobs.body })
		.from(jobs)
		.where(and(eq(jobs.kind, 'plan'), isNull(jobs.doneAt), isNull(jobs.deadAt)));
	const known = new Set(waiting.map(({ body }) => body.pairingId));
	const left = running.filter(({ id }) => !known.has(id));
	if (left.length === 0) return;
	await change(house, null, async (making) => {
		const hour = Math.floor(making.now / HOUR);
		for (const { id } of left) await enqueue(making, planned(id, `hour-${hour}`, making.now));
	});
}
