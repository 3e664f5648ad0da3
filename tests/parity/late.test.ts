import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { PersonDatabase } from '../../src/lib/device/database';
import { replies } from '../../src/lib/device/replies';
import { DAY, instantAt, type Instant } from '../../src/lib/domain/clock/zones';
import type { ReadingWindow } from '../../src/lib/domain/pairings/agreement';
import { stepsOf, type Steps } from '../../src/lib/domain/telling/late';
import { agreements, jobs, pairings } from '../../src/lib/server/database/schema';
import type { House } from '../../src/lib/server/house';
import { change } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { waitIn } from '../../src/lib/server/telling/wait-facts';
import { openTestHouse } from '../server/house';
import { ASH, SAM } from '../server/pairing';
import { AWAY, coverAgreed, PAIRING, post } from '../server/pairings/standing-in';
import { took } from './took';

const london = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const tuesdays = (from: string, to: string): ReadingWindow[] => [{ weekday: 2, from, to }];
const TEN = london('2026-11-24', '10:00');
const SIX = london('2026-11-24', '18:00');

/** Something that makes the moments what they are, and when the first step must come everywhere. */
interface Case {
	name: string;
	/** What is agreed from the beginning, instead of the usual. */
	hours?: ReadingWindow[];
	/** A version that comes into force the moment before, at, or after the first thing is written. */
	changedAt?: Instant;
	/** The mentor’s days away, marked before it. */
	away?: { from: string; until: string };
	covered?: boolean;
	noThanks?: boolean;
	says?: 'message' | 'reply' | 'talk' | 'message, then talk' | 'message, pause and on';
	first: Instant;
}

const CASES: Case[] = [
	{ name: 'the usual hours', first: london('2026-11-24', '20:00') },
	{ name: 'a check-in that hopes for a reply', says: 'reply', first: london('2026-11-24', '20:00') },
	{ name: '“Can we talk?”', says: 'talk', first: SIX },
	{ name: 'a message, and later “Can we talk?”', says: 'message, then talk', first: SIX },
	{
		name: 'after a pause',
		says: 'message, pause and on',
		first: london('2026-11-24', '20:00')
	},
	{ name: 'no hours agreed', hours: [], first: london('2026-11-24', '20:00') },
	{ name: 'a version the moment before', changedAt: TEN - 1, first: london('2026-12-15', '13:00') },
	{ name: 'a version at the very moment', changedAt: TEN, first: london('2026-12-15', '13:00') },
	{ name: 'a version the moment after', changedAt: TEN + 1, first: london('2026-11-24', '20:00') },
	{
		name: 'a short time away with nobody to stand in',
		away: { from: '2026-11-24', until: '2026-11-24' },
		first: london('2026-11-25', '20:00')
	},
	{
		name: 'days away with nobody to stand in',
		away: { from: '2026-11-24', until: '2026-11-27' },
		first: TEN
	},
	{
		name: 'days away on which somebody stands in',
		away: { from: '2026-11-24', until: '2026-11-27' },
		covered: true,
		first: london('2026-11-24', '20:00')
	},
	{
		name: 'a “no thanks” to whoever stands in',
		away: { from: '2026-11-24', until: '2026-11-27' },
		...{ covered: true, noThanks: true },
		first: TEN
	}
];

let house: House;
const clock = { now: 0 };
afterEach(() => house.store.close());

async function happens(one: Case): Promise<void> {
	clock.now = TEN - 14 * DAY;
	house = await openTestHouse({ now: () => clock.now });
	await coverAgreed(house, clock.now);
	await change(house, null, async ({ tx }) => {
		if (one.hours)
			await tx.update(agreements).set({ hours: one.hours }).where(eq(agreements.pairingId, PAIRING));
		if (!one.covered) await tx.update(pairings).set({ coverOfferId: null }).where(eq(pairings.id, PAIRING));
	});
	clock.now = TEN - DAY;
	if (one.away) expect(await post(house, SAM, 'away', one.away, AWAY)).toBe('sent');
	const answer = { awayId: AWAY, pairingId: PAIRING, says: 'no_thanks' };
	if (one.noThanks) expect(await post(house, ASH, 'cover-answer', answer)).toBe('sent');
	if (one.changedAt !== undefined) await anotherVersion(one.changedAt);
	clock.now = TEN;
	const checkIn = { pairingId: PAIRING, feeling: 'rough', line: '' };
	const message = { pairingId: PAIRING, body: 'are you there?' };
	const says = one.says ?? 'message';
	if (says.startsWith('message')) await post(house, ASH, 'message', message);
	else await post(house, ASH, 'check-in', { ...checkIn, hope: says });
	if (says === 'message, pause and on')
		for (const wants of ['pause', 'go_on']) await post(house, ASH, 'parting', { pairingId: PAIRING, wants });
	if (says === 'message, then talk') await post(house, ASH, 'check-in', { ...checkIn, hope: 'talk' });
}

async function anotherVersion(from: Instant): Promise<void> {
	await change(house, null, async (making) => {
		const [before] = await making.tx.select().from(agreements).where(eq(agreements.pairingId, PAIRING));
		await making.tx.insert(agreements).values({
			...before!,
			...{ id: 'another-version', version: 2, hours: tuesdays('12:00', '13:00'), from },
			revision: await making.revision(before!.spaceId)
		});
	});
}

async function byThePhone(): Promise<Steps | undefined> {
	Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
	const rows = new PersonDatabase(SAM);
	const answer = await sync(house, SAM, {});
	await took(rows, answer);
	const [reply] = await replies(rows, Promise.resolve([]));
	rows.close();
	return reply?.steps;
}

async function byTheServer(): Promise<Steps | undefined> {
	const known = await waitIn(house.store.read, PAIRING);
	return known && stepsOf(known.wait, known.facts);
}

async function byTheJob(): Promise<Instant | undefined> {
	const rows = await house.store.read.select({ runAt: jobs.runAt }).from(jobs).where(eq(jobs.kind, 'late'));
	return rows.length === 0 ? undefined : Math.min(...rows.map(({ runAt }) => runAt));
}

describe('a late answer comes to its steps at the same moments on phone and server', () => {
	test.each(CASES)('$name', async (one) => {
		await happens(one);
		const steps = await byTheServer();
		expect(await byThePhone()).toEqual(steps);
		expect(steps?.nudgeAt ?? steps?.lookAt).toBe(one.first);
		expect(await byTheJob()).toBe(one.first + 1);
	});
});
