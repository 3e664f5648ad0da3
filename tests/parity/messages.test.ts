import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import type { Outcome } from '../../src/lib/domain/entries/entry';
import type { Verdict } from '../../src/lib/domain/entries/verdict';
import { mayMessage, MessageBody } from '../../src/lib/domain/messages/message';
import { agreements, pairings } from '../../src/lib/server/database/schema';
import { accept } from '../../src/lib/server/entries/accept';
import type { House } from '../../src/lib/server/house';
import { sync } from '../../src/lib/server/sync';
import { change } from '../../src/lib/server/spaces';
import { openTestHouse } from '../server/house';
import { ASH, pairedUp, SAM } from '../server/pairing';
import { CASES, type Case } from './cases';
import { took } from './took';
import * as v from 'valibot';

const PAIRING = 'pairing-of-parity';

/** What the pure rule says, given the facts as they are written in the case. */
function byTheRule(one: Case): Verdict {
	const agreement = { id: 'a', pairingId: PAIRING, version: 1, zone: one.zone, hours: one.hours, from: 0 };
	const facts = {
		pairing: { state: one.state },
		side: one.side,
		agreements: [{ ...agreement, answerWithinMinutes: 240 }]
	};
	return mayMessage(facts, v.parse(MessageBody, bodyOf(one)), one.now);
}

/** What the server does, on a real database. */
async function byTheServer(house: House, one: Case): Promise<Verdict> {
	const entry = { id: 'entry-of-parity', kind: 'message', body: bodyOf(one), writtenAt: one.now };
	const [outcome] = await accept(house, authorOf(one), [entry]);
	return verdictOf(outcome as Outcome);
}

/** What the phone forecasts, from rows that really came by sync. */
async function byThePhone(house: House, one: Case): Promise<Verdict> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(authorOf(one));
	const answer = await sync(house, authorOf(one), {});
	await took(rows, answer);
	const body = v.parse(MessageBody, bodyOf(one));
	const verdict = await forecast(rows, { kind: 'message', body }, one.now);
	rows.close();
	return verdict;
}

const bodyOf = (one: Case) => ({ pairingId: PAIRING, checkInId: null, ...one.message });
const authorOf = (one: Case) => (one.side === 'young' ? ASH : SAM);

function verdictOf(outcome: Outcome): Verdict {
	if (outcome.is === 'sent') return { is: 'send' };
	if (outcome.is === 'held') return { is: 'hold', until: outcome.until, why: outcome.why };
	if (outcome.is === 'refused') return { is: 'refuse', why: outcome.why };
	throw new Error('The server failed.');
}

async function houseOf(one: Case): Promise<House> {
	const house = await openTestHouse({ now: () => one.now });
	await pairedUp(house, { id: PAIRING, at: one.now - 1, zone: one.zone });
	await change(house, null, async ({ tx }) => {
		await tx.update(pairings).set({ state: one.state }).where(eq(pairings.id, PAIRING));
		await tx.update(agreements).set({ hours: one.hours }).where(eq(agreements.pairingId, PAIRING));
	});
	return house;
}

describe('the same message at the same instant gets the same verdict everywhere', () => {
	test.each(CASES)('$name', async (one) => {
		expect(byTheRule(one), 'the rule').toEqual(one.verdict);
		const house = await houseOf(one);
		try {
			expect(await byThePhone(house, one), 'the phone').toEqual(one.verdict);
			expect(await byTheServer(house, one), 'the server').toEqual(one.verdict);
		} finally {
			await house.store.close();
		}
	});
});
