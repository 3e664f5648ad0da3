import { eq } from 'drizzle-orm';
import { programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { change } from '../spaces';
import { couldBeId, runs } from './scope';

export type WakingSettings = Pick<
	typeof programmes.$inferSelect,
	'nightFrom' | 'nightUntil' | 'pushWords' | 'appName'
>;

/** When a programme wakes nobody's phone, and what a phone shows when it does. @throws 404 */
export async function wakingSettings(house: House, who: Who, programmeId: string): Promise<WakingSettings> {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
	const [programme] = await house.store.read.select().from(programmes).where(eq(programmes.id, programmeId));
	if (!programme) notThere();
	const { nightFrom, nightUntil, pushWords, appName } = programme;
	return { nightFrom, nightUntil, pushWords, appName };
}

/** Writes it; what was put off until a morning before still comes in that morning. @throws 404 */
export async function writeWaking(
	house: House,
	who: Who,
	programmeId: string,
	{ nightFrom, nightUntil, pushWords }: Omit<WakingSettings, 'appName'>
): Promise<void> {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
	await change(house, who.personId, async (making) => {
		const [programme] = await making.tx.select().from(programmes).where(eq(programmes.id, programmeId));
		if (!programme) notThere();
		const revision = await making.revision(programme.spaceId);
		await making.tx
			.update(programmes)
			.set({ nightFrom, nightUntil, pushWords, revision })
			.where(eq(programmes.id, programmeId));
		await making.record(programme.spaceId, 'programme.waking_set', programmeId);
	});
}
