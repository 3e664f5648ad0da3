import { eq } from 'drizzle-orm';
import type { SyncedRows } from '$lib/domain/entries/synced';
import { changed, type Behind } from '../behind';
import {
	afterwards,
	endings,
	goodbyes,
	keepsakePicks,
	lookBacks,
	lookIns,
	pairings,
	stageStarts
} from '../database/schema';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { unsealAfterwards, unsealDeskWords, unsealGoodbye } from '../sealed-rows';
import { withNews, type NewsOf, type WithNews } from '../whats-new';
import { openLookBack } from './look-back-row';

type AboutEndings = Pick<
	SyncedRows,
	'stageStarts' | 'lookBacks' | 'endings' | 'goodbyes' | 'afterwards' | 'lookIns' | 'keepsakePicks'
>;

/** All that is new about the path of pairings, looking back and endings, as phones keep it. */
export async function aboutEndings(
	{ store: { read }, secrets }: House,
	personId: string,
	{ shared, own }: { shared: WithNews[]; own: WithNews[] }
): Promise<AboutEndings> {
	const asked = async <Row>(
		name: NewsOf,
		spaces: WithNews[],
		ask: (behind: Behind[]) => PromiseLike<Row[]>
	) => {
		const behind = withNews(spaces, name);
		return behind.length === 0 ? [] : ask(behind);
	};
	const both = [...shared, ...own];
	const starts = await asked('stageStarts', shared, (behind) =>
		read.select().from(stageStarts).where(changed(stageStarts, behind))
	);
	const backs = await asked('lookBacks', both, (behind) =>
		read.select().from(lookBacks).where(changed(lookBacks, behind))
	);
	const ends = await asked('endings', shared, (behind) =>
		read
			.select({ ending: endings, youngId: pairings.youngId })
			.from(endings)
			.innerJoin(pairings, eq(pairings.id, endings.pairingId))
			.where(changed(endings, behind))
	);
	const byes = await asked('goodbyes', both, (behind) =>
		read.select().from(goodbyes).where(changed(goodbyes, behind))
	);
	const later = await asked('afterwards', shared, (behind) =>
		read.select().from(afterwards).where(changed(afterwards, behind))
	);
	const looks = await asked('lookIns', own, (behind) =>
		read.select().from(lookIns).where(changed(lookIns, behind))
	);
	const picks = await asked('keepsakePicks', own, (behind) =>
		read.select().from(keepsakePicks).where(changed(keepsakePicks, behind))
	);
	const names = await namesOf(
		read,
		[ends.map(({ ending }) => ending.deskById ?? []), byes.map((row) => row.authorId)].flat(2)
	);
	return {
		stageStarts: starts.map(({ revision: _, ...row }) => row),
		lookBacks: backs.map((row) => openLookBack(secrets, row)),
		endings: ends.map(({ ending: { revision: _, ...row }, youngId }) => ({
			...row,
			// To the young person, and to nobody else who reads here.
			deskWords: personId === youngId ? unsealDeskWords(secrets, row.id, row.deskWords) : '',
			deskByName: (row.deskById && names.get(row.deskById)) || null
		})),
		goodbyes: byes.map(({ revision: _, ...row }) => ({
			...row,
			words: unsealGoodbye(secrets, row.id, row.words),
			authorName: names.get(row.authorId) ?? ''
		})),
		afterwards: later.map(({ revision: _, ...row }) => ({
			...row,
			words: unsealAfterwards(secrets, row.id, row.words)
		})),
		lookIns: looks.map(({ revision: _, ...row }) => row),
		keepsakePicks: picks.map(({ revision: _, ...row }) => row)
	};
}
