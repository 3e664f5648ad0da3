import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, instantAt, MINUTE } from '../../../src/lib/domain/clock/zones';
import {
	audit,
	checkIns,
	entries,
	messages,
	pairings,
	spaces
} from '../../../src/lib/server/database/schema';
import { accept } from '../../../src/lib/server/entries/accept';
import type { House } from '../../../src/lib/server/house';
import { releaseOne } from '../../../src/lib/server/messages/release';
import { createPerson } from '../../../src/lib/server/people/people';
import { change, pairingSpace, personSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { doWhatIsDue } from '../due';
import { openTestHouse } from '../house';
import { ASH, pairedUp, SAM } from '../pairing';

const PAIRING = 'pairing-of-ash';
const STRANGER = 'person-of-kit';
const at = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const TUESDAY_AT_SIX = at('2026-11-24', '18:00');

let house: House;
let now: number;

beforeEach(async () => {
	now = TUESDAY_AT_SIX;
	house = await openTestHouse({ now: () => now });
	await pairedUp(house, { id: PAIRING, at: now - DAY });
	await change(house, null, (making) => createPerson(making, { id: STRANGER, firstName: 'Kit' }));
});
afterEach(() => house.store.close());

const message = (id: string, body: unknown = 'hello', rest = {}) => ({
	id: id.padEnd(8, '-'),
	kind: 'message',
	body: { pairingId: PAIRING, body, ...rest },
	writtenAt: now
});
const bodies = async () => (await house.store.read.select().from(messages)).length;
const seenBy = async (person: string) =>
	((await sync(house, person, {})).rows.messages ?? []).map((row) => row.body);

describe('an entry', () => {
	test('is kept once however often it is posted', async () => {
		const [first] = await accept(house, ASH, [message('one')]);
		now += MINUTE;
		const [again] = await accept(house, ASH, [message('one')]);
		expect(again).toEqual(first);
		expect(await bodies()).toBe(1);
	});

	test('is kept once when it is posted fifty times at the same moment', async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 50 }, () => accept(house, ASH, [message('one')]))
		);
		expect(outcomes.flat().map((outcome) => outcome.is)).toEqual(Array(50).fill('sent'));
		expect(await bodies()).toBe(1);
	});

	test('is kept once when it stands twice in one posting', async () => {
		const outcomes = await accept(house, ASH, [message('one'), message('one')]);
		expect(outcomes).toHaveLength(2);
		expect(await bodies()).toBe(1);
	});

	test('of one person does not count as another’s with the same id', async () => {
		await accept(house, ASH, [{ ...message('same'), kind: 'seen', body: {} }]);
		const [outcome] = await accept(house, SAM, [message('same')]);
		expect(outcome?.is).toBe('sent');
	});

	test('with an id that stands for another’s message is refused, and that message is untouched', async () => {
		await accept(house, ASH, [message('mine', 'from ash')]);
		const [outcome] = await accept(house, SAM, [message('mine', 'from sam')]);
		expect(outcome).toMatchObject({ is: 'refused', why: 'unreadable' });
		expect(await seenBy(ASH)).toEqual(['from ash']);
	});

	test('for a pairing that is not mine is answered as one that is not there', async () => {
		const [notMine] = await accept(house, STRANGER, [message('one')]);
		const [notThere] = await accept(house, STRANGER, [
			message('two', 'hi', { pairingId: 'no-such-pairing' })
		]);
		expect(notMine).toMatchObject({ is: 'refused', why: 'not_found' });
		expect(notThere).toMatchObject({ is: 'refused', why: 'not_found' });
	});

	test('of an unknown kind, or a kind named like a part of every object, is refused', async () => {
		const kinds = ['party', 'constructor', '__proto__', 'toString'];
		const outcomes = await accept(
			house,
			ASH,
			kinds.map((kind, index) => ({ ...message(`kind-${index}`), kind }))
		);
		expect(outcomes.map((outcome) => 'why' in outcome && outcome.why)).toEqual(Array(4).fill('unknown_kind'));
	});

	test('written by a clock that runs ahead is kept, and marked', async () => {
		await accept(house, ASH, [
			{ ...message('in-time'), writtenAt: now + 5 * MINUTE },
			{ ...message('ahead'), writtenAt: now + 5 * MINUTE + 1 },
			{ ...message('absurd'), writtenAt: 1e300 },
			{ ...message('fraction'), writtenAt: now - 0.5 }
		]);
		const rows = await house.store.read.select().from(messages).orderBy(messages.id);
		expect(rows.map(({ id, clockAhead }) => [id, clockAhead])).toEqual([
			['absurd--', true],
			['ahead---', true],
			['fraction', false],
			['in-time-', false]
		]);
		expect(rows.every((row) => row.receivedAt === now && row.sentAt === now)).toBe(true);
	});

	test('that can’t be read is refused alone, and the others are kept', async () => {
		const bad = [
			null,
			7,
			'x',
			[],
			{},
			{ id: 'short' },
			{ ...message('bad'), body: 5 },
			{ ...message('num'), body: { pairingId: PAIRING, body: 5 } }
		];
		const outcomes = await accept(house, ASH, [message('first'), ...bad, message('last')]);
		expect(outcomes.map((outcome) => outcome.is)).toEqual(['sent', ...bad.map(() => 'refused'), 'sent']);
		expect(await bodies()).toBe(2);
	});

	test('with emoji, right-to-left words and NUL bytes comes back as it was written, less the NUL', async () => {
		await accept(house, ASH, [message('emoji', '👩🏽‍🏫 مرحبا\u0000 שלום \ud800 end')]);
		expect(await seenBy(SAM)).toEqual(['👩🏽‍🏫 مرحبا שלום \ufffd end']);
	});

	test('keeps its words sealed in the database', async () => {
		await accept(house, ASH, [message('secret', 'canary in the mine')]);
		for (const table of [messages, entries, audit])
			expect(JSON.stringify(await house.store.read.select().from(table))).not.toContain('canary');
	});
});

