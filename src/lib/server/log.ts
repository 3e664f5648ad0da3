import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * Structured lines on standard output. Only ids, counts, kinds and routes are ever passed in; as a second wall,
 * the names under which words, phrases and tokens travel are struck out wherever they stand.
 */
export function openLog(level: string): Logger {
	const private_ = ['body', 'line', 'phrase', 'token', 'secret', 'cookie', 'reason', 'authorization', 'key'];
	return pino({
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: { paths: private_.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '—' },
		serializers: { err: describeError }
	});
}

/** An error as its kind and place. Messages of database errors can quote a row, so they are left out. */
function describeError(error: unknown) {
	if (!(error instanceof Error)) return { kind: typeof error };
	const code = (error as { code?: unknown }).code;
	const place = error.stack
		?.split('\n')
		.filter((line) => line.trimStart().startsWith('at '))
		.slice(0, 8);
	return { kind: error.name, code: typeof code === 'string' ? code : undefined, place };
}
