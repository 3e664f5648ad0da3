import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { clean } from '../messages/text';
import type { Pairing, Side } from '../pairings/pairing';
import { isOn } from '../programmes/features';
import type { Plan } from '../programmes/plan';

/** Five faces, best first. The words shown are the programme's. */
export const FEELINGS = ['great', 'good', 'okay', 'rough', 'awful'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** What would help: nothing needed back, a reply in the agreed time, or a proper talk. */
export const HOPES = ['just_telling', 'reply', 'talk'] as const;
export type Hope = (typeof HOPES)[number];

/** The optional line is a line, not a page. */
export const MOST_LINE_CHARACTERS = 500;

/** A check-in as it stands in a pairing's space. */
export interface CheckIn {
	id: string;
	spaceId: string;
	pairingId: string;
	authorId: string;
	feeling: Feeling;
	line: string;
	hope: Hope;
	writtenAt: Instant;
	receivedAt: Instant;
	clockAhead: boolean;
}

export const CheckInBody = v.object({
	pairingId: Id,
	feeling: v.picklist(FEELINGS),
	line: v.optional(v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)), ''),
	hope: v.picklist(HOPES)
});
export type CheckInBody = v.InferOutput<typeof CheckInBody>;

export interface CheckInFacts {
	pairing: Pick<Pairing, 'state'> | undefined;
	side: Side | undefined;
	/** What the pairing goes by. */
	plan?: Pick<Plan, 'features'> | undefined;
}

/** Whether a check-in goes: the young person's own, at any hour, while the pairing lasts. */
export function mayCheckIn(facts: CheckInFacts, checkIn: CheckInBody): Verdict {
	if (!facts.pairing || !facts.side) return refuse('not_found');
	if (facts.side !== 'young') return refuse('not_yours_to_do');
	if (checkIn.line.length > MOST_LINE_CHARACTERS) return refuse('too_long');
	if (facts.pairing.state === 'ended') return refuse('pairing_ended');
	return isOn(facts.plan, 'check_ins') ? send : refuse('not_in_programme');
}
