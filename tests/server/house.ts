import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Environment } from '../../src/lib/server/environment';
import type { House } from '../../src/lib/server/house';
import { Bell } from '../../src/lib/server/jobs/bell';
import { Live } from '../../src/lib/server/live';
import { openLog } from '../../src/lib/server/log';
import type { Secrets } from '../../src/lib/server/secrets';
import { freshStore } from './fresh';

/**
 * A house with a database and keys of its own. Closing its store removes it; so does the end of its test file.
 * @param now the clock it goes by
 */
export async function openTestHouse({ now = Date.now, demo = false } = {}): Promise<House> {
	const environment: Environment = {
		dataDir: resolve('data'),
		databaseUrl: 'file:not-opened-by-this-name',
		demo,
		origin: undefined,
		logLevel: 'silent',
		demoNow: undefined,
		pushSubject: undefined,
		pushServices: [],
		mail: undefined
	};
	return {
		environment,
		store: await freshStore(),
		secrets: testSecrets(),
		log: openLog('silent'),
		live: new Live(),
		jobs: new Bell(),
		now
	};
}

function testSecrets(): Secrets {
	const own = new Map<string, string>();
	const outboxKey = (personId: string) => {
		const key = own.get(personId) ?? randomBytes(32).toString('base64url');
		own.set(personId, key);
		return key;
	};
	return {
		sealing: randomBytes(32),
		audit: randomBytes(32),
		tokens: randomBytes(32),
		push: randomBytes(48),
		outboxKey
	};
}
