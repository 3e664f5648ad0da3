import { createECDH, createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../src/lib/domain/clock/zones';
import type { Environment } from '../../../src/lib/server/environment';
import { isPushService } from '../../../src/lib/server/push/addresses';
import { pushKeys, pushSubject } from '../../../src/lib/server/push/keys';
import { notBefore } from '../../../src/lib/server/push/send';
import type { Secrets } from '../../../src/lib/server/secrets';

const NOON = Date.UTC(2026, 10, 24, 12);

describe('a push service', () => {
	test.each([
		'https://fcm.googleapis.com/fcm/send/a:b',
		'https://updates.push.services.mozilla.com/wpush/v2/a',
		'https://eu-1.push.services.mozilla.com/wpush/v2/a',
		'https://db5p.notify.windows.com/w/?token=a',
		'https://web.push.apple.com/a'
	])('is %s', (endpoint) => {
		expect(isPushService(endpoint, [])).toBe(true);
	});

	test.each([
		'http://fcm.googleapis.com/fcm/send/a',
		'https://fcm.googleapis.com:8443/fcm/send/a',
		'https://fcm.googleapis.com@evil.example/a',
		'https://user@fcm.googleapis.com/a',
		'https://fcm.googleapis.com.evil.example/a',
		'https://evilfcm.googleapis.com/a',
		'https://evil-push.services.mozilla.com.example/a',
		'https://notify.windows.com/a',
		'https://web.push.apple.com.example/',
		'https://127.0.0.1/a',
		'https://[::1]/a',
		'https://localhost/a',
		'https://metadata.internal/a',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'',
		'a'
	])('is not %s', (endpoint) => {
		expect(isPushService(endpoint, [])).toBe(false);
	});

	test('is what the operator named, with its port and not another', () => {
		const named = ['http://127.0.0.1:8030', 'https://push.example.org'];
		expect(isPushService('http://127.0.0.1:8030/a', named)).toBe(true);
		expect(isPushService('https://push.example.org/a', named)).toBe(true);
		expect(isPushService('http://127.0.0.1:8031/a', named)).toBe(false);
		expect(isPushService('http://push.example.org/a', named)).toBe(false);
		expect(isPushService('https://user@push.example.org/a', named)).toBe(false);
	});
});

describe('our key', () => {
	const made = (push: Buffer) => pushKeys({ secrets: { push } as Secrets });

	test('is the same for the same secrets, and another for others', () => {
		const bits = randomBytes(48);
		expect(made(Buffer.from(bits))).toEqual(made(Buffer.from(bits)));
		expect(made(bits)).not.toEqual(made(randomBytes(48)));
	});

	test.each([Buffer.alloc(48), Buffer.alloc(48, 255), createHash('sha384').update('').digest()])(
		'is a pair of the curve, whatever it is made of',
		(bits) => {
			const { publicKey, privateKey } = made(bits);
			expect(Buffer.from(privateKey, 'base64url')).toHaveLength(32);
			const pair = createECDH('prime256v1');
			pair.setPrivateKey(privateKey, 'base64url');
			expect(pair.getPublicKey('base64url')).toBe(publicKey);
		}
	);

	test.each([
		[undefined, undefined, 'mailto:operator@localhost'],
		[undefined, 'http://localhost:3000', 'mailto:operator@localhost'],
		[undefined, 'https://corner.example.org', 'https://corner.example.org'],
		['mailto:ops@example.org', 'https://corner.example.org', 'mailto:ops@example.org']
	])('comes with a way to reach the operator: %s, %s', (pushSubjectGiven, origin, subject) => {
		const environment = { origin, pushSubject: pushSubjectGiven } as Environment;
		expect(pushSubject({ environment })).toBe(subject);
	});
});

describe('a moment to come back at', () => {
	test.each([
		[null, 0],
		['', 0],
		['soon', 0],
		['0', NOON],
		['90', NOON + 90_000],
		['86400', NOON + DAY],
		['86401', NOON + DAY],
		[new Date(NOON + HOUR).toUTCString(), NOON + HOUR],
		[new Date(NOON + 3 * DAY).toUTCString(), NOON + DAY]
	])('“%s”', (header, at) => {
		expect(notBefore(header, NOON)).toBe(at);
	});
});
