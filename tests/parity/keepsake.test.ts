import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import { goalFacts } from '../../src/lib/device/goal-facts';
import { beginAgain, goalsBefore } from '../../src/lib/device/goals-again';
import { keepsakeOn } from '../../src/lib/device/keepsake';
import type { Pending } from '../../src/lib/device/outbox/pending';
import { MINUTE } from '../../src/lib/domain/clock/zones';
import type { EntryBodies } from '../../src/lib/domain/entries/kinds';
import type { Verdict } from '../../src/lib/domain/entries/verdict';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../src/lib/domain/pairings/agreement';
import type { PairingState } from '../../src/lib/domain/pairings/pairing';
import { goodbyes, lookBacks, pairings } from '../../src/lib/server/database/schema';
import { accept } from '../../src/lib/server/entries/accept';
import { pair } from '../../src/lib/server/pairings/pair';
import { addMembership, createPerson } from '../../src/lib/server/people/people';
import { sealGoodbye, sealLookBack } from '../../src/lib/server/sealed-rows';
import { change, pairingSpace, personSpace } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { london, PAIRING, two, type Two } from '../server/meetings/two';
import { took } from './took';
import { ASH, RIVERSIDE, SAM } from '../server/pairing';

const TUESDAY = london('2026-11-24', '18:00');
const DEE = 'person-of-dee';
type Picked = EntryBodies['keepsake-pick'];
const picks = (thing: Picked['thing'], subjectId: string, picked = true): Picked => ({
	...{ pairingId: PAIRING, thing, subjectId, picked }
});
const goodbye = (who: string) => `${PAIRING}:${who}`;
const lookBack = (who: string) => `${PAIRING}:half:${who}`;

/** Everything that can be picked, and what cannot. */
const ALL: Picked[] = [
	picks('goal', 'goal-one'),
	picks('goal', 'goal-note-one'),
	picks('message', 'message-one'),
	picks('message', 'message-one', false),
	picks('message', 'message-held'),
	picks('goodbye', goodbye(ASH)),
	picks('goodbye', goodbye(SAM)),
	picks('goodbye', goodbye(DEE)),
	picks('look_back', lookBack(ASH)),
	picks('look_back', lookBack(SAM)),
	picks('meeting_note', 'nothing-there'),
	picks('picture', 'picture-one'),
	picks('goal', 'message-one'),
	picks('goal', 'nothing-there', false)
];

let they: Two;
afterEach(() => they.house.store.close());

