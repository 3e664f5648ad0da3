import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHttpError, isRedirect, type Cookies } from '@sveltejs/kit';
import { pino } from 'pino';
import * as schema from '../../../src/lib/server/database/schema';
import { closeHouse, house, openHouse } from '../../../src/lib/server/house';
import { readCookie, whoIs } from '../../../src/lib/server/sessions';
import { freshPlace } from '../fresh';

export const ORIGIN = 'https://corner.test';

/** Everything that was logged since the house was opened. */
export const logged: string[] = [];

/** Opens the one house of this process over an empty database, as a server does that is not a demo. @returns how to close it */
export async function openOnEmpty(): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'corner-welcome-'));
	const { url, remove } = await freshPlace();
	const opened = await openHouse({ DATA_DIR: folder, DATABASE_URL: url, DEMO: 'off', LOG_LEVEL: 'trace' });
	logged.length = 0;
	opened.log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
	return async () => {
		await closeHouse();
		await remove();
		rmSync(folder, { recursive: true });
	};
}

let browsers = 0;

export type Door = (event: never) => unknown;

/** A browser: it keeps its cookies, and sends them. */
export class Browser {
	readonly jar = new Map<string, string>();
	readonly flags = new Map<string, Record<string, unknown>>();
	readonly address = `2001:db8:0:${(++browsers).toString(16)}::1`;

	async knock(door: Door, asked: { body?: unknown; form?: Record<string, string>; params?: object } = {}) {
		const url = new URL(ORIGIN);
		const cookies = {
			get: (name: string) => this.jar.get(name),
			set: (name: string, value: string, flags: Record<string, unknown>) => {
				if (flags.maxAge === 0) this.jar.delete(name);
				else this.jar.set(name, value);
				this.flags.set(name, flags);
			},
			delete: (name: string) => this.jar.delete(name)
		} as unknown as Cookies;
		const headers = {
			'user-agent': 'Mozilla/5.0 (Linux; Android 10; K) Chrome/156.0.0.0 Mobile Safari/537.36'
		};
		const body = asked.form ? formOf(asked.form) : JSON.stringify(asked.body);
		const event = {
			url,
			cookies,
			params: asked.params ?? {},
			request: new Request(url, { method: 'POST', headers, body }),
			locals: { who: await whoIs(house(), readCookie({ cookies, url })) },
			getClientAddress: () => this.address
		};
		try {
			return await door(event as never);
		} catch (thrown) {
			if (isRedirect(thrown) || isHttpError(thrown)) return thrown;
			throw thrown;
		}
	}

	async api(door: Door, body: unknown = {}, params = {}) {
		const answer = await this.knock(door, { body, params });
		if (isHttpError(answer)) return { status: answer.status, body: answer.body as never };
		const { status } = answer as Response;
		return { status, body: status === 204 ? undefined : await (answer as Response).json() };
	}

	get token() {
		return this.jar.get('__Host-session');
	}
}

function formOf(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

/** What the database holds of people and how they come in. */
export async function everyRow(): Promise<string> {
	const { people, invitations, phrases, sessions, challenges, passkeys, audit } = schema;
	const tables = [people, invitations, phrases, sessions, challenges, passkeys, audit];
	return JSON.stringify(await Promise.all(tables.map((table) => house().store.read.select().from(table))));
}
