import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import { DAY } from '../../src/lib/domain/clock/zones';
import type { EntryBodies } from '../../src/lib/domain/entries/kinds';
import { refuse, send, type Verdict } from '../../src/lib/domain/entries/verdict';
import type { Role } from '../../src/lib/domain/people/roles';
import { mayChoose } from '../../src/lib/domain/telling/choosing';
import { accept } from '../../src/lib/server/entries/accept';
import type { House } from '../../src/lib/server/house';
import { openTestHouse } from '../server/house';
import { ASH, pairedUp, RIVERSIDE, SAM } from '../server/pairing';

const NOW = Date.parse('2026-11-24T18:00Z');

let house: House;
afterEach(() => house.store.close());

const roleOf = (who: string): Role => (who === ASH ? 'young' : 'mentor');

async function byThePhone(who: string, written: Parameters<typeof forecast>[1]): Promise<Verdict> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(who);
	const verdict = await forecast(rows, written, NOW, [{ programmeId: RIVERSIDE, role: roleOf(who) }]);
	rows.close();
	return verdict;
}

async function byTheServer(who: string, kind: string, body: object): Promise<Verdict> {
	house = await openTestHouse({ now: () => NOW });
	await pairedUp(house, { id: 'pairing-of-parity', at: NOW - DAY });
	const entry = { id: 'entry-of-parity', kind, body, writtenAt: NOW };
	const [outcome] = await accept(house, who, [entry]);
	if (outcome?.is === 'sent') return send;
	if (outcome?.is === 'refused') return refuse(outcome.why);
	throw new Error('The server failed.');
}

const CHOICES: [who: string, body: EntryBodies['tell-choice'], verdict: Verdict][] = [
	[ASH, { kind: 'message', telling: 'never' }, send],
	[ASH, { kind: 'waiting', telling: 'push' }, refuse('not_yours_to_do')],
	[SAM, { kind: 'waiting', telling: 'app' }, send],
	[SAM, { kind: 'message', telling: 'app' }, refuse('not_yours_to_do')],
	[SAM, { kind: 'desk_late', telling: 'push' }, refuse('not_yours_to_do')]
];

describe('how somebody wants to be told gets the same verdict everywhere', () => {
	test.each(CHOICES)('%s: %j', async (who, body, verdict) => {
		expect(mayChoose([roleOf(who)], body), 'the rule').toEqual(verdict);
		expect(await byThePhone(who, { kind: 'tell-choice', body }), 'the phone').toEqual(verdict);
		expect(await byTheServer(who, 'tell-choice', body), 'the server').toEqual(verdict);
	});
});

test('what was looked at goes through everywhere, whatever it is by now', async () => {
	const body = { ids: ['notice-that-is-gone'] };
	expect(await byThePhone(ASH, { kind: 'notices-seen', body })).toEqual(send);
	expect(await byTheServer(ASH, 'notices-seen', body)).toEqual(send);
});
