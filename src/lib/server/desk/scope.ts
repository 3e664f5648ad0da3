import * as v from 'valibot';
import { Id } from '$lib/domain/entries/entry';
import { mayOpen, viewerOf, type Thing } from '$lib/domain/visibility/visibility';
import { programmesAs, type Who } from '../guard';

/** The programmes whose people and pairings someone sees at the desk. */
export const sees = (who: Who): string[] => programmesAs(who, ['coordinator', 'safeguarding']);

/** The programmes that someone runs: invites in, pairs in, writes hours in. */
export const runs = (who: Who): string[] => programmesAs(who, ['coordinator']);

/** The programmes at whose desk someone may open things of this kind without a reason. */
export const opens = (who: Who, kind: Thing): string[] => [
	...new Set(
		who.memberships
			.filter(({ role }) => mayOpen(kind, viewerOf(role, 'programme')))
			.map(({ programmeId }) => programmeId)
	)
];

/** Whether this could be the id of anything. An address may hold any text; a database may not be asked about it. */
export const couldBeId = (text: string): boolean => v.is(Id, text);
