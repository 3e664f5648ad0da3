import { and, eq, gt, lte, sql, type Column, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Behind } from './behind';
import { prepared } from './database/prepared';
import {
	abouts,
	agreements,
	afterwards,
	askings,
	aways,
	checkIns,
	circleMembers,
	circles,
	endings,
	gatheringAnswers,
	gatherings,
	goalChanges,
	goalMarks,
	goalNotes,
	goalPromises,
	goals,
	goalSteps,
	goodbyes,
	hows,
	ideas,
	introductions,
	keepsakePicks,
	lookBacks,
	lookIns,
	looks,
	meetingNotes,
	meetings,
	mentorCards,
	messages,
	moves,
	notices,
	pairings,
	partings,
	safetyPlans,
	seen,
	series,
	sharedSafetyPlans,
	spaces,
	stageStarts,
	tellChoices,
	trustedPeople,
	wishes
} from './database/schema';
import type { Reading } from './database/store';

/*
 * Nearly every sync brings one new row of one table. Putting a question to each table together costs more than the
 * answer, so one question that is put together once finds out first which tables have anything to say.
 */

const OF_PAIRINGS = {
	...{ pairings, agreements, series, meetings, moves, ideas, meetingNotes, aways },
	...{ checkIns, messages, seen, partings },
	...{ goals, goalSteps, goalMarks, goalPromises, goalNotes, goalChanges },
	...{ stageStarts, lookBacks, endings, goodbyes, afterwards },
	...{ trustedPeople, gatherings, gatheringAnswers, sharedSafetyPlans }
};
const OF_PEOPLE = {
	...{ messages, hows, looks, wishes, abouts, introductions, mentorCards, askings, partings },
	...{ notices, tellChoices },
	...{ lookBacks, goodbyes, lookIns, keepsakePicks, safetyPlans }
};
const OF_CIRCLES = { circles, circleMembers, gatherings, gatheringAnswers };
type Kept = SQLiteTable & { spaceId: Column; revision: Column };
/** A kind of row that one space or another holds, programmes aside. */
export type NewsOf = keyof typeof OF_PAIRINGS | keyof typeof OF_PEOPLE | keyof typeof OF_CIRCLES;

const asking = (tables: Record<string, Kept>) =>
	prepared((queries: Reading, given) => {
		const any = (table: Kept): SQL<unknown> => {
			const later = gt(table.revision, given('cursor', spaces.revision));
			const upTo = lte(table.revision, given('upTo', spaces.revision));
			const here = eq(table.spaceId, given('id', spaces.id));
			return sql`exists (select 1 from ${table} where ${and(here, later, upTo)})`;
		};
		const asked = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, any(table)]));
		return queries
			.select(asked)
			.from(spaces)
			.where(eq(spaces.id, given('id', spaces.id)));
	});

/** What is asked for, by kind of space. */
export const ASKED_FOR = { pairing: OF_PAIRINGS, person: OF_PEOPLE, circle: OF_CIRCLES };

const QUESTIONS: Partial<Record<string, ReturnType<typeof asking>>> = {
	pairing: asking(OF_PAIRINGS),
	person: asking(OF_PEOPLE),
	circle: asking(OF_CIRCLES)
};

/** A space that a phone is behind in, and the tables with something new in it; without them, any may have. */
export type WithNews = Behind & { news?: ReadonlySet<string> };

/** The same spaces, each with its tables. A phone that begins with a space is told all of it, so nobody asks. */
export function newsIn(read: Reading, behind: readonly Behind[]): Promise<WithNews[]> {
	return Promise.all(
		behind.map(async (space) => {
			const { id, cursor, upTo } = space;
			const ask = QUESTIONS[id.split(':', 1)[0] ?? ''];
			if (!ask || cursor === 0) return space;
			const [found = {}] = await ask(read, { id, cursor, upTo });
			const named = Object.entries(found).filter(([, any]) => Boolean(any));
			return { ...space, news: new Set(named.map(([name]) => name)) };
		})
	);
}

/** Of these spaces, those with something new in a table. */
export const withNews = (behind: readonly WithNews[], table: NewsOf): Behind[] =>
	behind.filter(({ news }) => !news || news.has(table));
