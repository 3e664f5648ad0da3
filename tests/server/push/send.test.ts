import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, instantAt, MINUTE } from '../../../src/lib/domain/clock/zones';
import type { Told } from '../../../src/lib/domain/telling/kinds';
import {
	jobs,
	notices,
	programmes,
	pushSubscriptions,
	sessions
} from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { GiveUp, NotBefore } from '../../../src/lib/server/jobs/done';
import { pushKeys } from '../../../src/lib/server/push/keys';
import { sendPush } from '../../../src/lib/server/push/send';
import { subscribe } from '../../../src/lib/server/push/subscriptions';
import { startSession, whoIs } from '../../../src/lib/server/sessions';
import { change, personSpace } from '../../../src/lib/server/spaces';
import { open, PushService, vapidOf, type Subscribed } from '../../push-service';
import { openTestHouse } from '../house';
import { ASH, pairedUp, SAM } from '../pairing';

const PAIRING = 'pairing-of-ash-and-sam';
const london = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const NOON = london('2026-11-24', '12:00');

let service: PushService;
let house: House;
let phone: Subscribed;
let subscriptionId: string;
const clock = { now: NOON };

beforeAll(async () => {
	service = await PushService.open();
});
afterAll(() => service.close());
beforeEach(async () => {
	clock.now = NOON;
	house = await openTestHouse({ now: () => clock.now });
	house.environment.pushServices.push(service.origin);
	service.received.length = 0;
	service.answers.length = 0;
	await pairedUp(house, { id: PAIRING, at: NOON - DAY });
	phone = service.subscribed('ash');
	const who = await whoIs(house, await startSession(house, ASH, 'Chrome, Android'));
	expect(who && (await subscribe(house, who, phone))).toBe(true);
	subscriptionId = (await subscriptions())[0]?.id ?? '';
});
afterEach(() => house.store.close());

const subscriptions = () => house.store.read.select().from(pushSubscriptions);
const send = (attempts = 1) =>
	sendPush(house, { subscriptionId, personId: ASH }, { id: 'job-of-push', attempts });
const thrown = () =>
	send().then(
		() => undefined,
		(error: unknown) => error
	);

let told = 0;
const tell = (kind: Told = 'message', personId = ASH, at = clock.now) =>
	change(house, null, async (making) => {
		const spaceId = personSpace(personId);
		const id = `notice-${++told}`;
		await making.tx.insert(notices).values({
			...{ id, spaceId, revision: await making.revision(spaceId), personId, kind, at },
			...{ pairingId: PAIRING, subjectId: 'message-of-sam' }
		});
		return id;
	});
const seen = () => house.store.transaction((tx) => tx.update(notices).set({ seenAt: clock.now }));

describe('a push', () => {
	test('is sealed for one browser, and holds neutral words, one opaque id and a number', async () => {
		const id = await tell();
		expect(await send()).toBeUndefined();
		const [received] = service.received;
		expect(received?.path).toBe('/wake/ash');
		expect(received && JSON.parse(open(received, phone))).toEqual({
			w: 'You have something new',
			n: id,
			b: 1
		});
		expect((await subscriptions())[0]?.reachedAt).toBe(NOON);
	});

	test('says who sends it, to that push service only and not for long', async () => {
		await tell();
		await send();
		const says = service.received[0] && vapidOf(service.received[0]);
		expect(says).toMatchObject({ key: pushKeys(house).publicKey, aud: service.origin });
		expect(says?.sub).toMatch(/^(mailto:|https:)/);
		const left = (says?.exp ?? 0) - Date.now() / 1000;
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThanOrEqual(24 * 3600);
	});

	test('is kept for some hours, and not into the night', async () => {
		await tell();
		await send();
		expect(service.received[0]?.headers).toMatchObject({ ttl: '14400', 'content-encoding': 'aes128gcm' });
		clock.now = london('2026-11-24', '20:30');
		await send();
		expect(service.received[1]?.headers.ttl).toBe('1800');
	});

	test('takes the place of those of the same day, and of no other day or device', async () => {
		await tell();
		await send();
		clock.now += HOUR;
		await send();
		clock.now += DAY;
		await send();
		const topics = service.received.map(({ headers }) => headers.topic as string);
		expect(topics[0]).toMatch(/^[\w-]{32}$/);
		expect(topics[1]).toBe(topics[0]);
		expect(topics[2]).not.toBe(topics[0]);
	});

	test.each([
		['message', 'normal'],
		['meeting_tomorrow', 'normal'],
		['meeting_changed', 'high']
	] as const)('for “%s” is of %s urgency', async (kind, urgency) => {
		await tell(kind);
		await send();
		expect(service.received[0]?.headers.urgency).toBe(urgency);
	});

	test('leads to the first screen where there is more than one new thing, and to the new one after that', async () => {
		await tell();
		await tell();
		await send();
		clock.now += HOUR;
		const third = await tell();
		await send();
		const payloads = service.received.map((one) => JSON.parse(open(one, phone)));
		expect(payloads).toMatchObject([
			{ n: '', b: 2 },
			{ n: third, b: 3 }
		]);
	});

	test('leads to what is new since it was turned on', async () => {
		await tell('message', ASH, NOON - 1);
		const id = await tell();
		await send();
		expect(JSON.parse(open(service.received[0]!, phone))).toMatchObject({ n: id, b: 2 });
	});

	test('says what the programme chose', async () => {
		await house.store.transaction((tx) => tx.update(programmes).set({ pushWords: 'Something for you' }));
		await tell();
		await send();
		expect(JSON.parse(open(service.received[0]!, phone))).toMatchObject({ w: 'Something for you' });
	});
});

