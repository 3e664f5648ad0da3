import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Attempt } from './attempt';
import { codeOf } from './conflict';
import type { Transaction } from './store';

/**
 * One process writes at a time, whichever replica it is: as with a file. Left to meet, nearly all transactions would
 * be undone and tried again, for what they look up and what they add lie on the same page of an index.
 * The lock is asked for first, so that what is then seen includes what whoever had it before has written.
 */
const BEGIN = 'begin isolation level serializable; lock table applied_migrations in exclusive mode';
/** How often a transaction is tried when others are in its way. */
const MOST_TRIES = 10;
/** As many transactions as reach the disk together, and for as long, in milliseconds: other replicas wait too. */
const MOST_TOGETHER = 64;
const LONGEST_TOGETHER = 50;
/** Undone for somebody else’s sake: serialization, deadlock, a transaction that another's statement broke. */
const PASSING = ['40001', '40P01', '25P02'];

/**
 * The writing of one process: one transaction after another, each kept or undone by itself. Those that wait for
 * their turn anyway reach the disk together; none resolves before PostgreSQL has said that it is kept.
 */
export class PostgresWriter {
	#pool: pg.Pool;
	#queries: Transaction;
	#last: Promise<void> = Promise.resolve();
	#waiting = 0;
	#group: Group | undefined;

	/** @param over makes Drizzle's queries over what runs a statement on the connection of the transaction under way */
	constructor(pool: pg.Pool, over: (run: Run) => Transaction) {
		this.#pool = pool;
		this.#queries = over(async (statement, values) => {
			const attempt = Attempt.current();
			try {
				return await this.#group!.client.query(statement, values);
			} catch (error) {
				throw attempt.fail(error);
			}
		});
	}

	async transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
		Attempt.refuseNested();
		for (let tries = 1; ; tries++) {
			const attempt = new Attempt();
			try {
				return await this.#inTurn(attempt, work);
			} catch (error) {
				const cause = attempt.failure ?? error;
				const passing = cause instanceof Undone || PASSING.includes(codeOf(cause) ?? '');
				if (!passing || tries >= MOST_TRIES) throw cause instanceof Undone ? (cause.cause ?? cause) : error;
				await pause(Math.random() * Math.min(5 * 2 ** tries, 200));
			}
		}
	}

	/** Waits for the transactions under way. */
	async close(): Promise<void> {
		await this.#last;
		await this.#pool.end();
	}

	async #inTurn<R>(attempt: Attempt, work: (tx: Transaction) => Promise<R>): Promise<R> {
		const leave = await this.#enter();
		let group: Group | undefined;
		let result: R;
		try {
			group = this.#group ??= await this.#begin();
			result = await this.#try(group, attempt, work);
		} finally {
			if (this.#group && (this.#waiting === 0 || this.#group.isFull())) await this.#commit(this.#group);
			leave();
		}
		await group.safe;
		return result;
	}

	/** Waits for one's turn. @returns what ends it */
	async #enter(): Promise<() => void> {
		const before = this.#last;
		let leave = () => {};
		this.#last = new Promise((resolve) => (leave = resolve));
		this.#waiting++;
		await before;
		this.#waiting--;
		return leave;
	}

	async #begin(): Promise<Group> {
		const client = await this.#pool.connect();
		try {
			await client.query(BEGIN);
			return new Group(client);
		} catch (error) {
			client.release(await rolledBack(client));
			throw error;
		}
	}

	async #try<R>(group: Group, attempt: Attempt, work: (tx: Transaction) => Promise<R>): Promise<R> {
		group.count++;
		// Sent ahead of what follows on the same connection: if it fails, so does that.
		group.client.query('savepoint attempt').catch(() => {});
		try {
			const result = await attempt.run(() => work(this.#queries));
			await group.client.query('release attempt');
			return result;
		} catch (error) {
			const failure = attempt.failure ?? error;
			try {
				if (PASSING.includes(codeOf(failure) ?? '')) throw failure;
				await group.client.query('rollback to attempt; release attempt');
			} catch {
				await this.#lose(group, failure);
			}
			throw error;
		}
	}

	async #commit(group: Group): Promise<void> {
		this.#group = undefined;
		let lost: Error | undefined;
		try {
			const { command } = await group.client.query('commit');
			if (command === 'COMMIT') group.keep();
			else group.lose(new Undone('The transaction was not kept.'));
		} catch (error) {
			// What PostgreSQL refused is undone; whether a connection broke before or after, nobody knows.
			group.lose(PASSING.includes(codeOf(error) ?? '') ? new Undone('', { cause: error }) : error);
			lost = await rolledBack(group.client);
		} finally {
			group.client.release(lost);
		}
	}

	/** Nothing of the group was kept; those who had finished in it try again. */
	async #lose(group: Group, cause: unknown): Promise<void> {
		this.#group = undefined;
		group.client.release(await rolledBack(group.client));
		group.lose(new Undone('The transaction was undone with others.', { cause }));
	}
}

export type Run = (statement: pg.QueryConfig, values: unknown[]) => Promise<pg.QueryResult>;

/** Not kept, through no fault of its own. */
class Undone extends Error {
	override readonly name = 'Undone';
}

/** @returns why the connection can't be used again, if it can't */
async function rolledBack(client: pg.PoolClient): Promise<Error | undefined> {
	try {
		await client.query('rollback');
		return undefined;
	} catch (broken) {
		return broken as Error;
	}
}

/** Transactions that reach the disk together. */
class Group {
	count = 0;
	keep!: () => void;
	lose!: (error: unknown) => void;
	readonly safe = new Promise<void>((resolve, reject) => {
		this.keep = resolve;
		this.lose = reject;
	});
	readonly #until = performance.now() + LONGEST_TOGETHER;

	constructor(readonly client: pg.PoolClient) {
		// A group may be lost with nobody left in it.
		this.safe.catch(() => {});
	}

	isFull(): boolean {
		return this.count >= MOST_TOGETHER || performance.now() > this.#until;
	}
}
