export type ConflictKind = 'unique' | 'foreign_key' | 'check';

const KINDS: Record<string, ConflictKind> = {
	SQLITE_CONSTRAINT_UNIQUE: 'unique',
	SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
	SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key',
	SQLITE_CONSTRAINT_CHECK: 'check',
	'23505': 'unique',
	'23503': 'foreign_key',
	'23514': 'check'
};

/** A write that the database's own rules refuse. It names the rule and never the values, so it is fit for a log. */
export class Conflict extends Error {
	override readonly name = 'Conflict';

	constructor(
		readonly kind: ConflictKind,
		/** The constraint or the columns, as the engine names them. */
		readonly rule: string
	) {
		super(`The database refused a row: ${kind} ${rule}`.trim());
	}
}

/** What either engine's driver threw, told alike: a Conflict where a rule refused the row, else the error itself. */
export function told(error: unknown): unknown {
	const kind = KINDS[codeOf(error) ?? ''];
	return kind ? new Conflict(kind, ruleOf(error as Error)) : error;
}

/** The engine's own code of an error: `SQLITE_…`, or PostgreSQL's five characters. */
export function codeOf(error: unknown): string | undefined {
	const code = (error as { code?: unknown } | null | undefined)?.code;
	return typeof code === 'string' ? code : undefined;
}

function ruleOf(error: Error & { constraint?: string }): string {
	return error.constraint ?? /constraint failed: (.+)$/.exec(error.message)?.[1] ?? '';
}
