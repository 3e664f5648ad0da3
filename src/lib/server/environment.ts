import { resolve } from 'node:path';
import * as v from 'valibot';

/** A mistake of set-up that the person starting the server can mend. Shown without a stack. */
export class SetUpMistake extends Error {
	readonly plain = true;
}

const OnOff = (usual: 'on' | 'off') =>
	v.pipe(
		v.optional(v.picklist(['on', 'off'], 'must be “on” or “off”'), usual),
		v.transform((word) => word === 'on')
	);

const Environment = v.object({
	DATA_DIR: v.pipe(
		v.optional(v.string(), 'data'),
		v.transform((path) => resolve(path))
	),
	DATABASE_URL: v.optional(
		v.pipe(v.string(), v.regex(/^(postgres(ql)?:\/\/|file:)/, 'must begin with postgres:// or file:'))
	),
	DEMO: OnOff('on'),
	ORIGIN: v.optional(
		v.pipe(v.string(), v.url('must be a whole address, such as https://corner.example.org'))
	),
	LOG_LEVEL: v.optional(
		v.picklist(
			['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
			'must be fatal, error, warn, info, debug, trace or silent'
		),
		'info'
	),
	/** Only with the demo: the moment at which its clock starts, for rehearsals and pictures. */
	DEMO_NOW: v.optional(v.pipe(v.string(), v.isoTimestamp('must be a moment such as 2026-11-24T18:00:00Z')))
});

export interface Environment {
	dataDir: string;
	databaseUrl: string;
	demo: boolean;
	origin: string | undefined;
	logLevel: string;
	demoNow: number | undefined;
}

/**
 * What the operator set, checked once at start.
 * @throws SetUpMistake that names every setting that is wrong, and what it must be
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
	const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
	const read = v.safeParse(Environment, given);
	if (!read.success) {
		const lines = read.issues.map((issue) => `  ${v.getDotPath(issue)} ${issue.message}`);
		throw new SetUpMistake(`Corner can’t start with these settings:\n${lines.join('\n')}`);
	}
	const { DATA_DIR, DATABASE_URL, DEMO, ORIGIN, LOG_LEVEL, DEMO_NOW } = read.output;
	if (DEMO_NOW && !DEMO)
		throw new SetUpMistake('DEMO_NOW moves the clock, so it works only with the demo on.');
	return {
		dataDir: DATA_DIR,
		databaseUrl: DATABASE_URL ?? `file:${resolve(DATA_DIR, 'corner.db')}`,
		demo: DEMO,
		origin: ORIGIN,
		logLevel: LOG_LEVEL,
		demoNow: DEMO_NOW ? Date.parse(DEMO_NOW) : undefined
	};
}
