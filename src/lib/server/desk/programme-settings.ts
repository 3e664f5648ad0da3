import { eq } from 'drizzle-orm';
import { programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { change } from '../spaces';
import { couldBeId, runs } from './scope';

type Programme = typeof programmes.$inferSelect;

/** A programme that `who` runs. @throws 404 */
export async function programmeOf(house: House, who: Who, programmeId: string): Promise<Programme> {
	mustRun(who, programmeId);
	const [programme] = await house.store.read.select().from(programmes).where(eq(programmes.id, programmeId));
	return programme ?? notThere();
}

/** Writes settings of a programme that `who` runs, with a line of the audit that names them. @throws 404 */
export async function writeSettings(
	house: House,
	who: Who,
	programmeId: string,
	settings: Partial<Programme>,
	action: string
): Promise<void> {
	mustRun(who, programmeId);
	await change(house, who.personId, async (making) => {
		const [programme] = await making.tx.select().from(programmes).where(eq(programmes.id, programmeId));
		if (!programme) notThere();
		const revision = await making.revision(programme.spaceId);
		await making.tx
			.update(programmes)
			.set({ ...settings, revision })
			.where(eq(programmes.id, programmeId));
		await making.record(programme.spaceId, action, programmeId);
	});
}

function mustRun(who: Who, programmeId: string): void {
	if (!couldBeId(programmeId) || !runs(who).includes(programmeId)) notThere();
}
