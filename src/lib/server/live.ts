import { randomBytes } from 'node:crypto';
import { ALONE, type Others } from './replicas/others';

/** A space that moved: with "sync", all that a live stream ever says. */
export interface Moved {
	spaceId: string;
	revision: number;
}

interface Stream {
	personId: string;
	sessionId: string;
	/** @param id where in what this process told the stream now stands: the browser gives it back when it returns */
	send(told: Moved | 'sync', id: string): void;
	close(): void;
}

/**
 * The open streams of this process. Content never passes here: phones are told that a space moved, and sync.
 * What each person was told last is remembered by number, so that a stream which broke and came back knows whether
 * it missed anything. Only ever more is taken for missed than was: what this process did not see counts.
 */
export class Live {
	#streams = new Set<Stream>();
	/** Numbers go up through restarts too; those of another process say nothing here. */
	readonly #process = randomBytes(6).toString('base64url');
	#last = Date.now();
	#unseenUpTo = this.#last;
	#toldLast = new Map<string, number>();

	/** @param others the other processes on this database, who have streams of their own */
	constructor(readonly others: Others = ALONE) {}

	/** @returns what to call when the stream has gone */
	add(stream: Stream): () => void {
		this.#streams.add(stream);
		return () => this.#streams.delete(stream);
	}

	/** Where what this process told stands now. */
	get id(): string {
		return `${this.#last}.${this.#process}`;
	}

	/** Whether someone's stream may have missed something since it had this id. */
	missed(personId: string, id: string | null): boolean {
		const [number, process] = (id ?? '').split('.');
		if (process !== this.#process || !/^\d{1,15}$/.test(number ?? '')) return true;
		return Math.max(this.#unseenUpTo, this.#toldLast.get(personId) ?? 0) > Number(number);
	}

	/** Something happened of which nobody here worked out whom it reaches. */
	unseen(): void {
		this.#unseenUpTo = ++this.#last;
	}

	/** Tells every open stream of `personIds` that a space moved, or only to sync. */
	tell(personIds: ReadonlySet<string>, told: Moved | 'sync'): void {
		this.#last++;
		for (const personId of personIds) this.#toldLast.set(personId, this.#last);
		for (const stream of this.#streams) if (personIds.has(stream.personId)) stream.send(told, this.id);
	}

	/** Tells people who reach less than before to sync, and closes their streams: they come back as who they now are. */
	letGo(personIds: ReadonlySet<string>): void {
		this.tell(personIds, 'sync');
		for (const stream of this.#streams) if (personIds.has(stream.personId)) stream.close();
	}

	/** Tells everybody to sync. */
	tellEveryone(): void {
		this.unseen();
		for (const stream of this.#streams) stream.send('sync', this.id);
	}

	/** Closes at once the streams of ended sessions, wherever they are. */
	endSessions(sessionIds: ReadonlySet<string>): void {
		if (sessionIds.size === 0) return;
		this.endHere(sessionIds);
		this.others.tell({ ended: [...sessionIds] });
	}

	/** Closes at once the streams of ended sessions in this process. */
	endHere(sessionIds: ReadonlySet<string>): void {
		for (const stream of this.#streams) if (sessionIds.has(stream.sessionId)) stream.close();
	}

	closeAll(): void {
		for (const stream of this.#streams) stream.close();
	}

	get open(): number {
		return this.#streams.size;
	}
}
