import * as v from 'valibot';
import type { Instant } from '$lib/domain/clock/zones';
import { refuse, type Verdict } from '$lib/domain/entries/verdict';
import type { Change } from '../spaces';

/** One entry as an effect sees it: its body is read, its author known. */
export interface Writing<Body> {
	id: string;
	body: Body;
	authorId: string;
	writtenAt: Instant;
	/** The phone that wrote it was ahead of time. */
	clockAhead: boolean;
}

/** What the server does with one kind of entry: facts, the domain's rule, and the rows that follow from it. */
export type Effect = (
	change: Change,
	entry: Omit<Writing<unknown>, 'body'> & { body: unknown }
) => Promise<Verdict>;

/** An effect whose body is first read by its schema; one that can't be read is refused in plain words. */
export function effect<Schema extends v.GenericSchema>(
	schema: Schema,
	run: (change: Change, entry: Writing<v.InferOutput<Schema>>) => Promise<Verdict>
): Effect {
	return async (change, entry) => {
		const body = v.safeParse(schema, entry.body);
		return body.success ? run(change, { ...entry, body: body.output }) : refuse('unreadable');
	};
}
