import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { circlesOn } from '../../src/lib/device/circles';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import { gatheringsOn } from '../../src/lib/device/gatherings';
import type { Pending } from '../../src/lib/device/outbox/pending';
import type { Written } from '../../src/lib/device/outbox/sealing';
import { safetyPlanOn } from '../../src/lib/device/safety-plan';
import { trustFacts } from '../../src/lib/device/trusted-people';
import { DAY, HOUR, MINUTE } from '../../src/lib/domain/clock/zones';
import type { Role } from '../../src/lib/domain/people/roles';
import type { Reason, Verdict } from '../../src/lib/domain/entries/verdict';
import type { PairingState } from '../../src/lib/domain/pairings/pairing';
import { USUAL_PLAN } from '../../src/lib/domain/programmes/usual-plan';
import { pairings } from '../../src/lib/server/database/schema';
import type { House } from '../../src/lib/server/house';
import { change } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { ASH as ASH_IN, BO, CAM, CIRCLE, inCircle, WREN } from '../server/circles/circle';
import { london, PAIRING, two } from '../server/meetings/two';
import { goesBy, NETWORK_PLAN } from '../server/network/with-plan';
import { ASH, RIVERSIDE, SAM } from '../server/pairing';
import { took } from './took';

const TUESDAY = london('2026-11-24', '12:00');
const bea = { pairingId: PAIRING, personKey: 'key-of-bea', name: 'Bea', who: 'aunt', ring: 1 as const };
const network = {
	...{ pairingId: PAIRING, day: '2026-12-03', time: '17:00', minutes: 60 },
	...{ place: 'Library', about: '', whom: ['Bea', 'Mr Holt'] }
};
const line = { lineId: 'line-one', section: 'signs' as const, words: 'I go quiet', was: '' };
const asked = { gatheringId: 'gathering-one', says: 'yes' as const, without: ['Bea'] };

const OF_TWO: Written[] = [
	{ kind: 'trusted-person', body: bea },
	{ kind: 'trusted-person', body: { ...bea, who: 'my aunt', ring: 2 } },
	{ kind: 'trusted-person', body: { ...bea, personKey: 'key-of-none', name: '' } },
	{ kind: 'trusted-person-gone', body: bea },
	{ kind: 'trusted-person-gone', body: { ...bea, personKey: 'key-of-nobody' } },
	{ kind: 'gathering', body: { ...network, about: 'Ring 07700 900123' } },
	{ kind: 'gathering', body: { ...network, day: '2026-11-23' } },
	{ kind: 'gathering', body: network },
	{ kind: 'gathering', body: { ...network, pairingId: 'pairing-of-nobody' } },
	{ kind: 'gathering-answer', body: asked },
	{ kind: 'gathering-answer', body: { ...asked, without: ['Zed'] } },
	{ kind: 'gathering-answer', body: { ...asked, says: 'no', without: [] } },
	{ kind: 'gathering-answer', body: { ...asked, gatheringId: 'gathering-none' } },
	{ kind: 'gathering-off', body: { gatheringId: 'gathering-one', why: '' } },
	{ kind: 'gathering-off', body: { gatheringId: 'gathering-one', why: 'The room is shut' } },
	{ kind: 'gathering-off', body: { gatheringId: 'gathering-one', why: 'Again' } },
	{ kind: 'safety-line', body: line },
	{ kind: 'safety-plan-share', body: { pairingId: PAIRING, shared: true } },
	{ kind: 'safety-line', body: { ...line, was: 'something else', words: 'I do not eat' } },
	{ kind: 'safety-line', body: { ...line, was: 'I go quiet', words: '' } },
	{ kind: 'safety-plan-share', body: { pairingId: PAIRING, shared: false } }
];
const group = { ...network, pairingId: undefined, circleId: CIRCLE, whom: [] };
const OF_CIRCLES: Written[] = [
	{ kind: 'gathering', body: group },
	{ kind: 'gathering', body: { ...group, whom: ['Bea'] } },
	{ kind: 'gathering-answer', body: { ...asked, without: [] } },
	{ kind: 'gathering-answer', body: asked },
	{ kind: 'safety-line', body: line },
	{ kind: 'gathering-off', body: { gatheringId: 'gathering-one', why: 'Snow' } },
	{ kind: 'circle-left', body: { circleId: CIRCLE } },
	{ kind: 'circle-left', body: { circleId: CIRCLE } },
	{ kind: 'gathering-answer', body: { ...asked, without: [] } }
];

/** A phone that has just heard everything. */
async function phoneOf(house: House, who: string): Promise<PersonDatabase> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(who);
	const answer = await sync(house, who, {});
	await took(rows, answer);
	return rows;
}

