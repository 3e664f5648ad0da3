import { addDays, weekdayOf, type Day, type Weekday } from '../clock/zones';
import { easterSunday } from './easter';

/** Whose bank holidays: those of Scotland and of Northern Ireland are not those of England and Wales. */
export const NATIONS = ['england_and_wales', 'scotland', 'northern_ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** A day that no rule says: proclaimed once, or moved. `insteadOf` is the day that the rule says and that is none. */
interface OneOff {
	day: Day;
	nations: readonly Nation[];
	insteadOf?: Day;
}

/** From 2020 on. Source: gov.uk/bank-holidays. To add one, add a line; see decision 0018. */
const ONE_OFFS: readonly OneOff[] = [
	{ day: '2020-05-08', nations: NATIONS, insteadOf: '2020-05-04' },
	{ day: '2022-06-02', nations: NATIONS, insteadOf: '2022-05-30' },
	{ day: '2022-06-03', nations: NATIONS },
	{ day: '2022-09-19', nations: NATIONS },
	{ day: '2023-05-08', nations: NATIONS },
	{ day: '2026-06-15', nations: ['scotland'] }
];

const known = new Map<string, Day[]>();

/**
 * The bank holidays of a year, in order.
 * Source: Banking and Financial Dealings Act 1971, schedule 1, and what is proclaimed or kept by custom every year.
 */
export function bankHolidays(year: number, nation: Nation): Day[] {
	const key = `${year} ${nation}`;
	let days = known.get(key);
	if (!days) known.set(key, (days = withOneOffs(byRule(year, nation), year, nation)));
	return [...days];
}

/** Whether a day is a bank holiday there. */
export function isBankHoliday(day: Day, nation: Nation): boolean {
	return bankHolidays(Number(day.slice(0, 4)), nation).includes(day);
}

function byRule(year: number, nation: Nation): Day[] {
	const on = (monthAndDay: string): Day => `${String(year).padStart(4, '0')}-${monthAndDay}`;
	const scotland = nation === 'scotland';
	const easter = easterSunday(year);
	const may = firstOnOrAfter(1, on('05-01'));
	return [
		// Each is put off past those before it, which is how two in a row share out the days after a weekend.
		...putOff(scotland ? [on('01-02'), on('01-01')] : [on('01-01')]),
		...(nation === 'northern_ireland' ? putOff([on('03-17')]) : []),
		addDays(easter, -2),
		...(scotland ? [] : [addDays(easter, 1)]),
		...[may, lastMonday(on('05-31'))],
		...(nation === 'northern_ireland' ? putOff([on('07-12')]) : []),
		scotland ? firstOnOrAfter(1, on('08-01')) : lastMonday(on('08-31')),
		...(scotland ? putOff([on('11-30')]) : []),
		...putOff([on('12-26'), on('12-25')])
	].sort();
}

/** Days that would be lost on a weekend are kept on the next working day that is not itself one of them. */
function putOff(days: readonly Day[]): Day[] {
	const kept = days.filter((day) => !isWeekend(day));
	for (const lost of days.filter(isWeekend)) {
		let day = lost;
		while (isWeekend(day) || kept.includes(day)) day = addDays(day, 1);
		kept.push(day);
	}
	return kept;
}

function withOneOffs(days: readonly Day[], year: number, nation: Nation): Day[] {
	const here = ONE_OFFS.filter(
		({ day, nations }) => Number(day.slice(0, 4)) === year && nations.includes(nation)
	);
	const moved = here.map(({ insteadOf }) => insteadOf);
	return [...days.filter((day) => !moved.includes(day)), ...here.map(({ day }) => day)].sort();
}

const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;

function firstOnOrAfter(weekday: Weekday, day: Day): Day {
	return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

function lastMonday(lastOfMonth: Day): Day {
	return addDays(lastOfMonth, 1 - weekdayOf(lastOfMonth));
}