async function begun(state: PairingState): Promise<void> {
	they = await two(TUESDAY);
	const about = { pairingId: PAIRING, goalId: 'goal-one' };
	const goal = { pairingId: PAIRING, kind: 'fun' as const, words: 'swim', lowWords: '', highWords: '' };
	await they.says(ASH, 'goal', goal, 'goal-one');
	await they.says(ASH, 'goal-change', { ...about, part: 'state', to: 'done' });
	await they.says(SAM, 'goal-note', { ...about, words: 'well done' }, 'goal-note-one');
	const message = { pairingId: PAIRING, body: 'hello', tap: null, checkInId: null };
	await they.says(SAM, 'message', message, 'message-one');
	they.clock.now = london('2026-11-24', '22:00');
	await they.says(SAM, 'message', message, 'message-held');
	await change(they.house, null, async (making) => {
		const { tx, now, house } = making;
		await createPerson(making, { id: DEE, firstName: 'Dee' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: DEE, role: 'mentor' });
		const shared = { spaceId: pairingSpace(PAIRING), revision: await making.revision(pairingSpace(PAIRING)) };
		const own = { spaceId: personSpace(SAM), revision: await making.revision(personSpace(SAM)) };
		for (const [who, at] of [
			[ASH, shared],
			[SAM, own],
			[DEE, shared]
		] as const) {
			const id = goodbye(who);
			const words = sealGoodbye(house.secrets, id, 'bye');
			const shownAt = at === shared ? now : null;
			await tx.insert(goodbyes).values({
				...{ id, ...at, pairingId: PAIRING, authorId: who, desk: who === DEE, words, at: now, shownAt }
			});
		}
		for (const [who, at] of [
			[ASH, shared],
			[SAM, own]
		] as const) {
			const id = lookBack(who);
			const said = sealLookBack(house.secrets, id, JSON.stringify({ answers: { good: 'x' }, outcomes: {} }));
			await tx.insert(lookBacks).values({
				...{ id, ...at, pairingId: PAIRING, which: 'half', personId: who, said, counted: false },
				...{ sharedAt: at === shared ? now : null, at: now }
			});
		}
		await tx.update(pairings).set({ state }).where(eq(pairings.id, PAIRING));
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

const shown = async (rows: PersonDatabase, waiting: Pending[]) => {
	const kept = await keepsakeOn(rows, PAIRING, Promise.resolve(waiting), they.clock.now);
	return kept?.picks
		.map(({ thing, subjectId, at, goneAt }) => ({ thing, subjectId, at, goneAt }))
		.sort((one, other) => (`${one.thing}${one.subjectId}` < `${other.thing}${other.subjectId}` ? -1 : 1));
};

describe('the phone expects of a pick what the server makes of it, and shows the same before and after', () => {
	test.each(['active', 'paused', 'ended'] as const)('in a pairing that is %s', async (state) => {
		await begun(state);
		const found: string[] = [];
		for (const who of [ASH, SAM, DEE])
			for (const [place, body] of ALL.entries()) {
				they.clock.now += MINUTE;
				const [id, writtenAt] = [`entry-${who}-${place}`, they.clock.now];
				const said = { kind: 'keepsake-pick' as const, body };
				const rows = await phoneOf(who);
				const expected = await forecast(rows, said, writtenAt);
				const waiting = { ...said, id, state: 'waiting', writtenAt, outcome: undefined };
				const before = await shown(rows, [waiting as unknown as Pending]);
				rows.close();
				const outcome = await they.says(who, said.kind, body, id);
				const verdict: Verdict =
					outcome.is === 'refused' ? { is: 'refuse', why: outcome.why } : { is: 'send' };
				expect(verdict, `${who} ${JSON.stringify(body)}`).toEqual(expected);
				if (who === ASH) found.push(outcome.is);
				else expect(outcome.is).toBe('refused');
				if (outcome.is === 'refused') continue;
				const after = await phoneOf(who);
				expect(await shown(after, []), JSON.stringify(body)).toEqual(before);
				after.close();
			}
		expect(found.map((is) => (is === 'sent' ? 1 : 0)).join('')).toBe('11110100100001');
	});
});

test('what begins again with somebody new is one goal with its steps, tapped twice and from two phones', async () => {
	await begun('ended');
	await change(they.house, null, (making) =>
		pair(making, {
			...{ id: 'pairing-with-dee', programmeId: RIVERSIDE, youngId: ASH, mentorId: DEE, endsOn: null },
			...{ zone: 'Europe/London', hours: USUAL_HOURS, answerWithinMinutes: USUAL_ANSWER_MINUTES }
		})
	);
	for (const phone of ['one', 'other'])
		for (const tap of [1, 2]) {
			they.clock.now += MINUTE;
			// The other phone has heard nothing since before the first.
			const rows = await phoneOf(ASH);
			if (phone === 'other') await rows.goals.where({ pairingId: 'pairing-with-dee' }).delete();
			const facts = await goalFacts(rows, 'pairing-with-dee', they.clock.now);
			const picked = await goalsBefore(rows, facts, Promise.resolve([]));
			const kept: unknown[] = [];
			const write = async (kind: string, body: object, id: string) => {
				kept.push({ id, kind, body, writtenAt: they.clock.now });
				return id;
			};
			await beginAgain(write, facts, picked, new Set());
			const outcomes = await accept(they.house, ASH, kept);
			expect(
				outcomes.map(({ is }) => is),
				`${phone} ${tap}`
			).toEqual(['sent']);
			rows.close();
		}
	const { goals } = await they.rowsOf(DEE);
	expect(goals).toMatchObject([{ words: 'swim', state: 'going', pairingId: 'pairing-with-dee' }]);
});
