/** Whose bank holidays: those of Scotland and of Northern Ireland are not those of England and Wales. */
export const NATIONS = ['england_and_wales', 'scotland', 'northern_ireland'] as const;
export type Nation = (typeof NATIONS)[number];
