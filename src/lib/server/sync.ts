import { and, asc, eq, gt } from 'drizzle-orm';
import type { Cursors, SyncAnswer, SyncedRows } from '$lib/domain/entries/synced';
import { openAbout } from './about/keep';
import { changed, type Behind } from './behind';
import {
	abouts,
	askings,
	checkIns,
	introductions,
	looks,
	mentorCards,
	messages,
	programmes,
	wishes
} from './database/schema';
import { aboutEndings } from './endings/rows';
import { aboutGoals } from './goals/rows';
import type { House } from './house';
import { forMentor, forYoungPerson } from './introductions/sides';
import { aboutMeetings } from './meetings/rows';
import { whatWasSaid } from './messages/rows';
import { partingRows } from './pairings/parting-rows';
import { aboutNetworks } from './network/rows';
import { aboutPairings } from './pairings/rows';
import { namesOf } from './people/names';
import { planRows } from './plans/rows';
import { reach } from './spaces';
import { whatTheyAreTold } from './telling/rows';
import { newsIn, withNews, type WithNews } from './whats-new';
import { openWish } from './wishes/rows';

/**
 * What changed in the spaces someone reaches, since how far their phone has read.
 * Revisions are read before rows: a row written in between comes with the next answer, never not at all.
 * @param most about how many things people wrote one answer may bring: a revision is never cut in two, and the
 *   cursors say how far it came. Phones from before there was such a thing ask for no bound and get everything
 */
export async function sync(
	house: House,
	personId: string,
	cursors: Cursors,
	most = Infinity
): Promise<SyncAnswer> {
	const now = house.now();
	const reached = await reach(house.store.read, personId, now);
	const spaces = Object.fromEntries(reached.map((space) => [space.id, space.revision]));
	const gone = Object.keys(cursors).filter((id) => !Object.hasOwn(spaces, id));
	// A cursor from beyond the newest revision is from another life of this database: begin that space again.
	const behind = reached
		.map(({ id, revision }) => ({ id, revision, cursor: cursors[id] ?? 0 }))
		.map((space) => (space.cursor > space.revision ? { ...space, cursor: 0 } : space))
		.filter((space) => space.cursor < space.revision);
	if (behind.length === 0) return { now, spaces, gone, rows: {} };
	const page = await pageOf(house, behind, most);
	for (const { id, upTo } of page) spaces[id] = upTo;
	const ahead = page.filter(({ cursor, upTo }) => upTo > cursor);
	const rows = await changedRows(house, personId, await newsIn(house.store.read, ahead));
	const more = behind.some(({ id, revision }) => spaces[id] !== revision);
	return { now, spaces, gone, rows, ...(more && { more }) };
}

/** How far one answer brings each space: space after space, as far as `most` lasts. */
async function pageOf(
	house: House,
	behind: readonly { id: string; cursor: number; revision: number }[],
	most: number
): Promise<Behind[]> {
	let left = most;
	const page: Behind[] = [];
	for (const { id, cursor, revision } of behind) {
		const changes = left === Infinity ? [] : await revisionsOf(house, id, cursor, left + 1);
		let upTo = revision;
		if (changes.length > left) {
			const first = changes[0] ?? revision;
			// The revision at which it would be too much waits, unless nothing else came before it.
			upTo = (changes[left] ?? revision) - 1;
			if (upTo < first) upTo = left === most ? first : first - 1;
		}
		page.push({ id, cursor, upTo: Math.min(upTo, revision) });
		left = Math.max(0, left - changes.filter((one) => one <= upTo).length);
	}
	return page;
}

/** The revisions of the next things that people wrote in a space, in order: at most `most` of them. */
async function revisionsOf({ store }: House, id: string, cursor: number, most: number): Promise<number[]> {
	const found: number[] = [];
	for (const table of [messages, checkIns, looks]) {
		const rows = await store.read
			.select({ revision: table.revision })
			.from(table)
			.where(and(eq(table.spaceId, id), gt(table.revision, cursor)))
			.orderBy(asc(table.revision))
			.limit(most);
		for (const { revision } of rows) found.push(revision);
	}
	return found.sort((one, other) => one - other).slice(0, most);
}

async function changedRows(house: House, personId: string, behind: WithNews[]): Promise<Partial<SyncedRows>> {
	const of = (kind: string) => behind.filter((space) => space.id.startsWith(`${kind}:`));
	const shared = of('pairing');
	const own = of('person');
	const rows: SyncedRows = {
		programmes: await programmeRows(house, of('programme')),
		plans: await planRows(house, of('programme')),
		...(await aboutPairings(house, shared)),
		...(await aboutMeetings(house, shared, own)),
		...(await whatWasSaid(house, shared, own)),
		wishes: await wishRows(house, withNews(own, 'wishes')),
		abouts: await aboutRows(house, withNews(own, 'abouts')),
		introductions: await introductionRows(house, withNews(own, 'introductions')),
		mentorCards: await cardRows(house, withNews(own, 'mentorCards')),
		askings: await askingRows(house, withNews(own, 'askings')),
		partings: await partingRows(house, personId, withNews([...shared, ...own], 'partings')),
		...(await aboutGoals(house, shared)),
		...(await aboutEndings(house, personId, { shared, own })),
		...(await aboutNetworks(house, { shared, own, circle: of('circle') })),
		...(await whatTheyAreTold(house, own))
	};
	return Object.fromEntries(Object.entries(rows).filter(([, found]) => found.length > 0));
}

async function programmeRows({ store }: House, behind: Behind[]): Promise<SyncedRows['programmes']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(programmes).where(changed(programmes, behind));
	return rows.map(({ revision: _, approvalsNeeded: __, ...row }) => row);
}

async function wishRows(house: House, behind: Behind[]): Promise<SyncedRows['wishes']> {
	if (behind.length === 0) return [];
	const rows = await house.store.read.select().from(wishes).where(changed(wishes, behind));
	return rows.map((row) => openWish(house, row));
}

async function aboutRows(house: House, behind: Behind[]): Promise<SyncedRows['abouts']> {
	if (behind.length === 0) return [];
	const rows = await house.store.read.select().from(abouts).where(changed(abouts, behind));
	return rows.map((row) => openAbout(house, row));
}

async function introductionRows(house: House, behind: Behind[]): Promise<SyncedRows['introductions']> {
	if (behind.length === 0) return [];
	const rows = await house.store.read.select().from(introductions).where(changed(introductions, behind));
	return rows.map((row) => forYoungPerson(house, row));
}

async function cardRows({ store }: House, behind: Behind[]): Promise<SyncedRows['mentorCards']> {
	if (behind.length === 0) return [];
	const rows = await store.read.select().from(mentorCards).where(changed(mentorCards, behind));
	return rows.map(
		({ id, spaceId, programmeId, state, card, capacity, writtenAt, approved, returnedWhy }) => ({
			...{ id, spaceId, programmeId, state, card, capacity, writtenAt, approved, returnedWhy }
		})
	);
}

async function askingRows(house: House, behind: Behind[]): Promise<SyncedRows['askings']> {
	if (behind.length === 0) return [];
	const rows = await house.store.read
		.select({ asking: askings, introduction: introductions })
		.from(askings)
		.innerJoin(introductions, eq(introductions.id, askings.id))
		.where(changed(askings, behind));
	const names = await namesOf(
		house.store.read,
		rows.map(({ introduction }) => introduction.youngId)
	);
	return rows.map(({ asking, introduction }) =>
		forMentor(house, asking, introduction, names.get(introduction.youngId) ?? '')
	);
}
