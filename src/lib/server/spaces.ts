import { createHmac } from 'node:crypto';
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Instant } from '$lib/domain/clock/zones';
import { inserting, prepared } from './database/prepared';
import { audit, readers, spaces } from './database/schema';
import type { Reading, Transaction } from './database/store';
import type { House } from './house';
import { announce } from './news';
import { withinReach } from './within-reach';

export const personSpace = (personId: string) => `person:${personId}`;
export const pairingSpace = (pairingId: string) => `pairing:${pairingId}`;
export const circleSpace = (circleId: string) => `circle:${circleId}`;
export const programmeSpace = (programmeId: string) => `programme:${programmeId}`;

type SpaceKind = 'person' | 'pairing' | 'programme' | 'circle';

interface Moving {
	revision: number;
	auditSeal: string;
	lines: number;
}

const whereItStands = prepared((queries: Reading, given) =>
	queries
		.select({ revision: spaces.revision, auditSeal: spaces.auditSeal })
		.from(spaces)
		.where(eq(spaces.id, given('id', spaces.id)))
);

const move = prepared((queries: Transaction, given) =>
	queries
		.update(spaces)
		.set({ revision: given('revision', spaces.revision), auditSeal: given('auditSeal', spaces.auditSeal) })
		.where(eq(spaces.id, given('id', spaces.id)))
);

const insertLine = inserting(audit);

/**
 * One transaction's worth of change. A space moves by one revision however many of its rows change, and each
 * line of the audit is sealed over the one before it.
 */
export class Change {
	readonly moved = new Map<string, Moving>();
	/** People who reach less than before: their phones are told to sync, and their streams close. */
	readonly shutOut = new Set<string>();
	/** When the first of the jobs is due that were written down with it. */
	nextJobAt: Instant = Infinity;
	readonly #writing: Promise<unknown>[] = [];

	constructor(
		readonly house: House,
		readonly tx: Transaction,
		readonly personId: string | null,
		readonly now: Instant
	) {}

	/** The revision that rows of this space carry when changed now. */
	async revision(spaceId: string): Promise<number> {
		return (await this.#moving(spaceId)).revision;
	}

	/** Writes who did what, to which thing, when. Never the words. */
	async record(spaceId: string, action: string, subjectId: string): Promise<void> {
		const moving = await this.#moving(spaceId);
		const line = { revision: moving.revision, position: moving.lines++, at: this.now };
		const told = [
			moving.auditSeal,
			spaceId,
			line.revision,
			line.position,
			line.at,
			this.personId,
			action,
			subjectId
		];
		moving.auditSeal = createHmac('sha256', this.house.secrets.audit)
			.update(JSON.stringify(told))
			.digest('base64url');
		this.write(
			insertLine(this.tx, {
				...{ id: uuid(), spaceId, ...line, personId: this.personId },
				...{ action, subjectId, seal: moving.auditSeal }
			})
		);
	}

	/**
	 * Lets a prepared write go its way without waiting for its answer: what is asked later comes after it all the
	 * same, and a change that ends has waited for all. A round trip is what a statement costs most on PostgreSQL.
	 */
	write(query: Promise<unknown>): void {
		query.catch(() => {});
		this.#writing.push(query);
	}

	/** Writes the new revisions. Called once, last. @throws what a write met that went its way */
	async finish(): Promise<void> {
		for (const [id, { revision, auditSeal }] of this.moved)
			this.write(move(this.tx, { id, revision, auditSeal }));
		await Promise.all(this.#writing);
	}

	/** Whatever fails after a write that went its way fails because of it. @throws what that met, or else `error` */
	async failed(error: unknown): Promise<never> {
		await Promise.all(this.#writing);
		throw error;
	}

	async #moving(spaceId: string): Promise<Moving> {
		const known = this.moved.get(spaceId);
		if (known) return known;
		const [space] = await whereItStands(this.tx, { id: spaceId });
		if (!space) throw new Error('A row was written into a space that is not there.');
		const moving = { revision: space.revision + 1, auditSeal: space.auditSeal, lines: 0 };
		this.moved.set(spaceId, moving);
		return moving;
	}
}

/** Makes a change in one transaction and, once it is safe on disk, tells those who are looking. */
export async function change<R>(
	house: House,
	personId: string | null,
	work: (change: Change) => Promise<R>
): Promise<R> {
	const { result, moved, shutOut, nextJobAt } = await house.store.transaction(async (tx) => {
		const making = new Change(house, tx, personId, house.now());
		const result = await work(making).catch((error: unknown) => making.failed(error));
		await making.finish();
		const { moved, shutOut, nextJobAt } = making;
		return { result, moved, shutOut, nextJobAt };
	});
	if (nextJobAt < Infinity) house.jobs.wake(nextJobAt);
	await announce(house, {
		moved: [...moved].map(([spaceId, { revision }]) => ({ spaceId, revision })),
		shutOut: [...shutOut]
	});
	return result;
}

/** Makes an empty space. */
export async function openSpace(tx: Transaction, id: string, kind: SpaceKind): Promise<void> {
	await tx.insert(spaces).values({ id, kind });
}

/** Lets someone read a space, from now on or until a moment. Letting them in twice changes nothing. */
export async function letIn(
	tx: Transaction,
	spaceId: string,
	personId: string,
	since: Instant,
	until: Instant | null = null
): Promise<void> {
	const [reading] = await tx
		.select({ since: readers.since })
		.from(readers)
		.where(
			and(
				eq(readers.spaceId, spaceId),
				eq(readers.personId, personId),
				isNull(readers.until),
				lte(readers.since, since)
			)
		);
	if (reading) return;
	await tx
		.insert(readers)
		.values({ spaceId, personId, since, until })
		.onConflictDoUpdate({
			target: [readers.personId, readers.spaceId, readers.since],
			set: { until }
		});
}

/**
 * Ends someone's reading of a space, that which is still to come included, from now on.
 * @param since only the stretch that begins then
 */
export async function shutOut(
	{ tx, now, shutOut }: Pick<Change, 'tx' | 'now' | 'shutOut'>,
	spaceId: string,
	personId: string,
	since?: Instant
): Promise<void> {
	const still = or(isNull(readers.until), gt(readers.until, now));
	const which = since === undefined ? undefined : eq(readers.since, since);
	shutOut.add(personId);
	await tx
		.update(readers)
		.set({ until: now })
		.where(and(eq(readers.spaceId, spaceId), eq(readers.personId, personId), still, which));
}

const reached = prepared((queries: Reading, given) =>
	queries
		.selectDistinct({ id: spaces.id, revision: spaces.revision })
		.from(readers)
		.innerJoin(spaces, eq(spaces.id, readers.spaceId))
		.where(
			and(eq(readers.personId, given('personId', readers.personId)), withinReach(given('now', readers.since)))
		)
);

/** The spaces someone reaches now, with their revisions. */
export async function reach(
	read: Reading,
	personId: string,
	now: Instant
): Promise<{ id: string; revision: number }[]> {
	return reached(read, { personId, now });
}
