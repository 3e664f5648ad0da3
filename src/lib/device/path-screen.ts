import { addDays, dayOf, type Day, type Instant } from '../domain/clock/zones';
import type { Graduation } from '../domain/endings/ending';
import { lookBackId, lookBacksOf, type LookBackTime } from '../domain/look-backs/look-back';
import { hasSaid, isAboutLookBack, type LookBackSaid } from '../domain/look-backs/said';
import { runningOn } from '../domain/meetings/running';
import type { Series } from '../domain/meetings/series';
import { isOpen } from '../domain/pairings/agreement';

import type { Pairing } from '../domain/pairings/pairing';
import { pathOf, placeOn, type PathFacts, type Place } from '../domain/pairings/path';
import type { PersonDatabase } from './database';
import { proposalFacts } from './facts';
import { withAgreed } from './laid-agreements';
import type { Pending } from './outbox/pending';
import { stands, withPartings } from './partings';
import { pathFactsOn } from './path';

/** A time of looking back that has come, and what there is of it. */
export interface PastLookBack {
	time: LookBackTime;
	/** The reader has written something; the other shared something. */
	mine: boolean;
	theirs: boolean;
}

/** Where the two are, as their path's screen shows it. */
export interface PathOnPhone {
	pairing: Pairing;
	side: 'young' | 'mentor';
	facts: PathFacts;
	places: Place[];
	/** In the programme's zone. */
	today: Day;
	here: Place | undefined;
	/** Newest first: the last that came, and every other of which something is written. */
	past: PastLookBack[];
	next: LookBackTime | undefined;
	/** The repeating meetings as they are now, and whether a proposal waits; undefined where there are none. */
	meets: { series: Series; waits: boolean } | undefined;
	graduation: Graduation | null;
}

/** How far ahead the next time of looking back is looked for. */
const AHEAD_DAYS = 800;

const saysIn = (pairingId: string) => (one: Pending & LookBackSaid) =>
	one.body.pairingId === pairingId &&
	(one.kind === 'look-back' ? one.body.words : one.kind !== 'look-back-count')
		? [one.body.which]
		: [];

/**
 * A pairing's path on this phone; undefined for anybody but the two.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function pathOn(
	rows: PersonDatabase,
	pairingId: string,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<PathOnPhone | undefined> {
	const [known, backs, series, ending, waiting] = await Promise.all([
		proposalFacts(rows, pairingId, now),
		rows.lookBacks.where({ pairingId }).toArray(),
		rows.series.filter((one) => one.pairingId === pairingId).toArray(),
		rows.endings.get(pairingId),
		pending
	]);
	const { side, programme } = known;
	if (!known.pairing || (side !== 'young' && side !== 'mentor')) return undefined;
	const pairing = withPartings(known.pairing, waiting);
	const facts = await pathFactsOn(rows, pairing);
	const today = dayOf(now, programme?.zone ?? 'UTC');
	const times = lookBacksOf(facts, addDays(today, AHEAD_DAYS));
	const over = pairing.state === 'ended';
	/** What waits to leave was written as well. */
	const said = new Set(waiting.filter(isAboutLookBack).filter(stands).flatMap(saysIn(pairingId)));
	const past = times
		.filter(({ on }) => on <= today)
		.map((time) => {
			const id = lookBackId(pairingId, time.which, rows.personId);
			const ofTime = backs.filter(({ which }) => which === time.which);
			return {
				time,
				mine: ofTime.some((one) => one.id === id && hasSaid(one)) || said.has(time.which),
				theirs: ofTime.some((one) => one.personId !== rows.personId)
			};
		})
		.reverse()
		.filter(({ mine, theirs }, index) => mine || theirs || (index === 0 && !over));
	const places = pathOf(facts);
	const agreements = withAgreed({ ...known, pairing }, waiting, rows.personId);
	const running = over ? undefined : runningOn(series, today);
	return {
		...{ pairing, side, facts, places, today, past },
		here: over ? undefined : placeOn(places, today),
		next: over ? undefined : times.find(({ on }) => on > today),
		meets: running && { series: running, waits: agreements.some(isOpen) },
		graduation: ending?.graduation ?? null
	};
}