describe('a posting', () => {
	test('moves its space by one revision, and its lines of audit are in order', async () => {
		const [before] = await house.store.read
			.select()
			.from(spaces)
			.where(eq(spaces.id, pairingSpace(PAIRING)));
		await accept(house, ASH, [message('one'), message('two'), message('three')]);
		const [after] = await house.store.read
			.select()
			.from(spaces)
			.where(eq(spaces.id, pairingSpace(PAIRING)));
		expect(after?.revision).toBe((before?.revision ?? 0) + 1);
		const lines = await house.store.read
			.select()
			.from(audit)
			.where(eq(audit.spaceId, pairingSpace(PAIRING)));
		expect(lines.filter((line) => line.action === 'message.sent').map((line) => line.position)).toEqual([
			0, 1, 2
		]);
	});

	test('in which one entry can’t be kept keeps the others and says which to try again', async () => {
		const broken: House = {
			...house,
			secrets: {
				...house.secrets,
				get sealing(): Buffer {
					throw new Error('the key is gone');
				}
			}
		};
		const seen = { id: 'seen-one', kind: 'seen', body: { pairingId: PAIRING, upTo: now }, writtenAt: now };
		const outcomes = await accept(broken, SAM, [message('one'), seen]);
		expect(outcomes).toMatchObject([
			{ id: 'one-----', is: 'failed' },
			{ id: 'seen-one', is: 'sent' }
		]);
		const [later] = await accept(house, SAM, [message('one')]);
		expect(later?.is).toBe('sent');
	});

	test('in the shape that the first release wrote is still accepted', async () => {
		const file = new URL('./written-by-0.1.0.json', import.meta.url);
		const old = JSON.parse(readFileSync(file, 'utf8')) as { by: string; entry: object }[];
		for (const { by, entry } of old) {
			const [outcome] = await accept(house, by === 'young' ? ASH : SAM, [entry]);
			expect(outcome, JSON.stringify(entry)).toMatchObject({ is: 'sent' });
		}
	});
});

