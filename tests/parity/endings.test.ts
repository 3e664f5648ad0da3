import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { endingOn } from '../../src/lib/device/ending';
import { forecast } from '../../src/lib/device/forecast';
import type { Pending } from '../../src/lib/device/outbox/pending';
import { DAY, HOUR, MINUTE } from '../../src/lib/domain/clock/zones';
import type { EndedHow } from '../../src/lib/domain/endings/ending';
import type { EndingSaid } from '../../src/lib/domain/endings/said';
import type { Verdict } from '../../src/lib/domain/entries/verdict';
import { pairings } from '../../src/lib/server/database/schema';
import { endPairing } from '../../src/lib/server/endings/end';
import { change } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { london, PAIRING, two, type Two } from '../server/meetings/two';
import { took } from './took';
import { ASH, SAM } from '../server/pairing';

const TUESDAY = london('2026-11-24', '18:00');
const pairingId = PAIRING;

/** Everything that can be said of an end. */
const ALL: EndingSaid[] = [
	{ kind: 'goodbye', body: { pairingId, words: '' } },
	{ kind: 'goodbye', body: { pairingId, words: 'ring me on 07700 900123' } },
	{ kind: 'goodbye', body: { pairingId, words: 'you always turned up' } },
	{ kind: 'goodbye', body: { pairingId, words: 'and you made me laugh' } },
	{ kind: 'afterwards', body: { pairingId, kind: 'ask', words: '' } },
	{ kind: 'afterwards', body: { pairingId, kind: 'ask', words: 'Jo at the youth club' } },
	{ kind: 'afterwards-gone', body: { pairingId, afterwardsId: 'after-of-ash' } },
	{ kind: 'afterwards-gone', body: { pairingId, afterwardsId: 'after-of-sam' } },
	{ kind: 'afterwards-gone', body: { pairingId, afterwardsId: 'after-of-nobody' } },
	{ kind: 'look-in', body: { pairingId, wanted: true } },
	{ kind: 'look-in', body: { pairingId, wanted: false } }
];

interface State {
	name: string;
	paused?: true;
	ended?: EndedHow;
	/** How much later. */
	later?: number;
}
const STATES: State[] = [
	{ name: 'while it goes on' },
	{ name: 'in a pause', paused: true },
	{ name: 'after the planned end', ended: 'planned' },
	{ name: 'after an end by the young person', ended: 'young_ended' },
	{ name: 'three weeks after the end', ended: 'mentor_gone', later: 21 * DAY }
];

let they: Two;
afterEach(() => they.house.store.close());

async function begun({ paused, ended, later = HOUR }: State): Promise<void> {
	they = await two(TUESDAY);
	for (const [who, id] of [
		[ASH, 'after-of-ash'],
		[SAM, 'after-of-sam']
	] as const)
		await they.says(who, 'afterwards', { pairingId, kind: 'place', words: 'the library' }, id);
	await change(they.house, null, async (making) => {
		if (paused) await making.tx.update(pairings).set({ state: 'paused' }).where(eq(pairings.id, PAIRING));
		if (ended) await endPairing(making, PAIRING, ended);
	});
	they.clock.now += later;
}

/** A phone that has just heard everything. */
async function phoneOf(who: string): Promise<PersonDatabase> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(who);
	const answer = await sync(they.house, who, {});
	await took(rows, answer);
	return rows;
}

/** What a screen shows, but for what only the server knows: when it reached it, and what follows from that. */
async function shown(rows: PersonDatabase, waiting: Pending[]) {
	const kept = await endingOn(rows, PAIRING, Promise.resolve(waiting), they.clock.now);
	const later = ['standing', 'at', 'shownAt', 'times', 'spaceId', 'authorName'];
	const { mine, theirs, afterwards, lookIn, phase } = kept ?? {};
	return JSON.parse(
		JSON.stringify({ mine, theirs, afterwards, lookIn, phase }, (key, value: unknown) =>
			later.includes(key) ? undefined : value
		)
	) as unknown;
}

describe('the phone expects of an end what the server makes of it, and shows the same before and after', () => {
	test.each(STATES)(
		'$name',
		async (state) => {
			for (const who of [ASH, SAM]) {
				await begun(state);
				const found = new Set<string>();
				for (const [place, said] of ALL.entries()) {
					they.clock.now += MINUTE;
					const [id, writtenAt] = [`entry-said-${place}`, they.clock.now];
					const rows = await phoneOf(who);
					const expected = await forecast(rows, said, writtenAt);
					const waiting = { ...said, id, state: 'waiting', writtenAt, outcome: undefined };
					const before = await shown(rows, [waiting as unknown as Pending]);
					rows.close();
					const outcome = await they.says(who, said.kind, said.body, id);
					const verdict: Verdict =
						outcome.is === 'refused' ? { is: 'refuse', why: outcome.why } : { is: 'send' };
					expect(verdict, `${who} ${said.kind} ${place}`).toEqual(expected);
					found.add(outcome.is);
					if (outcome.is === 'refused') continue;
					const after = await phoneOf(who);
					expect(await shown(after, []), `${who} ${said.kind} ${place}`).toEqual(before);
					after.close();
				}
				const nothing = who === SAM && state.later !== undefined;
				expect([...found].sort()).toEqual(nothing ? ['refused'] : ['refused', 'sent']);
				await they.house.store.close();
			}
		},
		60_000
	);
});
