import type { Plan } from '../../../domain/programmes/plan';
import { index, instant, int, json, table, text, uniqueIndex } from '../columns';
import { inProgramme, inSpace } from './belongs';
import { id } from './parts';
import { people } from './spaces';

/** Every version of how a programme goes; never changed, so that a pairing can keep the one it began with. */
export const plans = table(
	'plans',
	{
		id: id(),
		...inSpace(),
		...inProgramme(),
		version: int('version').notNull(),
		plan: json('plan').$type<Plan>().notNull(),
		madeById: text('made_by_id').references(() => people.id),
		madeAt: instant('made_at').notNull()
	},
	(t) => [
		uniqueIndex('plans_version').on(t.programmeId, t.version),
		index('plans_changed').on(t.spaceId, t.revision)
	]
);
