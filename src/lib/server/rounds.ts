import { HOUR, MINUTE } from '$lib/domain/clock/zones';
import type { House } from './house';
import { expireOffers } from './introductions/offer';
import { forgetDone } from './jobs/forget';
import { tellByTheClock } from './news';
import { forgetTries } from './people/throttle';
import { endOverSessions } from './sessions';
import { forgetNotices } from './telling/forget';
import { planWaits } from './telling/late';
import { planAll } from './telling/plan';

/** What the server does by itself, and how often: the pause between the end of one round and the next. */
const ROUNDS: { name: string; every: number; work: (house: House) => Promise<unknown> }[] = [
	{ name: 'who reaches what by the clock', every: MINUTE / 12, work: tellByTheClock },
	{ name: 'introductions past their time', every: HOUR / 4, work: expireOffers },
	{ name: 'sessions past their limit', every: 10 * MINUTE, work: endOverSessions },
	{ name: 'waits for an answer', every: 5 * MINUTE, work: planWaits },
	{ name: 'tries that no longer count', every: 5 * MINUTE, work: forgetTries },
	{ name: 'jobs done long ago', every: HOUR, work: forgetDone },
	{ name: 'pairings without a plan', every: HOUR, work: planAll },
	{ name: 'what people were told long ago', every: 12 * HOUR, work: forgetNotices }
];

/** Keeps making its rounds while the server runs; one that fails is logged and comes round again. @returns how to stop */
export function startRounds(house: House): () => void {
	const timers = new Map<string, NodeJS.Timeout>();
	let stopped = false;
	for (const { name, every, work } of ROUNDS) {
		const turn = async () => {
			await work(house).catch((error: unknown) =>
				house.log.error({ err: error, round: name }, 'round failed')
			);
			if (!stopped) timers.set(name, setTimeout(turn, every).unref());
		};
		void turn();
	}
	return () => {
		stopped = true;
		for (const timer of timers.values()) clearTimeout(timer);
	};
}
