import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../src/lib/server/database/conflict';
import { migrate } from '../../src/lib/server/database/migrate';
import * as schema from '../../src/lib/server/database/schema';
import { openStore, type Store, type Transaction } from '../../src/lib/server/database/store';
import { freshPlace, freshStore } from './fresh';
import { someLine, somePerson, someSpace } from './some';

const { audit, memberships, people, spaces } = schema;
/** Lets everything that is ready run, as an answer from the disk or the network would. */
const aWhile = () => new Promise((resolve) => setImmediate(resolve));

let store: Store;
beforeEach(async () => {
	store = await freshStore();
	return store.close;
});

const write = <R>(work: (tx: Transaction) => Promise<R>) => store.transaction(work);
const namesOf = async () => (await store.read.select().from(people)).map((person) => person.firstName).sort();
const personOf = async (id: string) => (await store.read.select().from(people).where(eq(people.id, id)))[0];
const revisionOf = async (id: string) =>
	(await store.read.select().from(spaces).where(eq(spaces.id, id)))[0]?.revision;

describe('a transaction', () => {
	it('keeps what its work wrote, and gives back what it returned', async () => {
		expect(await write((tx) => somePerson(tx, { id: 'kept' }))).toBe('kept');
		expect(await personOf('kept')).toMatchObject({ firstName: 'Ada', codeName: null });
	});

	it('leaves nothing when its work fails, even after waiting', async () => {
		const work = write(async (tx) => {
			await somePerson(tx);
			await aWhile();
			throw new Error('second thoughts');
		});
		await expect(work).rejects.toThrow('second thoughts');
		expect(await namesOf()).toEqual([]);
	});

	it('is refused inside another, which then goes on', async () => {
		await write(async (tx) => {
			await expect(write((inner) => somePerson(inner))).rejects.toThrow('inside another');
			await somePerson(tx, { firstName: 'Outer' });
		});
		expect(await namesOf()).toEqual(['Outer']);
	});

	it('may be opened by what an earlier one set off, once that is over', async () => {
		let later: Promise<unknown> = Promise.resolve();
		await write(async (tx) => {
			await somePerson(tx, { firstName: 'First' });
			later = aWhile()
				.then(aWhile)
				.then(() => write((next) => somePerson(next, { firstName: 'Later' })));
		});
		await later;
		expect(await namesOf()).toEqual(['First', 'Later']);
	});

	it('takes no statement once it is over', async () => {
		let late: Promise<unknown> | undefined;
		let escaped: Transaction | undefined;
		await write(async (tx) => {
			escaped = tx;
			late = expect(aWhile().then(() => somePerson(tx))).rejects.toThrow('over');
		});
		await late;
		await expect(somePerson(escaped as Transaction)).rejects.toThrow('outside its work');
		expect(await namesOf()).toEqual([]);
	});

	it('is not seen by readers before it is finished', async () => {
		await write(async (tx) => {
			await somePerson(tx);
			await aWhile();
			expect(await namesOf()).toEqual([]);
		});
		expect(await namesOf()).toEqual(['Ada']);
	});

	it('sees its own rows, and counts them', async () => {
		await write(async (tx) => {
			await somePerson(tx);
			await somePerson(tx);
			expect(await tx.$count(people)).toBe(2);
			expect(await tx.$count(people, eq(people.firstName, 'Nobody'))).toBe(0);
		});
		expect(await store.read.$count(people)).toBe(2);
	});

	it('is kept or undone by itself when many arrive together', async () => {
		const arriving = Array.from({ length: 20 }, (_, place) =>
			write(async (tx) => {
				await somePerson(tx, { firstName: `person ${String(place).padStart(2, '0')}` });
				if (place % 3 === 0) throw new Error('not this one');
			})
		);
		const outcomes = await Promise.allSettled(arriving);
		const kept = outcomes.flatMap((outcome, place) => (outcome.status === 'fulfilled' ? [place] : []));
		expect(kept).toEqual([1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19]);
		expect(await namesOf()).toEqual(kept.map((place) => `person ${String(place).padStart(2, '0')}`));
	});

	it('loses no update among fifty writers of one row', async () => {
		const id = await write(someSpace);
		const raise = () =>
			write(async (tx) => {
				const [space] = await tx.select().from(spaces).where(eq(spaces.id, id));
				await aWhile();
				await tx
					.update(spaces)
					.set({ revision: (space?.revision ?? NaN) + 1 })
					.where(eq(spaces.id, id));
			});
		await Promise.all(Array.from({ length: 50 }, raise));
		expect(await revisionOf(id)).toBe(50);
	});

	it('gives back the rows that it changed', async () => {
		const id = await write(someSpace);
		const revision = sql<number>`${spaces.revision} + 1`;
		const raised = await write((tx) =>
			tx.update(spaces).set({ revision }).where(eq(spaces.id, id)).returning()
		);
		expect(raised).toMatchObject([{ id, revision: 1 }]);
		expect(
			await write((tx) => tx.delete(spaces).where(eq(spaces.id, id)).returning({ id: spaces.id }))
		).toEqual([{ id }]);
		expect(
			await write((tx) => tx.delete(spaces).where(eq(spaces.id, id)).returning({ id: spaces.id }))
		).toEqual([]);
	});

	it('loses no update between two servers on one database', async () => {
		const place = await freshPlace();
		await migrate(place.url);
		const servers = [openStore(place.url), openStore(place.url)] as const;
		const id = await servers[0].transaction(someSpace);
		const raise = (server: Store) =>
			server.transaction(async (tx) => {
				const [space] = await tx.select().from(spaces).where(eq(spaces.id, id));
				const revision = (space?.revision ?? NaN) + 1;
				await tx.update(spaces).set({ revision }).where(eq(spaces.id, id));
			});
		await Promise.all(Array.from({ length: 30 }, (_, turn) => raise(servers[turn % 2 === 0 ? 0 : 1])));
		expect(await servers[1].read.select({ at: spaces.revision }).from(spaces)).toEqual([{ at: 30 }]);
		for (const server of servers) await server.close();
		await place.remove();
	});

	it('finishes before the store closes', async () => {
		const lasting = await freshStore();
		const writing = lasting.transaction(async (tx) => {
			await aWhile();
			return somePerson(tx, { id: 'in time' });
		});
		await Promise.resolve();
		await Promise.all([lasting.close(), expect(writing).resolves.toBe('in time')]);
		await expect(lasting.transaction(someSpace)).rejects.toThrow();
	});
});

