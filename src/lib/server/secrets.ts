import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpMistake } from './environment';

/** Keys made on first run and kept beside the data, outside the database. Losing them loses every message. */
export interface Secrets {
	/** AES-256 key of what is sealed in the database. */
	sealing: Buffer;
	/** HMAC key of the audit chain. */
	audit: Buffer;
	/** HMAC key of short-lived tokens: known devices, offered phrases. */
	tokens: Buffer;
	/** 384 bits of which the key pair is made that push services know us by. */
	push: Buffer;
	/** The key that seals one person's unsent entries on their phone, base64url. Always the same for one person. */
	outboxKey(personId: string): string;
}

/**
 * Reads `secrets.json` in the data folder, or makes it.
 * @throws SetUpMistake when the file is there and cannot be used: a new one would make old messages unreadable
 */
export function openSecrets(dataDir: string): Secrets {
	const file = join(dataDir, 'secrets.json');
	const master = existsSync(file) ? readMaster(file) : makeMaster(dataDir, file);
	const key = (purpose: string, bytes = 32) => Buffer.from(hkdfSync('sha256', master, '', purpose, bytes));
	return {
		sealing: key('sealing'),
		audit: key('audit'),
		tokens: key('tokens'),
		push: key('push', 48),
		outboxKey: (personId) => key(`outbox ${personId}`).toString('base64url')
	};
}

function readMaster(file: string): Buffer {
	try {
		const { master } = JSON.parse(readFileSync(file, 'utf8')) as { master: string };
		const bytes = Buffer.from(master, 'base64url');
		if (bytes.length === 32) return bytes;
	} catch {
		// Falls through to the same plain message.
	}
	throw new SetUpMistake(
		`${file} can’t be read. Bring it back from a backup: without it, messages stay sealed.`
	);
}

function makeMaster(dataDir: string, file: string): Buffer {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const master = randomBytes(32);
	const fresh = `${file}.new`;
	writeFileSync(fresh, JSON.stringify({ master: master.toString('base64url') }), {
		mode: 0o600,
		flush: true
	});
	renameSync(fresh, file);
	chmodSync(file, 0o600);
	return master;
}
