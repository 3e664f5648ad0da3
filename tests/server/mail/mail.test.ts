import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CAST } from '../../../src/lib/cast/cast';
import { DAY, HOUR, instantAt, MINUTE } from '../../../src/lib/domain/clock/zones';
import type { Told } from '../../../src/lib/domain/telling/kinds';
import { mailAddresses, notices, tries } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { GiveUp, NotBefore } from '../../../src/lib/server/jobs/done';
import {
	askForMail,
	confirmMail,
	isAsked,
	mailStands,
	stopMail,
	whoStops
} from '../../../src/lib/server/mail/addresses';
import { sendNudge } from '../../../src/lib/server/mail/nudge';
import { addMembership, disablePerson, takeRoleAway } from '../../../src/lib/server/people/people';
import { change, personSpace } from '../../../src/lib/server/spaces';
import { letters } from '../../../src/lib/wording/letters';
import { MailServer, readMail } from '../../mail-server';
import { openTestHouse } from '../house';
import { ASH, pairedUp, RIVERSIDE, SAM } from '../pairing';

const PAIRING = 'pairing-of-ash-and-sam';
const NOON = instantAt('2026-11-24', '12:00', 'Europe/London');
const ORIGIN = 'https://example.org';
const ADDRESS = 'sam@example.com';

let server: MailServer;
let house: House;
const clock = { now: NOON };

beforeAll(async () => {
	server = await MailServer.open();
});
afterAll(() => server.close());
beforeEach(async () => {
	clock.now = NOON;
	server.mailed.length = 0;
	server.answers.length = 0;
	house = await openTestHouse({ now: () => clock.now });
	Object.assign(house.environment, { origin: ORIGIN, mail: { smtp: server.url, from: 'post@example.org' } });
	house.letters = letters;
	await pairedUp(house, { id: PAIRING, at: NOON - DAY });
});
afterEach(() => house.store.close());

const row = async () => (await house.store.read.select().from(mailAddresses))[0];
const lastMail = () => readMail(server.mailed.at(-1) ?? { from: '', to: [], raw: '' });
const linkIn = (text: string, path: string) =>
	new RegExp(`${ORIGIN}${path}([\\w.-]+)\n`).exec(text)?.[1] ?? '';
async function confirmed(personId = SAM, address = ADDRESS): Promise<void> {
	await askForMail(house, personId, address);
	expect(await confirmMail(house, linkIn(lastMail().text, '/mail/'))).toBe(true);
	server.mailed.length = 0;
}

