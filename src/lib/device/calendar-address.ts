import type { Instant } from '../domain/clock/zones';

/** That somebody has an address for their calendar; not the address, which is kept nowhere. */
export interface CalendarAddress {
	createdAt: Instant;
	readAt: Instant | null;
}

/** Whether I have one; `no-signal` when the server cannot be asked. Kept nowhere on the phone. */
export async function calendarAddress(): Promise<CalendarAddress | null | 'no-signal'> {
	try {
		const response = await fetch('/api/calendar');
		if (!response.ok) return 'no-signal';
		return ((await response.json()) as { address: CalendarAddress | null }).address;
	} catch {
		return 'no-signal';
	}
}

/** Makes a new address in place of any earlier one. @returns it, whole, or undefined if nothing was made */
export async function makeCalendarAddress(): Promise<string | undefined> {
	try {
		const response = await fetch('/api/calendar', { method: 'POST' });
		if (!response.ok) return undefined;
		const { path } = (await response.json()) as { path: string };
		return new URL(path, location.origin).href;
	} catch {
		return undefined;
	}
}

/** @returns whether nothing is found at my address any more */
export async function revokeCalendarAddress(): Promise<boolean> {
	try {
		return (await fetch('/api/calendar', { method: 'DELETE' })).ok;
	} catch {
		return false;
	}
}
