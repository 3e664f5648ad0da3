import { m } from '$lib/wording/messages';
import { sayMinutes } from '../says';

/** Time that many spent together: “45 minutes”, “12 hours”, “12 hours 30 minutes”. */
export function sayTogether(minutes: number): string {
	const [whole, rest] = [minutes - (minutes % 60), minutes % 60];
	if (whole === 0 || rest === 0) return sayMinutes(minutes);
	return m.desk_together_long({ hours: sayMinutes(whole), minutes: sayMinutes(rest) });
}
