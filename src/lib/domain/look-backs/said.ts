import * as v from 'valibot';
import type { Day, Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import type { Pairing, Side } from '../pairings/pairing';
import { pathOf, placeOn, type PathFacts } from '../pairings/path';
import {
	lookBackId,
	lookBacksOf,
	OUTCOME_SAYS,
	questionsFor,
	WINDING_DOWN_PROMPTS,
	type LookBack,
	type LookBackTime
} from './look-back';
import { OutcomeId } from './outcomes';

/** What the rules about looking back need to know. */
export interface LookBackFacts {
	pairing: Pick<Pairing, 'id' | 'spaceId' | 'state' | 'youngId'> | undefined;
	/** Undefined for anybody outside the pairing. */
	side: Side | undefined;
	personId: string;
	/** Undefined where the pairing is. */
	path: PathFacts | undefined;
	/** In the programme's zone. */
	today: Day;
	/** What they have written at this time so far. */
	own: LookBack | undefined;
}

/** About a page, as with messages. */
export const MOST_LOOK_BACK_CHARACTERS = 2000;

const Which = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,49}$/));
const about = { pairingId: Id, which: Which };

/** An answer to one question, as it is from now on; empty where it is taken away. */
export const LookBackBody = v.object({
	...about,
	question: Which,
	words: v.pipe(v.string(), v.maxLength(100_000), v.transform(clean))
});
export type LookBackBody = v.InferOutput<typeof LookBackBody>;

/** Whether something is more or less than it was; empty where nothing is said of it after all. */
export const LookBackOutcomeBody = v.object({
	...about,
	outcome: OutcomeId,
	says: v.picklist([...OUTCOME_SAYS, ''])
});
export type LookBackOutcomeBody = v.InferOutput<typeof LookBackOutcomeBody>;

export const LookBackShareBody = v.object(about);
export type LookBackShareBody = v.InferOutput<typeof LookBackShareBody>;

export const LookBackCountBody = v.object({ ...about, counted: v.boolean() });
export type LookBackCountBody = v.InferOutput<typeof LookBackCountBody>;

export const ABOUT_LOOK_BACKS = [
	'look-back',
	'look-back-outcome',
	'look-back-share',
	'look-back-count'
] as const;
export type AboutLookBackKind = (typeof ABOUT_LOOK_BACKS)[number];
export type LookBackSaid =
	| { kind: 'look-back'; body: LookBackBody }
	| { kind: 'look-back-outcome'; body: LookBackOutcomeBody }
	| { kind: 'look-back-share'; body: LookBackShareBody }
	| { kind: 'look-back-count'; body: LookBackCountBody };

/** Whether an entry speaks of looking back. */
export function isAboutLookBack<E extends { kind: string }>(entry: E): entry is E & LookBackSaid {
	return (ABOUT_LOOK_BACKS as readonly string[]).includes(entry.kind);
}

/** The time of that name, where it has come: of looking back, or of winding down. */
export function timeOf(path: PathFacts, which: string, today: Day): LookBackTime | undefined {
	if (which !== WINDING_DOWN_PROMPTS) return lookBacksOf(path, today).find((one) => one.which === which);
	const place = placeOn(pathOf(path), today);
	if (place?.stage.kind !== 'winding_down' || place.from > today) return undefined;
	return { which, on: place.from, plan: { name: '', questions: path.plan.windingDown, outcomes: false } };
}

/**
 * Whether somebody may say this when they look back: either of the two, each for themself, from its day on until the
 * end; only the young person says what is more or less for them. What is shared was thought over, so an adult shares
 * nothing in a pause.
 */
export function mayLookBack(facts: LookBackFacts, said: LookBackSaid): Verdict {
	const { pairing, side, path, own } = facts;
	if (!pairing || !side || !path) return refuse('not_found');
	if (side === 'cover') return refuse('not_yours_to_do');
	if (pairing.state === 'ended') return refuse('pairing_ended');
	const paused = side !== 'young' && pairing.state === 'paused' ? refuse('pairing_paused') : undefined;
	if (said.kind === 'look-back-share') {
		if (own && own.sharedAt !== null) return send;
		return own && hasSaid(own) ? (paused ?? send) : refuse('nothing_written');
	}
	const time = timeOf(path, said.body.which, facts.today);
	if (!time) return refuse('look_back_not_yet');
	if (said.kind !== 'look-back') {
		if (side !== 'young') return refuse('not_yours_to_do');
		return time.plan.outcomes ? send : refuse('not_found');
	}
	const { question, words } = said.body;
	if (!questionsFor(time.plan.questions, side).some(({ id }) => id === question)) return refuse('not_found');
	if (words.length > MOST_LOOK_BACK_CHARACTERS) return refuse('too_long');
	if (side !== 'young' && contactDetails(words).length > 0) return refuse('contact_details');
	return own && own.sharedAt !== null ? (paused ?? send) : send;
}

/** Whether there is anything that could be shared. */
export const hasSaid = ({ answers, outcomes }: Pick<LookBack, 'answers' | 'outcomes'>): boolean =>
	Object.values(answers).some((words) => words !== '') || Object.keys(outcomes).length > 0;

/** Their row as it is afterwards; the very same where nothing changes, and undefined where there is none still. */
export function afterLookBack(
	facts: LookBackFacts,
	said: LookBackSaid,
	{ at, ownSpaceId }: { at: Instant; ownSpaceId: string }
): LookBack | undefined {
	const { pairing, personId, own } = facts;
	if (!pairing) return own;
	const { which } = said.body;
	const begun: LookBack = own ?? {
		...{ id: lookBackId(pairing.id, which, personId), spaceId: ownSpaceId, pairingId: pairing.id },
		...{ which, personId, answers: {}, outcomes: {}, counted: false, sharedAt: null, at }
	};
	switch (said.kind) {
		case 'look-back': {
			const { question, words } = said.body;
			if ((begun.answers[question] ?? '') === words) return own;
			return { ...begun, answers: withOne(begun.answers, question, words), at };
		}
		case 'look-back-outcome': {
			const { outcome, says } = said.body;
			if ((begun.outcomes[outcome] ?? '') === says) return own;
			return { ...begun, outcomes: withOne(begun.outcomes, outcome, says), at };
		}
		case 'look-back-count':
			return begun.counted === said.body.counted ? own : { ...begun, counted: said.body.counted, at };
		case 'look-back-share':
			return own && own.sharedAt === null ? { ...own, spaceId: pairing.spaceId, sharedAt: at } : own;
	}
}

/** The record with one of its entries changed; without it where it is empty. */
function withOne<Says extends string>(
	record: Record<string, Says>,
	key: string,
	says: Says | ''
): Record<string, Says> {
	const { [key]: _, ...rest } = record;
	return says === '' ? rest : { ...rest, [key]: says };
}
