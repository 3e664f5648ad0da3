import type { Moved } from '../live';

/** What processes on one database tell each other: ids and revisions, never a word of what it is about. */
export interface News {
	moved?: Moved[];
	/** People who reach less than before. */
	shutOut?: string[];
	/** Sessions that are over. */
	ended?: string[];
	/** Something was missed: whoever is looking had better sync. */
	missed?: true;
}

/** The other processes on this database. What they miss, they catch up with by sync. */
export interface Others {
	/** Tells them, without waiting. */
	tell(news: News): void;
	/** @param heard is called with what they tell */
	listen(heard: (news: News) => void): void;
	close(): Promise<void>;
}

/** On a file there is nobody else. */
export const ALONE: Others = { tell() {}, listen() {}, async close() {} };
