import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/lib/domain/clock/zones';
import {
	notices,
	pairings,
	safetyPlans,
	sharedSafetyPlans,
	trustedPeople
} from '../../../src/lib/server/database/schema';
import { sync } from '../../../src/lib/server/sync';
import { london, PAIRING, two, type Two } from '../meetings/two';
import { ASH, SAM } from '../pairing';
import { goesBy, NETWORK_PLAN } from './with-plan';

let they: Two;
beforeEach(async () => {
	they = await two(london('2026-11-24', '12:00'));
	await goesBy(they.house, NETWORK_PLAN);
});
afterEach(() => they.house.store.close());

const bea = {
	pairingId: PAIRING,
	personKey: 'key-of-bea',
	name: 'Bea',
	who: 'my aunt',
	ring: 1 as const
};

describe('people on a map', () => {
	it('reach the mentor once shared, and nothing of them does once taken back', async () => {
		await they.says(ASH, 'trusted-person', bea);
		expect((await they.rowsOf(SAM)).trustedPeople).toMatchObject([{ name: 'Bea', who: 'my aunt', ring: 1 }]);
		await they.says(ASH, 'trusted-person-gone', bea);
		const [row] = (await they.rowsOf(SAM)).trustedPeople ?? [];
		expect(row).toMatchObject({ name: '', who: '' });
		expect(row?.goneAt).not.toBeNull();
	});

	it('are unreadable in the database', async () => {
		await they.says(ASH, 'trusted-person', bea);
		const [row] = await they.house.store.read.select().from(trustedPeople);
		expect(JSON.stringify(row)).not.toMatch(/Bea|aunt/);
	});

	it('two phones that share at once lose nobody', async () => {
		await they.says(ASH, 'trusted-person', bea);
		await they.says(ASH, 'trusted-person', { ...bea, personKey: 'key-of-col', name: 'Col' });
		const names = (await they.rowsOf(ASH)).trustedPeople?.map(({ name }) => name);
		expect(names?.sort()).toEqual(['Bea', 'Col']);
	});
});

describe('a meeting of a network', () => {
	const network = {
		...{ pairingId: PAIRING, day: '2026-12-03', time: '17:00', minutes: 60 },
		...{ place: 'Library', about: 'What helps', whom: ['Bea', 'Mr Holt'] }
	};

	it('is seen by the young person, who says who is not to be there, and by both once that is said', async () => {
		const { id } = await they.says(SAM, 'gathering', network);
		expect((await they.rowsOf(ASH)).gatherings).toMatchObject([
			{ id, about: 'What helps', whom: ['Bea', 'Mr Holt'], zone: 'Europe/London' }
		]);
		await they.says(ASH, 'gathering-answer', { gatheringId: id, says: 'yes', without: ['Mr Holt'] });
		expect((await they.rowsOf(SAM)).gatheringAnswers).toMatchObject([
			{ personId: ASH, says: 'yes', without: ['Mr Holt'] }
		]);
	});

	it('is told to the other, once when it is called and once when it is off', async () => {
		const { id } = await they.says(SAM, 'gathering', network);
		await they.says(SAM, 'gathering-off', { gatheringId: id, why: 'The room is shut' });
		await they.says(SAM, 'gathering-off', { gatheringId: id, why: 'Again' });
		const told = await they.house.store.read.select().from(notices);
		expect(told.map(({ personId, subjectId }) => [personId, subjectId])).toEqual([
			[ASH, `gathering:${id}`],
			[ASH, `gathering:${id}`]
		]);
		expect((await they.rowsOf(ASH)).gatherings).toMatchObject([{ calledOffWhy: 'The room is shut' }]);
	});

	it('an answer that was tapped earlier and comes later changes nothing', async () => {
		const { id } = await they.says(SAM, 'gathering', network);
		they.clock.now += HOUR;
		await they.says(ASH, 'gathering-answer', { gatheringId: id, says: 'no', without: [] });
		they.clock.now -= HOUR;
		await they.says(ASH, 'gathering-answer', { gatheringId: id, says: 'yes', without: [] });
		expect((await they.rowsOf(ASH)).gatheringAnswers).toMatchObject([{ says: 'no' }]);
	});
});

describe('a plan for staying safe', () => {
	const line = { lineId: 'line-one', section: 'places' as const, words: 'The park', was: '' };

	it('is its author’s alone, until they show it', async () => {
		await they.says(ASH, 'safety-line', line);
		expect((await they.rowsOf(ASH)).safetyPlans).toMatchObject([
			{ lines: [{ id: 'line-one', section: 'places', words: 'The park' }], sharedWith: [] }
		]);
		expect(JSON.stringify(await sync(they.house, SAM, {}))).not.toContain('The park');
		await they.says(ASH, 'safety-plan-share', { pairingId: PAIRING, shared: true });
		expect((await they.rowsOf(SAM)).sharedSafetyPlans).toMatchObject([{ lines: [{ words: 'The park' }] }]);
	});

	it('what is written later comes along while it is shown, and nothing stays when it is not', async () => {
		await they.says(ASH, 'safety-plan-share', { pairingId: PAIRING, shared: true });
		await they.says(ASH, 'safety-line', line);
		expect((await they.rowsOf(SAM)).sharedSafetyPlans).toMatchObject([{ lines: [{ words: 'The park' }] }]);
		await they.says(ASH, 'safety-plan-share', { pairingId: PAIRING, shared: false });
		await they.says(ASH, 'safety-line', { ...line, was: 'The park', words: 'The pier' });
		expect((await they.rowsOf(SAM)).sharedSafetyPlans).toMatchObject([{ lines: [], sharedAt: null }]);
	});

	it('is written on after the end, and what comes then goes to nobody', async () => {
		await they.says(ASH, 'safety-line', line);
		await they.says(ASH, 'safety-plan-share', { pairingId: PAIRING, shared: true });
		await they.house.store.transaction((tx) =>
			tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, PAIRING))
		);
		expect(await they.says(ASH, 'safety-line', { ...line, was: 'The park', words: 'Nan’s' })).toMatchObject({
			is: 'sent'
		});
		expect(JSON.stringify(await sync(they.house, SAM, {}))).not.toContain('Nan’s');
		expect((await they.rowsOf(ASH)).safetyPlans).toMatchObject([{ lines: [{ words: 'Nan’s' }] }]);
		await they.says(ASH, 'safety-plan-share', { pairingId: PAIRING, shared: false });
		expect((await they.rowsOf(SAM)).sharedSafetyPlans).toMatchObject([{ lines: [] }]);
	});

	it('two phones that write at once lose neither line', async () => {
		await they.says(ASH, 'safety-line', line);
		await they.says(ASH, 'safety-line', { ...line, was: 'The park', words: 'Nan’s' });
		const { id } = await they.says(ASH, 'safety-line', { ...line, was: 'The park', words: 'The pier' });
		expect((await they.rowsOf(ASH)).safetyPlans?.[0]?.lines).toEqual([
			{ id: 'line-one', section: 'places', words: 'Nan’s' },
			{ id, section: 'places', words: 'The pier' }
		]);
	});

	it('is unreadable in the database', async () => {
		await they.says(ASH, 'safety-line', line);
		await they.says(ASH, 'safety-plan-share', { pairingId: PAIRING, shared: true });
		const { read } = they.house.store;
		const kept = [
			...(await read.select().from(safetyPlans)),
			...(await read.select().from(sharedSafetyPlans))
		];
		expect(kept).toHaveLength(2);
		expect(JSON.stringify(kept)).not.toContain('park');
	});
});