describe('nothing is sent', () => {
	const quiet = async () => {
		expect(await send()).toBeUndefined();
		expect(service.received).toEqual([]);
	};

	test('for what was seen meanwhile', async () => {
		await tell();
		await seen();
		await quiet();
	});

	test('for what they are told in the app only', async () => {
		await tell('meeting_soon');
		await quiet();
	});

	test('for what no screen shows any more', async () => {
		await tell('message', ASH, NOON - 30 * DAY);
		await quiet();
	});

	test('to somebody else’s device', async () => {
		await tell('waiting', SAM);
		await sendPush(house, { subscriptionId, personId: SAM }, { id: 'job-of-push', attempts: 1 });
		expect(service.received).toEqual([]);
	});

	test('under a session that has reached its end', async () => {
		await tell();
		await house.store.transaction((tx) =>
			tx.update(sessions).set({ createdAt: NOON - 400 * DAY, lastSeenAt: NOON - 400 * DAY })
		);
		await quiet();
		expect(await subscriptions()).toEqual([]);
	});

	test('to a push service that is not known any more', async () => {
		await tell();
		house.environment.pushServices.length = 0;
		expect(await thrown()).toMatchObject({ name: 'GiveUp', reason: 'push_not_allowed' });
		expect(service.received).toEqual([]);
	});
});

describe('at night', () => {
	const opened = () => house.store.read.select().from(jobs);

	test('nothing is sent, and all that waits is one push in the morning', async () => {
		await tell();
		clock.now = london('2026-11-24', '21:00');
		expect(await send()).toBeUndefined();
		await send();
		expect(service.received).toEqual([]);
		expect(await opened()).toMatchObject([
			{
				kind: 'push',
				body: { subscriptionId, personId: ASH },
				dedupe: `push:${subscriptionId}:morning:2026-11-25`,
				runAt: london('2026-11-25', '07:00')
			}
		]);
	});

	test('the last minute before it is day, and the first after it', async () => {
		await tell();
		clock.now = london('2026-11-24', '20:59');
		await send();
		clock.now = london('2026-11-25', '06:59');
		await send();
		clock.now = london('2026-11-25', '07:00');
		await send();
		expect(service.received).toHaveLength(2);
	});

	test('the morning’s own push waits itself', async () => {
		await tell();
		clock.now = london('2026-11-25', '05:00');
		await send();
		const [morning] = await opened();
		const again = await sendPush(
			house,
			{ subscriptionId, personId: ASH },
			{ id: morning?.id ?? '', attempts: 1 }
		);
		expect(again).toEqual({ again: london('2026-11-25', '07:00') });
	});

	test('what comes when the morning’s push has been and gone waits itself', async () => {
		await tell();
		clock.now = london('2026-11-25', '05:00');
		await send();
		await house.store.transaction((tx) => tx.update(jobs).set({ doneAt: clock.now }));
		expect(await send()).toEqual({ again: london('2026-11-25', '07:00') });
	});
});

describe('a push service that answers', () => {
	const answer = (status: number, headers: Record<string, string> = {}) =>
		service.answers.push({ status, headers });
	beforeEach(async () => void (await tell()));

	test.each([200, 201, 202])('%i has it', async (status) => {
		answer(status);
		expect(await send()).toBeUndefined();
		expect((await subscriptions())[0]?.reachedAt).toBe(NOON);
	});

	test.each([404, 410])('%i knows no such browser: it is forgotten', async (status) => {
		answer(status);
		expect(await send()).toBeUndefined();
		expect(await subscriptions()).toEqual([]);
		expect(await send()).toBeUndefined();
		expect(service.received).toHaveLength(1);
	});

	test('410 after the browser renewed itself takes nothing from it', async () => {
		const renewed = service.subscribed('renewed');
		service.server.prependOnceListener('request', () => {
			void house.store.transaction((tx) =>
				tx
					.update(pushSubscriptions)
					.set({ endpoint: renewed.endpoint })
					.where(eq(pushSubscriptions.id, subscriptionId))
			);
		});
		answer(410);
		await send();
		expect(await subscriptions()).toMatchObject([{ endpoint: renewed.endpoint }]);
	});

	test.each([429, 500, 503])('%i is asked again later', async (status) => {
		answer(status);
		const error = await thrown();
		expect(error).toBeInstanceOf(NotBefore);
		expect(error).toMatchObject({ reason: 'push_service_busy', at: 0 });
		expect((await subscriptions())[0]?.reachedAt).toBeNull();
	});

	test('429 for how long is heeded', async () => {
		answer(429, { 'retry-after': '120' });
		expect(await thrown()).toMatchObject({ at: NOON + 2 * MINUTE });
	});

	test.each([401, 403])(
		'%i does not accept our key: the browser keeps its place and the operator is told',
		async (status) => {
			const said: unknown[] = [];
			house.log.error = (...words: unknown[]) => void said.push(words);
			answer(status);
			expect(await thrown()).toMatchObject({ name: 'GiveUp', reason: 'push_key_refused' });
			expect(await subscriptions()).toHaveLength(1);
			expect(JSON.stringify(said)).toContain(new URL(service.origin).host);
			expect(JSON.stringify(said)).not.toContain('/wake/');
		}
	);

	test.each([
		[413, 'push_too_large'],
		[400, 'push_refused'],
		[301, 'push_refused'],
		[307, 'push_refused']
	])('%i won’t be asked again', async (status, reason) => {
		answer(status);
		const error = await thrown();
		expect(error).toBeInstanceOf(GiveUp);
		expect(error).toMatchObject({ reason });
		expect(service.received).toHaveLength(1);
	});
});
