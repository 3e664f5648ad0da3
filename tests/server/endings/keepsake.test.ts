import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/lib/domain/clock/zones';
import { audit, keepsakePicks, pairings } from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import { change } from '../../../src/lib/server/spaces';
import { london, PAIRING, two, type Two } from '../meetings/two';
import { ASH, SAM } from '../pairing';

const TUESDAY = london('2026-11-24', '18:00');
const AT_NIGHT = london('2026-11-24', '22:00');

let they: Two;
afterEach(() => they.house.store.close());

const says = (body: string) => ({ pairingId: PAIRING, body, tap: null, checkInId: null });
const pick = (subjectId: string, picked = true) => ({
	...{ pairingId: PAIRING, thing: 'message' as const, subjectId, picked }
});
async function written(): Promise<void> {
	they = await two(TUESDAY);
	expect(await they.says(SAM, 'message', says('Not walking out is huge.'), 'message-one')).toMatchObject({
		is: 'sent'
	});
}
const picksOf = async (who: string) => (await they.rowsOf(who)).keepsakePicks ?? [];
/** As a phone that had no signal at `writtenAt` and has some now. */
const late = async (writtenAt: number, body: object, id: string) =>
	(await accept(they.house, ASH, [{ id, kind: 'keepsake-pick', body, writtenAt }]))[0];

describe('what a young person puts into their keepsake', () => {
	test('is on all their phones, and on nobody else’s', async () => {
		await written();
		expect(await they.says(ASH, 'keepsake-pick', pick('message-one'))).toMatchObject({ is: 'sent' });
		expect(await picksOf(ASH)).toMatchObject([{ subjectId: 'message-one', thing: 'message', goneAt: null }]);
		expect(await picksOf(SAM)).toEqual([]);
	});

	test('is there once, is taken out, and is put in again after the end', async () => {
		await written();
		for (const picked of [true, true, false]) {
			they.clock.now += MINUTE;
			await they.says(ASH, 'keepsake-pick', pick('message-one', picked));
		}
		expect(await picksOf(ASH)).toMatchObject([{ goneAt: they.clock.now }]);
		await change(they.house, null, async ({ tx }) => {
			await tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, PAIRING));
		});
		they.clock.now += MINUTE;
		expect(await they.says(ASH, 'keepsake-pick', pick('message-one'))).toMatchObject({ is: 'sent' });
		expect(await picksOf(ASH)).toMatchObject([{ goneAt: null }]);
	});

	test('goes by the later of two phones, whichever has signal first', async () => {
		await written();
		they.clock.now += HOUR;
		await late(TUESDAY + 20 * MINUTE, pick('message-one', true), 'entry-of-the-later');
		await late(TUESDAY + 10 * MINUTE, pick('message-one', false), 'entry-of-the-earlier');
		expect(await picksOf(ASH)).toMatchObject([{ goneAt: null, at: TUESDAY + 20 * MINUTE }]);
	});

	test('by a phone that is ahead does not count for ever', async () => {
		await written();
		await late(TUESDAY + 1000 * HOUR, pick('message-one', true), 'entry-of-the-future');
		they.clock.now += MINUTE;
		await they.says(ASH, 'keepsake-pick', pick('message-one', false));
		expect(await picksOf(ASH)).toMatchObject([{ goneAt: they.clock.now }]);
	});

	test('is not what waits in the mentor’s space, until it has come', async () => {
		they = await two(AT_NIGHT);
		expect(await they.says(SAM, 'message', says('Sleep well'), 'held-message')).toMatchObject({ is: 'held' });
		expect(await they.says(ASH, 'keepsake-pick', pick('held-message'))).toMatchObject({ why: 'not_found' });
	});

	test('is nothing that a mentor can put in', async () => {
		await written();
		expect(await they.says(SAM, 'keepsake-pick', pick('message-one'))).toMatchObject({
			why: 'not_yours_to_do'
		});
		expect(await they.house.store.read.select().from(keepsakePicks)).toEqual([]);
	});

	test('is recorded without its words', async () => {
		await written();
		await they.says(ASH, 'keepsake-pick', pick('message-one'));
		const lines = await they.house.store.read.select().from(audit).where(eq(audit.action, 'keepsake.put_in'));
		expect(lines).toMatchObject([{ personId: ASH, spaceId: `person:${ASH}` }]);
		expect(JSON.stringify(lines)).not.toContain('huge');
	});
});
