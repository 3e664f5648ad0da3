import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import { goalsOn } from '../../src/lib/device/goals';
import type { Pending } from '../../src/lib/device/outbox/pending';
import { DAY, HOUR, MINUTE } from '../../src/lib/domain/clock/zones';
import type { Verdict } from '../../src/lib/domain/entries/verdict';
import type { GoalSaid } from '../../src/lib/domain/goals/said';
import type { PairingState } from '../../src/lib/domain/pairings/pairing';
import { modelOf } from '../../src/lib/domain/programmes/models';
import { pairings } from '../../src/lib/server/database/schema';
import { makePlan } from '../../src/lib/server/plans/make';
import { change, pairingSpace } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { london, PAIRING, two, type Two } from '../server/meetings/two';
import { ASH, RIVERSIDE, SAM } from '../server/pairing';
import { took } from './took';

const TUESDAY = london('2026-11-24', '18:00');
const about = { pairingId: PAIRING, goalId: 'goal-one' };
const goal = { pairingId: PAIRING, kind: 'fun' as const, words: 'swim', lowWords: '', highWords: '' };

/** Everything that can be said of one goal. */
const ALL: GoalSaid[] = [
	{ kind: 'goal', body: goal },
	{ kind: 'goal-answer', body: { ...about, says: 'yes', words: 'swim far' } },
	{ kind: 'goal-answer', body: { ...about, says: 'no_thanks', words: '' } },
	{ kind: 'goal-change', body: { ...about, part: 'words', to: 'swim ten lengths' } },
	{ kind: 'goal-change', body: { ...about, part: 'low', to: 'none' } },
	{ kind: 'goal-change', body: { ...about, part: 'kind', to: 'learning' } },
	{ kind: 'goal-change', body: { ...about, part: 'state', to: 'done' } },
	{ kind: 'goal-step', body: { ...about, words: 'buy goggles' } },
	{ kind: 'goal-step-tick', body: { ...about, stepId: 'step-one', done: true } },
	{ kind: 'goal-step-gone', body: { ...about, stepId: 'step-one' } },
	{ kind: 'goal-mark', body: { ...about, line: 7, words: 'ok' } },
	{ kind: 'goal-promise', body: { ...about, words: 'Come with you', dueOn: '2026-11-26' } },
	{ kind: 'goal-promise-kept', body: { ...about, promiseId: 'promise-one' } },
	{ kind: 'goal-promise-gone', body: { ...about, promiseId: 'promise-one' } },
	{ kind: 'goal-note', body: { ...about, words: 'ring me on 07700 900123' } },
	{ kind: 'goal-note', body: { ...about, goalId: 'goal-of-nobody', words: 'hello' } }
];

interface State {
	name: string;
	by: string;
	pairing?: PairingState;
	then?: GoalSaid;
	/** The model that their programme goes by, and how many days ago they began. */
	goesBy?: string;
	since?: number;
}
const STATES: State[] = [
	{ name: 'one of the young person’s', by: ASH },
	{ name: 'a suggestion', by: SAM },
	{ name: 'a suggestion with a yes', by: SAM, then: ALL[1] as GoalSaid },
	{ name: 'a suggestion with a no thanks', by: SAM, then: ALL[2] as GoalSaid },
	{ name: 'a done one', by: ASH, then: ALL[6] as GoalSaid },
	{ name: 'one in a pause', by: ASH, pairing: 'paused' },
	{ name: 'one after the end', by: ASH, pairing: 'ended' },
	{ name: 'one before goals begin', by: ASH, goesBy: 'chance_uk', since: 30 },
	{ name: 'one of each kind', by: ASH, goesBy: 'chance_uk', since: 100 },
	{ name: 'a suggestion where there is one of each kind', by: SAM, goesBy: 'chance_uk', since: 100 },
	{ name: 'one of a plan for action', by: ASH, goesBy: 'grandmentors' },
	{ name: 'one in a domain', by: ASH, goesBy: 'headstart_volunteer' },
	{ name: 'one where there are none any more', by: ASH, goesBy: 'family_network' }
];

