import { isActionFailure } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as schema from '../../../src/lib/server/database/schema';
import { house as theHouse, type House } from '../../../src/lib/server/house';
import { invite } from '../../../src/lib/server/people/invitations';
import { whoIs } from '../../../src/lib/server/sessions';
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
import * as signIn from '../../../src/routes/(welcome)/sign-in/+page.server';
import { Authenticator } from './authenticator';
import { Browser, everyRow, logged, openOnEmpty, ORIGIN, type Door } from './browser';
import { aPerson, aProgramme } from './programme';

let close: () => Promise<void>;
let house: House;
beforeAll(async () => {
	close = await openOnEmpty();
});
afterAll(() => close());
beforeEach(() => {
	house = theHouse();
	logged.length = 0;
});

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
			expect(logged.join('')).not.toContain(one);
		}
		expect(logged.join('')).toContain('signed in');
	});

	test('cannot set words of their own making', async () => {
		const { params, personId } = await aSlip();
		const form = { 'code-name': 'quiet otter', phrase: 'one two three' };
		const answer = await new Browser().knock(words.actions.join as Door, { params, form });
		expect(isActionFailure(answer) && answer.data).toMatchObject({ problem: 'stale', step: 'pick' });
		const { phrases } = schema;
		expect(await house.store.read.select().from(phrases).where(eq(phrases.personId, personId))).toEqual([]);
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
		expect((await browser.api(devices.GET as Door)).body.devices).toHaveLength(1);
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
		for (const id of ['\0', '', '..', "' or 1=1 --"])
			expect((await browser.api(device.DELETE as Door, {}, { id })).status).toBe(404);
	});
});

describe('doors for passkeys', () => {
	const doors = { joinAsk, joinAnswer, setUpAsk, setUpAnswer, signInAnswer } as Record<
		string,
		{ POST: unknown }
	>;

	test.each(Object.keys(doors))('%s refuses what it cannot read', async (name) => {
		for (const body of [
			null,
			[],
			'text',
			7,
			{},
			{ slip: {} },
			{ slip: 'a'.repeat(10_000) },
			{ challengeId: '\0' }
		])
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
