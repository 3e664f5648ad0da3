import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../src/lib/domain/clock/zones';
import { addressOf, makeAddress, ownerOf, revokeAddress } from '../../../src/lib/server/calendar/address';
import { calendarFeeds } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { disablePerson, takeRoleAway } from '../../../src/lib/server/people/people';
import { openTestHouse } from '../house';
import { ASH, pairedUp, RIVERSIDE, SAM } from '../pairing';

const NOW = Date.UTC(2026, 10, 22, 12);
let clock: { now: number };
let house: House;

beforeEach(async () => {
	clock = { now: NOW };
	house = await openTestHouse({ now: () => clock.now });
	await pairedUp(house, { id: 'pairing-of-ash-and-sam', at: NOW - DAY });
});
afterEach(() => house.store.close());

describe('the secret address of a mentor’s calendar', () => {
	test('leads to them, with the ending that calendar programs like and without', async () => {
		const address = await makeAddress(house, SAM);
		expect(await ownerOf(house, address)).toBe(SAM);
		expect(await ownerOf(house, `${address}.ics`)).toBe(SAM);
	});

	test('holds 256 random bits, of which the database knows only a hash', async () => {
		const secret = (await makeAddress(house, SAM)).split('.')[1] ?? '';
		expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
		expect(JSON.stringify(await house.store.read.select().from(calendarFeeds))).not.toContain(secret);
	});

	test('gives way to a newer one, and leads nowhere once it is revoked', async () => {
		const first = await makeAddress(house, SAM);
		const second = await makeAddress(house, SAM);
		expect(await ownerOf(house, first)).toBeUndefined();
		expect(await ownerOf(house, second)).toBe(SAM);
		await revokeAddress(house, SAM);
		expect(await ownerOf(house, second)).toBeUndefined();
		expect(await addressOf(house, SAM)).toBeNull();
		await revokeAddress(house, SAM);
	});

	test('is revoked for nobody else', async () => {
		const address = await makeAddress(house, SAM);
		await revokeAddress(house, ASH);
		expect(await ownerOf(house, address)).toBe(SAM);
	});

	test('leads nowhere for somebody who is shut out, or mentors no more', async () => {
		const address = await makeAddress(house, SAM);
		await takeRoleAway(house, SAM, { programmeId: RIVERSIDE, personId: SAM, role: 'mentor' });
		expect(await ownerOf(house, address)).toBeUndefined();
		const ashs = await makeAddress(house, ASH);
		expect(await ownerOf(house, ashs)).toBeUndefined();
	});

	test('leads nowhere for somebody who was disabled', async () => {
		const address = await makeAddress(house, SAM);
		await disablePerson(house, SAM, SAM);
		expect(await ownerOf(house, address)).toBeUndefined();
	});

	test.each(['', '.', 'x', 'x.y', '0'.repeat(36), `${'0'.repeat(36)}.${'A'.repeat(43)}`, '%00.\0', 'a.b.c'])(
		'is not %j',
		async (wrong) => {
			await makeAddress(house, SAM);
			expect(await ownerOf(house, wrong)).toBeUndefined();
		}
	);

	test('is not the right name with another secret, or with more behind it', async () => {
		const address = await makeAddress(house, SAM);
		const other = (await makeAddress(house, SAM)).split('.');
		expect(await ownerOf(house, `${other[0]}.${address.split('.')[1]}`)).toBeUndefined();
		expect(await ownerOf(house, `${other.join('.')}.more`)).toBeUndefined();
	});

	test('says when it was made and last read, to the hour', async () => {
		const address = await makeAddress(house, SAM);
		expect(await addressOf(house, SAM)).toEqual({ createdAt: NOW, readAt: null });
		clock.now = NOW + 1;
		await ownerOf(house, address);
		clock.now = NOW + HOUR;
		await ownerOf(house, address);
		expect(await addressOf(house, SAM)).toEqual({ createdAt: NOW, readAt: NOW + 1 });
		clock.now = NOW + HOUR + 1;
		await ownerOf(house, address);
		expect(await addressOf(house, SAM)).toEqual({ createdAt: NOW, readAt: NOW + HOUR + 1 });
	});
});
