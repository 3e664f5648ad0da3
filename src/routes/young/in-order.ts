import { app } from '$lib/device/app.svelte';
import type { EntryBodies, EntryKind } from '$lib/domain/entries/kinds';

let before: Promise<unknown> = Promise.resolve();

/** One after the other, so that of two quick taps the later one is also written later. Resolves once it is safe here. */
export function writeInOrder<Kind extends EntryKind>(kind: Kind, body: EntryBodies[Kind]): Promise<string> {
	const written = before.then(() => app.write(kind, body));
	before = written.catch(() => {});
	return written;
}
