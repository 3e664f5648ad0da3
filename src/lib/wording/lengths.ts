import { getLocale } from './paraglide/runtime.js';

const DAY = 24 * 60;

/** A length in minutes as one says it: "30 minutes", "1 hour 30 minutes", "4 hours"; from two days on "2 days". */
export function sayLength(minutes: number): string {
	if (minutes >= 2 * DAY && minutes % DAY === 0) return count('day', minutes / DAY);
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	const parts = [hours > 0 ? count('hour', hours) : '', rest > 0 ? count('minute', rest) : ''];
	return parts.filter(Boolean).join(' ') || count('minute', 0);
}

const formats = new Map<string, Intl.NumberFormat>();

function count(unit: 'minute' | 'hour' | 'day', number: number): string {
	const key = `${getLocale()} ${unit}`;
	let known = formats.get(key);
	if (!known)
		formats.set(
			key,
			(known = new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' }))
		);
	return known.format(number);
}
