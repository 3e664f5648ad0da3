import type { LookBack } from '$lib/domain/look-backs/look-back';
import type { lookBacks } from '../database/schema';
import { sealLookBack, unsealLookBack } from '../sealed-rows';
import type { Secrets } from '../secrets';

type Row = typeof lookBacks.$inferSelect;
type Said = Pick<LookBack, 'answers' | 'outcomes'>;

/** What somebody said when they looked back, closed for its row. */
export const closeSaid = (
	secrets: Pick<Secrets, 'sealing'>,
	id: string,
	{ answers, outcomes }: Said
): string => sealLookBack(secrets, id, JSON.stringify({ answers, outcomes }));

/** A row of looking back as its readers see it. */
export function openLookBack(
	secrets: Pick<Secrets, 'sealing'>,
	{ revision: _, said, ...row }: Row
): LookBack {
	return { ...row, ...(JSON.parse(unsealLookBack(secrets, row.id, said)) as Said) };
}
