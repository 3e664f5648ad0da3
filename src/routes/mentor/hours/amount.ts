import { m } from '$lib/wording/messages';

/** "30 minutes", "1 hour", "4 hours", "1 hour 30 minutes". */
export function sayAmount(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	const parts = [
		hours === 1 ? m.mentor_one_hour() : hours > 1 ? m.mentor_hours_count({ count: hours }) : '',
		rest > 0 ? m.mentor_minutes_count({ count: rest }) : ''
	];
	return parts.filter(Boolean).join(' ');
}
