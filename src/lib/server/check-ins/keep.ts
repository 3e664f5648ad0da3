import { mayCheckIn, type CheckInBody } from '$lib/domain/check-ins/check-in';
import type { Verdict } from '$lib/domain/entries/verdict';
import { inserting } from '../database/prepared';
import { checkIns } from '../database/schema';
import type { Writing } from '../entries/effect';
import { setWaiting } from '../messages/keep';
import { pairingFacts } from '../pairings/facts';
import { planOf } from '../plans/plan-of';
import { sealLine } from '../sealed-rows';
import type { Change } from '../spaces';
import { planLate } from '../telling/late';
import { tellOfWait } from '../telling/said';

const insertCheckIn = inserting(checkIns);

/** Keeps a check-in in the pairing's space. One that asks for an answer starts the wait for it. */
export async function keepCheckIn(change: Change, entry: Writing<CheckInBody>): Promise<Verdict> {
	const { body, authorId } = entry;
	const { pairing, side } = await pairingFacts(change.tx, body.pairingId, authorId, change.now);
	const plan = pairing && (await planOf(change.tx, pairing));
	const verdict = mayCheckIn({ pairing, side, plan }, body);
	if (verdict.is !== 'send' || !pairing) return verdict;
	const row = {
		id: entry.id,
		spaceId: pairing.spaceId,
		revision: await change.revision(pairing.spaceId),
		pairingId: pairing.id,
		authorId,
		feeling: body.feeling,
		line: sealLine(change.house.secrets, entry.id, body.line),
		hope: body.hope,
		writtenAt: entry.writtenAt,
		receivedAt: change.now,
		clockAhead: entry.clockAhead
	};
	change.write(insertCheckIn(change.tx, row));
	await change.record(pairing.spaceId, 'check-in.sent', entry.id);
	if (body.hope === 'just_telling') return verdict;
	await tellOfWait(change, pairing, entry.id);
	if (pairing.waitingSince === null) setWaiting(change, pairing.id, change.now);
	if (pairing.waitingSince === null || body.hope === 'talk') await planLate(change, pairing.id);
	return verdict;
}
