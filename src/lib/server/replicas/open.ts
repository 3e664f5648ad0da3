import { engineOf } from '../database/engine';
import type { Logger } from '../log';
import { ALONE, type Others } from './others';
import { PostgresOthers } from './postgres';

/** The other processes on this database, where the engine allows any. */
export async function openOthers(databaseUrl: string, log: Logger): Promise<Others> {
	if (engineOf(databaseUrl) === 'sqlite') return ALONE;
	const others = new PostgresOthers(databaseUrl, log);
	await others.ready;
	return others;
}
