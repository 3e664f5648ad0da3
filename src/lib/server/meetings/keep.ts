import { send, type Verdict } from '$lib/domain/entries/verdict';
import { meetingId } from '$lib/domain/meetings/meeting';
import { afterSaying, mayMeet, type AboutMeetingKind, type MeetingSaid } from '$lib/domain/meetings/said';
import type { EntryBodies } from '$lib/domain/entries/kinds';
import { inserting } from '../database/prepared';
import { hows, meetingNotes } from '../database/schema';
import type { Writing } from '../entries/effect';
import { sealMeetingNote } from '../sealed-rows';
import { personSpace, type Change } from '../spaces';
import { tellOfMeeting } from '../telling/meetings';
import { planNow } from '../telling/plan';
import { meetingFacts, type KeptFacts } from './facts';
import { writeRows } from './write';

/** How each kind of entry is told in the audit. */
const ACTION: Record<AboutMeetingKind, string> = {
	'meeting-yes': 'meeting.yes',
	'meeting-move': 'meeting.move_asked',
	'move-answer': 'meeting.move_answered',
	'meeting-call-off': 'meeting.called_off',
	'meeting-signal': 'meeting.signal',
	'meeting-happened': 'meeting.told',
	'meeting-how': 'meeting.how'
};

/** After these a meeting may be at another time, or off. */
const MAY_MOVE = new Set<AboutMeetingKind>(['meeting-move', 'move-answer', 'meeting-call-off']);

/** Keeps what somebody says of one meeting: who will be there, another time, that it is off, how it went. */
export const keepSaid =
	<Kind extends AboutMeetingKind>(kind: Kind) =>
	async (change: Change, entry: Writing<EntryBodies[Kind]>): Promise<Verdict> => {
		const { authorId } = entry;
		const said = { kind, body: entry.body } as unknown as MeetingSaid;
		const facts = await meetingFacts(change.house, change.tx, said.body, authorId, change.now);
		const verdict = mayMeet(facts, said, change.now);
		const { pairing, side, spaceId } = facts;
		if (verdict.is !== 'send' || !pairing || !side || !spaceId) return verdict;
		if (said.kind === 'meeting-how') await keepHow(change, entry.id, authorId, said.body);
		const changed = afterSaying(facts, { id: entry.id, personId: authorId, side }, said, change.now);
		await writeRows(change, withCaller(facts, said, authorId), changed);
		if (said.kind === 'meeting-happened' && said.body.note !== '')
			await keepNote(change, { id: entry.id, spaceId, authorId }, said.body);
		if (said.kind !== 'meeting-how') await change.record(spaceId, ACTION[kind], entry.id);
		await tellOfMeeting(change, pairing, { entryId: entry.id, said, changed, asked: facts.moves });
		if (MAY_MOVE.has(kind)) await planNow(change, pairing.id);
		return send;
	};

/** The desk sees which adult called a meeting off, and when it would have begun. Of a young person nothing is noted. */
function withCaller(facts: KeptFacts, said: MeetingSaid, authorId: string): KeptFacts {
	if (said.kind !== 'meeting-call-off' || facts.side === 'young') return facts;
	const caller = { calledOffById: authorId, calledOffStarts: said.body.starts };
	return { ...facts, deskOnly: new Map([...facts.deskOnly, [meetingId(said.body), caller]]) };
}

const insertNote = inserting(meetingNotes);

async function keepNote(
	change: Change,
	where: { id: string; spaceId: string; authorId: string },
	body: EntryBodies['meeting-happened']
): Promise<void> {
	const revision = await change.revision(where.spaceId);
	await insertNote(change.tx, {
		...{ ...where, revision, pairingId: body.pairingId, meetingId: meetingId(body) },
		...{ words: sealMeetingNote(change.house.secrets, where.id, body.note), at: change.now }
	});
}

/** In their own space: the mentor does not see it. */
async function keepHow(
	change: Change,
	entryId: string,
	authorId: string,
	body: EntryBodies['meeting-how']
): Promise<void> {
	const spaceId = personSpace(authorId);
	const said = { how: body.how, at: change.now, revision: await change.revision(spaceId) };
	const row = { id: meetingId(body), spaceId, pairingId: body.pairingId, ...said };
	await change.tx.insert(hows).values(row).onConflictDoUpdate({ target: hows.id, set: said });
	await change.record(spaceId, ACTION['meeting-how'], entryId);
}
