import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { Entry, fromTheFuture, Id, type Outcome } from '$lib/domain/entries/entry';
import type { Verdict } from '$lib/domain/entries/verdict';
import { Conflict } from '../database/conflict';
import { inserting, prepared } from '../database/prepared';
import { entries } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { change, type Change } from '../spaces';
import { EFFECTS } from './kinds';

const insertEntry = inserting(entries);

const findOutcome = prepared((queries: Reading, given) =>
	queries
		.select({ outcome: entries.outcome })
		.from(entries)
		.where(
			and(
				eq(entries.personId, given('personId', entries.personId)),
				eq(entries.entryId, given('entryId', entries.entryId))
			)
		)
);

const Identified = v.object({ id: Id });

/**
 * Takes what a phone posts, in order, in one transaction: each entry once, whatever is repeated.
 * If the whole cannot be kept, each is tried alone, so that one bad entry never holds the others back.
 * @param posted unread entries, as they came
 * @returns an outcome for each, in the same order
 */
export async function accept(house: House, personId: string, posted: readonly unknown[]): Promise<Outcome[]> {
	try {
		return await acceptTogether(house, personId, posted);
	} catch (error) {
		house.log.error({ err: error, entries: posted.length }, 'entries not kept together');
		const outcomes: Outcome[] = [];
		for (const one of posted) outcomes.push(await acceptAlone(house, personId, one));
		return outcomes;
	}
}

/** The second try also settles a race: an entry that another request has just kept is found with its outcome. */
async function acceptAlone(house: House, personId: string, posted: unknown): Promise<Outcome> {
	try {
		const [outcome] = await acceptTogether(house, personId, [posted]);
		return outcome as Outcome;
	} catch (error) {
		house.log.error({ err: error }, 'entry not kept');
		const id = idOf(posted);
		// An id that stands for something else already can never be kept; anything else may work later.
		const taken = error instanceof Conflict && error.kind === 'unique';
		return taken ? { id, is: 'refused', at: house.now(), why: 'unreadable' } : { id, is: 'failed' };
	}
}

async function acceptTogether(
	house: House,
	personId: string,
	posted: readonly unknown[]
): Promise<Outcome[]> {
	return change(house, personId, async (making) => {
		const outcomes: Outcome[] = [];
		for (const one of posted)
			outcomes.push(
				(await outcomeKept(making, personId, idOf(one))) ?? (await acceptOne(making, personId, one))
			);
		return outcomes;
	});
}

async function acceptOne(making: Change, personId: string, posted: unknown): Promise<Outcome> {
	const read = v.safeParse(Entry, posted);
	if (!read.success) return { id: idOf(posted), is: 'refused', at: making.now, why: 'unreadable' };
	const { id, kind, body, writtenAt } = read.output;
	const effect = Object.hasOwn(EFFECTS, kind) ? EFFECTS[kind as keyof typeof EFFECTS] : undefined;
	const clockAhead = fromTheFuture(writtenAt, making.now);
	const verdict: Verdict = effect
		? await effect(making, { id, body, authorId: personId, writtenAt, clockAhead })
		: { is: 'refuse', why: 'unknown_kind' };
	const outcome = outcomeOf(id, verdict, making.now);
	making.write(
		insertEntry(making.tx, { personId, entryId: id, kind, outcome, writtenAt, receivedAt: making.now })
	);
	return outcome;
}

async function outcomeKept(making: Change, personId: string, entryId: string): Promise<Outcome | undefined> {
	const [row] = await findOutcome(making.tx, { personId, entryId });
	return row?.outcome;
}

function outcomeOf(id: string, verdict: Verdict, at: number): Outcome {
	if (verdict.is === 'send') return { id, is: 'sent', at };
	if (verdict.is === 'hold') return { id, is: 'held', at, until: verdict.until, why: verdict.why };
	return { id, is: 'refused', at, why: verdict.why };
}

/** The id that an entry claims, if it has the shape of one: what cannot be read must still be answerable. */
function idOf(posted: unknown): string {
	const read = v.safeParse(Identified, posted);
	return read.success ? read.output.id : '';
}
