import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantAt } from '../../../src/lib/domain/clock/zones';
import type { EntryBodies } from '../../../src/lib/domain/entries/kinds';
import { MOST_LOOK_BACK_CHARACTERS, type AboutLookBackKind } from '../../../src/lib/domain/look-backs/said';
import { lookBacks, notices } from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import { personSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { ASH, SAM } from '../pairing';
import { newId } from '../some';
import { PAIRING, walking, type Walking } from './walking';

const about = { pairingId: PAIRING, which: 'getting_on' };
let they: Walking;
beforeEach(async () => {
	they = await walking('2026-01-12');
	await they.until('2026-04-12');
});
afterEach(() => they.house.store.close());

async function says<Kind extends AboutLookBackKind>(who: string, kind: Kind, body: EntryBodies[Kind]) {
	const entry = { id: newId(), kind, body, writtenAt: they.clock.now };
	const [outcome] = await accept(they.house, who, [entry]);
	return outcome?.is === 'refused' ? outcome.why : outcome?.is;
}
const answer = (who: string, words: string, question = 'good') =>
	says(who, 'look-back', { ...about, question, words });
const phone = async (who: string, cursors = {}) => sync(they.house, who, cursors);
const unseen = async (who: string) => {
	const rows = await they.house.store.read.select().from(notices).where(eq(notices.personId, who));
	return rows.filter((row) => row.seenAt === null && row.kind === 'look_back').map((row) => row.subjectId);
};

describe('what somebody writes when they look back', () => {
	test('reaches nobody else, not even the desk, until they share it', async () => {
		expect(await answer(ASH, 'the climbing wall')).toBe('sent');
		expect((await phone(ASH)).rows.lookBacks).toMatchObject([
			{ answers: { good: 'the climbing wall' }, spaceId: personSpace(ASH), sharedAt: null }
		]);
		expect((await phone(SAM)).rows.lookBacks ?? []).toEqual([]);
		const [row] = await they.house.store.read.select().from(lookBacks);
		expect(JSON.stringify(row)).not.toContain('climbing');
	});

	test('shared, is on both phones, and the other is told; their own notice is settled', async () => {
		expect(await unseen(ASH)).toEqual(['getting_on']);
		await answer(ASH, 'the climbing wall');
		expect(await unseen(ASH)).toEqual([]);
		const before = (await phone(ASH)).spaces;
		expect(await says(ASH, 'look-back-share', about)).toBe('sent');
		expect((await phone(SAM)).rows.lookBacks).toMatchObject([{ answers: { good: 'the climbing wall' } }]);
		expect((await phone(ASH, before)).rows.lookBacks).toMatchObject([{ spaceId: `pairing:${PAIRING}` }]);
		expect(await unseen(SAM)).toEqual(['getting_on', `${PAIRING}:getting_on:${ASH}`]);
		const { rows } = await phone(SAM);
		await answer(ASH, 'the climbing wall and chips');
		expect(rows.lookBacks).toHaveLength(1);
		expect((await phone(SAM)).rows.lookBacks).toMatchObject([
			{ answers: { good: 'the climbing wall and chips' } }
		]);
	});

	test('may be as long as a page, and not a letter longer', async () => {
		expect(await answer(ASH, 'x'.repeat(MOST_LOOK_BACK_CHARACTERS))).toBe('sent');
		expect(await answer(ASH, 'x'.repeat(MOST_LOOK_BACK_CHARACTERS + 1))).toBe('too_long');
	});

	test('is answered on its own side only, and what is more or less is the young person’s to say', async () => {
		expect(await answer(ASH, 'to cook', 'want')).toBe('sent');
		expect(await answer(SAM, 'to cook', 'want')).toBe('not_found');
		const outcome = { ...about, outcome: 'liked', says: 'more' } as const;
		expect(await says(ASH, 'look-back-outcome', outcome)).toBe('sent');
		expect(await says(SAM, 'look-back-outcome', outcome)).toBe('not_yours_to_do');
		expect(await says(SAM, 'look-back-count', { ...about, counted: true })).toBe('not_yours_to_do');
		expect(await says(ASH, 'look-back-outcome', { ...outcome, outcome: 'marks' as 'liked' })).toBe(
			'unreadable'
		);
	});

	test('may be counted only once its author says so, and no longer when they say no', async () => {
		await says(ASH, 'look-back-outcome', { ...about, outcome: 'liked', says: 'more' });
		const counted = async () =>
			(await they.house.store.read.select().from(lookBacks)).map((row) => row.counted);
		expect(await counted()).toEqual([false]);
		await says(ASH, 'look-back-count', { ...about, counted: true });
		expect(await counted()).toEqual([true]);
		await says(ASH, 'look-back-count', { ...about, counted: false });
		expect(await counted()).toEqual([false]);
	});

	test('of an adult gives no number away, and is shared in no pause', async () => {
		expect(await answer(SAM, 'ring me on 07700 900123')).toBe('contact_details');
		expect(await answer(ASH, 'my nan is 07700 900123')).toBe('sent');
		await answer(SAM, 'how you laughed');
		await accept(they.house, ASH, [
			{
				...{ id: newId(), kind: 'parting', writtenAt: they.clock.now },
				body: { pairingId: PAIRING, wants: 'pause', tells: '', why: '' }
			}
		]);
		expect(await says(SAM, 'look-back-share', about)).toBe('pairing_paused');
		expect(await answer(SAM, 'how you laughed and laughed')).toBe('sent');
		expect(await says(ASH, 'look-back-share', about)).toBe('sent');
	});

	test('of a time that has not come is refused, and of nothing at all is not shared', async () => {
		expect(await says(ASH, 'look-back-share', about)).toBe('nothing_written');
		const later = { pairingId: PAIRING, which: 'how_far', question: 'proud', words: 'me' };
		they.clock.now = instantAt('2026-10-11', '23:59', they.zone);
		expect(await says(ASH, 'look-back', later)).toBe('look_back_not_yet');
		they.clock.now = instantAt('2026-10-12', '00:00', they.zone);
		expect(await says(ASH, 'look-back', later)).toBe('sent');
	});

	test('while winding down are the questions of the ending, from its first day on', async () => {
		const prompt = { pairingId: PAIRING, which: 'winding_down', question: 'fears', words: 'the quiet' };
		they.clock.now = instantAt('2026-10-11', '23:59', they.zone);
		expect(await says(SAM, 'look-back', prompt)).toBe('look_back_not_yet');
		they.clock.now = instantAt('2026-10-12', '00:00', they.zone);
		expect(await says(SAM, 'look-back', prompt)).toBe('sent');
		expect(await says(ASH, 'look-back', { ...prompt, question: 'nobody_asked' })).toBe('not_found');
	});

	test('is nobody’s who is in no such pairing', async () => {
		expect(await answer('person-of-nobody', 'hello')).not.toBe('sent');
	});
});