describe('a row that the database’s rules refuse', () => {
	const refusal = (work: (tx: Transaction) => Promise<unknown>) =>
		write(work).then(
			() => undefined,
			(error: unknown) => error
		);

	it('is a conflict over something unique', async () => {
		await write((tx) => somePerson(tx, { id: 'one', codeName: 'secret-otter' }));
		const sameId = await refusal((tx) => somePerson(tx, { id: 'one' }));
		expect(sameId).toBeInstanceOf(Conflict);
		expect(sameId).toMatchObject({ kind: 'unique' });
		const sameName = await refusal((tx) => somePerson(tx, { codeName: 'secret-otter' }));
		expect(sameName).toMatchObject({
			name: 'Conflict',
			kind: 'unique',
			rule: expect.stringContaining('code_name')
		});
	});

	it('is a conflict over a row that is not there', async () => {
		const orphan = await refusal((tx) =>
			tx.insert(schema.phrases).values({ personId: 'gone', hash: '', setAt: 0 })
		);
		expect(orphan).toMatchObject({ name: 'Conflict', kind: 'foreign_key' });
	});

	it('is a conflict over a row that others hang on', async () => {
		const personId = await write((tx) => somePerson(tx));
		await write((tx) => tx.insert(schema.phrases).values({ personId, hash: '', setAt: 0 }));
		const parent = await refusal((tx) => tx.delete(people).where(eq(people.id, personId)));
		expect(parent).toMatchObject({ name: 'Conflict', kind: 'foreign_key' });
	});

	it('is a conflict over a word that is not one of the list', async () => {
		const spaceId = await write(someSpace);
		const wrong = await refusal(async (tx) => {
			const personId = await somePerson(tx);
			const shown = { nation: 'england_and_wales', calendarTitle: 'Meet-up' } as const;
			const programme = {
				spaceId,
				revision: 1,
				name: '',
				appName: '',
				zone: 'Europe/London',
				helpLines: [],
				...shown
			};
			await tx.insert(schema.programmes).values({ ...programme, id: 'p', createdAt: 0 });
			const role = 'queen' as 'mentor';
			await tx.insert(memberships).values({ id: 'm', programmeId: 'p', personId, role, createdAt: 0 });
		});
		expect(wrong).toMatchObject({ name: 'Conflict', kind: 'check', rule: 'memberships_role' });
	});

	it('never has its values told', async () => {
		await write((tx) => somePerson(tx, { id: 'one', codeName: 'secret-otter' }));
		const told = await refusal((tx) => somePerson(tx, { firstName: 'Private', codeName: 'secret-otter' }));
		const everything = JSON.stringify(told, Object.getOwnPropertyNames(told)) + String((told as Error).stack);
		expect(everything).not.toMatch(/secret-otter|Private/);
		const broken = sql`(select ${'Private'} from nowhere)`;
		const reading = await store.read
			.select()
			.from(people)
			.where(eq(people.firstName, broken))
			.then(
				() => undefined,
				(error: unknown) => error
			);
		expect(reading).toBeInstanceOf(Error);
		expect(JSON.stringify(reading, Object.getOwnPropertyNames(reading))).not.toContain('Private');
	});

	it('ends the transaction, even where its work takes no notice', async () => {
		await write((tx) => somePerson(tx, { id: 'one' }));
		const deaf = await refusal(async (tx) => {
			await somePerson(tx, { firstName: 'Before' });
			await somePerson(tx, { id: 'one' }).catch(() => {});
		});
		expect(deaf).toMatchObject({ name: 'Conflict', kind: 'unique' });
		const stubborn = await refusal(async (tx) => {
			await somePerson(tx, { id: 'one' }).catch(() => {});
			await somePerson(tx, { firstName: 'After' });
		});
		expect(stubborn).toMatchObject({ message: expect.stringContaining('can only end') });
		expect(await namesOf()).toEqual(['Ada']);
	});

	it('does no harm where a conflict was expected', async () => {
		await write((tx) => somePerson(tx, { id: 'one' }));
		const again = { id: 'one', firstName: 'Again', createdAt: 0 };
		const made = await write((tx) =>
			tx.insert(people).values(again).onConflictDoNothing().returning({ id: people.id })
		);
		expect(made).toEqual([]);
		await write((tx) =>
			tx
				.insert(people)
				.values(again)
				.onConflictDoUpdate({ target: people.id, set: { firstName: 'Again' } })
		);
		expect(await namesOf()).toEqual(['Again']);
	});
});

