import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { and, eq, lte, sql } from 'drizzle-orm';
import { MINUTE, type Instant } from '$lib/domain/clock/zones';
import { NUDGE_EVERY } from '$lib/domain/telling/mail';
import { tries } from '../database/schema';
import type { Transaction } from '../database/store';
import type { House } from '../house';

const WINDOW = 15 * MINUTE;
/** Tries in one window. A whole school may come from one address; one account has one owner. */
export const TRIES = {
	...{ address: 60, codeName: 10, device: 10, passkeys: 120, calendar: 60 },
	/** E-mails that ask whether an address is theirs: by who asks, and to one address. */
	...{ mailBy: 5, mailTo: 3 },
	/** Nudges by e-mail to one person. */
	nudge: 1
} as const;

type Counted = keyof typeof TRIES;

const windowOf = (what: Counted) => (what === 'nudge' ? NUDGE_EVERY : WINDOW);

/** A try that may be made now, or the moment from which one may. */
export type Turn = { is: 'yours'; giveBack(): Promise<void> } | { is: 'later'; from: Instant };

/**
 * Takes one try from each count, before it is known whether it succeeds, so that fifty at once are fifty. Counts are
 * rows: replicas count together, and a restart forgets none.
 */
export async function takeTurn(house: House, counts: Partial<Record<Counted, string>>): Promise<Turn> {
	const asked = (Object.entries(counts) as [Counted, string][]).map(([what, key]) => ({
		id: idOf(house, what, key),
		most: TRIES[what],
		lasts: windowOf(what)
	}));
	const from = await house.store.transaction(async (tx) => {
		for (const one of asked) {
			const until = await countOne(tx, one, house.now());
			if (until !== undefined) return until;
		}
		return undefined;
	});
	if (from !== undefined) return { is: 'later', from };
	return {
		is: 'yours',
		async giveBack() {
			await house.store.transaction(async (tx) => {
				for (const { id } of asked) await giveOneBack(tx, id);
			});
		}
	};
}

/** @returns from when on there is one again, where there is none: that is not counted */
async function countOne(
	tx: Transaction,
	{ id, most, lasts }: { id: string; most: number; lasts: number },
	now: Instant
): Promise<Instant | undefined> {
	const [row] = await tx.select().from(tries).where(eq(tries.id, id));
	const goesOn = row !== undefined && row.until > now;
	if (goesOn && row.count >= most) return row.until;
	const next = goesOn ? { count: row.count + 1, until: row.until } : { count: 1, until: now + lasts };
	await tx
		.insert(tries)
		.values({ id, ...next })
		.onConflictDoUpdate({ target: tries.id, set: next });
	return undefined;
}

/** With the last one given back, it is as if nothing had been counted. */
async function giveOneBack(tx: Transaction, id: string): Promise<void> {
	await tx
		.update(tries)
		.set({ count: sql`${tries.count} - 1` })
		.where(eq(tries.id, id));
	await tx.delete(tries).where(and(eq(tries.id, id), lte(tries.count, 0)));
}

/** Forgets counts whose window has closed. For a round. */
export async function forgetTries(house: House): Promise<void> {
	await house.store.transaction((tx) => tx.delete(tries).where(lte(tries.until, house.now())));
}

/** A key of any length is counted under a short one that names nobody. */
function idOf({ secrets }: House, what: Counted, key: string): string {
	return createHmac('sha256', secrets.tokens)
		.update(JSON.stringify(['try', what, key]))
		.digest('base64url');
}

/** Who counts as one caller: an address, or the network of an IPv6 one, of which anybody has many. */
export function callerOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail] = plain.split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const gap =
		tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	return [...before, ...gap, ...after]
		.slice(0, 4)
		.map((part) => parseInt(part, 16).toString(16))
		.join(':');
}
