import { describe, expect, it } from 'vitest';
import { instantAt } from '../clock/zones';
import { byMonth, countsFrom, type Counted } from './together';

const zone = 'Pacific/Auckland';
const NOW = instantAt('2026-02-10', '12:00', zone);
const met = (day: string, minutes = 60, time = '12:00'): Counted => ({
	starts: instantAt(day, time, zone),
	is: 'happened',
	minutes
});
const off = (day: string): Counted => ({ ...met(day), is: 'called_off' });

describe('time together', () => {
	it('is counted by month, newest first, empty months too', () => {
		const counted = [met('2026-02-03', 90), met('2026-02-09'), off('2026-02-05'), met('2025-12-31', 45)];
		expect(byMonth(counted, NOW, zone, 3)).toEqual([
			{ month: '2026-02', happened: 2, minutes: 150, calledOff: 1 },
			{ month: '2026-01', happened: 0, minutes: 0, calledOff: 0 },
			{ month: '2025-12', happened: 1, minutes: 45, calledOff: 0 }
		]);
	});

	it('falls into the month that it is where the programme is', () => {
		const counted = [met('2026-02-01', 60, '00:00'), met('2026-01-31', 60, '23:59')];
		expect(byMonth(counted, NOW, zone, 2).map(({ happened }) => happened)).toEqual([1, 1]);
	});

	it('leaves out what is older', () => {
		expect(byMonth([met('2026-01-01', 60, '00:00')], NOW, zone, 2)[1]?.happened).toBe(1);
		expect(byMonth([met('2025-12-31', 60, '23:59')], NOW, zone, 2).map(({ happened }) => happened)).toEqual([
			0, 0
		]);
	});

	it.each(['2026-02-10', '2026-03-31', '2026-12-31', '2027-01-01'])(
		'begins no later than its oldest month, on %s',
		(day) => {
			const now = instantAt(day, '23:59', zone);
			const oldest = byMonth([], now, zone, 12).at(-1)?.month;
			expect(countsFrom(now, 12)).toBeLessThanOrEqual(instantAt(`${oldest}-01`, '00:00', zone));
		}
	);
});
