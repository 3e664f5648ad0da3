/** A space that moved: all that a live stream ever says. */
export interface Moved {
	spaceId: string;
	revision: number;
}

interface Stream {
	personId: string;
	sessionId: string;
	send(moved: Moved): void;
	close(): void;
}

/** The open streams of this process. Content never passes here: phones are told that a space moved, and sync. */
export class Live {
	#streams = new Set<Stream>();

	/** @returns what to call when the stream has gone */
	add(stream: Stream): () => void {
		this.#streams.add(stream);
		return () => this.#streams.delete(stream);
	}

	/** Tells every open stream of `personIds` that a space moved. */
	tell(personIds: ReadonlySet<string>, moved: Moved): void {
		for (const stream of this.#streams) if (personIds.has(stream.personId)) stream.send(moved);
	}

	/** Closes at once the streams of ended sessions. */
	endSessions(sessionIds: ReadonlySet<string>): void {
		for (const stream of this.#streams) if (sessionIds.has(stream.sessionId)) stream.close();
	}

	closeAll(): void {
		for (const stream of this.#streams) stream.close();
	}

	get open(): number {
		return this.#streams.size;
	}
}
