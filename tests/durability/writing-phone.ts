import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from '../../src/lib/domain/entries/entry';

const BACKOFF = 25;

/** A phone that keeps writing, whatever becomes of the server, and remembers what it was promised. */
export class WritingPhone {
	/** Entries that the server said it has. */
	readonly acknowledged = new Set<string>();
	/** Every entry ever tried. */
	readonly tried = new Set<string>();
	#unsent: { id: string; kind: string; body: unknown; writtenAt: number }[] = [];

	constructor(
		readonly url: string,
		readonly cookie: string,
		readonly person: string,
		readonly pairingId: string
	) {}

	/** Signs in as one of the demo's cast. */
	static async signIn(url: string, key: string, person: string, pairingId: string): Promise<WritingPhone> {
		const answer = await fetch(`${url}/demo/${key}`, { redirect: 'manual' });
		const cookie = answer.headers
			.getSetCookie()
			.map((line) => line.split(';')[0])
			.join('; ');
		return new WritingPhone(url, cookie, person, pairingId);
	}

	/**
	 * Writes a few more and posts all that is unsent, as the outbox does: in order, and again a little after any
	 * failure. A phone that asked without a pause would leave the server no time to come back.
	 */
	async post(): Promise<void> {
		for (let more = 1 + Math.floor(Math.random() * 4); more > 0; more--) this.#write();
		while (!(await this.#postUnsent())) await pause(BACKOFF);
	}

	/** Posts until nothing is left. */
	async finish(): Promise<void> {
		while (this.#unsent.length > 0) if (!(await this.#postUnsent())) await pause(BACKOFF);
	}

	/** @returns whether the server answered */
	async #postUnsent(): Promise<boolean> {
		const batch = this.#unsent.slice(0, 50);
		const answer = await this.#send(batch);
		if (!answer) return false;
		const settled = new Set(answer.filter((outcome) => outcome.is === 'sent').map((outcome) => outcome.id));
		for (const id of settled) this.acknowledged.add(id);
		this.#unsent = this.#unsent.filter((entry) => !settled.has(entry.id));
		return true;
	}

	/** Everything that the server now holds for this phone’s pairing. */
	async readBack(): Promise<{ id: string; body: string }[]> {
		const answer = await fetch(`${this.url}/api/sync?since={}`, { headers: { cookie: this.cookie } });
		return (await answer.json()).rows.messages;
	}

	#write(): void {
		const id = randomUUID();
		this.tried.add(id);
		const body = { pairingId: this.pairingId, body: `words of ${id}` };
		this.#unsent.push({ id, kind: 'message', body, writtenAt: Date.now() });
	}

	async #send(entries: unknown[]): Promise<Outcome[] | undefined> {
		try {
			const answer = await fetch(`${this.url}/api/outbox`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', cookie: this.cookie, origin: this.url },
				body: JSON.stringify({ person: this.person, entries })
			});
			return answer.ok ? (await answer.json()).outcomes : undefined;
		} catch {
			return undefined;
		}
	}
}
