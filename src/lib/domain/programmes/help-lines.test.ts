import { describe, expect, it } from 'vitest';
import {
	awakeNow,
	isAwake,
	smsAddress,
	staleHelpLines,
	telAddress,
	UK_HELP_LINES,
	type HelpLine
} from './help-lines';

const at = (iso: string) => Date.parse(iso);
const byId = (id: string) => UK_HELP_LINES.find((line) => line.id === id)!;
const line: HelpLine = {
	id: 'evenings',
	name: 'Evenings',
	what: 'Talk.',
	hours: [{ weekday: 4, from: '16:00', to: '24:00' }],
	verifiedOn: '2026-11-22'
};

describe('a help line is awake', () => {
	it('at any hour when it always is', () => {
		expect(isAwake(byId('childline'), at('2026-12-25T03:00Z'))).toBe(true);
	});

	it('in its hours, from the first minute up to the last, in UK time', () => {
		const moments = [
			'2026-11-26T15:59:59Z',
			'2026-11-26T16:00Z',
			'2026-11-26T23:59:59Z',
			'2026-11-27T00:00Z'
		];
		expect(moments.map((moment) => isAwake(line, at(moment)))).toEqual([false, true, true, false]);
		expect(isAwake(line, at('2026-07-16T14:59Z'))).toBe(false);
		expect(isAwake(line, at('2026-07-16T15:00Z'))).toBe(true);
	});

	it('never by our word when its hours are not confirmed', () => {
		expect(isAwake(byId('safecall'), at('2026-11-26T17:00Z'))).toBe(false);
	});
});

it('the lines awake now keep their order', () => {
	const ids = awakeNow([line, ...UK_HELP_LINES], at('2026-11-26T03:00Z')).map(({ id }) => id);
	expect(ids).toEqual(['emergency', 'childline', 'shout', 'nhs-111', 'samaritans', 'police']);
});

it('a line that nobody of the programme has checked is stale from the first day', () => {
	expect(staleHelpLines([{ ...line, verifiedOn: null }], '2026-11-22')).toHaveLength(1);
	expect(staleHelpLines(UK_HELP_LINES, '2026-11-22')).toEqual(UK_HELP_LINES);
});

it('a line is stale after 90 days, not on the ninetieth', () => {
	expect(staleHelpLines([line], '2027-02-20')).toEqual([]);
	expect(staleHelpLines([line], '2027-02-21')).toEqual([line]);
});

describe('the address behind a tap', () => {
	it('rings the number without its spaces', () => {
		expect(telAddress(byId('childline'))).toBe('tel:08001111');
		expect(telAddress({ ...line, call: '+44 (0)20 7946 0958' })).toBe('tel:+4402079460958');
	});

	it('texts with the opening word already written', () => {
		expect(smsAddress(byId('shout'))).toBe('sms:85258?&body=SHOUT');
		expect(smsAddress({ ...line, text: { to: '88 247', body: 'a & b' } })).toBe(
			'sms:88247?&body=a%20%26%20b'
		);
		expect(smsAddress({ ...line, text: { to: '88247' } })).toBe('sms:88247');
	});

	it('is none where there is nobody to ring or text', () => {
		expect(telAddress(byId('shout'))).toBeUndefined();
		expect(smsAddress(byId('childline'))).toBeUndefined();
	});
});

it('every UK line can be reached, has its own id, and speaks plainly', () => {
	expect(new Set(UK_HELP_LINES.map(({ id }) => id)).size).toBe(UK_HELP_LINES.length);
	for (const { call, text, link, what } of UK_HELP_LINES) {
		expect(call ?? text ?? link).toBeTruthy();
		if (link) expect(link).toMatch(/^https:\/\//);
		expect(what).toMatch(/^[^!]{10,90}\.$/);
	}
});

it('the UK lines are those of the project’s notes', () => {
	expect(UK_HELP_LINES.flatMap(({ call, text }) => call ?? text?.to ?? [])).toEqual([
		'999',
		'0800 1111',
		'85258',
		'111',
		'116 000',
		'0800 068 4141',
		'116 123',
		'101'
	]);
});
