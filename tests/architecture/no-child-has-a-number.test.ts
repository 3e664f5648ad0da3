import { resolve } from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ABOUT_LINES } from '../../src/lib/domain/about/about';
import * as schema from '../../src/lib/server/database/schema';
import { ROOT } from './imports';

/*
 * Nothing in the database and nothing on a phone counts, rates or times a young person. Every number that is kept is
 * named here with what it is a number of; a new one fails until somebody has said so, and should not be said lightly.
 */

/** Moments are no measure: when something was said, done, begun or ended. */
const MOMENT = /(At|Until|Since|Starts)$|^(at|now|since|until|from|starts|ends|upTo)$/;
/** Even so, what is about the young person alone is named one by one. */
const ABOUT_YOUNG = /young|child/i;
/** Words for what must not be kept of anybody, whatever its type. */
const RATES =
	/score|rating|rank|streak|(?<!end)points?$|level|percent|total|average|attend|punctual|reliab|noShow|tick/i;

const ORDER = 'the order in which a space changed, for sync';
const LENGTH = 'how long a meeting is to be, as the two agreed';
const TOGETHER = 'how long the two were together: of the meeting, not of either';
const THEIR_WORD = 'their own word to the other, about this one meeting; nothing adds it up';
const OF_THE_MENTOR = 'of the mentor';
const YES = 'their yes; nothing counts or compares it';

const THEIR_LINE =
	'the young person’s own line, between ends in their own words; only the pairing sees it, and nothing adds it up';

const CLOCK = 'the clock of a phone was wrong';
const CHOICE = 'their own choice of who may know';
const IN_CALENDARS = 'whether calendars say where a meeting is';
const OF_A_QUESTION = 'how the programme asks';
const OF_A_PLAN = 'how a programme goes: the same for everybody in it';
const VERSION_OF_A_PLAN = 'which version of how a programme goes';
const MAY_COUNT = 'their own choice whether what they said may be counted, without their name';
const IN_A_MENTORS_PLACE = 'whether somebody at the desk wrote a goodbye in a mentor’s place';
const WANTED = 'their own choice whether somebody looks in';
const RING = 'where the young person put somebody on their own map';

/** By table and column. */
const IN_THE_DATABASE: Record<string, string> = {
	'*.revision': ORDER,
	'audit.position': 'the order of lines that one change wrote',
	'agreements.version': 'which version of what the two agreed',
	'agreements.answerWithinMinutes': 'by when the mentor promised to answer',
	'agreements.youngYesAt': YES,
	'series.minutes': LENGTH,
	'moves.minutes': LENGTH,
	'meetings.movedMinutes': LENGTH,
	'meetings.minutesTogether': TOGETHER,
	'meetings.happened': 'whether the meeting took place, whoever it was up to',
	'meetings.mentorLateMinutes': OF_THE_MENTOR,
	'meetings.youngYesAt': YES,
	'meetings.youngLateAt': THEIR_WORD,
	'meetings.youngHereAt': THEIR_WORD,
	'mentor_cards.capacity': OF_THE_MENTOR,
	'check_ins.clockAhead': CLOCK,
	'messages.clockAhead': CLOCK,
	'programmes.placeInCalendar': IN_CALENDARS,
	'goal_marks.line': THEIR_LINE,
	'plans.version': VERSION_OF_A_PLAN,
	'look_backs.counted': MAY_COUNT,
	'goodbyes.desk': IN_A_MENTORS_PLACE,
	'look_ins.wanted': WANTED,
	'trusted_people.ring': RING,
	'gatherings.minutes': LENGTH,
	'jobs.attempts': 'tries at something that the server has to do',
	'mail_addresses.on': 'the choice of an adult to be nudged by e-mail',
	'passkeys.counter': 'of a key, against its being copied',
	'tries.count': 'tries to sign in and e-mails asked for, until they are slowed down; gone soon after'
};

