import { createECDH, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { pushSubscriptions } from '../../../src/lib/server/database/schema';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { disablePerson } from '../../../src/lib/server/people/people';
import {
	pushStands,
	subscribe,
	unsubscribe,
	unsubscribeHere
} from '../../../src/lib/server/push/subscriptions';
import {
	endAllSessions,
	endOverSessions,
	endSession,
	startSession,
	whoIs
} from '../../../src/lib/server/sessions';
import { openTestHouse } from '../house';
import { ASH, pairedUp, SAM } from '../pairing';

const NOW = Date.UTC(2026, 10, 24, 12);
const clock = { now: NOW };
let house: House;
beforeEach(async () => {
	clock.now = NOW;
	house = await openTestHouse({ now: () => clock.now });
	await pairedUp(house, { id: 'pairing-of-ash-and-sam', at: NOW - DAY });
});
afterEach(() => house.store.close());

const be = async (personId: string, device = 'Chrome, Android') =>
	(await whoIs(house, await startSession(house, personId, device))) as Who;

function browser(name: string) {
	const p256dh = createECDH('prime256v1').generateKeys('base64url');
	const keys = { p256dh, auth: randomBytes(16).toString('base64url') };
	return { endpoint: `https://fcm.googleapis.com/fcm/send/${name}`, expirationTime: null, keys };
}
const rows = () => house.store.read.select().from(pushSubscriptions);

describe('a browser', () => {
	test('is woken once its owner said so, and not any more when they say so', async () => {
		const ash = await be(ASH);
		expect((await pushStands(house, ash)).devices).toEqual([]);
		expect(await subscribe(house, ash, browser('one'))).toBe(true);
		expect((await pushStands(house, ash)).devices).toEqual([
			{ id: (await rows())[0]?.id, device: 'Chrome, Android', since: NOW, here: true }
		]);
		await unsubscribeHere(house, ash);
		await unsubscribeHere(house, ash);
		expect(await rows()).toEqual([]);
	});

	test('is woken for one person: whoever is there now', async () => {
		const one = browser('one');
		await subscribe(house, await be(ASH), one);
		const sam = await be(SAM);
		await subscribe(house, sam, one);
		expect(await rows()).toMatchObject([{ personId: SAM, sessionId: sam.sessionId, endpoint: one.endpoint }]);
	});

	test('that renews itself keeps its place, so that what waits for it still comes', async () => {
		const ash = await be(ASH);
		await subscribe(house, ash, browser('old'));
		const [before] = await rows();
		const renewed = browser('new');
		await subscribe(house, ash, renewed);
		expect(await rows()).toMatchObject([
			{ id: before?.id, endpoint: renewed.endpoint, p256dh: renewed.keys.p256dh }
		]);
	});

	test('that takes over another’s address leaves one place for it', async () => {
		const [ash, sam] = [await be(ASH), await be(SAM)];
		const one = browser('one');
		await subscribe(house, ash, one);
		await subscribe(house, sam, browser('two'));
		await subscribe(house, sam, one);
		expect(await rows()).toMatchObject([{ personId: SAM, endpoint: one.endpoint }]);
	});

	test('of one’s own can be switched off from elsewhere, nobody else’s', async () => {
		const [phone, laptop] = [await be(ASH), await be(ASH, 'Firefox, Linux')];
		await subscribe(house, phone, browser('phone'));
		await subscribe(house, laptop, browser('laptop'));
		const { devices } = await pushStands(house, laptop);
		expect(devices.map(({ device, here }) => [device, here])).toEqual([
			['Chrome, Android', false],
			['Firefox, Linux', true]
		]);
		const id = devices[0]?.id ?? '';
		expect(await unsubscribe(house, await be(SAM), id)).toBe(false);
		expect(await unsubscribe(house, laptop, id)).toBe(true);
		expect(await unsubscribe(house, laptop, id)).toBe(false);
		expect(await unsubscribe(house, laptop, '\0')).toBe(false);
		expect((await pushStands(house, laptop)).devices).toMatchObject([{ here: true }]);
	});
});

describe('nothing wakes a browser any more', () => {
	let ash: Who;
	beforeEach(async () => {
		ash = await be(ASH);
		await subscribe(house, ash, browser('one'));
		expect(await rows()).toHaveLength(1);
	});
	afterEach(async () => expect(await rows()).toEqual([]));

	test('once its owner signs out', async () => void (await endSession(house, ASH, ash.sessionId)));
	test('once they are signed out from elsewhere', async () => {
		await endAllSessions(house, ASH, (await be(ASH)).sessionId);
	});
	test('once they are shut out', () => disablePerson(house, SAM, ASH));
	test('once its session has reached its end', async () => {
		clock.now += 400 * DAY;
		await endOverSessions(house);
	});
});

describe('what is no subscription is not kept', () => {
	const good = browser('one');
	const odd = Buffer.from(good.keys.p256dh, 'base64url');
	odd[64] = (odd[64] ?? 0) ^ 1;
	test.each<[string, unknown]>([
		['nothing', undefined],
		['something else', 'hello'],
		['no keys', { endpoint: good.endpoint }],
		['a short secret', { ...good, keys: { ...good.keys, auth: randomBytes(15).toString('base64url') } }],
		['a long secret', { ...good, keys: { ...good.keys, auth: randomBytes(17).toString('base64url') } }],
		[
			'a key that is no point of the curve',
			{ ...good, keys: { ...good.keys, p256dh: odd.toString('base64url') } }
		],
		['a short key', { ...good, keys: { ...good.keys, p256dh: odd.subarray(0, 64).toString('base64url') } }],
		['an address within', { ...good, endpoint: 'https://10.0.0.1/latest' }],
		['an address that never ends', { ...good, endpoint: `${good.endpoint}${'a'.repeat(1000)}` }]
	])('%s', async (_, given) => {
		expect(await subscribe(house, await be(ASH), given)).toBe(false);
		expect(await rows()).toEqual([]);
	});
});
