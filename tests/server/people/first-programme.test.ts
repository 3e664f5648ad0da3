import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { house } from '../../../src/lib/server/house';
import { setUpLink } from '../../../src/lib/server/people/set-up';
import { whoIs } from '../../../src/lib/server/sessions';
import * as setUpAnswer from '../../../src/routes/api/passkeys/set-up/answer/+server';
import * as setUpAsk from '../../../src/routes/api/passkeys/set-up/ask/+server';
import * as setUpPage from '../../../src/routes/(welcome)/set-up/[token]/+page.server';
import { Authenticator } from './authenticator';
import { Browser, everyRow, logged, openOnEmpty, ORIGIN, type Door } from './browser';

let close: () => Promise<void>;
beforeEach(async () => {
	close = await openOnEmpty();
});
afterEach(() => close());

describe('the first programme', () => {
	const programme = {
		name: 'Harbour',
		appName: 'Corner',
		zone: 'Europe/London',
		firstName: 'Nadia',
		safeguarding: true
	};

	test('is made from the set-up link, with a passkey', async () => {
		const slip = (await setUpLink(house()))?.split('/').at(-1) as string;
		const browser = new Browser();
		expect(await browser.knock(setUpPage.load as Door, { params: { token: slip } })).toMatchObject({ slip });
		const { body } = await browser.api(setUpAsk.POST as Door, { slip, programme });
		const { options, ...question } = body;
		const response = new Authenticator(ORIGIN).make(options);
		const made = await browser.api(setUpAnswer.POST as Door, { slip, ...question, programme, response });
		expect(made.status).toBe(200);
		const who = await whoIs(house(), browser.token);
		expect(who?.memberships.map(({ role }) => role).sort()).toEqual(['coordinator', 'safeguarding']);
		expect(await browser.knock(setUpPage.load as Door, { params: { token: slip } })).toMatchObject({
			status: 404
		});
		expect(await everyRow()).not.toContain(slip);
		expect(logged.join('')).not.toContain(slip);
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
		const slip = (await setUpLink(house()))?.split('/').at(-1) as string;
		const answer = await new Browser().api(setUpAsk.POST as Door, {
			slip,
			programme: { ...programme, ...wrong }
		});
		expect(answer).toEqual({ status: 400, body: { message: 'unreadable' } });
	});
});
