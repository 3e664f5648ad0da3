import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import { goalsOn } from '../../src/lib/device/goals';
import type { Written } from '../../src/lib/device/outbox/sealing';
import { HOUR } from '../../src/lib/domain/clock/zones';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../src/lib/domain/pairings/agreement';
import { modelOf } from '../../src/lib/domain/programmes/models';
import { accept } from '../../src/lib/server/entries/accept';
import type { House } from '../../src/lib/server/house';
import { pair } from '../../src/lib/server/pairings/pair';
import { addMembership, createPerson, createProgramme } from '../../src/lib/server/people/people';
import { makePlan } from '../../src/lib/server/plans/make';
import { change } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { london } from '../server/meetings/two';
import { openTestHouse } from '../server/house';
import { took } from './took';

// A peer mentor of North Yorkshire who has a mentor of their own elsewhere. Source: seed 001, section 4: "young people
// aged 16 - 24 … have all had previous involvement with Children and Families Services".
const [REX, SAM, KID] = ['person-of-rex', 'person-of-sam', 'person-of-kid'];
const [OWN, PEERS] = ['programme-own', 'programme-peers'];
const [WITH_SAM, WITH_KID] = ['pairing-with-sam', 'pairing-with-kid'];
/** In the usual hours. */
const THURSDAY = london('2026-11-26', '17:00');

let house: House;
let entries = 0;
const clock = { now: THURSDAY };

beforeEach(async () => {
	clock.now = THURSDAY - HOUR;
	house = await openTestHouse({ now: () => clock.now });
	await change(house, null, async (making) => {
		for (const [id, name] of [
			[OWN, 'Headstart'],
			[PEERS, 'Peers']
		] as const)
			await createProgramme(making, { id, name, appName: 'Corner', zone: 'Europe/London', helpLines: [] });
		for (const [id, firstName] of [
			[REX, 'Rex'],
			[SAM, 'Sam'],
			[KID, 'Kid']
		] as const)
			await createPerson(making, { id, firstName });
		const headstart = modelOf('headstart_intensive')!.plan;
		await makePlan(making, OWN, { ...headstart, features: ['check_ins'] });
		const peers = modelOf('restorative_practice')!.plan;
		await makePlan(making, PEERS, { ...peers, features: ['messages', 'safety_plan'] });
		await addMembership(making, { programmeId: OWN, personId: REX, role: 'young' });
		await addMembership(making, { programmeId: OWN, personId: SAM, role: 'mentor' });
		await addMembership(making, { programmeId: PEERS, personId: REX, role: 'mentor' });
		await addMembership(making, { programmeId: PEERS, personId: KID, role: 'young' });
		const hours = { zone: 'Europe/London', hours: USUAL_HOURS, answerWithinMinutes: USUAL_ANSWER_MINUTES };
		await pair(making, { id: WITH_SAM, programmeId: OWN, youngId: REX, mentorId: SAM, ...hours });
		await pair(making, { id: WITH_KID, programmeId: PEERS, youngId: KID, mentorId: REX, ...hours });
	});
	clock.now = THURSDAY;
});
afterEach(() => house.store.close());

async function says(personId: string, said: Written, id = `entry-${String(++entries).padStart(4, '0')}`) {
	clock.now += 1000;
	const rows = await phoneOf(personId);
	const roles = personId === REX ? REXES : [];
	const expected = await forecast(rows, said, clock.now, roles);
	rows.close();
	const [outcome] = await accept(house, personId, [{ ...said, id, writtenAt: clock.now }]);
	// The phone of somebody who is two things says what the server says.
	const came = { sent: 'send', held: 'hold', refused: 'refuse', failed: 'failed' } as const;
	if (personId === REX) expect(expected.is).toBe(came[outcome?.is ?? 'failed']);
	return outcome?.is === 'refused' ? outcome.why : outcome?.is;
}
const REXES = [
	{ programmeId: OWN, role: 'young' as const },
	{ programmeId: PEERS, role: 'mentor' as const }
];

async function phoneOf(who: string): Promise<PersonDatabase> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(who);
	const answer = await sync(house, who, {});
	await took(rows, answer);
	return rows;
}

const goal = { kind: 'fun' as const, words: 'swim', lowWords: '', highWords: '' };
const hello = { body: 'hello', tap: null, checkInId: null };
const how = { feeling: 'okay' as const, line: '', hope: 'just_telling' as const };

