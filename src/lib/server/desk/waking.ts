import type { programmes } from '../database/schema';
import type { Who } from '../guard';
import type { House } from '../house';
import { programmeOf, writeSettings } from './programme-settings';

export type WakingSettings = Pick<
	typeof programmes.$inferSelect,
	'nightFrom' | 'nightUntil' | 'pushWords' | 'appName'
>;

/** When a programme wakes nobody's phone, and what a phone shows when it does. @throws 404 */
export async function wakingSettings(house: House, who: Who, programmeId: string): Promise<WakingSettings> {
	const { nightFrom, nightUntil, pushWords, appName } = await programmeOf(house, who, programmeId);
	return { nightFrom, nightUntil, pushWords, appName };
}

/** Writes it; what was put off until a morning before still comes in that morning. @throws 404 */
export function writeWaking(
	house: House,
	who: Who,
	programmeId: string,
	{ nightFrom, nightUntil, pushWords }: Omit<WakingSettings, 'appName'>
): Promise<void> {
	const settings = { nightFrom, nightUntil, pushWords };
	return writeSettings(house, who, programmeId, settings, 'programme.waking_set');
}
