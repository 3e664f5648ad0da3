import type { Thing } from '$lib/domain/visibility/visibility';
import { asTitle } from '$lib/wording/dates';
import { m } from '$lib/wording/messages';
import { getLocale } from '$lib/wording/paraglide/runtime.js';
import { groups } from '$lib/wording/who-sees';

/** Who reads what is written at the desk, beside its box, before it is typed. Drawn from the table. */
export function sayWhoReadsIt(thing: Thing, names: { young: string; mentor: string }): string {
	const called: Partial<Record<string, string>> = { ...names, staff: m.desk_ending_sees_staff() };
	const who = (answer: string) =>
		groups(thing)
			.filter((one) => one.answer === answer)
			.flatMap((one) => called[one.who] ?? []);
	const [always, asking] = [who('always'), who('with_a_reason')];
	const list = (words: string[]) => new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);
	return [
		m.desk_ending_sees({ names: asTitle(list(always)) }),
		...asking.map((one) => m.desk_ending_sees_reason({ who: asTitle(one), young: names.young }))
	].join(' ');
}
