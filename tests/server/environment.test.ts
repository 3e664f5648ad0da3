import { describe, expect, test } from 'vitest';
import { readEnvironment, SetUpMistake } from '../../src/lib/server/environment';

const mistake = (variables: Record<string, string>) => {
	try {
		readEnvironment(variables);
	} catch (error) {
		expect(error).toBeInstanceOf(SetUpMistake);
		return (error as Error).message;
	}
	return undefined;
};

describe('push services', () => {
	test('are the well-known ones unless the operator names more', () => {
		expect(readEnvironment({}).pushServices).toEqual([]);
		const named = 'https://push.example.org, http://127.0.0.1:8030\n https://other.example.org';
		expect(readEnvironment({ PUSH_SERVICES: named }).pushServices).toEqual([
			...['https://push.example.org', 'http://127.0.0.1:8030', 'https://other.example.org']
		]);
	});

	test.each([
		'push.example.org',
		'https://push.example.org/wake',
		'ftp://push.example.org',
		'https://push.example.org/'
	])('are not %s', (named) =>
		expect(mistake({ PUSH_SERVICES: named })).toMatch(/PUSH_SERVICES.* must be addresses/)
	);

	test.each(['mailto:ops@example.org', 'https://example.org/about'])(
		'reach the operator at %s',
		(subject) => {
			expect(readEnvironment({ PUSH_SUBJECT: subject }).pushSubject).toBe(subject);
		}
	);

	test.each(['ops@example.org', 'http://example.org', 'mailto:'])('do not reach anybody at %s', (subject) => {
		expect(mistake({ PUSH_SUBJECT: subject })).toMatch(/PUSH_SUBJECT must begin with/);
	});
});

describe('e-mail', () => {
	const ORIGIN = 'https://example.org';
	const [SMTP_URL, MAIL_FROM] = ['smtps://user:pass@mail.example.org', 'post@example.org'];

	test('is off unless the operator sets it up', () => {
		expect(readEnvironment({}).mail).toBeUndefined();
		expect(readEnvironment({ SMTP_URL: '', MAIL_FROM: '' }).mail).toBeUndefined();
		expect(readEnvironment({ ORIGIN, SMTP_URL, MAIL_FROM }).mail).toEqual({
			smtp: SMTP_URL,
			from: MAIL_FROM
		});
	});

	test.each<[string, Record<string, string>, RegExp]>([
		['where to, but not from whom', { ORIGIN, SMTP_URL }, /go together/],
		['from whom, but not where to', { ORIGIN, MAIL_FROM }, /go together/],
		['no address that its links could lead to', { SMTP_URL, MAIL_FROM }, /needs ORIGIN/],
		['no mail server', { ORIGIN, SMTP_URL: 'https://mail.example.org', MAIL_FROM }, /SMTP_URL must begin/],
		['nobody’s address', { ORIGIN, SMTP_URL, MAIL_FROM: 'post' }, /MAIL_FROM must be/]
	])('does not start with %s', (_, variables, says) => {
		expect(mistake(variables)).toMatch(says);
	});
});
