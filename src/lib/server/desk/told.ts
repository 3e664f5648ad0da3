import { aliasedTable, and, desc, eq, gt, inArray } from 'drizzle-orm';
import { DAY, type Instant } from '$lib/domain/clock/zones';
import { nightOf } from '$lib/domain/telling/night';
import { TELLING, toldIn, type TellChoices, type Telling } from '$lib/domain/telling/kinds';
import { notices, pairings, people, programmes, tellChoices } from '../database/schema';
import type { Who } from '../guard';
import type { House } from '../house';
import { change } from '../spaces';
import { keepNoticesSeen, keepTellChoice } from '../telling/keep';
import { sees } from './scope';

/** How long what somebody was told stands on their first page. */
const SHOWN_FOR = 7 * DAY;
const MOST = 5;

/** A late answer that somebody at the desk was told of. */
export interface ToldAtDesk {
	id: string;
	pairingId: string;
	programmeId: string;
	youngName: string;
	mentorName: string;
	at: Instant;
	seenAt: Instant | null;
}

/** What somebody was told of at the desk these days, the latest first. */
export async function toldAtDesk({ store, now }: House, who: Who): Promise<ToldAtDesk[]> {
	const [young, mentor] = [aliasedTable(people, 'young'), aliasedTable(people, 'mentor')];
	return store.read
		.select({
			...{ id: notices.id, pairingId: pairings.id, programmeId: pairings.programmeId },
			...{ youngName: young.firstName, mentorName: mentor.firstName },
			...{ at: notices.at, seenAt: notices.seenAt }
		})
		.from(notices)
		.innerJoin(pairings, eq(pairings.id, notices.pairingId))
		.innerJoin(young, eq(young.id, pairings.youngId))
		.innerJoin(mentor, eq(mentor.id, pairings.mentorId))
		.where(
			and(
				eq(notices.personId, who.personId),
				eq(notices.kind, 'desk_late'),
				gt(notices.at, now() - SHOWN_FOR),
				inArray(pairings.programmeId, sees(who))
			)
		)
		.orderBy(desc(notices.at), desc(notices.id))
		.limit(MOST);
}

/** Notes that they are looked at: nobody is woken any more for what is before their eyes. */
export async function seeAtDesk(house: House, who: Who, told: readonly ToldAtDesk[]): Promise<void> {
	const ids = told.filter(({ seenAt }) => seenAt === null).map(({ id }) => id);
	if (ids.length === 0) return;
	await change(house, who.personId, (making) =>
		keepNoticesSeen(making, { body: { ids }, authorId: who.personId })
	);
}

/** How somebody is told, and what a phone of theirs shows and when, by programme. */
export async function tellingAtDesk({ store }: House, who: Who) {
	const [kept] = await store.read
		.select({ choices: tellChoices.choices })
		.from(tellChoices)
		.where(eq(tellChoices.id, who.personId));
	const rows = await store.read
		.select()
		.from(programmes)
		.where(inArray(programmes.id, sees(who)))
		.orderBy(programmes.name);
	return {
		choices: kept?.choices ?? {},
		roles: [...new Set(who.memberships.map(({ role }) => role))],
		programmes: rows.map((row) => ({
			...{ name: row.name, appName: row.appName, zone: row.zone, pushWords: row.pushWords },
			night: nightOf(row)
		}))
	};
}

/** Keeps what somebody chose; what is no way of being told, or none of theirs, is passed over. */
export async function chooseAtDesk(
	house: House,
	who: Who,
	wanted: Readonly<Record<string, string>>
): Promise<void> {
	const roles = who.memberships.map(({ role }) => role);
	const { choices } = await tellingAtDesk(house, who);
	const chosen = toldIn(roles).flatMap((kind) => {
		const telling = wanted[kind] as Telling | undefined;
		return telling && TELLING.includes(telling) && telling !== (choices as TellChoices)[kind]
			? [{ kind, telling }]
			: [];
	});
	if (chosen.length === 0) return;
	await change(house, who.personId, async (making) => {
		for (const body of chosen) await keepTellChoice(making, { body, authorId: who.personId });
	});
}
