import { expect, it } from 'vitest';
import type { Series } from '../domain/meetings/series';
import { sayRhythm } from './rhythm';

const says = (repeats: Series['repeats'], startsOn = '2026-11-12') =>
	sayRhythm({ repeats, startsOn, time: '16:30' });

it('a series is said as people say it', () => {
	expect([says('weekly'), says('fortnightly'), says('monthly'), says('once')]).toEqual([
		'Every Thursday at 4:30\u00a0pm',
		'Every other Thursday at 4:30\u00a0pm',
		'The second Thursday of each month at 4:30\u00a0pm',
		'Once, on 12 November 2026 at 4:30\u00a0pm'
	]);
});

it('the fourth weekday is the fourth, the fifth is the last', () => {
	expect(says('monthly', '2026-10-22')).toMatch(/^The fourth Thursday/);
	expect(says('monthly', '2026-10-29')).toMatch(/^The last Thursday/);
});
