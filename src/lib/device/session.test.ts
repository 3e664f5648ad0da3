import Dexie from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { keyOf, pretendPhone, PretendServer, type PretendPhone } from './pretend';
import { drain } from './outbox/drain';
import { pendingOn } from './outbox/pending';
import { write } from './outbox/write';
import { letGo, identityOn, rowsOf } from './phone';
import { askWhoIsHere, leave } from './session';
import { sync } from './sync';

const message = (body: string) => ({ pairingId: 'pairing-one', body, tap: null, checkInId: null });

/** A server with one cookie jar: whoever is `signedIn` is who asks. */
class SignInServer extends PretendServer {
	signedIn: string | undefined;

	async answer(request: Request): Promise<Response> {
		const { pathname, searchParams } = new URL(request.url);
		if (pathname === '/api/session' && request.method === 'DELETE') {
			const meant = searchParams.get('session');
			if (!meant || meant === `session-${this.signedIn}`) this.signedIn = undefined;
			return new Response(null, { status: 204 });
		}
		if (!this.signedIn) return Response.json({ message: 'sign_in_first' }, { status: 401 });
		const id = this.signedIn;
		if (pathname === '/api/session') {
			const person = { id, firstName: id };
			const session = { person, sessionId: `session-${id}`, memberships: [], programmes: [] };
			return Response.json({ ...session, outboxKey: keyOf(id), now: 1_000 });
		}
		if (pathname === '/api/outbox') {
			const posting = await request.json();
			if (posting.person !== id) return Response.json({ message: 'someone_else' }, { status: 409 });
			return Response.json({ outcomes: this.take(posting) });
		}
		const spaceId = `person:${id}`;
		const looks = [{ id: `look-of-${id}`, spaceId, at: 1 }];
		return Response.json({ now: 1_000, spaces: { [spaceId]: 1 }, gone: [], rows: { looks } });
	}
}

let phone: PretendPhone;
let server: SignInServer;

beforeEach(() => {
	phone = pretendPhone();
	server = new SignInServer();
	phone.network = (request) => server.answer(request);
	for (const person of ['person-ash', 'person-sam']) letGo(person);
});

async function arrive(person: string): Promise<void> {
	server.signedIn = person;
	expect((await askWhoIsHere(phone)).is).toBe('here');
	await sync(phone);
}

const noSignal = () => (phone.network = () => Promise.reject(new TypeError('no signal')));
const signalBack = () => (phone.network = (request) => server.answer(request));
const databases = async () => (await Dexie.getDatabaseNames()).sort();

describe('leaving', () => {
	test('takes the key and everything readable, and ends the session', async () => {
		await arrive('person-ash');
		expect(await databases()).toContain('corner-person-ash');
		await leave(phone);
		expect(await databases()).toEqual(['corner']);
		expect(await identityOn(phone)).toBeUndefined();
		expect(server.signedIn).toBeUndefined();
		expect(await askWhoIsHere(phone)).toEqual({ is: 'nobody' });
	});

	test('works with no signal: nobody gets in until the server has been told', async () => {
		await arrive('person-ash');
		noSignal();
		await leave(phone);
		expect(await databases()).toEqual(['corner']);
		expect(await askWhoIsHere(phone)).toEqual({ is: 'leaving' });
		signalBack();
		expect(await askWhoIsHere(phone)).toEqual({ is: 'nobody' });
		expect(server.signedIn).toBeUndefined();
	});

	test('loses nothing that was not sent: it stays sealed, and goes once after the next sign-in', async () => {
		await arrive('person-ash');
		noSignal();
		await write(phone, 'message', message('cant sleep'));
		await leave(phone);
		expect(await phone.kept.outbox.count()).toBe(1);
		expect(await pendingOn(phone)).toEqual([]);
		signalBack();
		await askWhoIsHere(phone);
		await arrive('person-ash');
		expect(await pendingOn(phone)).toMatchObject([{ body: { body: 'cant sleep' } }]);
		phone.time += 10_000;
		await drain(phone);
		await drain(phone);
		expect(server.kept).toHaveLength(1);
	});

	test('with no signal, and someone signing in before the server is told, leaves that someone in', async () => {
		await arrive('person-ash');
		noSignal();
		await leave(phone);
		signalBack();
		await arrive('person-sam');
		expect(server.signedIn).toBe('person-sam');
		expect(await databases()).toEqual(['corner', 'corner-person-sam']);
	});

	test('finishes next time when the phone died half-way', async () => {
		await arrive('person-ash');
		await phone.kept.kept.put({
			name: 'leaving',
			value: { person: 'person-ash', session: 'session-person-ash' }
		});
		await phone.kept.kept.delete('identity');
		expect(await askWhoIsHere(phone)).toEqual({ is: 'nobody' });
		expect(await databases()).toEqual(['corner']);
	});
});