/** By row, as phones get it. */
const ON_PHONES: Record<string, string> = {
	'agreements.version': 'which version of what the two agreed',
	'agreements.answerWithinMinutes': 'by when the mentor promised to answer',
	'agreements.youngYesAt': YES,
	'agreements.hours.weekday': 'a day of the week',
	'agreements.terms.days': 'days of the week',
	'agreements.terms.mostMinutes': LENGTH,
	'agreements.terms.noticeHours': 'how long before either of the two says so',
	'series.minutes': LENGTH,
	'moves.minutes': LENGTH,
	'meetings.movedTo.minutes': LENGTH,
	'meetings.minutesTogether': TOGETHER,
	'meetings.happened': 'whether the meeting took place, whoever it was up to',
	'meetings.mentorLateMinutes': OF_THE_MENTOR,
	'meetings.youngYesAt': YES,
	'meetings.youngLateAt': THEIR_WORD,
	'meetings.youngHereAt': THEIR_WORD,
	'checkIns.clockAhead': CLOCK,
	'messages.clockAhead': CLOCK,
	'trustedPeople.ring': RING,
	'gatherings.minutes': LENGTH,
	'goalMarks.line': THEIR_LINE,
	'mentorCards.capacity': OF_THE_MENTOR,
	'wishes.inMind.mayAsk': CHOICE,
	'plans.version': VERSION_OF_A_PLAN,
	'plans.plan.mentors.to': OF_A_PLAN,
	'plans.plan.mentors.experience': OF_A_PLAN,
	'plans.plan.young.to': OF_A_PLAN,
	'plans.plan.stages.lasts.many': OF_A_PLAN,
	'plans.plan.stages.minutes.least': OF_A_PLAN,
	'plans.plan.stages.minutes.most': OF_A_PLAN,
	'plans.plan.lookBacks.when.lasts.many': OF_A_PLAN,
	'plans.plan.lookBacks.outcomes': OF_A_PLAN,
	'plans.plan.ending.windDown.many': OF_A_PLAN,
	'plans.plan.ending.atLeast.many': OF_A_PLAN,
	'plans.plan.ending.graduation': OF_A_PLAN,
	'plans.plan.ending.readableMonths': OF_A_PLAN,
	'plans.plan.ending.lookInMonths': OF_A_PLAN,
	'lookBacks.counted': MAY_COUNT,
	'goodbyes.desk': IN_A_MENTORS_PLACE,
	'lookIns.wanted': WANTED,
	...Object.fromEntries(ABOUT_LINES.map((line) => [`abouts.lines.${line}.shared`, CHOICE])),
	'programmes.placeInCalendar': IN_CALENDARS,
	'programmes.helpLines.hours.weekday': 'a day of the week',
	'programmes.helpLines.forUnder': 'for whom a help line is',
	'programmes.wishQuestions.words': OF_A_QUESTION,
	'programmes.wishQuestions.weighed': OF_A_QUESTION,
	'programmes.wishQuestions.off': OF_A_QUESTION,
	'programmes.agreementLimits.mostMinutes': LENGTH,
	'programmes.agreementLimits.mostAnswerMinutes': 'by when a mentor has to promise to answer',
	'programmes.agreementLimits.begins.noticeHours': 'how long before either of the two says so',
	'programmes.agreementLimits.begins.hours.weekday': 'a day of the week',
	'programmes.agreementLimits.begins.answerWithinMinutes': 'by when a mentor promises to answer',
	'programmes.agreementLimits.reviewWithinDays': 'when an agreement is looked at again'
};

interface Kept {
	path: string;
	name: string;
	type: string;
}

const mustBeNamed = ({ name, type }: Kept) => {
	if (ABOUT_YOUNG.test(name)) return type !== 'text';
	return (type === 'number' || type === 'boolean') && !MOMENT.test(name);
};

