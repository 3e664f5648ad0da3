import { int, text } from '../columns';
import { people, programmes, spaces } from './spaces';

/** The columns of every row that belongs to a space: which, and the space's revision when it last changed. */
export const inSpace = () => ({
	spaceId: text('space_id')
		.notNull()
		.references(() => spaces.id),
	revision: int('revision').notNull()
});

export const inProgramme = () => ({
	programmeId: text('programme_id')
		.notNull()
		.references(() => programmes.id)
});

/** A column that names a person, by its name in the database. */
export const person = <Name extends string>(name: Name) =>
	text(name)
		.notNull()
		.references(() => people.id);
