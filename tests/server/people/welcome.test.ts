import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { isActionFailure, isHttpError, isRedirect, type Cookies } from '@sveltejs/kit';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as schema from '../../../src/lib/server/database/schema';
import { closeHouse, openHouse, type House } from '../../../src/lib/server/house';
import { invite } from '../../../src/lib/server/people/invitations';
import { setUpLink } from '../../../src/lib/server/people/set-up';
import { readCookie, whoIs } from '../../../src/lib/server/sessions';
import * as joinAnswer from '../../../src/routes/api/passkeys/join/answer/+server';
import * as joinAsk from '../../../src/routes/api/passkeys/join/ask/+server';
import * as setUpAnswer from '../../../src/routes/api/passkeys/set-up/answer/+server';
import * as setUpAsk from '../../../src/routes/api/passkeys/set-up/ask/+server';
import * as signInAnswer from '../../../src/routes/api/passkeys/sign-in/answer/+server';
import * as signInAsk from '../../../src/routes/api/passkeys/sign-in/ask/+server';
import * as devices from '../../../src/routes/api/devices/+server';
import * as device from '../../../src/routes/api/devices/[id]/+server';
import * as session from '../../../src/routes/api/session/+server';
import * as invitation from '../../../src/routes/(welcome)/invitation/[token]/+page.server';
import * as words from '../../../src/routes/(welcome)/invitation/[token]/words/+page.server';
import * as slipPage from '../../../src/routes/(welcome)/invitation/+page.server';
import * as setUpPage from '../../../src/routes/(welcome)/set-up/[token]/+page.server';
import * as signIn from '../../../src/routes/(welcome)/sign-in/+page.server';
import { freshPlace } from '../fresh';
import { Authenticator } from './authenticator';
import { aPerson, aProgramme } from './programme';

const ORIGIN = 'https://corner.test';
let house: House;
let folder: string;
let logged: string;

beforeEach(async () => {
	folder = mkdtempSync(path(tmpdir(), 'corner-welcome-'));
	const { url } = await freshPlace();
	house = await openHouse({ DATA_DIR: folder, DATABASE_URL: url, DEMO: 'off', LOG_LEVEL: 'trace' });
	logged = '';
	house.log = pino({ level: 'trace' }, { write: (line) => void (logged += line) });
});

afterEach(async () => {
	await closeHouse();
	rmSync(folder, { recursive: true });
});

type Door = (event: never) => unknown;

