/** Whose bank holidays: those of Scotland and of Northern Ireland are not those of England and Wales. */
export const NATIONS = ['england_and_wales', 'scotland', 'northern_ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** Whether `day` is a bank holiday there. */
export function isBankHoliday(day: string, nation: Nation): boolean {
	return nation !== 'scotland' && day.endsWith('-12-25');
}
