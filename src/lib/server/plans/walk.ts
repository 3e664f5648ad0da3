import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { addDays, dayOf, instantAt, type Day } from '$lib/domain/clock/zones';
import { awayAt } from '$lib/domain/pairings/away';
import { isExpected } from '$lib/domain/pairings/pairing';
import { pathOf, placeOn, type PathFacts } from '$lib/domain/pairings/path';
import { standingOn, stepsOf, type Step } from '$lib/domain/pairings/walk';
import { pairings, programmes } from '../database/schema';
import { endPairing } from '../endings/end';
import type { House } from '../house';
import type { Done } from '../jobs/done';
import { enqueue, type JobBodies } from '../jobs/enqueue';
import { awaysOf } from '../pairings/facts';
import { notEnded } from '../pairings/running';
import { change, type Change } from '../spaces';
import { tell } from '../telling/tell';
import { pathFactsOf } from './path-of';

/** So many days ahead the path is written down as jobs; each step, and whatever plans a pairing, goes on from there. */
const WRITTEN_DAYS = 400;

/**
 * Writes down what is to happen on a pairing's path: a job for every day on which something begins, and one for now
 * where the pairing does not stand as its path has it. Twice the same is once.
 */
export async function planPath(making: Change, pairingId: string): Promise<void> {
	const going = await goingOn(making, pairingId);
	if (!going) return;
	const { pairing, facts, zone, today } = going;
	const days = new Map<Day, string[]>();
	for (const step of stepsOf(facts, today, addDays(today, WRITTEN_DAYS)))
		days.set(step.on, [...(days.get(step.on) ?? []), told(step)]);
	const due = standingOn(facts, today, pairing);
	if (due.state !== pairing.state || due.pausedFrom !== pairing.pausedFrom)
		days.set(today, [...(days.get(today) ?? []), `${due.state}:${pairing.revision}`]);
	for (const [day, what] of days) {
		const body = { pairingId, day };
		// What is to happen is part of what the job is: a day that was walked may be walked again for something else.
		const dedupe = `path:${pairingId}:${day}:${hash(what.join())}`;
		await enqueue(making, { kind: 'path', body, dedupe, runAt: instantAt(day, '00:00', zone) });
	}
}

/**
 * Lets a pairing take the step that its path has for a day: into the stage that begins, into winding down, or to its
 * end; and tells both of a stage and of a time to look back. Run again, or on another day, it sets things right and
 * tells nobody twice.
 */
export async function walk(house: House, { pairingId, day }: JobBodies['path']): Promise<Done> {
	return change(house, null, async (making) => {
		const going = await goingOn(making, pairingId);
		if (!going) return;
		const { pairing, facts, zone, today } = going;
		// The programme's clock may have been changed since.
		if (today < day) return { again: instantAt(day, '00:00', zone) };
		const due = standingOn(facts, today, pairing);
		if (due.state === 'ended') return endPairing(making, pairingId, 'planned');
		if (due.state !== pairing.state || due.pausedFrom !== pairing.pausedFrom)
			await stand(making, pairing, due);
		await planPath(making, pairingId);
		if (!isExpected(due)) return;
		const here = placeOn(pathOf(facts), today)?.stage.id;
		for (const step of stepsOf(facts, day, day)) {
			if (step.is === 'stage' && step.stageId === here)
				await tellBoth(making, pairing, 'stage', step.stageId, told(step));
			if (step.is === 'look_back') await tellBoth(making, pairing, 'look_back', step.which, step.which);
		}
	});
}

type Row = typeof pairings.$inferSelect;

interface Going {
	pairing: Row;
	facts: PathFacts;
	zone: string;
	today: Day;
}

/** A pairing that has not ended, and where it is; undefined for any other. */
async function goingOn({ tx, now }: Change, pairingId: string): Promise<Going | undefined> {
	const [row] = await tx
		.select({ pairing: pairings, zone: programmes.zone })
		.from(pairings)
		.innerJoin(programmes, eq(programmes.id, pairings.programmeId))
		.where(and(eq(pairings.id, pairingId), notEnded()));
	if (!row) return undefined;
	const { pairing, zone } = row;
	return { pairing, zone, facts: await pathFactsOf(tx, pairing, zone), today: dayOf(now, zone) };
}

async function stand(
	making: Change,
	{ id, spaceId }: Row,
	values: Pick<Row, 'state'> & { pausedFrom?: Row['pausedFrom'] | undefined }
): Promise<void> {
	const revision = await making.revision(spaceId);
	const { state, pausedFrom = null } = values;
	await making.tx.update(pairings).set({ state, pausedFrom, revision }).where(eq(pairings.id, id));
	await making.record(spaceId, `pairing.${state}`, id);
}

async function tellBoth(
	making: Change,
	{ id: pairingId, youngId, mentorId }: Row,
	kind: 'stage' | 'look_back',
	subjectId: string,
	which: string
): Promise<void> {
	const away = awayAt(await awaysOf(making.tx, pairingId), making.now);
	const key = `${kind}:${pairingId}:${which}`;
	await tell(making, { personId: youngId, kind, pairingId, subjectId, key });
	// Nothing is asked of somebody who is away.
	if (!away) await tell(making, { personId: mentorId, kind, pairingId, subjectId, key });
}

const told = (step: Step): string =>
	step.is === 'stage'
		? `${step.stageId}:${step.on}`
		: step.is === 'look_back'
			? `${step.which}:${step.on}`
			: 'over';

const hash = (words: string) => createHash('sha256').update(words).digest('base64url').slice(0, 16);
