import { isAdult, type ChangedRows } from '$lib/domain/meetings/facts';
import { meetingId, type Move } from '$lib/domain/meetings/meeting';
import type { MeetingSaid } from '$lib/domain/meetings/said';
import { everybodyIn, meetsThen } from '$lib/domain/pairings/reads-now';
import { awaysOf } from '../pairings/facts';
import type { Change } from '../spaces';
import { settle, tell } from './tell';

interface Two {
	id: string;
	youngId: string;
	mentorId: string;
}

/** What somebody said of a meeting, by which entry, and what it changes. */
export interface Said {
	entryId: string;
	said: MeetingSaid;
	changed: ChangedRows;
	/** What was asked about it before and not answered. */
	asked: readonly Move[];
}

/** Tells the others of what somebody said of a meeting: that it is off or elsewhere, or that they are asked something. */
export async function tellOfMeeting(change: Change, pairing: Two, told: Said): Promise<void> {
	const { said, changed, asked, entryId } = told;
	const kind = kindOf(told);
	const settled = changed.moves.filter(
		({ id, state }) => state !== 'open' && asked.some((one) => one.id === id)
	);
	if (!kind && settled.length === 0) return;
	const aways = await awaysOf(change.tx, pairing.id);
	const adults = everybodyIn(pairing, aways).filter((id) => id !== pairing.youngId);
	await settleMoves(change, pairing, adults, settled);
	if (!kind) return;
	const subjectId = meetingId(said.body);
	const theirs = meetsThen(pairing, aways, change.now, said.body.starts);
	for (const personId of [pairing.youngId, theirs])
		await tell(change, { personId, kind, pairingId: pairing.id, subjectId, key: `${kind}:${entryId}` });
}

/** What was asked and is settled needs no answer any more. */
export async function settleMoves(
	change: Change,
	{ id: pairingId, youngId }: Two,
	adults: readonly string[],
	settled: readonly Pick<Move, 'by' | 'seriesId' | 'day'>[]
): Promise<void> {
	for (const move of settled)
		await settle(change, {
			personIds: isAdult(move.by) ? [youngId] : adults,
			...{ kinds: ['proposal'], pairingId, subjectId: meetingId(move) }
		});
}

function kindOf({ entryId, said, changed }: Said): 'meeting_changed' | 'proposal' | undefined {
	switch (said.kind) {
		// With the times that come with it, which the meeting's screen shows.
		case 'meeting-call-off':
			return 'meeting_changed';
		case 'meeting-signal':
			return said.body.says === 'late' ? 'meeting_changed' : undefined;
		case 'move-answer':
			return said.body.says === 'withdraw' ? undefined : 'meeting_changed';
		case 'meeting-move':
			// Both may have offered the same time: then it is moved already.
			return changed.moves.some(({ id, state }) => id === entryId && state === 'open')
				? 'proposal'
				: 'meeting_changed';
		default:
			return undefined;
	}
}