/** What the screens show, but for how far each thing has come and when it reached the server. */
async function shown(rows: PersonDatabase, waiting: Pending[], now: number) {
	const all = Promise.resolve(waiting);
	const everything = {
		people: (await trustFacts(rows, PAIRING, waiting, now)).people,
		meets: await gatheringsOn(rows, { pairingId: PAIRING }, all, now),
		plan: await safetyPlanOn(rows, all),
		circles: await circlesOn(rows, all, now)
	};
	const quiet = new Set([
		'standing',
		'at',
		'sent',
		'goneAt',
		'calledOffAt',
		'refused',
		'sharedAt',
		'revision'
	]);
	return JSON.parse(
		JSON.stringify(everything, (key, value: unknown) => (quiet.has(key) ? undefined : value))
	) as unknown;
}

interface Begun {
	house: House;
	clock: { now: number };
	says(who: string, kind: never, body: never, id: string): Promise<{ is: string; why?: string }>;
}

let house: House;
afterEach(() => house.store.close());

/** Says everything, one after the other, so that each is said of what those before it made. */
async function sayAll(begun: Begun, who: string, role: Role, all: readonly Written[]): Promise<string[]> {
	const found: string[] = [];
	for (const [place, said] of all.entries()) {
		begun.clock.now += MINUTE;
		const [id, now] = [`entry-said-${place}`, begun.clock.now];
		const before = await phoneOf(begun.house, who);
		const expected = await forecast(before, said, now, [{ programmeId: RIVERSIDE, role }]);
		const waiting = {
			...said,
			id,
			state: 'waiting',
			writtenAt: now,
			outcome: undefined
		} as unknown as Pending;
		const forecasted = await shown(before, [waiting], now);
		before.close();
		const outcome = await begun.says(who, said.kind as never, said.body as never, id);
		const verdict = outcome.is === 'refused' ? { is: 'refuse', why: outcome.why } : { is: 'send' };
		expect(verdict as Verdict, `${who} ${said.kind} ${place}`).toEqual(expected);
		found.push(outcome.why ?? outcome.is);
		if (outcome.is === 'refused') continue;
		const after = await phoneOf(begun.house, who);
		expect(await shown(after, [], now), `${who} ${said.kind} ${place}`).toEqual(forecasted);
		after.close();
	}
	return found;
}

describe('the phone expects what the server makes of it, and shows the same before and after', () => {
	const STATES: { name: string; why: Reason; state?: PairingState; off?: boolean; later?: number }[] = [
		{ name: 'of a pairing that works with a network', why: 'contact_details' },
		{ name: 'in a pause', why: 'pairing_paused', state: 'paused' },
		{ name: 'after the end', why: 'pairing_ended', state: 'ended' },
		{ name: 'of a pairing that works without', why: 'outside_limits', off: true },
		{ name: 'once the meeting is over', why: 'meeting_over', later: 10 * DAY }
	];
	test.each(STATES)(
		'$name',
		async ({ state, off, later, why }) => {
			const found = new Set<string>();
			for (const [who, role] of [[ASH, 'young'] as const, [SAM, 'mentor'] as const]) {
				const they = await two(TUESDAY);
				house = they.house;
				await goesBy(house, NETWORK_PLAN);
				await they.says(SAM, 'gathering', network, 'gathering-one');
				if (off) await goesBy(house, USUAL_PLAN, 'plan-without');
				if (state)
					await change(house, null, ({ tx }) =>
						tx.update(pairings).set({ state }).where(eq(pairings.id, PAIRING))
					);
				they.clock.now += later ?? HOUR;
				for (const one of await sayAll(they as unknown as Begun, who, role, OF_TWO)) found.add(one);
				await house.store.close();
			}
			for (const one of [why, 'sent', 'not_found', 'not_yours_to_do']) expect(found).toContain(one);
		},
		60_000
	);

	test('in a circle', async () => {
		const found = new Set<string>();
		const people = [
			[ASH_IN, 'young'],
			[BO, 'young'],
			[WREN, 'mentor'],
			[CAM, 'young']
		] as const;
		for (const [who, role] of people) {
			const they = await inCircle(TUESDAY);
			house = they.house;
			await they.says(WREN, 'gathering', group, 'gathering-one');
			for (const one of await sayAll(they as unknown as Begun, who, role, OF_CIRCLES)) found.add(one);
			await house.store.close();
		}
		expect([...found].sort()).toEqual(['not_found', 'not_yours_to_do', 'outside_limits', 'sent'].sort());
	}, 60_000);
});
