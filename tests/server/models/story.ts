import { and, isNull, lte, min, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { DAY, dayOf, instantAt, type Day, type Instant } from '../../../src/lib/domain/clock/zones';
import type { Outcome } from '../../../src/lib/domain/entries/entry';
import type { EntryBodies, EntryKind } from '../../../src/lib/domain/entries/kinds';
import type { SyncedRows } from '../../../src/lib/domain/entries/synced';
import { lookBacksOf } from '../../../src/lib/domain/look-backs/look-back';
import { endingWith, occurrencesOf } from '../../../src/lib/domain/meetings/occurrences';
import { SeriesBody } from '../../../src/lib/domain/meetings/series';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../../src/lib/domain/pairings/agreement';
import { pathOf, placeOn, type PathFacts, type Place } from '../../../src/lib/domain/pairings/path';
import type { Role } from '../../../src/lib/domain/people/roles';
import { PLANNED_DAYS } from '../../../src/lib/domain/telling/reminders';
import { modelOf } from '../../../src/lib/domain/programmes/models';
import type { Plan } from '../../../src/lib/domain/programmes/plan';
import { jobs } from '../../../src/lib/server/database/schema';
import { addPerson } from '../../../src/lib/server/desk/add-person';
import { makeProgramme } from '../../../src/lib/server/desk/make-programme';
import { pairUp, setMeeting } from '../../../src/lib/server/desk/pair-up';
import { accept } from '../../../src/lib/server/entries/accept';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { sync } from '../../../src/lib/server/sync';
import { planAll } from '../../../src/lib/server/telling/plan';
import { planTyped } from '../../../src/routes/coordinator/programmes/typed';
import { planWritten } from '../../../src/routes/coordinator/programmes/written';
import { add, HARBOUR, openDesk, TUESDAY, ZONE } from '../desk/desk';
import { doWhatIsDue } from '../due';
import { Phone } from './phone';

export const ASH = 'person-of-ash';
export const SAM = 'person-of-sam';
export const PROGRAMME = 'programme-of-story';
export const PAIRING = 'pairing-of-story';
/** The day on which every story begins, a Tuesday at two. */
export const BEGINS = TUESDAY;

/** A programme that a coordinator made from a model, a clock that is moved by day, and the phones of two people. */
export interface Story {
	house: House;
	/** Its coordinator. */
	nadia: Who;
	/** The plan as the coordinator saved it. */
	plan: Plan;
	/** Lives on until that time of that day: every job is done when it is due. */
	until(day: Day, time?: string): Promise<void>;
	/** One entry by one person. */
	says<Kind extends EntryKind>(personId: string, kind: Kind, body: EntryBodies[Kind]): Promise<Outcome>;
	/** What somebody's phone holds after it has synced. */
	phone(personId: string): Promise<SyncedRows>;
}

/** Makes a programme from a model, through the form and the functions of the desk. @param differs what is changed in the form */
export async function programmeOf(modelId: string, differs: Record<string, string> = {}): Promise<Story> {
	const { house, clock } = await openDesk();
	// She runs another programme already: that is how she comes to make one.
	const personId = await add(house, 'Nadia of Harbour', 'coordinator', { programmeId: HARBOUR });
	const before = { personId, firstName: 'Nadia', sessionId: 'session' };
	const model = modelOf(modelId)!.plan;
	const { plan, wrong } = planWritten({ ...planTyped(model), ...differs }, model);
	if (!plan) throw new Error(`The form was not right: ${wrong.join()}`);
	const harbour = { programmeId: HARBOUR, role: 'coordinator' as const };
	await makeProgramme(
		house,
		{ ...before, memberships: [harbour] },
		{
			...{ id: PROGRAMME, name: 'Story', appName: 'Corner', zone: ZONE, safeguarding: true, plan }
		}
	);
	const nadia = { ...before, memberships: [{ programmeId: PROGRAMME, role: 'coordinator' as const }] };
	const phones = new Map<string, Phone>();
	let entries = 0;
	return {
		...{ house, nadia, plan },
		async until(day, time = '12:00') {
			const at = instantAt(day, time, ZONE);
			// As the server does again and again: no pairing is left that nobody plans for.
			await planAll(house);
			for (let now = clock.now; now < at;) {
				const next = (await nextJob(house, at)) ?? at;
				now = clock.now = Math.min(at, Math.max(now, next), now + SEVERAL_DAYS);
				await doWhatIsDue(house);
			}
		},
		async says(personId, kind, body) {
			const id = `entry-${String(++entries).padStart(4, '0')}`;
			const [outcome] = await accept(house, personId, [{ id, kind, body, writtenAt: clock.now }]);
			return outcome as Outcome;
		},
		async phone(personId) {
			const phone = phones.get(personId) ?? new Phone();
			phones.set(personId, phone);
			return phone.take((cursors) => sync(house, personId, cursors));
		}
	};
}

/**
 * What is planned for is planned for a week ahead. The server looks again every day; a story that goes on for years
 * only as often as nothing is missed.
 */
const SEVERAL_DAYS = (PLANNED_DAYS - 1) * DAY;

async function nextJob({ store: { read } }: House, until: Instant): Promise<Instant | null> {
	const [next] = await read
		.select({ at: min(jobs.runAt) })
		.from(jobs)
		.where(and(ne(jobs.kind, 'plan'), isNull(jobs.doneAt), isNull(jobs.deadAt), lte(jobs.runAt, until)));
	return next?.at ?? null;
}

/** Adds somebody to the programme, as the desk does. @returns their id */
export const joins = ({ house, nadia }: Story, id: string, firstName: string, role: Role): Promise<string> =>
	addPerson(house, nadia, { id, programmeId: PROGRAMME, firstName, roles: [role] });

/** Ash and Sam, paired at the desk of a programme that was made from a model. */
export async function paired(modelId: string, differs: Record<string, string> = {}): Promise<Story> {
	const story = await programmeOf(modelId, differs);
	await joins(story, ASH, 'Ash', 'young');
	await joins(story, SAM, 'Sam', 'mentor');
	await pairUp(story.house, story.nadia, {
		...{ id: PAIRING, programmeId: PROGRAMME, youngId: ASH, mentorId: SAM },
		...{ hours: USUAL_HOURS, answerWithinMinutes: USUAL_ANSWER_MINUTES }
	});
	return story;
}

/** The desk writes when they meet from a day on, as often as their plan has it there. */
export async function meets(story: Story, from: Day): Promise<void> {
	const stage = placeOn((await pathOn(story, ASH)).path, from)?.stage;
	await setMeeting(
		story.house,
		story.nadia,
		PAIRING,
		v.parse(SeriesBody, {
			...{ startsOn: from, time: '16:30', minutes: stage?.minutes?.least ?? 60 },
			...{ repeats: stage?.meets, place: 'The library' }
		})
	);
}

const only = <Row>(rows: readonly Row[]): Row => {
	if (rows.length !== 1) throw new Error(`${rows.length} where there should be one.`);
	return rows[0] as Row;
};

/** Where the pairing is, worked out from nothing but what a phone holds. */
export async function pathOn(story: Story, personId: string): Promise<{ facts: PathFacts; path: Place[] }> {
	const { pairings, plans, stageStarts } = await story.phone(personId);
	const { planId, startedAt, endsOn } = only(pairings);
	const { plan } = only(plans.filter(({ id }) => id === planId));
	const facts = { plan, startsOn: dayOf(startedAt, ZONE), endsOn, starts: stageStarts };
	return { facts, path: pathOf(facts) };
}

/** The stages on a phone, as "id, from, until". */
export async function stagesOn(story: Story, personId = ASH): Promise<(string | null)[][]> {
	const { path } = await pathOn(story, personId);
	return path.map(({ stage, from, until }) => [stage.id, from, until]);
}

/** When both are asked to look back, as "which, on". */
export async function lookBacksOn(story: Story, upTo: Day): Promise<string[][]> {
	const { facts } = await pathOn(story, ASH);
	return lookBacksOf(facts, upTo).map(({ which, on }) => [which, on]);
}

/** The days on which the two meet, as a phone shows them. */
export async function meetingDays(story: Story, from: Day, until: Day, personId = ASH): Promise<Day[]> {
	const { series, meetings, moves, pairings } = await story.phone(personId);
	const [starts, ends] = [instantAt(from, '00:00', ZONE), instantAt(until, '00:00', ZONE)];
	const going = endingWith(series, only(pairings).endsOn);
	return occurrencesOf(going, meetings, moves, starts, ends).map(({ day }) => day);
}

/** Who was told on which day that a stage begins or that it is time to look back, as both phones show it. */
export async function toldOn(story: Story, personId: string): Promise<string[]> {
	const { notices } = await story.phone(personId);
	return notices
		.filter(({ kind }) => kind === 'stage' || kind === 'look_back')
		.map(({ kind, subjectId, at }) => `${dayOf(at, ZONE)} ${kind} ${subjectId}`)
		.sort();
}

/** How the pairing stands on a phone. */
export async function standsOn(story: Story, personId = ASH) {
	const { pairings, endings } = await story.phone(personId);
	const { state, endsOn } = only(pairings);
	return { state, endsOn, how: endings[0]?.how ?? null, readableUntil: endings[0]?.readableUntil ?? null };
}
