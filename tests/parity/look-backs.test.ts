import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import { lookBackOn } from '../../src/lib/device/look-backs';
import type { Pending } from '../../src/lib/device/outbox/pending';
import { instantAt, MINUTE, type Day } from '../../src/lib/domain/clock/zones';
import type { Verdict } from '../../src/lib/domain/entries/verdict';
import type { LookBackSaid } from '../../src/lib/domain/look-backs/said';
import type { PairingState } from '../../src/lib/domain/pairings/pairing';
import { pairings } from '../../src/lib/server/database/schema';
import { accept } from '../../src/lib/server/entries/accept';
import { change } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { ASH, SAM } from '../server/pairing';
import { took } from './took';
import { PAIRING, walking, type Walking } from '../server/plans/walking';

const about = { pairingId: PAIRING, which: 'getting_on' };
const winding = { pairingId: PAIRING, which: 'winding_down' };

/** Everything that can be said when one looks back, one after the other. */
const ALL: LookBackSaid[] = [
	{ kind: 'look-back-share', body: about },
	{ kind: 'look-back', body: { ...about, question: 'good', words: 'the climbing wall' } },
	{ kind: 'look-back', body: { ...about, question: 'good', words: 'the climbing wall' } },
	{ kind: 'look-back', body: { ...about, question: 'want', words: 'to cook' } },
	{ kind: 'look-back', body: { ...about, question: 'nobody_asked', words: 'hm' } },
	{ kind: 'look-back', body: { ...about, question: 'different', words: 'ring 07700 900123' } },
	{ kind: 'look-back-outcome', body: { ...about, outcome: 'liked', says: 'more' } },
	{ kind: 'look-back-outcome', body: { ...about, outcome: 'stress', says: 'less' } },
	{ kind: 'look-back-outcome', body: { ...about, outcome: 'stress', says: '' } },
	{ kind: 'look-back-count', body: { ...about, counted: true } },
	{ kind: 'look-back-share', body: about },
	{ kind: 'look-back-share', body: about },
	{ kind: 'look-back', body: { ...about, question: 'good', words: '' } },
	{ kind: 'look-back', body: { ...winding, question: 'hopes', words: 'to see the sea' } },
	{ kind: 'look-back-outcome', body: { ...winding, outcome: 'liked', says: 'more' } }
];

const STATES: { name: string; on: Day; state?: PairingState; only?: 'refused' }[] = [
	{ name: 'the day before its day', on: '2026-04-11', only: 'refused' },
	{ name: 'on its day', on: '2026-04-12' },
	{ name: 'while winding down', on: '2026-10-12' },
	{ name: 'in a pause', on: '2026-05-01', state: 'paused' },
	{ name: 'after the end', on: '2026-05-01', state: 'ended', only: 'refused' }
];

let they: Walking;
afterEach(() => they.house.store.close());

/** A phone that has just heard everything. */
async function phoneOf(who: string): Promise<PersonDatabase> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(who);
	const answer = await sync(they.house, who, {});
	await took(rows, answer);
	return rows;
}

/** What a screen shows of it, but for how far each thing has come, and when it reached the server. */
async function shown(rows: PersonDatabase, which: string, waiting: Pending[]) {
	const kept = await lookBackOn(
		rows,
		{ pairingId: PAIRING, which },
		Promise.resolve(waiting),
		they.clock.now
	);
	const { own, ...facts } = kept?.facts ?? {};
	return JSON.parse(
		JSON.stringify(
			{ own, facts: { ...facts, pairing: undefined }, time: kept?.time },
			(key, value: unknown) => (key === 'at' || key === 'sharedAt' ? typeof value : value)
		)
	) as unknown;
}

test.each(STATES)(
	'looking back $name: the phone expects what the server makes of it, and shows the same before and after',
	async ({ on, state, only }) => {
		const found = new Set<string>();
		for (const who of [ASH, SAM]) {
			they = await walking('2026-01-12');
			they.clock.now = instantAt(on, '00:10', they.zone);
			if (state)
				await change(they.house, null, async ({ tx }) => {
					await tx.update(pairings).set({ state }).where(eq(pairings.id, PAIRING));
				});
			for (const [place, said] of ALL.entries()) {
				they.clock.now += MINUTE;
				const [id, writtenAt] = [`entry-said-${place}`, they.clock.now];
				const rows = await phoneOf(who);
				const expected = await forecast(rows, said, writtenAt);
				const waiting = { ...said, id, state: 'waiting', writtenAt, outcome: undefined };
				const before = await shown(rows, said.body.which, [waiting as unknown as Pending]);
				rows.close();
				const [outcome] = await accept(they.house, who, [{ ...said, id, writtenAt }]);
				const verdict: Verdict =
					outcome?.is === 'refused' ? { is: 'refuse', why: outcome.why } : { is: 'send' };
				expect(verdict, `${who} ${place} ${said.kind}`).toEqual(expected);
				found.add(outcome?.is ?? '');
				if (outcome?.is === 'refused') continue;
				const after = await phoneOf(who);
				expect(await shown(after, said.body.which, []), `${who} ${place} ${said.kind}`).toEqual(before);
				after.close();
			}
			await they.house.store.close();
		}
		expect([...found].sort()).toEqual(only ? [only] : ['refused', 'sent']);
	},
	60_000
);