/** A browser: it keeps its cookies, and sends them. */
class Browser {
	readonly jar = new Map<string, string>();
	readonly flags = new Map<string, Record<string, unknown>>();
	address = '192.0.2.1';

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
			locals: { who: await whoIs(house, readCookie({ cookies, url })) },
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

async function everyRow(): Promise<string> {
	const { people, invitations, phrases, sessions, challenges, passkeys, audit } = schema;
	const tables = [people, invitations, phrases, sessions, challenges, passkeys, audit];
	return JSON.stringify(await Promise.all(tables.map((table) => house.store.read.select().from(table))));
}

async function aSlip(role: 'young' | 'mentor' = 'young') {
	const programmeId = await aProgramme(house);
	const personId = await aPerson(house, programmeId, 'Ash', role);
	const byId = await aPerson(house, programmeId, 'Nadia', 'coordinator');
	const { secret } = await invite(house, { programmeId, personId, byId });
	return { secret, personId, programmeId, byId, params: { token: secret } };
}

interface Table {
	step: string;
	name: { words: string; offer: string };
	phrase: { words: string; offer: string };
	problem?: string;
}
const carried = ({ name, phrase }: Table) => ({ 'code-name': name.offer, phrase: phrase.offer });

describe('an invited young person', () => {
	test('sees who invited them to what, and nothing about themselves', async () => {
		const { params, secret } = await aSlip();
		const data = await new Browser().knock(invitation.load as Door, { params });
		expect(data).toEqual({
			slip: secret,
			programme: 'Riverside mentoring',
			invitedBy: 'Nadia',
			byPhrase: true
		});
	});

	test('changes the words until they like them, joins, and signs in with them elsewhere', async () => {
		const { params, personId, secret } = await aSlip();
		const browser = new Browser();
		const { table } = (await browser.knock(words.load as Door, { params })) as { table: Table };
		const renamed = (await browser.knock(words.actions['other-name'] as Door, {
			params,
			form: carried(table)
		})) as Table;
		expect(renamed.phrase).toEqual(table.phrase);
		expect(renamed.name.words).not.toBe(table.name.words);
		const chosen = (await browser.knock(words.actions['other-words'] as Door, {
			params,
			form: carried(renamed)
		})) as Table;
		expect(chosen.name).toEqual(renamed.name);
		expect(chosen.phrase.words).not.toBe(renamed.phrase.words);
		const kept = (await browser.knock(words.actions.keep as Door, {
			params,
			form: carried(chosen)
		})) as Table;
		expect(kept).toEqual({ ...chosen, step: 'keep' });
		expect(await everyRow()).not.toContain(chosen.name.words);

		const joined = await browser.knock(words.actions.join as Door, { params, form: carried(kept) });
		expect(joined).toMatchObject({ status: 303, location: '/start' });
		expect((await whoIs(house, browser.token))?.personId).toBe(personId);

		const other = new Browser();
		const form = { 'code-name': chosen.name.words, words: chosen.phrase.words };
		expect(await other.knock(signIn.actions.default as Door, { form })).toMatchObject({ location: '/start' });
		expect((await whoIs(house, other.token))?.personId).toBe(personId);

		const rows = await everyRow();
		const secrets = [
			secret,
			chosen.phrase.words,
			...[browser, other].map(({ token }) => token?.split('.')[1] ?? '?')
		];
		for (const one of secrets) {
			expect(rows).not.toContain(one);
			expect(logged).not.toContain(one);
		}
		expect(logged).toContain('signed in');
	});

	test('cannot set words of their own making', async () => {
		const { params } = await aSlip();
		const form = { 'code-name': 'quiet otter', phrase: 'one two three' };
		const answer = await new Browser().knock(words.actions.join as Door, { params, form });
		expect(isActionFailure(answer) && answer.data).toMatchObject({ problem: 'stale', step: 'pick' });
		expect(await house.store.read.select().from(schema.phrases)).toEqual([]);
	});

	test('who comes second to the same slip finds nothing', async () => {
		const { params } = await aSlip();
		const { table } = (await new Browser().knock(words.load as Door, { params })) as { table: Table };
		await new Browser().knock(words.actions.join as Door, { params, form: carried(table) });
		const late = new Browser();
		for (const door of [words.load, invitation.load, words.actions.join])
			expect(await late.knock(door as Door, { params, form: carried(table) })).toMatchObject({ status: 404 });
		expect(late.token).toBeUndefined();
	});

	test('comes in with the lock of their phone', async () => {
		const { secret, personId } = await aSlip();
		const browser = new Browser();
		const phone = new Authenticator(ORIGIN);
		const { body: asked } = await browser.api(joinAsk.POST as Door, { slip: secret });
		const { options, ...question } = asked;
		const answer = { slip: secret, ...question, response: phone.make(options) };
		const { status, body } = await browser.api(joinAnswer.POST as Door, answer);
		expect(status).toBe(200);
		expect(body.codeName).toBe(options.user.name);
		expect((await whoIs(house, browser.token))?.personId).toBe(personId);
		expect((await new Browser().api(joinAnswer.POST as Door, answer)).status).toBe(404);

		const other = new Browser();
		const { body: signing } = await other.api(signInAsk.POST as Door);
		const response = phone.sign(signing.options);
		const signed = await other.api(signInAnswer.POST as Door, { challengeId: signing.challengeId, response });
		expect(signed.status).toBe(204);
		expect((await whoIs(house, other.token))?.personId).toBe(personId);
	});

	test('types the letters of a slip as they stand there', async () => {
		const { secret } = await aSlip();
		const form = { slip: secret.toUpperCase().replaceAll(/(.{4})/g, '$1 ') };
		const answer = await new Browser().knock(slipPage.actions.default as Door, { form });
		expect(answer).toMatchObject({ location: `/invitation/${secret}` });
		const wrong = await new Browser().knock(slipPage.actions.default as Door, { form: { slip: 'abc' } });
		expect(isActionFailure(wrong) && wrong.data).toEqual({ typed: 'abc' });
	});
});

test('an invited mentor is not offered words', async () => {
	const { params } = await aSlip('mentor');
	const browser = new Browser();
	expect(await browser.knock(invitation.load as Door, { params })).toMatchObject({ byPhrase: false });
	expect(await browser.knock(words.load as Door, { params })).toMatchObject({ status: 404 });
});

describe('signing in', () => {
	const wrong = { 'code-name': 'quiet otter', words: 'not these words' };

	test('answers somebody unknown with what they typed and nothing of the words', async () => {
		const answer = await new Browser().knock(signIn.actions.default as Door, { form: wrong });
		expect(isActionFailure(answer) && [answer.status, answer.data]).toEqual([
			400,
			{ codeName: 'quiet otter', why: 'wrong' }
		]);
	});

	test('says when to try again', async () => {
		const browser = new Browser();
		for (let turn = 0; turn < 10; turn++)
			await browser.knock(signIn.actions.default as Door, { form: wrong });
		const answer = await browser.knock(signIn.actions.default as Door, { form: wrong });
		expect(isActionFailure(answer) && answer.status).toBe(429);
		expect(isActionFailure(answer) && answer.data).toMatchObject({ why: 'later', codeName: 'quiet otter' });
	});

	test('ends the session that was there before, and marks the device', async () => {
		const { params } = await aSlip();
		const browser = new Browser();
		const { table } = (await browser.knock(words.load as Door, { params })) as { table: Table };
		await browser.knock(words.actions.join as Door, { params, form: carried(table) });
		const before = browser.token;
		const form = { 'code-name': table.name.words, words: table.phrase.words };
		await browser.knock(signIn.actions.default as Door, { form });
		expect(browser.token).not.toBe(before);
		expect(await whoIs(house, before)).toBeNull();
		expect(await house.store.read.select().from(schema.sessions)).toHaveLength(1);
		for (const name of ['__Host-session', '__Host-known'])
			expect(browser.flags.get(name)).toMatchObject({
				secure: true,
				httpOnly: true,
				sameSite: 'lax',
				path: '/'
			});
	});

	test('tells our own pages which session is here, and no more than that', async () => {
		const { params } = await aSlip();
		const browser = new Browser();
		const { table } = (await browser.knock(words.load as Door, { params })) as { table: Table };
		await browser.knock(words.actions.join as Door, { params, form: carried(table) });
		expect(browser.jar.get('here')).toBe(browser.token?.split('.')[0]);
		await browser.api(session.DELETE as Door);
		expect([...browser.jar.keys()]).toEqual(['__Host-known']);
	});
});

describe('a session', () => {
	async function signedIn() {
		const slip = await aSlip();
		const browser = new Browser();
		const { table } = (await browser.knock(words.load as Door, slip)) as { table: Table };
		await browser.knock(words.actions.join as Door, { ...slip, form: carried(table) });
		const again = async () => {
			const other = new Browser();
			const form = { 'code-name': table.name.words, words: table.phrase.words };
			await other.knock(signIn.actions.default as Door, { form });
			return other;
		};
		return { ...slip, browser, again };
	}

	test('tells a phone whose it is', async () => {
		const { browser, personId, programmeId } = await signedIn();
		const { status, body } = await browser.api(session.GET as Door);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			person: { id: personId, firstName: 'Ash' },
			sessionId: browser.token?.split('.')[0],
			memberships: [{ programmeId, role: 'young' }],
			programmes: [{ id: programmeId, appName: 'Corner' }],
			outboxKey: house.secrets.outboxKey(personId)
		});
	});

