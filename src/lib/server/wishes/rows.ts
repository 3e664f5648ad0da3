import { and, eq } from 'drizzle-orm';
import { NOTHING_WISHED, type KeptWish } from '$lib/domain/wishes/kept';
import { wishes } from '../database/schema';
import type { Reading } from '../database/store';
import type { House } from '../house';
import { sealWish, unsealWish } from '../sealed-rows';

type Row = typeof wishes.$inferSelect;
type Said = Pick<KeptWish, 'inMind' | 'answers'>;

/** A wish as its young person's phones keep it. */
export function openWish({ secrets }: Pick<House, 'secrets'>, row: Row): KeptWish {
	const { id, spaceId, programmeId, wanted, wantedAt } = row;
	const said = JSON.parse(unsealWish(secrets, id, row.said)) as Said;
	return { id, spaceId, programmeId, wanted, wantedAt, ...said };
}

/** The columns that hold what was said: who wants whom is nobody's business who can read the disk. */
export function closeWish({ secrets }: Pick<House, 'secrets'>, id: string, wish: KeptWish) {
	const { wanted, wantedAt, inMind, answers } = wish;
	return {
		wanted,
		wantedAt,
		said: sealWish(secrets, id, JSON.stringify({ inMind, answers } satisfies Said))
	};
}

/** Somebody's wish in a programme, or undefined when they have said nothing yet. */
export async function wishRow(read: Reading, programmeId: string, youngId: string): Promise<Row | undefined> {
	const [row] = await read
		.select()
		.from(wishes)
		.where(and(eq(wishes.programmeId, programmeId), eq(wishes.youngId, youngId)));
	return row;
}

/** A wish in which nothing has been said. */
export const emptyWish = (id: string, spaceId: string, programmeId: string): KeptWish => ({
	...NOTHING_WISHED,
	...{ id, spaceId, programmeId }
});
