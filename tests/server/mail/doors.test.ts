import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/lib/domain/people/roles';
import { house } from '../../../src/lib/server/house';
import { signInHere } from '../../../src/lib/server/people/entering';
import { letters } from '../../../src/lib/wording/letters';
import { actions as yes } from '../../../src/routes/(welcome)/mail/[secret]/+page.server';
import { actions as no } from '../../../src/routes/(welcome)/mail/stop/[secret]/+page.server';
import { DELETE, GET, POST } from '../../../src/routes/api/mail/+server';
import { MailServer, readMail } from '../../mail-server';
import { stopLink } from '../../../src/lib/server/mail/addresses';
import { Browser, logged, openOnEmpty, ORIGIN } from '../people/browser';
import { aPerson, aProgramme } from '../people/programme';

let close: () => Promise<void>;
let server: MailServer;
let programmeId: string;
beforeAll(async () => {
	server = await MailServer.open();
	close = await openOnEmpty();
	Object.assign(house().environment, {
		origin: ORIGIN,
		mail: { smtp: server.url, from: 'post@example.org' }
	});
	house().letters = letters;
	programmeId = await aProgramme(house());
});
afterAll(async () => {
	await close();
	await server.close();
});

/** A browser on which somebody who holds these roles is signed in. */
async function signedIn(...roles: Role[]): Promise<{ browser: Browser; personId: string }> {
	const browser = new Browser();
	const personId = await aPerson(house(), programmeId, 'Sam', ...roles);
	await browser.knock(((event: Parameters<typeof signInHere>[0]) => signInHere(event, personId)) as never);
	return { browser, personId };
}
const secretIn = (text: string) => /\/mail\/([\w-]+)\n/.exec(text)?.[1] ?? '';

describe('e-mail', () => {
	test.each<[string, Role[]]>([
		['a mentor', ['mentor']],
		['a coordinator', ['coordinator']],
		['a safeguarding lead', ['safeguarding']],
		['a facilitator', ['facilitator']]
	])('is for %s', async (_, roles) => {
		const { browser } = await signedIn(...roles);
		expect(await browser.api(GET)).toEqual({ status: 200, body: { state: 'off' } });
	});

	test.each<[string, Role[]]>([
		['a young person', ['young']],
		['a member of a group', ['group']],
		['a young person who is a member of a group', ['young', 'group']],
		['a mentor who is a young person there too', ['young', 'mentor']]
	])('is not for %s', async (_, roles) => {
		const { browser } = await signedIn(...roles);
		for (const door of [GET, POST, DELETE])
			expect((await browser.api(door, { address: 'ash@example.com' })).status).toBe(404);
		expect(server.mailed).toEqual([]);
	});

	test('is asked for, said to be theirs with the link in it, and stopped with another, signed in or not', async () => {
		const { browser, personId } = await signedIn('mentor');
		const asked = await browser.api(POST, { address: 'sam@example.com' });
		expect(asked).toMatchObject({ status: 202, body: { state: 'asked', address: 'sam@example.com' } });
		const mailed = server.mailed.at(-1);
		const secret = secretIn(mailed ? readMail(mailed).text : '');
		const elsewhere = new Browser();
		expect(await elsewhere.knock(yes.default as never, { params: { secret } })).toEqual({ done: true });
		expect(await elsewhere.knock(yes.default as never, { params: { secret } })).toMatchObject({
			status: 404
		});
		expect((await browser.api(GET)).body).toEqual({ state: 'confirmed', address: 'sam@example.com' });
		const stop = stopLink(house(), personId).split('/').at(-1);
		expect(await elsewhere.knock(no.default as never, { params: { secret: stop } })).toEqual({ done: true });
		expect((await browser.api(GET)).body).toEqual({ state: 'off' });
	});

	test('says why not, each in its own way', async () => {
		const { browser } = await signedIn('mentor');
		expect(await browser.api(POST, { address: 'sam' })).toMatchObject({ status: 400 });
		expect(await browser.api(POST, { address: 7 })).toMatchObject({ status: 400 });
		server.answers.push(550);
		expect(await browser.api(POST, { address: 'one@example.com' })).toMatchObject({ status: 502 });
		for (let turn = 0; turn < 4; turn++) await browser.api(POST, { address: `${turn}@example.com` });
		expect(await browser.api(POST, { address: 'five@example.com' })).toMatchObject({ status: 429 });
		expect((await browser.api(DELETE)).status).toBe(204);
	});

	test('leads nowhere with a link that nobody was sent', async () => {
		const wrong = { params: { secret: 'not-a-secret-of-ours' } };
		expect(await new Browser().knock(yes.default as never, wrong)).toMatchObject({ status: 404 });
		expect(await new Browser().knock(no.default as never, wrong)).toMatchObject({ status: 404 });
	});

	test('is nowhere on a server that sends none', async () => {
		const { browser } = await signedIn('mentor');
		const { mail } = house().environment;
		house().environment.mail = undefined;
		for (const door of [GET, POST, DELETE])
			expect((await browser.api(door, { address: 'sam@example.com' })).status).toBe(404);
		house().environment.mail = mail;
	});

	test('leaves no address and no link in the log', () => {
		expect(logged.join('\n')).not.toMatch(/example\.com|\/mail\//);
	});
});
