import type { Identity, SealedEntry } from '../database';
import type { Phone } from '../phone';

/** What sending needs of the phone's own database, and no more. The worker asks for it in a few lines of its own. */
export interface Entries {
	/** Who is signed in on this phone, as far as it knows. */
	identity(): Promise<Identity | undefined>;
	/**
	 * Looks at everything of one person, in the order of writing, and keeps what `work` changed of it; nobody else
	 * gets in between.
	 */
	change<T>(person: string, work: (mine: SealedEntry[]) => Change<T>): Promise<T>;
}

export interface Change<T> {
	changed: SealedEntry[];
	result: T;
}

/** What a round of sending stands on, in the app as in the worker. */
export type Sender = Pick<Phone, 'lock' | 'fetch' | 'clock' | 'entries'>;
