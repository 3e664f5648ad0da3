import { asc, inArray } from 'drizzle-orm';
import { programmes } from '../database/schema';
import type { House } from '../house';
import { ofProgrammes } from './of-programmes';

export type DeskProgramme = Pick<
	typeof programmes.$inferSelect,
	'id' | 'name' | 'zone' | 'helpLines' | 'agreementLimits'
>;

const named = ofProgrammes('desk_programmes', (read, ids) =>
	read
		.select({
			id: programmes.id,
			name: programmes.name,
			zone: programmes.zone,
			helpLines: programmes.helpLines,
			agreementLimits: programmes.agreementLimits
		})
		.from(programmes)
		.where(inArray(programmes.id, ids))
		.orderBy(asc(programmes.name), asc(programmes.id))
);

/** The programmes of a desk, by name. */
export function deskProgrammes({ store }: House, programmeIds: string[]): Promise<DeskProgramme[]> {
	return named(store.read, programmeIds);
}
