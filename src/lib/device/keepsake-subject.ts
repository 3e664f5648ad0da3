import type { KeepsakePickBody, Subject } from '../domain/keepsakes/pick';
import type { PersonDatabase } from './database';

/** The row that a pick is about, where this phone has one. Pictures are no rows. */
export async function pickSubject(
	rows: PersonDatabase,
	{ thing, subjectId: id }: Pick<KeepsakePickBody, 'thing' | 'subjectId'>
): Promise<Subject | undefined> {
	switch (thing) {
		case 'goal': {
			const row = (await rows.goals.get(id)) ?? (await rows.goalNotes.get(id));
			return row && { pairingId: row.pairingId, spaceId: row.spaceId };
		}
		case 'message':
			return rows.messages.get(id);
		case 'meeting_note':
			return rows.meetingNotes.get(id);
		case 'goodbye':
			return rows.goodbyes.get(id);
		case 'look_back': {
			const row = await rows.lookBacks.get(id);
			return row && { ...row, authorId: row.personId };
		}
		case 'picture':
			return undefined;
	}
}
