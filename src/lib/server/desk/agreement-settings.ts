import type { Nation } from '$lib/domain/meetings/bank-holidays';
import type { AgreementLimits } from '$lib/domain/pairings/terms';
import type { Who } from '../guard';
import type { House } from '../house';
import { programmeOf, writeSettings } from './programme-settings';

export interface AgreementSettings {
	limits: AgreementLimits;
	nation: Nation;
	calendarTitle: string;
	placeInCalendar: boolean;
}

/** What a programme's agreements may hold, and what goes with it. @throws 404 */
export async function agreementSettings(house: House, who: Who, programmeId: string) {
	const { agreementLimits, nation, calendarTitle, placeInCalendar } = await programmeOf(
		house,
		who,
		programmeId
	);
	return { agreementLimits, nation, calendarTitle, placeInCalendar };
}

/** Writes it, for agreements from now on: those that count stay as the two agreed them. @throws 404 */
export function writeAgreementSettings(
	house: House,
	who: Who,
	programmeId: string,
	{ limits, nation, calendarTitle, placeInCalendar }: AgreementSettings
): Promise<void> {
	const settings = { agreementLimits: limits, nation, calendarTitle, placeInCalendar };
	return writeSettings(house, who, programmeId, settings, 'programme.agreements_set');
}
