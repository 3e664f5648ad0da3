import { ENGINE } from '../database/engine';
import type { House } from '../house';
import { claim, handBack, LEASE, nextDue, renew, type Claimed } from './claim';
import type { JobKind } from './enqueue';
import { doOne } from './one';

/** Replicas don't ring at each other’s doors, so each looks by itself this often; on a file only to be sure. */
const LONGEST_SLEEP = ENGINE === 'postgres' ? 5_000 : 30_000;
/** How long what is under way may take when the server stops, which it does within a second. */
const LAST_ORDERS = 200;

/** Does jobs of some kinds, so many at once, and sleeps until the next is due. */
export class Lane {
	readonly #house: House;
	readonly #kinds: readonly JobKind[];
	readonly #slots: number;
	#running = new Map<Claimed, Promise<void>>();
	#looking: Promise<void> | undefined;
	#lookAgain = false;
	#sleep: { until: number; timer: NodeJS.Timeout } | undefined;
	#alive: NodeJS.Timeout | undefined;
	#unlisten = () => {};
	#stopped = false;

	constructor(house: House, kinds: readonly JobKind[], slots: number) {
		this.#house = house;
		this.#kinds = kinds;
		this.#slots = slots;
	}

	start(): void {
		this.#unlisten = this.#house.jobs.listen((at) => {
			if (!this.#sleep || at < this.#sleep.until) this.#look();
		});
		this.#alive = setInterval(() => void this.#stayAlive(), LEASE / 3).unref();
		this.#look();
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		this.#unlisten();
		clearInterval(this.#alive);
		clearTimeout(this.#sleep?.timer);
		await this.#looking;
		const all = Promise.all(this.#running.values());
		await Promise.race([all, new Promise((late) => setTimeout(late, LAST_ORDERS))]);
		if (this.#running.size > 0) await handBack(this.#house, this.#leases());
	}

	#look(): void {
		this.#lookAgain = true;
		this.#looking ??= this.#lookWhileAsked();
	}

	async #lookWhileAsked(): Promise<void> {
		while (this.#lookAgain && !this.#stopped) {
			this.#lookAgain = false;
			clearTimeout(this.#sleep?.timer);
			this.#sleep = undefined;
			try {
				await this.#takeUp();
			} catch (error) {
				this.#house.log.error({ err: error }, 'jobs not taken up');
				this.#sleepUntil(this.#house.now() + LONGEST_SLEEP);
			}
		}
		this.#looking = undefined;
	}

	async #takeUp(): Promise<void> {
		const free = this.#slots - this.#running.size;
		// Whoever ends looks again.
		if (free === 0) return;
		const taken = await claim(this.#house, this.#kinds, free);
		for (const job of taken) this.#run(job);
		if (taken.length === free) return;
		const next = await nextDue(this.#house, this.#kinds);
		this.#sleepUntil(Math.min(next ?? Infinity, this.#house.now() + LONGEST_SLEEP));
	}

	#run(job: Claimed): void {
		const run = doOne(this.#house, job)
			.catch((error: unknown) =>
				this.#house.log.error({ err: error, job: job.id }, 'end of a job not written down')
			)
			.finally(() => {
				this.#running.delete(job);
				this.#look();
			});
		this.#running.set(job, run);
	}

	#sleepUntil(until: number): void {
		if (this.#stopped || this.#lookAgain) return;
		const timer = setTimeout(() => this.#look(), Math.max(0, until - this.#house.now())).unref();
		this.#sleep = { until, timer };
	}

	async #stayAlive(): Promise<void> {
		if (this.#running.size === 0) return;
		await renew(this.#house, this.#leases()).catch((error: unknown) =>
			this.#house.log.warn({ err: error }, 'leases not renewed')
		);
	}

	#leases(): string[] {
		return [...new Set([...this.#running.keys()].map(({ leaseId }) => leaseId))];
	}
}
