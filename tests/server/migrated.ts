import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/lib/server/database/migrate';
import { freshPlace } from './fresh';

declare module 'vitest' {
	interface ProvidedContext {
		/** The address of a database on which the migrations have run, and that nobody opens: to be copied. */
		migrated: string;
	}
}

/** Runs the migrations once for all the tests of a run, and takes what they made away after them. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
	const { url, remove } = await freshPlace();
	await migrate(url);
	project.provide('migrated', url);
	return remove;
}
