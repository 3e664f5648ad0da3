import { and, eq } from 'drizzle-orm';
import type { Day, Instant } from '$lib/domain/clock/zones';
import { whichMeeting } from '$lib/domain/meetings/meeting';
import { endingWith, occurrenceOn } from '$lib/domain/meetings/occurrences';
import { inForce } from '$lib/domain/pairings/agreement';
import { awayAt, coverAt } from '$lib/domain/pairings/away';
import { isExpected } from '$lib/domain/pairings/pairing';
import { dayReminders, isTooLate } from '$lib/domain/telling/reminders';
import { goalPromises, goals, meetings, pairings, programmes, series } from '../database/schema';
import type { House } from '../house';
import { enqueue, type JobBodies } from '../jobs/enqueue';
import { asRecord } from '../meetings/rows';
import { agreementsOf, awaysOf } from '../pairings/facts';
import { change, type Change } from '../spaces';
import { reminder } from './plan';
import { tell } from './tell';

export { plan } from './plan';

/** Reminds the people of a pairing of a meeting, if it is still on, and then. */
export async function remind(house: House, body: JobBodies['remind']): Promise<void> {
	await change(house, null, async (making) => {
		const { pairingId, meetingId, starts, kind, at } = body;
		const pairing = await expectedPairing(making, pairingId);
		if (!pairing || isTooLate(at, making.now) || starts <= making.now) return;
		if (!(await isStillOn(making, pairing, meetingId, starts))) return;
		const one = { kind, pairingId, subjectId: meetingId, key: `${kind}:${meetingId}:${starts}` };
		await tell(making, { ...one, personId: pairing.youngId });
		const aways = await awaysOf(making.tx, pairingId);
		const away = awayAt(aways, starts);
		const stands = coverAt(aways, starts);
		if (!away) await tell(making, { ...one, personId: pairing.mentorId });
		else if (stands?.coverId && stands.coverId === coverAt(aways, making.now)?.coverId)
			await tell(making, { ...one, personId: stands.coverId });
		// Whoever is to stand in knows nothing of the pairing before then.
		else if (stands) await enqueue(making, reminder({ ...body, at: stands.starts }, ':cover'));
	});
}

type Pairing = typeof pairings.$inferSelect;

async function isStillOn(
	{ tx, house }: Change,
	{ id: pairingId, endsOn }: Pairing,
	meetingId: string,
	starts: Instant
): Promise<boolean> {
	const which = whichMeeting(meetingId);
	const known = await tx
		.select()
		.from(series)
		.where(and(eq(series.id, which.seriesId), eq(series.pairingId, pairingId)));
	const rows = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
	const records = rows.map((row) => asRecord(house.secrets, { ...row, calledOffWhy: '' }));
	const meeting = occurrenceOn({ series: endingWith(known, endsOn), records, moves: [] }, which);
	return meeting?.starts === starts && meeting.standing.is !== 'called_off';
}

/** Reminds people of something that has a day of its own, if it still has that day. */
export async function day(house: House, body: JobBodies['day']): Promise<void> {
	await change(house, null, async (making) => {
		const { pairingId, kind, subjectId, at } = body;
		const pairing = await expectedPairing(making, pairingId);
		if (!pairing || isTooLate(at, making.now)) return;
		const about = await DAYS[kind](making, pairing, subjectId);
		if (!about?.day || !dayReminders(kind, about.day, pairing.zone).includes(at)) return;
		const aways = await awaysOf(making.tx, pairingId);
		for (const personId of about.whom) {
			// Nothing is asked of somebody who is away.
			if (personId === pairing.mentorId && awayAt(aways, making.now)) continue;
			await tell(making, { personId, kind, pairingId, subjectId, key: `${kind}:${subjectId}:${at}` });
		}
	});
}

interface About {
	day: Day | null;
	whom: string[];
}
type Facts = (change: Change, pairing: Pairing, subjectId: string) => Promise<About | undefined>;

/** Which day each kind has now, and who is reminded of it. */
const DAYS: Record<JobBodies['day']['kind'], Facts> = {
	async review({ tx, now }, { id, youngId, mentorId }, subjectId) {
		const agreement = inForce(await agreementsOf(tx, id), now);
		if (agreement?.id !== subjectId) return undefined;
		return { day: agreement.terms.reviewOn, whom: [youngId, mentorId] };
	},
	async ending(_, { endsOn, youngId, mentorId }) {
		return { day: endsOn, whom: [youngId, mentorId] };
	},
	async promise_due({ tx }, { id }, subjectId) {
		const [row] = await tx
			.select({ promise: goalPromises, state: goals.state })
			.from(goalPromises)
			.innerJoin(goals, eq(goals.id, goalPromises.goalId))
			.where(and(eq(goalPromises.id, subjectId), eq(goalPromises.pairingId, id)));
		if (!row || row.state !== 'going' || row.promise.keptAt !== null || row.promise.goneAt !== null)
			return undefined;
		return { day: row.promise.dueOn, whom: [row.promise.byId] };
	}
};

async function expectedPairing({ tx }: Change, pairingId: string) {
	const [row] = await tx
		.select({ pairing: pairings, zone: programmes.zone })
		.from(pairings)
		.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
		.where(eq(pairings.id, pairingId));
	return row && isExpected(row.pairing) ? { ...row.pairing, zone: row.zone } : undefined;
}
