import { sql } from 'drizzle-orm';
import { text } from '../columns';

/** The column that a row is found by. */
export const id = () => text('id').primaryKey();

/** The condition that a column holds one of these words. */
export const oneOf = (column: unknown, words: readonly string[]) =>
	sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;