describe('an address', () => {
	test('is asked for, said to be theirs, and forgotten when they want no more', async () => {
		expect(await mailStands(house, SAM)).toEqual({ state: 'off' });
		const asked = { state: 'asked', address: ADDRESS, until: NOON + DAY };
		expect(await askForMail(house, SAM, ` ${ADDRESS} `)).toEqual(asked);
		expect(await mailStands(house, SAM)).toEqual(asked);
		const { text } = lastMail();
		expect(text).toMatch(/\n$/);
		const secret = linkIn(text, '/mail/');
		expect(await isAsked(house, secret)).toBe(true);
		expect(await confirmMail(house, secret)).toBe(true);
		expect(await mailStands(house, SAM)).toEqual({ state: 'confirmed', address: ADDRESS });
		expect(await confirmMail(house, secret)).toBe(false);
		await stopMail(house, SAM);
		await stopMail(house, SAM);
		expect(await mailStands(house, SAM)).toEqual({ state: 'off' });
		expect(await row()).toBeUndefined();
	});

	test('is kept sealed, and its link only as a hash', async () => {
		await askForMail(house, SAM, ADDRESS);
		const kept = JSON.stringify([await row(), await house.store.read.select().from(tries)]);
		expect(kept).not.toContain('example.com');
		expect(kept).not.toContain(linkIn(lastMail().text, '/mail/'));
	});

	test('can be said to be theirs for a day', async () => {
		await askForMail(house, SAM, ADDRESS);
		const secret = linkIn(lastMail().text, '/mail/');
		clock.now = NOON + DAY - 1;
		expect(await isAsked(house, secret)).toBe(true);
		clock.now = NOON + DAY;
		expect(await isAsked(house, secret)).toBe(false);
		expect(await confirmMail(house, secret)).toBe(false);
		expect(await mailStands(house, SAM)).toEqual({ state: 'off' });
	});

	test('that is another needs a yes of its own, and the older link is good for nothing', async () => {
		await confirmed();
		await askForMail(house, SAM, 'other@example.com');
		const first = linkIn(lastMail().text, '/mail/');
		expect(await mailStands(house, SAM)).toMatchObject({ state: 'asked', address: 'other@example.com' });
		await askForMail(house, SAM, 'third@example.com');
		expect(await confirmMail(house, first)).toBe(false);
		expect(await confirmMail(house, linkIn(lastMail().text, '/mail/'))).toBe(true);
		expect(await mailStands(house, SAM)).toEqual({ state: 'confirmed', address: 'third@example.com' });
	});

	test('that is on already is not asked about again', async () => {
		await confirmed();
		expect(await askForMail(house, SAM, ADDRESS)).toEqual({ state: 'confirmed', address: ADDRESS });
		expect(server.mailed).toEqual([]);
	});

	test.each([
		'',
		'sam',
		'sam@',
		'@example.com',
		'sam@example.com, eve@example.com',
		'sam@example.com\r\nBcc: eve@example.com',
		'Sam <sam@example.com>',
		`${'a'.repeat(250)}@example.com`,
		7,
		null
	])('is not %j', async (given) => {
		expect(await askForMail(house, SAM, given)).toEqual({ state: 'not_an_address' });
		expect(server.mailed).toEqual([]);
	});

	test('is not kept where the mail server took nothing', async () => {
		server.answers.push(550);
		expect(await askForMail(house, SAM, ADDRESS)).toEqual({ state: 'not_sent' });
		expect(await row()).toBeUndefined();
	});

	test('gets three such e-mails in a quarter of an hour, whoever asks', async () => {
		for (const one of [SAM, ASH]) await askForMail(house, one, ADDRESS);
		expect(await askForMail(house, SAM, ADDRESS.toUpperCase())).toMatchObject({ state: 'asked' });
		expect(await askForMail(house, ASH, ADDRESS)).toEqual({ state: 'later', from: NOON + 15 * MINUTE });
		expect(server.mailed).toHaveLength(3);
		clock.now = NOON + 15 * MINUTE;
		expect(await askForMail(house, SAM, ADDRESS)).toMatchObject({ state: 'asked' });
	});

	test('is asked about five times in a quarter of an hour by one person', async () => {
		for (const name of ['1', '2', '3', '4', '5']) await askForMail(house, SAM, `${name}@example.com`);
		expect(await askForMail(house, SAM, '6@example.com')).toEqual({
			state: 'later',
			from: NOON + 15 * MINUTE
		});
		expect(server.mailed).toHaveLength(5);
	});
});

let told = 0;
const tell = (kind: Told = 'waiting', personId = SAM) =>
	change(house, null, async (making) => {
		const spaceId = personSpace(personId);
		await making.tx.insert(notices).values({
			...{ id: `notice-${++told}`, spaceId, revision: await making.revision(spaceId), personId, kind },
			...{ pairingId: PAIRING, subjectId: 'message-of-ash', at: clock.now }
		});
	});
const nudge = (personId = SAM) => sendNudge(house, { personId }, { id: 'job-of-mail', attempts: 1 });
const failure = () =>
	nudge().then(
		() => undefined,
		(error: unknown) => error
	);

