import { eq } from 'drizzle-orm';
import type { Verdict } from '$lib/domain/entries/verdict';
import { mayPart, mentorHears, standingAfter, type PartingBody } from '$lib/domain/pairings/parting';
import { partings, pairings } from '../database/schema';
import { endPairing } from '../endings/end';
import { showIfTime } from '../endings/goodbyes';
import type { Writing } from '../entries/effect';
import { sealPartingWhy, sealTells } from '../sealed-rows';
import { personSpace, type Change } from '../spaces';
import { lateOver, planLate } from '../telling/late';
import { planNow } from '../telling/plan';
import { tellOfWait } from '../telling/said';
import { pairingFacts } from './facts';

/** Keeps that a young person wants someone else, a pause, to go on, or to end. What they want happens at once. */
export async function keepParting(change: Change, entry: Writing<PartingBody>): Promise<Verdict> {
	const { body, authorId, id } = entry;
	const { pairing, side } = await pairingFacts(change.tx, body.pairingId, authorId, change.now);
	const verdict = mayPart({ pairing, side }, body);
	if (verdict.is !== 'send' || !pairing) return verdict;
	const spaceId = mentorHears(body) ? pairing.spaceId : personSpace(authorId);
	const { secrets } = change.house;
	await change.tx.insert(partings).values({
		...{ id, spaceId, revision: await change.revision(spaceId), pairingId: pairing.id, wants: body.wants },
		...{ tells: sealTells(secrets, id, body.tells), why: sealPartingWhy(secrets, id, body.why) },
		at: change.now
	});
	const standing = standingAfter(pairing, body.wants);
	if (standing.state === 'ended') await endPairing(change, pairing.id, 'young_ended');
	else if (standing.state !== pairing.state) {
		const revision = await change.revision(pairing.spaceId);
		// Nobody could answer during the pause: whoever waited then waits from now.
		const again = body.wants === 'go_on' && pairing.waitingSince !== null;
		const values = { ...standing, revision, ...(again && { waitingSince: change.now }) };
		await change.tx.update(pairings).set(values).where(eq(pairings.id, pairing.id));
		if (body.wants === 'go_on') {
			await planNow(change, pairing.id);
			await showIfTime(change, pairing.id);
		}
		if (again) {
			await tellOfWait(change, { ...pairing, ...standing, waitingSince: change.now }, null);
			await lateOver(change, pairing);
			await planLate(change, pairing.id);
		}
	}
	await change.record(spaceId, `parting.${body.wants}`, id);
	return verdict;
}
