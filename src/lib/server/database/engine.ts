/** Which database this process speaks to: PostgreSQL when `DATABASE_URL` says so, otherwise a file on this machine. */
export type Engine = 'sqlite' | 'postgres';

export const engineOf = (url: string | undefined): Engine =>
	/^postgres(ql)?:/.test(url ?? '') ? 'postgres' : 'sqlite';

/** Decided once, when the schema is first read: a table belongs to one engine for as long as the process lives. */
export const ENGINE: Engine = engineOf(process.env.DATABASE_URL);
