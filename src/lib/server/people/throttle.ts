import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MINUTE, type Instant } from '$lib/domain/clock/zones';
import type { House } from '../house';

const WINDOW = 15 * MINUTE;
/** Tries in one window. A whole school may come from one address; one account has one owner. */
export const TRIES = { address: 60, codeName: 10, device: 10, passkeys: 120 } as const;

type Counted = keyof typeof TRIES;

/** A try that may be made now, or the moment from which one may. */
export type Turn = { is: 'yours'; giveBack(): Promise<void> } | { is: 'later'; from: Instant };

const counters = new WeakMap<House, Record<Counted, RateLimiterMemory>>();

function countersOf(house: House): Record<Counted, RateLimiterMemory> {
	let found = counters.get(house);
	if (!found) {
		const counter = (what: Counted) =>
			new RateLimiterMemory({ points: TRIES[what], duration: WINDOW / 1000 });
		found = {
			address: counter('address'),
			codeName: counter('codeName'),
			device: counter('device'),
			passkeys: counter('passkeys')
		};
		counters.set(house, found);
	}
	return found;
}

/**
 * Takes one try from each count, before it is known whether it succeeds, so that fifty at once are fifty.
 * Counts live in memory: a restart forgets them, and 33 bits of phrase do not mind.
 */
export async function takeTurn(house: House, counts: Partial<Record<Counted, string>>): Promise<Turn> {
	const counting = countersOf(house);
	const asked = Object.entries(counts) as [Counted, string][];
	try {
		for (const [what, key] of asked) await counting[what].consume(key);
	} catch (full) {
		if (!(full instanceof RateLimiterRes)) throw full;
		return { is: 'later', from: house.now() + full.msBeforeNext };
	}
	return {
		is: 'yours',
		async giveBack() {
			for (const [what, key] of asked) await counting[what].reward(key);
		}
	};
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
