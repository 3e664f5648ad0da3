import type { Instant } from '$lib/domain/clock/zones';
import type { Letters } from '$lib/domain/telling/mail';
import { openStore, type Store } from './database/store';
import { migrate } from './database/migrate';
import { readEnvironment, type Environment } from './environment';
import { Bell } from './jobs/bell';
import { Live } from './live';
import { openLog, type Logger } from './log';
import { hearOthers } from './news';
import { openOthers } from './replicas/open';
import { openSecrets, type Secrets } from './secrets';

/** Everything that the server's rooms stand on. Passed in, so that tests can build one of their own. */
export interface House {
	environment: Environment;
	store: Store;
	secrets: Secrets;
	/** What e-mails say: the server has no sentences of its own, so whoever opens the house brings them. */
	letters?: Letters;
	log: Logger;
	live: Live;
	jobs: Bell;
	now(): Instant;
}

let standing: House | undefined;

/**
 * Opens the one house of this process: settings, keys, database brought up to date.
 * @throws SetUpMistake with a plain text when a setting, key or the database is not fit
 */
export async function openHouse(variables: Record<string, string | undefined>): Promise<House> {
	const environment = readEnvironment(variables);
	const secrets = openSecrets(environment.dataDir);
	const log = openLog(environment.logLevel);
	await migrate(environment.databaseUrl);
	const store = openStore(environment.databaseUrl);
	await store.check();
	const ahead = environment.demoNow === undefined ? 0 : environment.demoNow - Date.now();
	standing = {
		...{ environment, store, secrets, log },
		live: new Live(await openOthers(environment.databaseUrl, log)),
		jobs: new Bell(),
		now: () => Date.now() + ahead
	};
	hearOthers(standing);
	return standing;
}

/** The house of this process. Routes call it; rooms take it as an argument. */
export function house(): House {
	if (!standing) throw new Error('The house is not open yet.');
	return standing;
}

export async function closeHouse(): Promise<void> {
	const closing = standing;
	if (!closing) return;
	closing.live.closeAll();
	await closing.live.others.close();
	await closing.store.close();
	standing = undefined;
}
