import { eq } from 'drizzle-orm';
import type { Nation } from '$lib/domain/meetings/bank-holidays';
import type { AgreementLimits } from '$lib/domain/pairings/terms';
import { programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { change } from '../spaces';
import { couldBeId, runs } from './scope';

export interface AgreementSettings {
	limits: AgreementLimits;
	nation: Nation;
	calendarTitle: string;
	placeInCalendar: boolean;
}

/** What a programme's agreements may hold, and what goes with it. @throws 404 */
export async function agreementSettings(house: House, who: Who, programmeId: string) {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
	const [programme] = await house.store.read.select().from(programmes).where(eq(programmes.id, programmeId));
	if (!programme) notThere();
	const { agreementLimits, nation, calendarTitle, placeInCalendar } = programme;
	return { agreementLimits, nation, calendarTitle, placeInCalendar };
}

/** Writes it, for agreements from now on: those that count stay as the two agreed them. @throws 404 */
export async function writeAgreementSettings(
	house: House,
	who: Who,
	programmeId: string,
	{ limits, ...settings }: AgreementSettings
): Promise<void> {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
	await change(house, who.personId, async (making) => {
		const [programme] = await making.tx.select().from(programmes).where(eq(programmes.id, programmeId));
		if (!programme) notThere();
		const revision = await making.revision(programme.spaceId);
		await making.tx
			.update(programmes)
			.set({ agreementLimits: limits, ...settings, revision })
			.where(eq(programmes.id, programmeId));
		await making.record(programme.spaceId, 'programme.agreements_set', programmeId);
	});
}