describe('whose phone it is', () => {
	test('someone new finds nothing of the one before', async () => {
		await arrive('person-ash');
		await arrive('person-sam');
		expect(await databases()).toEqual(['corner', 'corner-person-sam']);
		expect((await rowsOf('person-sam').looks.toArray()).map((row) => row.id)).toEqual(['look-of-person-sam']);
	});

	test('a session that ended wipes what can be read', async () => {
		await arrive('person-ash');
		server.signedIn = undefined;
		expect(await askWhoIsHere(phone)).toEqual({ is: 'nobody' });
		expect(await databases()).toEqual(['corner']);
	});

	test('a screen that is still up cannot bring back the rows of somebody who has left', async () => {
		await arrive('person-ash');
		server.signedIn = undefined;
		await askWhoIsHere(phone);
		expect(() => rowsOf('person-ash')).toThrow('Nobody is here');
		expect(await databases()).toEqual(['corner']);
		await arrive('person-ash');
		expect(await rowsOf('person-ash').looks.count()).toBe(1);
	});

	test('an answer that was on its way while somebody left is written nowhere', async () => {
		await arrive('person-ash');
		const slow = phone.network;
		phone.network = async (request) => {
			const answer = await slow(request);
			if (request.url.includes('/api/sync')) await leave(phone);
			return answer;
		};
		expect(await sync(phone)).toBe('nobody');
		expect(await databases()).toEqual(['corner']);
	});

	test('what somebody left behind on a phone that died is gone when it is next opened, whoever opens it', async () => {
		await arrive('person-ash');
		await phone.kept.kept.delete('identity');
		await arrive('person-sam');
		expect(await databases()).toEqual(['corner', 'corner-person-sam']);
		await arrive('person-ash');
		await phone.kept.kept.delete('identity');
		server.signedIn = undefined;
		expect(await askWhoIsHere(phone)).toEqual({ is: 'nobody' });
		expect(await databases()).toEqual(['corner']);
	});

	test('a hotel’s sign-in page in our place changes nothing', async () => {
		await arrive('person-ash');
		for (const status of [200, 401, 302, 500]) {
			phone.network = async () => new Response('<html>Welcome to the hotel</html>', { status });
			expect(await askWhoIsHere(phone)).toEqual({ is: 'no-signal' });
		}
		expect(await databases()).toContain('corner-person-ash');
	});

	test('an answer for one person never lands among another’s rows', async () => {
		await arrive('person-ash');
		const slow = phone.network;
		phone.network = async (request) => {
			const answer = await slow(request);
			if (request.url.includes('/api/sync')) await phone.signIn('person-sam');
			return answer;
		};
		expect(await sync(phone)).toBe('nobody');
		expect(await rowsOf('person-sam').looks.count()).toBe(0);
	});

	test('entries written for one account are not taken from another’s session', async () => {
		await arrive('person-ash');
		await write(phone, 'message', message('from ash'));
		phone.time += 10_000;
		server.signedIn = 'person-sam';
		expect(await drain(phone)).toEqual({ is: 'stopped', because: 'someone-else' });
		expect(server.kept).toEqual([]);
		expect(await phone.kept.outbox.count()).toBe(1);
	});
});

test('a phone whose clock is wrong takes the time from the server', async () => {
	await arrive('person-ash');
	const ahead = await phone.kept.kept.get('ahead');
	expect(ahead).toEqual({ name: 'ahead', value: 1_000 - phone.time });
});
