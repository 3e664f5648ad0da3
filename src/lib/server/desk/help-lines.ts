import { eq } from 'drizzle-orm';
import { dayOf } from '$lib/domain/clock/zones';
import { programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { change } from '../spaces';
import { runs } from './scope';

/**
 * Notes that somebody compared a help line with what the line itself publishes, today. Again on the same day
 * changes nothing.
 * @throws 404 when the programme is not one that `who` runs, or has no such line
 */
export async function checkedHelpLine(
	house: House,
	who: Who,
	{ programmeId, lineId }: { programmeId: string; lineId: string }
): Promise<void> {
	if (!runs(who).includes(programmeId)) notThere();
	await change(house, who.personId, async (making) => {
		const [programme] = await making.tx.select().from(programmes).where(eq(programmes.id, programmeId));
		const line = programme?.helpLines.find(({ id }) => id === lineId);
		if (!programme || !line) notThere();
		const verifiedOn = dayOf(making.now, programme.zone);
		if (line.verifiedOn === verifiedOn) return;
		const helpLines = programme.helpLines.map((one) => (one.id === lineId ? { ...one, verifiedOn } : one));
		const revision = await making.revision(programme.spaceId);
		await making.tx.update(programmes).set({ helpLines, revision }).where(eq(programmes.id, programmeId));
		await making.record(programme.spaceId, 'help_line.checked', programmeId);
	});
}
