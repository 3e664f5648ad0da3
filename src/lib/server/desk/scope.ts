import * as v from 'valibot';
import { Id } from '$lib/domain/entries/entry';
import { programmesAs, type Who } from '../guard';

/** The programmes whose people and pairings someone sees at the desk. */
export const sees = (who: Who): string[] => programmesAs(who, ['coordinator', 'safeguarding']);

/** The programmes that someone runs: invites in, pairs in, writes hours in. */
export const runs = (who: Who): string[] => programmesAs(who, ['coordinator']);

/** Whether this could be the id of anything. An address may hold any text; a database may not be asked about it. */
export const couldBeId = (text: string): boolean => v.is(Id, text);