	test('tells nobody that they should sign in first', async () => {
		expect(await new Browser().api(session.GET as Door)).toEqual({
			status: 401,
			body: { message: 'sign_in_first' }
		});
	});

	test('ends when asked to, is gone for good, and may be ended twice', async () => {
		const { browser } = await signedIn();
		const token = browser.token as string;
		expect((await browser.api(session.DELETE as Door)).status).toBe(204);
		expect(browser.token).toBeUndefined();
		browser.jar.set('__Host-session', token);
		expect((await browser.api(session.GET as Door)).status).toBe(401);
		expect((await browser.api(session.DELETE as Door)).status).toBe(204);
		expect((await new Browser().api(session.DELETE as Door)).status).toBe(204);
	});

	test('can be ended from another device of one’s own, and from nobody else’s', async () => {
		const { browser, again, programmeId, byId } = await signedIn();
		const other = await again();
		const { body } = await browser.api(devices.GET as Door);
		expect(body.devices).toHaveLength(2);
		expect(body.devices.map((one: { device: string }) => one.device)).toEqual([
			'Chrome, Android',
			'Chrome, Android'
		]);
		const there = body.devices.find((one: { here: boolean }) => !one.here);

		const kit = await aPerson(house, programmeId, 'Kit', 'young');
		const { secret } = await invite(house, { programmeId, personId: kit, byId });
		const stranger = new Browser();
		const params = { token: secret };
		const { table } = (await stranger.knock(words.load as Door, { params })) as { table: Table };
		await stranger.knock(words.actions.join as Door, { params, form: carried(table) });
		expect((await stranger.api(devices.GET as Door)).body.devices).toHaveLength(1);
		expect((await stranger.api(device.DELETE as Door, {}, { id: there.id })).status).toBe(404);
		expect((await other.api(session.GET as Door)).status).toBe(200);

		expect((await browser.api(device.DELETE as Door, {}, { id: there.id })).status).toBe(204);
		expect((await other.api(session.GET as Door)).status).toBe(401);
		expect((await browser.api(device.DELETE as Door, {}, { id: there.id })).status).toBe(404);
		expect((await browser.api(session.GET as Door)).status).toBe(200);
	});
});

