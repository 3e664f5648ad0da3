import { describe, expect, it } from 'vitest';
import { DAY } from '../clock/zones';
import { eventKey, notTakenUp, patternsOf, type MentorEvent, type Slip } from './reliability';

const NOW = Date.UTC(2026, 10, 22, 12);
let made = 0;
const event = (what: Slip, at = NOW - DAY): MentorEvent => ({
	...{ meetingId: `meeting-${++made}`, what, at, starts: at, why: '', lateMinutes: null }
});
const raised = (...events: MentorEvent[]) => patternsOf(events, NOW).map(({ rule }) => rule);

describe('a pattern is raised', () => {
	it('by one missed meeting', () => {
		expect(raised()).toEqual([]);
		expect(raised(event('missed'))).toEqual(['one_missed']);
	});

	it('by two called off at short notice, and not by one', () => {
		expect(raised(event('short_notice'))).toEqual([]);
		expect(raised(event('short_notice'), event('short_notice'))).toEqual(['two_short_notice']);
	});

	it('by three of any kind together, and not by two', () => {
		expect(raised(event('late'), event('late'))).toEqual([]);
		expect(raised(event('late'), event('short_notice'))).toEqual([]);
		expect(raised(event('late'), event('late'), event('short_notice'))).toEqual(['three_together']);
		expect(raised(event('late'), event('late'), event('late'))).toEqual(['three_together']);
	});

	it('by every rule that holds, the gravest first', () => {
		expect(raised(event('short_notice'), event('missed'), event('short_notice'))).toEqual([
			'one_missed',
			'two_short_notice',
			'three_together'
		]);
	});

	it('never by meetings called off in good time', () => {
		expect(raised(...Array.from({ length: 9 }, () => event('in_time')))).toEqual([]);
	});
});

describe('what counts', () => {
	const ninetyDaysAgo = NOW - 90 * DAY;

	it('is as old as ninety days and no older', () => {
		expect(raised(event('missed', ninetyDaysAgo))).toEqual(['one_missed']);
		expect(raised(event('missed', ninetyDaysAgo - 1))).toEqual([]);
		expect(raised(event('short_notice', ninetyDaysAgo - 1), event('short_notice'))).toEqual([]);
	});

	it('has happened by now', () => {
		expect(raised(event('missed', NOW))).toEqual(['one_missed']);
		expect(raised(event('missed', NOW + 1))).toEqual([]);
	});

	it('is handed back with the rule, newest first', () => {
		const [older, newer] = [event('short_notice', NOW - 9 * DAY), event('short_notice', NOW - DAY)];
		const [late, inTime] = [event('late'), event('in_time')];
		expect(patternsOf([older, late, newer, inTime], NOW)).toEqual([
			{ rule: 'two_short_notice', events: [newer, older] },
			{ rule: 'three_together', events: [late, newer, older] }
		]);
	});
});

describe('what somebody has taken up', () => {
	const [first, second, third] = [event('short_notice'), event('short_notice'), event('short_notice')];
	const open = (events: MentorEvent[], takenUp: MentorEvent[]) =>
		notTakenUp(patternsOf(events, NOW), new Set(takenUp.map(eventKey))).map(({ rule }) => rule);

	it('is raised no more, until there is something new in it', () => {
		expect(open([first, second], [])).toEqual(['two_short_notice']);
		expect(open([first, second], [first])).toEqual(['two_short_notice']);
		expect(open([first, second], [first, second])).toEqual([]);
		expect(open([first, second, third], [first, second])).toEqual(['two_short_notice', 'three_together']);
	});

	it('comes back only with the rules that the new thing counts for', () => {
		expect(open([first, second, event('late')], [first, second])).toEqual(['three_together']);
		expect(open([first, second, event('in_time')], [first, second])).toEqual([]);
	});

	it('is new again once it turns out graver than it was', () => {
		const missed = { ...first, what: 'missed' as const };
		expect(open([missed, second], [first, second])).toEqual(['one_missed']);
	});
});
