import { withLine, type KeptAbout } from '../domain/about/about';
import type { IntroductionAnswerBody } from '../domain/introductions/answers';
import { isOpen, type Introduction, type IntroductionState } from '../domain/introductions/introduction';
import type { Parting } from '../domain/pairings/parting';
import { NOTHING_WISHED, withAnswer, withWanted, type Written } from '../domain/wishes/kept';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { stands } from './partings';

/*
 * What a young person chose, as this phone knows it: the synced rows, with what waits to leave laid over them.
 * `pending` is a promise everywhere, so that all databases are asked before anything is opened.
 */

/** The kind of mentor that is wanted in one programme, and whether one is. */
export async function wishOn(
	rows: PersonDatabase,
	programmeId: string,
	pending: Promise<Pending[]>
): Promise<Written> {
	const [kept, waiting] = await Promise.all([rows.wishes.toArray(), pending]);
	let wish: Written = kept.find((row) => row.programmeId === programmeId) ?? NOTHING_WISHED;
	for (const one of waiting.filter(stands)) {
		if (one.kind === 'wish' && one.body.programmeId === programmeId)
			wish = withWanted(wish, one.body, one.writtenAt);
		if (one.kind === 'wish-answer' && one.body.programmeId === programmeId)
			wish = withAnswer(wish, one.body, one.writtenAt);
	}
	return wish;
}

/** What they wrote about themself. */
export async function aboutOn(
	rows: PersonDatabase,
	pending: Promise<Pending[]>
): Promise<KeptAbout['lines']> {
	const [kept, waiting] = await Promise.all([rows.abouts.get(rows.personId), pending]);
	let lines = kept?.lines ?? {};
	for (const one of waiting.filter(stands))
		if (one.kind === 'about-line') lines = withLine(lines, one.body, one.writtenAt);
	return lines;
}

/** A mentor whom they were shown, and how far their own last word about it has come. */
export interface Shown extends Introduction {
	/** The lines that this mentor may see, by key. */
	shows: string[];
	/** What they said last, until it is among the rows. */
	said: { id: string; says: IntroductionAnswerBody['says']; standing: Standing } | undefined;
}

/** Everybody whom they were shown, the newest first. */
export async function introductionsOn(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<Shown[]> {
	const [kept, waiting] = await Promise.all([rows.introductions.toArray(), pending]);
	return kept
		.map((row) => withSaid(row, waiting))
		.sort((a, b) => b.offeredAt - a.offeredAt || (a.id < b.id ? -1 : 1));
}

function withSaid(row: Introduction, waiting: Pending[]): Shown {
	let shown: Shown = { ...row, shows: row.shown.map(({ line }) => line), said: undefined };
	for (const one of waiting) {
		if (one.kind !== 'introduction-answer' || one.body.introductionId !== row.id) continue;
		const { says, show } = one.body;
		const said = { id: one.id, says, standing: standingOf(one) };
		shown = stands(one) ? { ...shown, ...becomes(shown, says, show), said } : { ...shown, said };
	}
	return shown;
}

/** What follows here and now; whether there is a place is for the server to say. */
function becomes(now: Introduction, says: IntroductionAnswerBody['says'], show: string[]): Partial<Shown> {
	if (!isOpen(now)) return {};
	if (says === 'no_thanks' || says === 'after_no') return { state: 'declined' satisfies IntroductionState };
	if (says === 'after_yes') return { youngAfter: 'yes' };
	return now.state === 'offered' ? { state: 'asked', answer: says, shows: show } : {};
}

/** What the mentor they answered last may see, by key; undefined before the first. */
export function shownBefore(all: readonly Shown[], id: string): string[] | undefined {
	const answered = all.filter((one) => one.id !== id && one.answer !== null);
	return answered.sort((a, b) => (b.answeredAt ?? Infinity) - (a.answeredAt ?? Infinity))[0]?.shows;
}

/** Something that they want of a pairing, and how far it has come. */
export type Wanted = Pick<Parting, 'id' | 'wants' | 'tells' | 'at' | 'settledAt'> & { standing: Standing };

/** The last thing that they asked for in a pairing. */
export async function lastParting(
	rows: PersonDatabase,
	pairingId: string,
	pending: Promise<Pending[]>
): Promise<Wanted | null> {
	const [kept, waiting] = await Promise.all([rows.partings.where({ pairingId }).toArray(), pending]);
	const here = new Set(kept.map(({ id }) => id));
	const all = [
		...kept.map((row): Wanted => ({ ...row, standing: { is: 'sent' } })),
		...waiting.flatMap((one): Wanted[] => {
			if (one.kind !== 'parting' || one.body.pairingId !== pairingId || here.has(one.id)) return [];
			const { wants, tells } = one.body;
			return [{ id: one.id, wants, tells, at: one.writtenAt, settledAt: null, standing: standingOf(one) }];
		})
	];
	return all.sort((a, b) => b.at - a.at)[0] ?? null;
}
