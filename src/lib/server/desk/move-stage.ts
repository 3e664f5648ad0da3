import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { mayMoveStage, movable, type StageMoveBody } from '$lib/domain/pairings/stage-moves';
import { programmes, stageStarts } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { running } from '../pairings/running';
import { pathFactsOf } from '../plans/path-of';
import { Refused } from '../refused';
import { planNow } from '../telling/plan';
import { inTheirs } from './pair-up';

/**
 * Lets a stage of one pairing begin on another day than its plan has it. What comes after it moves along; the last day
 * stays. As it is already, it changes nothing.
 * @throws 404, and Refused when the pairing has ended or the stage cannot begin then
 */
export async function moveStage(
	house: House,
	who: Who,
	pairingId: string,
	asked: StageMoveBody
): Promise<void> {
	await inTheirs(house, who, pairingId, async (making, programmeId) => {
		const pairing = await running(making.tx, pairingId);
		const [programme] = await making.tx
			.select({ zone: programmes.zone })
			.from(programmes)
			.where(eq(programmes.id, programmeId));
		if (!programme) notThere();
		const facts = await pathFactsOf(making.tx, pairing, programme.zone);
		if (!mayMoveStage(facts, asked)) throw new Refused('stage_day');
		if (movable(facts).some(({ stage, from }) => stage.id === asked.stageId && from === asked.from)) return;
		const { spaceId } = pairing;
		const id = uuid();
		await making.tx.insert(stageStarts).values({
			...{ id, spaceId, revision: await making.revision(spaceId), pairingId, ...asked },
			...{ byId: who.personId, at: making.now }
		});
		await making.record(spaceId, 'path.stage_moved', id);
		await planNow(making, pairingId);
	});
}