describe('waiting for an answer', () => {
	const waiting = async () => (await house.store.read.select().from(pairings))[0]?.waitingSince;
	const checkIn = (id: string, hope: string) => ({
		id: id.padEnd(8, '-'),
		kind: 'check-in',
		body: { pairingId: PAIRING, feeling: 'rough', line: '', hope },
		writtenAt: now
	});

	test('begins with the first message and ends with the answer', async () => {
		await accept(house, ASH, [message('one')]);
		const since = now;
		now += MINUTE;
		await accept(house, ASH, [message('two')]);
		expect(await waiting()).toBe(since);
		await accept(house, SAM, [message('answer')]);
		expect(await waiting()).toBeNull();
	});

	test('does not begin with a check-in that only tells', async () => {
		await accept(house, ASH, [checkIn('one', 'just_telling')]);
		expect(await waiting()).toBeNull();
		await accept(house, ASH, [checkIn('two', 'talk')]);
		expect(await waiting()).toBe(now);
		expect(await house.store.read.select().from(checkIns)).toHaveLength(2);
	});

	test('does not end with an answer that is still held, and ends when it is let go', async () => {
		await accept(house, ASH, [message('one')]);
		now = at('2026-11-24', '22:00');
		await accept(house, SAM, [message('late', 'good night')]);
		expect(await waiting()).not.toBeNull();
		expect(await seenBy(ASH)).toEqual(['hello']);
		now = at('2026-11-25', '16:00') - 1;
		await doWhatIsDue(house);
		expect(await seenBy(ASH)).toEqual(['hello']);
		now += 1;
		await doWhatIsDue(house);
		expect(await doWhatIsDue(house)).toBe(0);
		expect(await waiting()).toBeNull();
		expect(await seenBy(ASH)).toEqual(['hello', 'good night']);
	});

	test('a held message is in its author’s own space and nobody else’s', async () => {
		now = at('2026-11-24', '22:00');
		const [outcome] = await accept(house, SAM, [message('late', 'good night')]);
		expect(outcome).toMatchObject({ is: 'held', until: at('2026-11-25', '16:00'), why: 'outside_hours' });
		const [row] = await house.store.read.select().from(messages);
		expect(row?.spaceId).toBe(personSpace(SAM));
		expect(await seenBy(SAM)).toEqual(['good night']);
		expect(await seenBy(ASH)).toEqual([]);
	});

	test('a held message whose pairing ends meanwhile stays with its author, and says why', async () => {
		now = at('2026-11-24', '22:00');
		await accept(house, ASH, [message('one')]);
		await accept(house, SAM, [message('late', 'good night')]);
		const { spaces: known } = await sync(house, SAM, {});
		const since = await waiting();
		await house.store.transaction(async (tx) => {
			await tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, PAIRING));
		});
		now = at('2026-11-25', '16:00');
		await doWhatIsDue(house);
		expect(await doWhatIsDue(house)).toBe(0);
		expect((await sync(house, SAM, known)).rows.messages).toMatchObject([
			{ body: 'good night', spaceId: personSpace(SAM), notSentWhy: 'pairing_ended' }
		]);
		expect(await seenBy(ASH)).toEqual(['hello']);
		expect(await waiting()).toBe(since);
	});

	test('two servers that release at once let a message go once', async () => {
		now = at('2026-11-24', '22:00');
		await accept(house, SAM, [message('late')]);
		now = at('2026-11-25', '16:00');
		await Promise.all([releaseOne(house, 'late----'), releaseOne(house, 'late----')]);
		const lines = await house.store.read.select().from(audit).where(eq(audit.action, 'message.released'));
		expect(lines).toHaveLength(1);
	});
});

describe('“I didn’t mean that”', () => {
	const mark = (id: string, messageId: string) => ({
		id: id.padEnd(8, '-'),
		kind: 'message-not-meant',
		body: { messageId },
		writtenAt: now
	});

	test('marks one’s own message, and the words stay', async () => {
		await accept(house, ASH, [message('one', 'go away')]);
		const [outcome] = await accept(house, ASH, [mark('mark', 'one-----')]);
		expect(outcome?.is).toBe('sent');
		expect((await sync(house, SAM, {})).rows.messages).toMatchObject([{ body: 'go away', notMeantAt: now }]);
	});

	test('is refused for another’s message, and for one that is not mine to read', async () => {
		await accept(house, ASH, [message('one')]);
		const [others] = await accept(house, SAM, [mark('mark-sam', 'one-----')]);
		const [strangers] = await accept(house, STRANGER, [mark('mark-kit', 'one-----')]);
		expect(others).toMatchObject({ is: 'refused', why: 'not_yours_to_do' });
		expect(strangers).toMatchObject({ is: 'refused', why: 'not_found' });
	});
});
