import { and, eq, gt, lte, or } from 'drizzle-orm';
import type { Instant } from '$lib/domain/clock/zones';
import { readers } from './database/schema';
import type { House } from './house';
import type { News } from './replicas/others';
import { withinReach } from './within-reach';

/** Tells all who are looking, whichever process has their stream, what a change that is safe on disk means for them. */
export async function announce(house: House, news: News): Promise<void> {
	if (!news.moved?.length && !news.shutOut?.length) return;
	house.live.others.tell(news);
	await tellHere(house, news);
}

/** From now on what other processes tell reaches the streams of this one. */
export function hearOthers(house: House): void {
	house.live.others.listen((news) => void tellHere(house, news));
}

/** What is kept is kept: whoever can't be told exactly is told to sync. */
async function tellHere(house: House, news: News): Promise<void> {
	try {
		await tellExactly(house, news);
	} catch (error) {
		house.log.warn({ err: error }, 'whom a change reaches could not be looked up');
		house.live.tellEveryone();
	}
}

async function tellExactly(
	house: House,
	{ moved = [], shutOut = [], ended = [], missed }: News
): Promise<void> {
	const { live } = house;
	if (missed) live.tellEveryone();
	live.endHere(new Set(ended));
	if (live.open === 0) return live.unseen();
	if (shutOut.length > 0) live.letGo(new Set(shutOut));
	for (const { spaceId, revision } of moved)
		live.tell(await readersOf(house, spaceId), { spaceId, revision });
}

async function readersOf({ store, now }: House, spaceId: string): Promise<Set<string>> {
	const reading = await store.read
		.select({ personId: readers.personId })
		.from(readers)
		.where(and(eq(readers.spaceId, spaceId), withinReach(now())));
	return new Set(reading.map((row) => row.personId));
}

/** Up to when the streams of a house know who reaches what. */
const known = new WeakMap<House, Instant>();

/** Tells whoever has begun to reach a space by the clock since the last time, and lets go of whoever has ceased to. */
export async function tellByTheClock(house: House): Promise<void> {
	const now = house.now();
	const from = known.get(house) ?? now;
	known.set(house, now);
	if (now <= from) return;
	if (house.live.open === 0) return house.live.unseen();
	const within = (moment: typeof readers.since | typeof readers.until) =>
		and(gt(moment, from), lte(moment, now));
	const rows = await house.store.read
		.select({ personId: readers.personId, until: readers.until })
		.from(readers)
		.where(or(within(readers.since), within(readers.until)));
	const over = (until: Instant | null) => until !== null && until <= now;
	const some = (ceased: boolean) =>
		new Set(rows.filter(({ until }) => over(until) === ceased).map(({ personId }) => personId));
	house.live.tell(some(false), 'sync');
	house.live.letGo(some(true));
}
