import { getLocale } from '$lib/wording/paraglide/runtime.js';

/** "Ash", "Ash and Jo", "Ash, Jo and Remi". */
export function sayNames(names: readonly string[]): string {
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names);
}
