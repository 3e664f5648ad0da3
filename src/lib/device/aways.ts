import type { Day, Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import type { SyncedRows } from '../domain/entries/synced';
import { inForce } from '../domain/pairings/agreement';
import {
	agreedCover,
	awayRowId,
	daysAsMoments,
	markOf,
	type Away,
	type AwayFacts,
	type CoverAnswerBody
} from '../domain/pairings/away';
import type { Pairing } from '../domain/pairings/pairing';
import type { Programme } from '../domain/programmes/programme';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { stands } from './partings';

/** Days away as they stand on this phone, with what waits to leave laid over them. */
export interface AwayNow extends Away {
	/** How far the last word about them has come, until it is among the rows. */
	standing: Standing;
}

type AgreementRow = SyncedRows['agreements'][number];

/** What this phone knows of the pairings that days away are in, and whose phone it is. */
export interface KnownHere {
	pairings: readonly Pairing[];
	agreements: readonly AgreementRow[];
	programmes: readonly Pick<Programme, 'id' | 'zone'>[];
	me: string;
}

/** Every time that a mentor in these pairings is away, soonest first. */
export function withAways(kept: readonly Away[], known: KnownHere, waiting: readonly Pending[]): AwayNow[] {
	let aways: AwayNow[] = kept.map((away) => ({ ...away, standing: { is: 'sent' } }));
	for (const one of waiting) {
		if (!stands(one)) continue;
		const standing = standingOf(one);
		if (one.kind === 'away') {
			const here = new Set(aways.map(({ id }) => id));
			const marked = marksOf(one.id, one.body, one.writtenAt, known);
			aways.push(...marked.filter(({ id }) => !here.has(id)).map((away) => ({ ...away, standing })));
		}
		if (one.kind === 'away-over')
			aways = aways.map((away) =>
				markOf(away) === one.body.awayId && away.cancelledAt === null
					? { ...away, cancelledAt: one.writtenAt, standing }
					: away
			);
		if (one.kind === 'cover-answer') {
			const id = awayRowId(one.body.awayId, one.body.pairingId);
			const said =
				one.body.says === 'no_thanks'
					? { noThanksAt: one.writtenAt, fineAt: null }
					: { noThanksAt: null, fineAt: one.writtenAt };
			aways = aways.map((away) => (away.id === id ? { ...away, ...said, standing } : away));
		}
	}
	return aways.sort((a, b) => a.starts - b.starts || (a.id < b.id ? -1 : 1));
}

/** What a mark becomes in each of the mentor's pairings. Whether the one who was agreed may stand in, the server says. */
export function marksOf(
	id: string,
	{ from, until }: Pick<Away, 'from' | 'until'>,
	at: Instant,
	known: KnownHere
): Away[] {
	const { me } = known;
	return running(known.pairings, me).map((pairing) => {
		const agreement = agreementOf(known.agreements, pairing, at);
		const coverId = agreedCover(pairing, agreement);
		return {
			...{ id: awayRowId(id, pairing.id), spaceId: pairing.spaceId, pairingId: pairing.id, mentorId: me },
			...{ from, until, ...daysAsMoments({ from, until }, zoneThere(known, pairing, at)), at },
			...{ coverId, coverName: coverId === null ? null : (agreement?.coverName ?? null) },
			...{ noThanksAt: null, cancelledAt: null }
		};
	});
}

/** In which zone days are days for a pairing: its agreement's or, where nothing counts yet, its programme's. */
export function zoneThere(
	{ agreements, programmes }: Pick<KnownHere, 'agreements' | 'programmes'>,
	pairing: Pairing,
	at: Instant
): string {
	const programme = programmes.find(({ id }) => id === pairing.programmeId);
	const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
	return agreementOf(agreements, pairing, at)?.zone ?? programme?.zone ?? here();
}

const running = (pairings: readonly Pairing[], me: string) =>
	pairings.filter(({ mentorId, state }) => mentorId === me && state !== 'ended');

const agreementOf = (agreements: readonly AgreementRow[], { id }: Pairing, at: Instant) =>
	inForce(
		agreements.filter(({ pairingId }) => pairingId === id),
		at
	);

/** Days away that could not be marked, until they are put away. */
export interface RefusedAway {
	id: string;
	from: Day;
	until: Day;
	why: Reason;
}

export function refusedAways(waiting: readonly Pending[]): RefusedAway[] {
	return waiting.flatMap(({ id, outcome, ...one }) =>
		one.kind === 'away' && outcome?.is === 'refused' ? [{ id, ...one.body, why: outcome.why }] : []
	);
}

/** The newest answer of a young person to who stands in, while it is on its way or where it could not be kept. */
export function answerOnItsWay(
	waiting: readonly Pending[],
	away: Away
): { id: string; says: CoverAnswerBody['says']; refused: Reason | undefined } | undefined {
	const newest = waiting.findLast(
		(one) => one.kind === 'cover-answer' && awayRowId(one.body.awayId, one.body.pairingId) === away.id
	);
	if (newest?.kind !== 'cover-answer') return undefined;
	const { id, body, outcome } = newest;
	return { id, says: body.says, refused: outcome?.is === 'refused' ? outcome.why : undefined };
}

/** What the rule about days away asks: the zones and the marked days of whoever this phone belongs to. */
export async function awayFacts(rows: PersonDatabase): Promise<AwayFacts> {
	const [pairings, agreements, programmes, aways] = await Promise.all([
		rows.pairings.toArray(),
		rows.agreements.toArray(),
		rows.programmes.toArray(),
		rows.aways.toArray()
	]);
	const zones = running(pairings, rows.personId).map((pairing) =>
		zoneThere({ agreements, programmes }, pairing, Infinity)
	);
	return { zones, aways: aways.filter(({ mentorId }) => mentorId === rows.personId) };
}

/** The rows of one mark of one's own. */
export function rowsOfMark(rows: PersonDatabase, awayId: string): Promise<Away[]> {
	return rows.aways.filter((away) => away.mentorId === rows.personId && markOf(away) === awayId).toArray();
}
