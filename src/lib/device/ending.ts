import { dayOf, type Instant } from '../domain/clock/zones';
import type { Afterwards, Ending, Goodbye, LookIns } from '../domain/endings/ending';
import { goodbyeId } from '../domain/endings/goodbye';
import { lastMeeting, phaseOn, type Phase } from '../domain/endings/phase';
import { isAboutEnding, mayEndingSay, type EndingSaid } from '../domain/endings/said';
import type { Reason } from '../domain/entries/verdict';
import { questionsFor, WINDING_DOWN_PROMPTS } from '../domain/look-backs/look-back';
import type { Occurrence } from '../domain/meetings/occurrences';
import { pathOf, type Place } from '../domain/pairings/path';
import type { Pairing, Side } from '../domain/pairings/pairing';
import type { Plan, Question } from '../domain/programmes/plan';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import { endingFacts, type EndingKept } from './ending-facts';
import { meetingsKept } from './meetings';
import type { Pending } from './outbox/pending';
import { stands, withPartings } from './partings';
import { pathFactsOn } from './path';

/** A row as a screen shows it: with how far the last thing that this phone said of it has come. */
type OnPhone<Row> = Row & { standing: Standing };

/** Something said of the end that could not be kept. It stays until its author puts it away. */
export interface EndingNotKept {
	/** The entry's. */
	id: string;
	said: EndingSaid;
	why: Reason;
}

/** All that this phone knows of how a pairing ends, what waits to leave laid over what came by sync. */
export interface EndingOnPhone {
	facts: EndingKept;
	pairing: Pairing;
	side: Side;
	plan: Plan;
	path: Place[];
	phase: Phase;
	/** Undefined while nothing was said of it; made up while a young person's own "end" waits for signal. */
	ending: Ending | undefined;
	/** The last meeting that is still to come. */
	last: Occurrence | undefined;
	/** Their own goodbye, shown or not; without one that was taken back. */
	mine: OnPhone<Goodbye> | undefined;
	/** Those of the other side, once they are shown. */
	theirs: Goodbye[];
	/** The oldest first, without those put away. */
	afterwards: OnPhone<Afterwards>[];
	lookIn: OnPhone<Pick<LookIns, 'wanted' | 'times'>>;
	/** What both are asked: how many they answered, and whether either has shared. */
	prompts: { questions: Question[]; answered: number; shared: boolean; theirs: boolean };
	refused: EndingNotKept[];
}

const SENT: Standing = { is: 'sent' };

/**
 * What a screen about the end of a pairing stands on; undefined for anybody outside it.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function endingOn(
	rows: PersonDatabase,
	pairingId: string,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<EndingOnPhone | undefined> {
	const [kept, known, ending, lookIn, backs, meetings, waiting] = await Promise.all([
		endingFacts(rows, pairingId, now),
		rows.pairings.get(pairingId),
		rows.endings.get(pairingId),
		rows.lookIns.get(pairingId),
		rows.lookBacks.where({ pairingId }).toArray(),
		meetingsKept(rows, pending),
		pending
	]);
	const { side, zone, today } = kept;
	if (!known || !side) return undefined;
	const pairing = withPartings(known, waiting);
	const path = await pathFactsOn(rows, pairing);
	const places = pathOf(path);
	const laid = laidOver({ ...kept, pairing }, lookIn, waiting);
	const questions = side === 'cover' ? [] : questionsFor(path.plan.windingDown, side);
	const own = backs.find((one) => one.which === WINDING_DOWN_PROMPTS && one.personId === rows.personId);
	const theirs = (await rows.goodbyes.where({ pairingId }).toArray()).filter(
		({ authorId, shownAt, words }) => authorId !== rows.personId && shownAt !== null && words !== ''
	);
	return {
		...{ pairing, side, plan: path.plan, path: places, theirs, ...laid },
		phase: phaseOn(pairing, places, today),
		ending: ending ?? (pairing.state !== known.state ? justEnded(pairing, now) : undefined),
		last: lastMeeting(meetings.rows, pairing, now, zone),
		prompts: {
			questions,
			answered: questions.filter(({ id }) => own?.answers[id]).length,
			shared: own !== undefined && own.sharedAt !== null,
			theirs: backs.some((one) => one.which === WINDING_DOWN_PROMPTS && one !== own)
		}
	};
}

/** They have ended it here, and the server has not heard of it yet. */
const justEnded = ({ id, spaceId, state }: Pairing, now: Instant): Ending | undefined =>
	state !== 'ended'
		? undefined
		: {
				...{ id, spaceId, pairingId: id, how: 'young_ended', endedAt: now, readableUntil: null },
				...{ deskWords: '', deskById: null, deskByName: null, deskAt: null, graduation: null }
			};

function laidOver(kept: EndingKept, lookIns: LookIns | undefined, waiting: readonly Pending[]) {
	let facts = kept;
	let lookIn: EndingOnPhone['lookIn'] = {
		...{ wanted: lookIns?.wanted ?? false, times: lookIns?.times ?? [] },
		standing: SENT
	};
	const id = goodbyeId(kept.pairing?.id ?? '', kept.personId);
	const standings = new Map<string, Standing>();
	const refused: EndingNotKept[] = [];
	for (const one of waiting) {
		if (!isAboutEnding(one) || one.body.pairingId !== kept.pairing?.id) continue;
		if (one.outcome?.is === 'refused') refused.push({ id: one.id, said: one, why: one.outcome.why });
		if (!stands(one) || mayEndingSay(facts, one, dayOf(one.writtenAt, kept.zone)).is !== 'send') continue;
		const standing = standingOf(one);
		switch (one.kind) {
			case 'goodbye':
				facts = { ...facts, goodbyes: [...facts.goodbyes.filter((row) => row.id !== id), goodbye(one)] };
				standings.set(id, standing);
				break;
			case 'afterwards':
				if (facts.afterwards.some((row) => row.id === one.id)) break;
				facts = { ...facts, afterwards: [...facts.afterwards, later(one)] };
				standings.set(one.id, standing);
				break;
			case 'afterwards-gone':
				facts = {
					...facts,
					afterwards: facts.afterwards.map((row) =>
						row.id === one.body.afterwardsId ? { ...row, goneAt: row.goneAt ?? one.writtenAt } : row
					)
				};
				break;
			case 'look-in':
				lookIn = { ...lookIn, wanted: one.body.wanted, standing };
		}
	}
	const mine = facts.goodbyes.find((row) => row.id === id) as Goodbye | undefined;
	const shown = <Row extends { id: string }>(row: Row) => ({
		...row,
		standing: standings.get(row.id) ?? SENT
	});
	return {
		facts,
		lookIn,
		refused,
		mine: mine && mine.words !== '' ? shown(mine) : undefined,
		afterwards: facts.afterwards
			.filter(({ goneAt }) => goneAt === null)
			.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
			.map(shown)
	};

	type Said<Kind> = Pending & Extract<EndingSaid, { kind: Kind }>;
	function goodbye({ body, writtenAt }: Said<'goodbye'>): Goodbye {
		return {
			...{ id, spaceId: '', pairingId: body.pairingId, authorId: kept.personId, authorName: '' },
			...{ desk: false, words: body.words, at: writtenAt, shownAt: null }
		};
	}
	function later({ id, body, writtenAt }: Said<'afterwards'>): Afterwards {
		return {
			...{ id, spaceId: '', pairingId: body.pairingId, kind: body.kind, words: body.words },
			...{ byId: kept.personId, at: writtenAt, goneAt: null }
		};
	}
}