describe('reading', () => {
	it('cannot write', async () => {
		const hands = store.read as Transaction;
		await expect(somePerson(hands)).rejects.toMatchObject({ code: expect.stringMatching(/READONLY|25006/) });
		await expect(hands.delete(people)).rejects.toThrow();
		expect(await namesOf()).toEqual([]);
	});

	it('goes on while a transaction is under way', async () => {
		await write((tx) => somePerson(tx));
		await write(async (tx) => {
			await tx.update(people).set({ firstName: 'Changed' });
			expect(await Promise.all(Array.from({ length: 30 }, namesOf))).toEqual(Array(30).fill(['Ada']));
		});
	});
});

describe('the audit', () => {
	it('takes new lines, and refuses to change or lose one', async () => {
		const id = await write(someLine);
		const tries: ((tx: Transaction) => PromiseLike<unknown>)[] = [
			(tx) => tx.update(audit).set({ action: 'nothing' }).where(eq(audit.id, id)),
			(tx) => tx.update(audit).set({ action: audit.action }),
			(tx) => tx.delete(audit).where(eq(audit.id, id)),
			(tx) =>
				tx
					.insert(audit)
					.values({ id, spaceId: 'x', revision: 1, position: 0, at: 0, action: '', subjectId: '', seal: '' })
					.onConflictDoUpdate({ target: audit.id, set: { action: 'nothing' } })
		];
		for (const tried of tries) await expect(write(async (tx) => tried(tx))).rejects.toThrow('append-only');
		expect(await store.read.select().from(audit)).toMatchObject([{ id, action: 'looked' }]);
	});
});