describe('somebody who mentors in one programme and is a young person in another', () => {
	test('is each of them where they are it, on their phone as on the server', async () => {
		expect(await says(REX, { kind: 'check-in', body: { pairingId: WITH_SAM, ...how } })).toBe('sent');
		expect(await says(REX, { kind: 'check-in', body: { pairingId: WITH_KID, ...how } })).toBe(
			'not_yours_to_do'
		);
		expect(await says(REX, { kind: 'goal', body: { pairingId: WITH_SAM, ...goal } }, 'goal-of-rex')).toBe(
			'sent'
		);
		expect(await says(REX, { kind: 'goal', body: { pairingId: WITH_KID, ...goal } }, 'goal-for-kid')).toBe(
			'sent'
		);
		const promise = { words: 'come', dueOn: null };
		const own = { pairingId: WITH_SAM, goalId: 'goal-of-rex' };
		const kids = { pairingId: WITH_KID, goalId: 'goal-for-kid' };
		expect(await says(REX, { kind: 'goal-promise', body: { ...own, ...promise } })).toBe('not_yours_to_do');
		expect(await says(REX, { kind: 'goal-promise', body: { ...kids, ...promise } })).toBe('sent');
		expect(await says(REX, { kind: 'goal-step', body: { ...own, words: 'go' } })).toBe('sent');
		expect(await says(REX, { kind: 'goal-step', body: { ...kids, words: 'go' } })).toBe('not_yours_to_do');
		const rows = await phoneOf(REX);
		const stateIn = async (id: string) =>
			(await goalsOn(rows, id, Promise.resolve([]), clock.now))?.goals.map(({ state }) => state);
		expect(await stateIn(WITH_SAM)).toEqual(['going']);
		expect(await stateIn(WITH_KID)).toEqual(['suggested']);
		rows.close();
	});

	test('goes by each programme’s own plan', async () => {
		expect(await says(REX, { kind: 'message', body: { pairingId: WITH_SAM, ...hello } })).toBe(
			'not_in_programme'
		);
		expect(await says(REX, { kind: 'message', body: { pairingId: WITH_KID, ...hello } })).toBe('sent');
		expect(await says(KID, { kind: 'check-in', body: { pairingId: WITH_KID, ...how } })).toBe(
			'not_in_programme'
		);
		expect(await says(REX, { kind: 'check-in', body: { pairingId: WITH_SAM, ...how } })).toBe('sent');
		const talents = { ...goal, domain: 'talents' };
		expect(await says(REX, { kind: 'goal', body: { pairingId: WITH_SAM, ...talents } })).toBe('sent');
		expect(await says(REX, { kind: 'goal', body: { pairingId: WITH_KID, ...talents } })).toBe(
			'outside_limits'
		);
	});

	test('is in two spaces that know nothing of each other', async () => {
		await says(REX, { kind: 'goal', body: { pairingId: WITH_SAM, ...goal } });
		await says(REX, { kind: 'message', body: { pairingId: WITH_KID, ...hello } });
		const of = async (who: string) => {
			const { rows } = await sync(house, who, {});
			return [
				rows.pairings?.map(({ id }) => id).sort(),
				rows.programmes?.map(({ id }) => id).sort(),
				rows.plans?.map(({ plan }) => plan.model).sort(),
				rows.goals?.length ?? 0,
				rows.messages?.length ?? 0
			];
		};
		expect(await of(KID)).toEqual([[WITH_KID], [PEERS], ['restorative_practice'], 0, 1]);
		expect(await of(SAM)).toEqual([[WITH_SAM], [OWN], ['headstart_intensive'], 1, 0]);
		const both = ['headstart_intensive', 'restorative_practice'];
		expect(await of(REX)).toEqual([[WITH_KID, WITH_SAM], [OWN, PEERS], both, 1, 1]);
	});

	test('says what they wish for where they are young, and marks days away where they mentor', async () => {
		const wish = (programmeId: string) => ({ programmeId, wanted: 'yes' as const, inMind: null });
		expect(await says(REX, { kind: 'wish', body: wish(OWN) })).toBe('sent');
		expect(await says(REX, { kind: 'wish', body: wish(PEERS) })).toBe('not_yours_to_do');
		expect(await says(REX, { kind: 'away', body: { from: '2026-12-01', until: '2026-12-03' } })).toBe('sent');
		const { rows } = await sync(house, REX, {});
		expect(rows.aways?.map(({ pairingId }) => pairingId)).toEqual([WITH_KID]);
	});
});