describe('a nudge', () => {
	beforeEach(() => confirmed());

	test('says that there is something, where, and how to stop it; nothing else', async () => {
		await tell();
		expect(await nudge()).toBeUndefined();
		expect(server.mailed).toMatchObject([{ from: 'post@example.org', to: [ADDRESS] }]);
		const { header, text } = lastMail();
		expect(header('subject')).toBe('You have something new');
		expect(header('to')).toBe(ADDRESS);
		expect(header('auto-submitted')).toBe('auto-generated');
		expect(text).toContain(`\n${ORIGIN}/start\n`);
		const secret = linkIn(text, '/mail/stop/');
		expect(header('list-unsubscribe')).toBe(`<${ORIGIN}/mail/stop/${secret}>`);
		expect(whoStops(house, secret)).toBe(SAM);
	});

	test('names nobody, quotes nothing and does not say what this is', async () => {
		await tell();
		await tell('meeting_changed');
		await nudge();
		await askForMail(house, SAM, 'other@example.com');
		for (const { raw } of server.mailed) {
			const words = raw.replaceAll('example.com', '').replace(/^(Message-ID|To): .*$/gm, '');
			for (const { firstName } of CAST) expect(words).not.toMatch(new RegExp(`\\b${firstName}\\b`));
			expect(words).not.toMatch(/mentor|care\b|social|support|meeting|goal|Corner|Riverside|young/i);
		}
	});

	test('comes once an hour at the most: what came within it waits for its end, all in one', async () => {
		await tell();
		await nudge();
		clock.now = NOON + 10 * MINUTE;
		await tell();
		const again = { again: NOON + HOUR };
		expect([await nudge(), await nudge()]).toEqual([again, again]);
		expect(server.mailed).toHaveLength(1);
		clock.now = NOON + HOUR;
		expect([await nudge(), await nudge()]).toEqual([undefined, undefined]);
		expect(server.mailed).toHaveLength(2);
	});

	test('does not come twice for what one has told already', async () => {
		await tell();
		await nudge();
		clock.now = NOON + MINUTE;
		expect(await nudge()).toBeUndefined();
		expect(server.mailed).toHaveLength(1);
	});

	test('waits for the morning', async () => {
		await tell();
		clock.now = instantAt('2026-11-24', '21:00', 'Europe/London');
		expect(await nudge()).toEqual({ again: instantAt('2026-11-25', '07:00', 'Europe/London') });
		clock.now = instantAt('2026-11-24', '20:59', 'Europe/London');
		expect(await nudge()).toBeUndefined();
		expect(server.mailed).toHaveLength(1);
	});

	test('that the mail server took not just now is tried again, and is not the one of the hour', async () => {
		await tell();
		server.answers.push(451);
		const error = await failure();
		expect(error).toBeInstanceOf(NotBefore);
		expect(error).toMatchObject({ reason: 'mail_server_busy' });
		clock.now += MINUTE;
		expect(await nudge()).toBeUndefined();
		expect(server.mailed).toHaveLength(1);
		clock.now += MINUTE;
		await tell();
		expect(await nudge()).toEqual({ again: NOON + MINUTE + HOUR });
	});

	test('that the mail server will not take is given up', async () => {
		await tell();
		server.answers.push(550);
		const error = await failure();
		expect(error).toBeInstanceOf(GiveUp);
		expect(error).toMatchObject({ reason: 'mail_refused' });
	});
});

describe('no nudge comes', () => {
	afterEach(async () => {
		server.mailed.length = 0;
		expect(await nudge()).toBeUndefined();
		expect(await nudge(ASH)).toBeUndefined();
		expect(server.mailed).toEqual([]);
	});

	test('without an address', () => tell());
	test('to an address that nobody said is theirs', async () => {
		await askForMail(house, SAM, ADDRESS);
		await tell();
	});
	test('for what was seen', async () => {
		await confirmed();
		await tell();
		await house.store.transaction((tx) =>
			tx.update(notices).set({ seenAt: NOON }).where(eq(notices.personId, SAM))
		);
	});
	test('for what is told in the app only', async () => {
		await confirmed();
		await tell('meeting_soon');
	});
	test('to somebody who mentors no more', async () => {
		await confirmed();
		await tell();
		await takeRoleAway(house, SAM, { programmeId: RIVERSIDE, personId: SAM, role: 'mentor' });
	});
	test('to somebody who was shut out', async () => {
		await confirmed();
		await tell();
		await disablePerson(house, SAM, SAM);
	});
	test('to a young person, whatever the database holds', async () => {
		await confirmed(ASH);
		await tell('message', ASH);
	});
	test('to an adult who is a young person there too', async () => {
		await confirmed();
		await tell();
		await change(house, null, (making) =>
			addMembership(making, { programmeId: RIVERSIDE, personId: SAM, role: 'young' })
		);
	});
	test('from a server that sends no e-mail', async () => {
		await confirmed();
		await tell();
		house.environment.mail = undefined;
	});
});

describe('a link that stops them', () => {
	test.each(['', 'x', 'A'.repeat(60), '\0'])('is not %j', (secret) => {
		expect(whoStops(house, secret)).toBeUndefined();
	});
});
