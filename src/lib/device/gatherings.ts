import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import type { EntryBodies } from '../domain/entries/kinds';
import {
	afterGathering,
	afterGatheringAnswer,
	afterGatheringOff,
	startsOf
} from '../domain/network/gatherings';
import type { Gathering, GatheringAnswer } from '../domain/network/network';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import { gatheringFacts } from './gathering-facts';
import type { Pending } from './outbox/pending';
import { stands } from './partings';

/** A meeting of several people as a screen shows it, soonest first. */
export interface GatheringOnPhone extends Gathering {
	answers: GatheringAnswer[];
	/** What this person said themself. */
	mine: GatheringAnswer | undefined;
	/** How far the last thing that was said of it here has come. */
	standing: Standing;
}

type About = 'gathering' | 'gathering-answer' | 'gathering-off';

/** Something said of such a meeting that could not be kept. */
export interface GatheringRefused {
	id: string;
	said: { [Kind in About]: { kind: Kind; body: EntryBodies[Kind] } }[About];
	why: Reason;
}

/** Every such meeting of a pairing or a circle on this phone, with what waits to leave laid over it. */
export async function gatheringsOn(
	rows: PersonDatabase,
	where: { pairingId: string } | { circleId: string },
	pending: Promise<Pending[]>,
	now: Instant
): Promise<{ gatherings: GatheringOnPhone[]; refused: GatheringRefused[] }> {
	const [all, answers, waiting] = await Promise.all([
		rows.gatherings.toArray(),
		rows.gatheringAnswers.toArray(),
		pending
	]);
	const here = (one: { pairingId?: string | null | undefined; circleId?: string | null | undefined }) =>
		'pairingId' in where ? one.pairingId === where.pairingId : one.circleId === where.circleId;
	let kept = all.filter(here);
	let said = answers.filter(({ gatheringId }) => kept.some(({ id }) => id === gatheringId));
	const standings = new Map<string, Standing>();
	const refused: GatheringRefused[] = [];
	for (const one of waiting) {
		if (one.kind === 'gathering' && here(one.body)) {
			if (!stands(one)) refused.push({ id: one.id, said: one, why: whyOf(one) });
			else if (!kept.some(({ id }) => id === one.id)) {
				const facts = await gatheringFacts(rows, one.body, now);
				const row = afterGathering(facts, one.id, one.body, one.writtenAt);
				if (row) kept = [...kept, row];
				standings.set(one.id, standingOf(one));
			}
			continue;
		}
		if (one.kind !== 'gathering-answer' && one.kind !== 'gathering-off') continue;
		const { gatheringId } = one.body;
		const gathering = kept.find(({ id }) => id === gatheringId);
		if (!gathering) continue;
		if (!stands(one)) {
			refused.push({ id: one.id, said: one, why: whyOf(one) });
			continue;
		}
		standings.set(gatheringId, standingOf(one));
		const answer = said.find((row) => row.gatheringId === gatheringId && row.personId === rows.personId);
		const facts = { where: undefined, personId: rows.personId, zone: gathering.zone, gathering, answer };
		if (one.kind === 'gathering-answer') {
			const row = afterGatheringAnswer(facts, one.body, one.writtenAt);
			if (row) said = [...said.filter(({ id }) => id !== row.id), row];
		} else {
			const row = afterGatheringOff(facts, one.body, one.writtenAt);
			if (row) kept = kept.map((each) => (each.id === row.id ? row : each));
		}
	}
	const gatherings = kept
		.sort((a, b) => startsOf(a) - startsOf(b) || (a.id < b.id ? -1 : 1))
		.map((one) => {
			const theirs = said.filter(({ gatheringId }) => gatheringId === one.id);
			const standing = standings.get(one.id) ?? ({ is: 'sent' } as const);
			const mine = theirs.find(({ personId }) => personId === rows.personId);
			return { ...one, answers: theirs, mine, standing };
		});
	return { gatherings, refused };
}

const whyOf = ({ outcome }: Pending): Reason => (outcome?.is === 'refused' ? outcome.why : 'unreadable');
