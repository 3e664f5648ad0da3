import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { jobs, messages, pairings } from '../database/schema';
import { prepared } from '../database/prepared';
import type { Reading } from '../database/store';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import type { JobKind } from '../jobs/enqueue';
import { change, pairingSpace } from '../spaces';
import { pairingRows } from './pairing-rows';
import { runs } from './scope';

/** What could not reach a phone or an inbox: no pairing's, and for whoever looks after the server. */
const ELSEWHERE: readonly string[] = ['push', 'mail'];

/** Something that the server has given up, and whom it was for. */
export interface NotDone {
	id: string;
	kind: Exclude<JobKind, 'push' | 'mail'>;
	/** When it was given up. */
	at: Instant;
	pairingId: string;
	programmeId: string;
	youngName: string;
	mentorName: string;
}

const givenUp = prepared((queries: Reading) =>
	queries
		.select({ id: jobs.id, kind: jobs.kind, body: jobs.body, at: jobs.deadAt })
		.from(jobs)
		.where(and(isNull(jobs.doneAt), isNotNull(jobs.deadAt)))
		.orderBy(jobs.deadAt, jobs.id)
);

/**
 * What the server has given up of the pairings of these programmes, the oldest first, and how often a phone or an
 * inbox could not be reached, whosever it was.
 */
export async function notDone(
	{ store: { read } }: House,
	programmeIds: readonly string[]
): Promise<{ rows: NotDone[]; unreached: number }> {
	const dead = await givenUp(read);
	const unreached = dead.filter(({ kind }) => ELSEWHERE.includes(kind)).length;
	const ours = dead.filter(({ kind }) => !ELSEWHERE.includes(kind));
	if (ours.length === 0) return { rows: [], unreached };
	const pairingOf = await pairingsOf(read, ours);
	const known = await pairingRows(
		read,
		and(inArray(pairings.id, [...pairingOf.values()]), inArray(pairings.programmeId, [...programmeIds]))
	);
	const rows = ours.flatMap(({ id, kind, at }) => {
		const two = known.find((one) => one.id === pairingOf.get(id));
		if (!two || at === null) return [];
		const { programmeId, youngName, mentorName } = two;
		return { id, kind: kind as NotDone['kind'], at, pairingId: two.id, programmeId, youngName, mentorName };
	});
	return { rows, unreached };
}

/** Whose pairing each job is about, by the job's id. */
async function pairingsOf(
	read: Reading,
	dead: readonly { id: string; body: Record<string, unknown> }[]
): Promise<Map<string, string>> {
	const released = dead.flatMap(({ body }) => (typeof body.messageId === 'string' ? [body.messageId] : []));
	const rows = await read
		.select({ id: messages.id, pairingId: messages.pairingId })
		.from(messages)
		.where(inArray(messages.id, released));
	const ofMessage = new Map(rows.map(({ id, pairingId }) => [id, pairingId]));
	return new Map(
		dead.flatMap(({ id, body }) => {
			const pairingId = ofMessage.get(body.messageId as string) ?? body.pairingId;
			return typeof pairingId === 'string' ? [[id, pairingId]] : [];
		})
	);
}

/**
 * Has something that was given up tried again from the beginning. Already tried again, it changes nothing.
 * @throws 404 when it is nothing of a programme that `who` runs
 */
export async function tryAgain(house: House, who: Who, jobId: string): Promise<void> {
	const { rows } = await notDone(house, runs(who));
	const found = rows.find(({ id }) => id === jobId) ?? notThere();
	await change(house, who.personId, async (making) => {
		const { now } = making;
		const [again] = await making.tx
			.update(jobs)
			.set({ deadAt: null, attempts: 0, runAt: now, lastError: '' })
			.where(and(eq(jobs.id, jobId), isNotNull(jobs.deadAt)))
			.returning({ id: jobs.id });
		if (!again) return;
		making.nextJobAt = now;
		await making.record(pairingSpace(found.pairingId), 'job.tried-again', jobId);
	});
}
