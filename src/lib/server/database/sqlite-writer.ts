import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { Attempt } from './attempt';
import { codeOf } from './conflict';
import { remembering } from './statements';
import type { Transaction } from './store';

/** How long to wait for another process that is writing, in milliseconds. */
const PATIENCE = 5_000;
/** Taken now, so that a test that replaces the clock doesn't stop the database. */
const soon = setImmediate;

/**
 * The one connection that writes to a file: one transaction after another, each kept or undone by itself. Those
 * that arrive together reach the disk together, for the disk's promise is what a write costs most; none of
 * them resolves before that promise is given.
 */
export class SqliteWriter {
	#connection: Database.Database;
	#queries: Transaction;
	#statements: Record<'begin' | 'commit' | 'rollback' | 'mark' | 'undo' | 'forget', Database.Statement>;
	#last: Promise<void> = Promise.resolve();
	#group: Group | undefined;
	#running = false;

	constructor(connection: Database.Database) {
		this.#connection = connection;
		const client = remembering(connection, () => Attempt.current());
		this.#queries = drizzle({ client }) as unknown as Transaction;
		this.#statements = {
			begin: connection.prepare('BEGIN IMMEDIATE'),
			commit: connection.prepare('COMMIT'),
			rollback: connection.prepare('ROLLBACK'),
			mark: connection.prepare('SAVEPOINT attempt'),
			undo: connection.prepare('ROLLBACK TO attempt'),
			forget: connection.prepare('RELEASE attempt')
		};
	}

	async transaction<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
		Attempt.refuseNested();
		const leave = await this.#enter();
		let group: Group;
		let result: R;
		try {
			group = this.#group ??= await this.#begin();
			result = await this.#attempt(work);
		} finally {
			this.#running = false;
			if (this.#group?.due) this.#commit();
			leave();
		}
		await group.safe;
		return result;
	}

	/** Brings what is under way to the disk, then closes. @param before what must be closed earlier */
	async close(before: () => void): Promise<void> {
		const leave = await this.#enter();
		this.#commit();
		before();
		this.#connection.close();
		leave();
	}

	/** Waits for one's turn. @returns what ends it */
	async #enter(): Promise<() => void> {
		const before = this.#last;
		let leave = () => {};
		this.#last = new Promise((resolve) => (leave = resolve));
		await before;
		this.#running = true;
		return leave;
	}

	async #begin(): Promise<Group> {
		const until = performance.now() + PATIENCE;
		for (let wait = 1; ; wait = Math.min(wait * 2, 25)) {
			try {
				this.#statements.begin.run();
				break;
			} catch (error) {
				if (codeOf(error) !== 'SQLITE_BUSY' || performance.now() > until) throw error;
				await pause(wait);
			}
		}
		const group = new Group();
		soon(() => {
			group.due = true;
			if (this.#group === group && !this.#running) this.#commit();
		});
		return group;
	}

	async #attempt<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
		const { mark, undo, forget } = this.#statements;
		mark.run();
		try {
			return await new Attempt().run(() => work(this.#queries));
		} catch (error) {
			// Out of disk or memory, SQLite itself undoes the whole group.
			if (this.#connection.inTransaction) undo.run();
			else this.#lose(error);
			throw error;
		} finally {
			if (this.#connection.inTransaction) forget.run();
		}
	}

	#commit(): void {
		const group = this.#group;
		if (!group) return;
		try {
			this.#statements.commit.run();
			this.#group = undefined;
			group.keep();
		} catch (error) {
			if (this.#connection.inTransaction) this.#statements.rollback.run();
			this.#lose(error);
		}
	}

	#lose(error: unknown): void {
		this.#group?.lose(error);
		this.#group = undefined;
	}
}

/** Transactions that reach the disk together. */
class Group {
	due = false;
	keep!: () => void;
	lose!: (error: unknown) => void;
	readonly safe = new Promise<void>((resolve, reject) => {
		this.keep = resolve;
		this.lose = reject;
	});

	constructor() {
		// A group may be lost with nobody left in it.
		this.safe.catch(() => {});
	}
}
