import { eq, like } from 'drizzle-orm';
import {
	addDays,
	DAY,
	dayOf,
	weekdayOf,
	type Day,
	type Instant,
	type Weekday
} from '$lib/domain/clock/zones';
import { USUALLY_NEEDED } from '$lib/domain/mentors/approvals';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '$lib/domain/pairings/agreement';
import { modelOf } from '$lib/domain/programmes/models';
import type { Plan } from '$lib/domain/programmes/plan';
import { USUAL_PLAN } from '$lib/domain/programmes/usual-plan';
import { UK_HELP_LINES } from '$lib/domain/programmes/help-lines';
import { entries, programmes } from '$lib/server/database/schema';
import { accept } from '$lib/server/entries/accept';
import type { House } from '$lib/server/house';
import { cardOf } from '$lib/server/mentors/keep-card';
import { addApproval, approveCard } from '$lib/server/mentors/review';
import { pair } from '$lib/server/pairings/pair';
import { writeSeries } from '$lib/server/pairings/series';
import { addMembership, createPerson, createProgramme } from '$lib/server/people/people';
import { makePlan } from '$lib/server/plans/make';
import { change, type Change } from '$lib/server/spaces';
import { ASH, CAST, DEE, EXTRAS, JO, KIT, NADIA, PROGRAMME, SAM } from './cast';
import { history, PAIRINGS } from './history';
import { lookAtOldNews } from './told';
import { seriesOf } from './meetings';
import { CAST_MENTORS } from './mentors';
import { lateByThen } from './waits';
import { NOOR } from './wishes';

/**
 * Fills an empty database with the demo programme. A start that was cut short is finished by the next one:
 * the people come in one piece, and what they wrote is posted as phones do, each thing once.
 */
export async function fillDemo(house: House): Promise<void> {
	const madeAt = (await createdAt(house)) ?? (await makeProgramme(house));
	const told = await toldAlready(house);
	for (const { by, at, ...entry } of history(madeAt)) {
		if (told.has(entry.id)) continue;
		const then: House = { ...house, now: () => at };
		await accept(then, by, [{ ...entry, writtenAt: at }]);
	}
	await lateByThen(house, madeAt);
	await clearMentors({ ...house, now: () => madeAt });
	await lookAtOldNews(house, madeAt);
}

/** What the coordinator checked of each mentor, and the cards that she has read. Done again, it changes nothing. */
async function clearMentors(house: House): Promise<void> {
	const today = dayOf(house.now(), PROGRAMME.zone);
	await change(house, NADIA.id, async (making) => {
		for (const { who, checkEndsIn, approved } of CAST_MENTORS) {
			const mentor = { programmeId: PROGRAMME.id, mentorId: who.id };
			for (const kind of USUALLY_NEEDED) {
				const until = kind === 'check' ? addDays(today, checkEndsIn) : null;
				const record = { kind, from: addDays(today, -118), until };
				await addApproval(making, { id: `demo-approval-${who.key}-${kind}`, ...mentor, ...record });
			}
			const card = await cardOf(making.tx, mentor.programmeId, mentor.mentorId);
			if (card && approved && !card.approved) await approveCard(making, card, card.writtenAt);
		}
	});
}

/** A server that starts a hundredth time has nothing to post. */
async function toldAlready({ store }: House): Promise<Set<string>> {
	const rows = await store.read
		.select({ id: entries.entryId })
		.from(entries)
		.where(like(entries.entryId, 'demo-%'));
	return new Set(rows.map(({ id }) => id));
}

async function createdAt(house: House): Promise<number | undefined> {
	const [programme] = await house.store.read
		.select({ createdAt: programmes.createdAt })
		.from(programmes)
		.where(eq(programmes.id, PROGRAMME.id));
	return programme?.createdAt;
}

async function makeProgramme(house: House): Promise<number> {
	const madeAt = house.now();
	// Access begins with a pairing, so the pairings were made before the first message was.
	const monthsAgo: House = { ...house, now: () => madeAt - 120 * DAY };
	await change(monthsAgo, null, async (making) => {
		await createProgramme(making, { ...PROGRAMME, helpLines: checkedLines(madeAt), createdAt: madeAt });
		await makePlan(making, PROGRAMME.id, demoPlan(), 'demo-plan');
		const mentors = CAST_MENTORS.map(({ who }) => who).filter((who) => who !== SAM && who !== DEE);
		for (const { id, firstName, codeName, roles } of [...CAST, ...EXTRAS, ...mentors, NOOR]) {
			await createPerson(making, { id, firstName, codeName });
			for (const role of roles)
				await addMembership(making, { programmeId: PROGRAMME.id, personId: id, role });
		}
		const today = dayOf(madeAt, PROGRAMME.zone);
		await pairUp(making, PAIRINGS.ashAndSam, ASH.id, SAM.id, null, {
			...meets(today, 4, '16:30', 'Riverside café'),
			travel: 'Bus 9 to the bridge, then two minutes on foot.'
		});
		await pairUp(
			making,
			PAIRINGS.joAndSam,
			JO.id,
			SAM.id,
			addDays(today, 24),
			meets(today, 2, '17:00', 'The library')
		);
		await pairUp(
			making,
			PAIRINGS.kitAndDee,
			KIT.id,
			DEE.id,
			null,
			meets(today, 6, '11:00', 'Harbour skate park')
		);
	});
	return madeAt;
}

/** Volunteers who meet once a week, as in York, with two things switched on besides. */
function demoPlan(): Plan {
	const plan = modelOf('york_volunteers')?.plan ?? USUAL_PLAN;
	return { ...plan, features: [...plan.features, 'trusted_people', 'safety_plan'] };
}

/** In the demo someone checked them a few weeks ago. A real programme is asked to. */
const checkedLines = (now: Instant) =>
	UK_HELP_LINES.map((line) => ({ ...line, verifiedOn: addDays(dayOf(now, PROGRAMME.zone), -24) }));

const meets = (today: Day, weekday: Weekday, time: string, place: string) => ({
	startsOn: addDays(today, -84 + ((weekday - weekdayOf(today) + 7) % 7)),
	time,
	minutes: 90,
	repeats: 'weekly' as const,
	place,
	travel: '',
	skipsHolidays: null,
	until: null
});

async function pairUp(
	making: Change,
	id: string,
	youngId: string,
	mentorId: string,
	endsOn: Day | null,
	series: ReturnType<typeof meets>
): Promise<void> {
	await pair(making, {
		id,
		programmeId: PROGRAMME.id,
		youngId,
		mentorId,
		endsOn,
		zone: PROGRAMME.zone,
		hours: USUAL_HOURS,
		answerWithinMinutes: USUAL_ANSWER_MINUTES
	});
	await writeSeries(making, id, { ...series, until: endsOn }, seriesOf(id));
}