/** What becomes of these depends on the programme. */
const SORTED: GoalSaid[] = [
	{ kind: 'goal', body: goal },
	{ kind: 'goal-answer', body: { ...about, says: 'yes', words: 'swim far' } },
	{ kind: 'goal-change', body: { ...about, part: 'state', to: 'parked' } },
	{ kind: 'goal', body: { ...goal, kind: 'learning', term: 'long' } },
	{ kind: 'goal', body: { ...goal, kind: 'handling', domain: 'values' } },
	{ kind: 'goal', body: { ...goal, kind: 'handling' } },
	{ kind: 'goal-change', body: { ...about, part: 'kind', to: 'fun', term: 'short' } },
	{ kind: 'goal-change', body: { ...about, part: 'kind', to: 'fun', domain: 'talents' } },
	{ kind: 'goal-change', body: { ...about, part: 'kind', to: 'handling' } },
	{ kind: 'goal-change', body: { ...about, part: 'state', to: 'going' } }
];

let they: Two;
afterEach(() => they.house.store.close());

async function begun({ by, pairing, then, goesBy, since = 1 }: State): Promise<void> {
	they = await two(TUESDAY);
	await they.says(by, 'goal', goal, 'goal-one');
	await they.says(ASH, 'goal-step', { ...about, words: 'get there' }, 'step-one');
	await they.says(SAM, 'goal-promise', { ...about, words: 'Ask', dueOn: null }, 'promise-one');
	they.clock.now += HOUR;
	if (then) await they.says(ASH, then.kind, then.body);
	if (goesBy) await goBy(goesBy, since);
	if (pairing)
		await change(they.house, null, async ({ tx }) => {
			await tx.update(pairings).set({ state: pairing }).where(eq(pairings.id, PAIRING));
		});
	they.clock.now += HOUR;
}

/** As if they had begun with a plan, some days ago. */
async function goBy(model: string, since: number): Promise<void> {
	const startedAt = they.clock.now - since * DAY;
	await change(they.house, SAM, async (making) => {
		const planId = await makePlan(making, RIVERSIDE, modelOf(model)!.plan);
		const revision = await making.revision(pairingSpace(PAIRING));
		await making.tx.update(pairings).set({ planId, startedAt, revision }).where(eq(pairings.id, PAIRING));
	});
}

/** A phone that has just heard everything. */
async function phoneOf(who: string): Promise<PersonDatabase> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(who);
	const answer = await sync(they.house, who, {});
	await took(rows, answer);
	return rows;
}

/** The goals as a screen shows them, but for how far each thing has come, and when it reached the server. */
async function shown(rows: PersonDatabase, waiting: Pending[]) {
	const kept = await goalsOn(rows, PAIRING, Promise.resolve(waiting), they.clock.now);
	return JSON.parse(
		JSON.stringify(kept?.goals, (key, value: unknown) =>
			key === 'standing' || key === 'at' || key === 'newsAt' || key === 'revision' ? undefined : value
		)
	) as unknown;
}

describe('the phone expects of a goal what the server makes of it, and shows the same before and after', () => {
	test.each(STATES)(
		'$name',
		async (state) => {
			const found = new Set<string>();
			for (const who of [ASH, SAM]) {
				await begun(state);
				// One after the other, so that each is said of what those before it made of the goal.
				for (const [place, said] of (state.goesBy ? SORTED : ALL).entries()) {
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
					expect(verdict, `${who} ${said.kind}`).toEqual(expected);
					found.add(outcome.is);
					if (outcome.is === 'refused') continue;
					const after = await phoneOf(who);
					expect(await shown(after, []), `${who} ${said.kind}`).toEqual(before);
					after.close();
					found.add(outcome.is);
				}
				await they.house.store.close();
			}
			expect([...found].sort()).toEqual(state.pairing === 'ended' ? ['refused'] : ['refused', 'sent']);
		},
		60_000
	);
});
