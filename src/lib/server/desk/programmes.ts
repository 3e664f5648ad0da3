import { asc, inArray } from 'drizzle-orm';
import { programmes } from '../database/schema';
import type { House } from '../house';

export type DeskProgramme = Pick<typeof programmes.$inferSelect, 'id' | 'name' | 'zone' | 'helpLines'>;

/** The programmes of a desk, by name. */
export async function deskProgrammes({ store }: House, programmeIds: string[]): Promise<DeskProgramme[]> {
	return store.read
		.select({
			id: programmes.id,
			name: programmes.name,
			zone: programmes.zone,
			helpLines: programmes.helpLines
		})
		.from(programmes)
		.where(inArray(programmes.id, programmeIds))
		.orderBy(asc(programmes.name), asc(programmes.id));
}