function columns(): Kept[] {
	return Object.values(schema).flatMap((table) => {
		if (!is(table, SQLiteTable) && !is(table, PgTable)) return [];
		return Object.entries(getTableColumns(table as SQLiteTable)).map(([name, column]) => {
			const path = name === 'revision' ? '*.revision' : `${getTableName(table)}.${name}`;
			const type = /text/.test(column.getSQLType()) ? 'text' : column.dataType;
			return { path, name, type };
		});
	});
}

/** Every property of every synced row, with its type, as deep as they go. */
function synced(): Kept[] {
	const file = resolve(ROOT, 'src/lib/domain/entries/synced.ts');
	const program = ts.createProgram([file], {
		...{ strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ESNext },
		...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
	});
	const checker = program.getTypeChecker();
	const rows = program
		.getSourceFile(file)
		?.statements.find(
			(one): one is ts.InterfaceDeclaration =>
				ts.isInterfaceDeclaration(one) && one.name.text === 'SyncedRows'
		);
	if (!rows) throw new Error('There are no synced rows.');
	const found = new Map<string, Kept>();
	const walk = (type: ts.Type, path: string[], within: readonly ts.Type[]): void => {
		for (const part of type.isUnion() ? type.types : [type]) {
			if (checker.isArrayType(part) || checker.isTupleType(part)) {
				for (const of of checker.getTypeArguments(part as ts.TypeReference)) walk(of, path, within);
				continue;
			}
			const isNumber = part.flags & ts.TypeFlags.NumberLike;
			if (isNumber || part.flags & ts.TypeFlags.BooleanLike) {
				const kept = { path: path.join('.'), name: path.at(-1) ?? '' };
				found.set(kept.path, { ...kept, type: isNumber ? 'number' : 'boolean' });
			}
			const deep = part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection);
			if (!deep || within.includes(part)) continue;
			const deeper = [...within, part];
			const index = part.getStringIndexType();
			if (index) walk(index, [...path, '*'], deeper);
			for (const property of part.getProperties())
				walk(checker.getTypeOfSymbolAtLocation(property, rows), [...path, property.name], deeper);
		}
	};
	walk(checker.getTypeAtLocation(rows), [], []);
	return [...found.values()];
}

/** Looked at once: it takes the compiler a while. */
const [inTheDatabase, onPhones] = [columns(), synced()];

const unnamed = (all: readonly Kept[], named: Record<string, string>) =>
	all.filter((one) => mustBeNamed(one) && !named[one.path]).map(({ path }) => path);
const gone = (all: readonly Kept[], named: Record<string, string>) =>
	Object.keys(named).filter((path) => !all.some((one) => one.path === path));

test('every number in the database is named, with what it is a number of', () => {
	const all = inTheDatabase;
	expect(all.length).toBeGreaterThan(100);
	expect(unnamed(all, IN_THE_DATABASE)).toEqual([]);
	expect(gone(all, IN_THE_DATABASE)).toEqual([]);
});

test('so is every number that a phone keeps', () => {
	const all = onPhones;
	expect(unnamed(all, ON_PHONES)).toEqual([]);
	expect(gone(all, ON_PHONES)).toEqual([]);
});

test('no column and no row has a word for rating anybody', () => {
	const names = [...inTheDatabase, ...onPhones].filter(({ name }) => RATES.test(name));
	expect(names.map(({ path }) => path)).toEqual([]);
});

test('a number that counts a young person would not pass', () => {
	const kept = (name: string, type: string): Kept => ({ path: `meetings.${name}`, name, type });
	const added = [
		kept('missedMeetings', 'number'),
		kept('youngLateMinutes', 'number'),
		kept('youngSeenAt', 'number')
	];
	expect(unnamed([...added, kept('tookPlace', 'boolean')], IN_THE_DATABASE)).toEqual([
		...['meetings.missedMeetings', 'meetings.youngLateMinutes', 'meetings.youngSeenAt', 'meetings.tookPlace']
	]);
});