describe('the first programme', () => {
	const programme = {
		name: 'Harbour',
		appName: 'Corner',
		zone: 'Europe/London',
		firstName: 'Nadia',
		safeguarding: true
	};

	test('is made from the set-up link, with a passkey', async () => {
		const slip = (await setUpLink(house))?.split('/').at(-1) as string;
		const browser = new Browser();
		expect(await browser.knock(setUpPage.load as Door, { params: { token: slip } })).toMatchObject({ slip });
		const { body } = await browser.api(setUpAsk.POST as Door, { slip, programme });
		const { options, ...question } = body;
		const response = new Authenticator(ORIGIN).make(options);
		const made = await browser.api(setUpAnswer.POST as Door, { slip, ...question, programme, response });
		expect(made.status).toBe(200);
		const who = await whoIs(house, browser.token);
		expect(who?.memberships.map(({ role }) => role).sort()).toEqual(['coordinator', 'safeguarding']);
		expect(await browser.knock(setUpPage.load as Door, { params: { token: slip } })).toMatchObject({
			status: 404
		});
		expect(await everyRow()).not.toContain(slip);
		expect(logged).not.toContain(slip);
	});

	test.each([
		['no name', { name: '  ' }],
		['a NUL byte in the name', { name: 'a\0b' }],
		['a name turned around by control characters', { name: 'a\u202eb' }],
		['a name of a thousand letters', { name: 'a'.repeat(1_000) }],
		['a time zone that is none', { zone: 'Mars/Olympus' }],
		['a number for a name', { firstName: 7 }],
		['a yes that is a word', { safeguarding: 'yes' }]
	])('with %s is refused', async (_, wrong) => {
		const slip = (await setUpLink(house))?.split('/').at(-1) as string;
		const answer = await new Browser().api(setUpAsk.POST as Door, {
			slip,
			programme: { ...programme, ...wrong }
		});
		expect(answer).toEqual({ status: 400, body: { message: 'unreadable' } });
	});
});

describe('doors for passkeys', () => {
	const doors = { joinAsk, joinAnswer, setUpAsk, setUpAnswer, signInAnswer } as Record<
		string,
		{ POST: unknown }
	>;

	test.each(Object.keys(doors))('%s refuses what it cannot read', async (name) => {
		for (const body of [null, [], 'text', 7, {}, { slip: {} }, { slip: 'a'.repeat(10_000) }])
			expect(await new Browser().api(doors[name]?.POST as Door, body)).toEqual({
				status: 400,
				body: { message: 'unreadable' }
			});
	});

	test('that ask questions are not for floods', async () => {
		const browser = new Browser();
		for (let turn = 0; turn < 120; turn++) await browser.api(signInAsk.POST as Door);
		const { status, body } = await browser.api(signInAsk.POST as Door);
		expect([status, body.message]).toEqual([429, 'later']);
	});
});
