import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../log';
import type { News, Others } from './others';

const CHANNEL = 'corner_news';
/** PostgreSQL carries 8,000 bytes at once: so many ids fit with room to spare. */
const MOST_IDS = 40;
const SHORTEST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/** The other replicas, heard and told over one connection that does nothing else and is made anew when it breaks. */
export class PostgresOthers implements Others {
	/** Once the first connection stands or could not be made. */
	readonly ready: Promise<void>;
	readonly #url: string;
	readonly #log: Logger;
	#heard: (news: News) => void = () => {};
	#client: pg.Client | undefined;
	#untold: string[] = [];
	#telling: Promise<void> | undefined;
	/** Something could not be told, so it is told as soon as can be that there was something. */
	#missed = false;
	#closing = new AbortController();

	constructor(url: string, log: Logger) {
		this.#url = url;
		this.#log = log;
		this.ready = new Promise((resolve) => void this.#stayConnected(resolve));
	}

	listen(heard: (news: News) => void): void {
		this.#heard = heard;
	}

	tell(news: News): void {
		if (!this.#client) {
			this.#missed = true;
			return;
		}
		this.#untold.push(...inParts(news).map((part) => JSON.stringify(part)));
		this.#telling ??= this.#tellAll(this.#client);
	}

	async close(): Promise<void> {
		this.#closing.abort();
		await this.#telling;
		await this.#client?.end().catch(() => {});
	}

	async #stayConnected(tried: () => void): Promise<void> {
		let wait = SHORTEST_PAUSE;
		let before = false;
		while (!this.#closing.signal.aborted) {
			try {
				const { broken } = await this.#connect();
				if (before) this.#heard({ missed: true });
				before = true;
				wait = SHORTEST_PAUSE;
				tried();
				await broken;
			} catch (error) {
				this.#log.warn({ err: error }, 'other replicas not heard');
			}
			tried();
			await pause(Math.random() * wait, undefined, { signal: this.#closing.signal }).catch(() => {});
			wait = Math.min(wait * 2, LONGEST_PAUSE);
		}
	}

	/** @returns `broken`, which settles when the connection is no more */
	async #connect(): Promise<{ broken: Promise<void> }> {
		const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
		const broken = new Promise<void>((resolve) => {
			client.once('error', () => resolve());
			client.once('end', () => resolve());
		}).then(() => this.#lose(client));
		// Whoever closes doesn't wait for a connection that is only being made.
		client.on('error', () => {});
		try {
			await client.connect();
			client.on('notification', ({ processId, payload }) => this.#hear(client, processId, payload));
			await client.query(`listen ${CHANNEL}`);
		} catch (error) {
			this.#lose(client);
			throw error;
		}
		if (this.#closing.signal.aborted) await client.end();
		else this.#client = client;
		if (this.#missed) this.tell({ missed: true });
		this.#missed = false;
		return { broken };
	}

	#lose(client: pg.Client): void {
		if (this.#client === client) this.#client = undefined;
		client.end().catch(() => {});
	}

	/** What one told oneself comes back as well. */
	#hear(client: pg.Client, by: number, payload = '{}'): void {
		const { processID } = client as unknown as { processID: number };
		if (by !== processID) this.#heard(JSON.parse(payload) as News);
	}

	/** What comes meanwhile goes together. */
	async #tellAll(client: pg.Client): Promise<void> {
		while (this.#untold.length > 0) {
			const parts = this.#untold.splice(0, 100);
			const text = 'select pg_notify($1, part) from unnest($2::text[]) as part';
			await client.query({ name: 'tell', text, values: [CHANNEL, parts] }).catch(() => {
				this.#missed = true;
				this.#lose(client);
			});
		}
		this.#telling = undefined;
	}
}

function inParts({ missed, ...news }: News): News[] {
	const parts: News[] = missed ? [{ missed }] : [];
	for (const [name, list] of Object.entries(news))
		for (let from = 0; from < list.length; from += MOST_IDS)
			parts.push({ [name]: list.slice(from, from + MOST_IDS) });
	return parts;
}
