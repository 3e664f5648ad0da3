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

const isOrigin = (text: string) =>
	URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

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
	/** How a push service reaches whoever runs this server: the address people use, unless this says otherwise. */
	PUSH_SUBJECT: v.optional(
		v.pipe(v.string(), v.regex(/^(https:\/\/|mailto:)\S+$/, 'must begin with https:// or mailto:'))
	),
	/** Push services besides the well-known ones, such as one of your own. */
	PUSH_SERVICES: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
		v.array(v.pipe(v.string(), v.check(isOrigin, 'must be addresses such as https://push.example.org')))
	),
	SMTP_URL: v.optional(
		v.pipe(v.string(), v.regex(/^smtps?:\/\/\S+$/, 'must begin with smtp:// or smtps://'))
	),
	MAIL_FROM: v.optional(v.pipe(v.string(), v.regex(/@/, 'must be an e-mail address'))),
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
	/** `https:` or `mailto:`, for push services to reach the operator. */
	pushSubject: string | undefined;
	/** Origins of push services besides the well-known ones. */
	pushServices: string[];
	/** Where e-mail goes out, and from whom; undefined where there is none. */
	mail: { smtp: string; from: string } | undefined;
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
	const { PUSH_SUBJECT, PUSH_SERVICES, SMTP_URL, MAIL_FROM } = read.output;
	if (DEMO_NOW && !DEMO)
		throw new SetUpMistake('DEMO_NOW moves the clock, so it works only with the demo on.');
	if (Boolean(SMTP_URL) !== Boolean(MAIL_FROM))
		throw new SetUpMistake('SMTP_URL and MAIL_FROM go together: set both, or neither for no e-mail.');
	if (SMTP_URL && !ORIGIN)
		throw new SetUpMistake('E-mail holds a link, so SMTP_URL needs ORIGIN: the address people use.');
	return {
		dataDir: DATA_DIR,
		databaseUrl: DATABASE_URL ?? `file:${resolve(DATA_DIR, 'corner.db')}`,
		demo: DEMO,
		origin: ORIGIN,
		logLevel: LOG_LEVEL,
		demoNow: DEMO_NOW ? Date.parse(DEMO_NOW) : undefined,
		pushSubject: PUSH_SUBJECT,
		pushServices: PUSH_SERVICES,
		mail: SMTP_URL && MAIL_FROM ? { smtp: SMTP_URL, from: MAIL_FROM } : undefined
	};
}
