import * as v from 'valibot';
import type { Circle } from '../circles/circle';
import { WrittenDay, WrittenTime } from '../clock/written';
import { addDays, dayOf, instantAt, MINUTE, type Instant } from '../clock/zones';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import type { Pairing, Side } from '../pairings/pairing';
import { isOn } from '../programmes/features';
import type { Plan } from '../programmes/plan';
import { GATHERING_ANSWERS, type Gathering, type GatheringAnswer } from './network';
import { MOST_NAME_CHARACTERS } from './trusting';

export const LEAST_GATHERING_MINUTES = 15;
export const MOST_GATHERING_MINUTES = 480;
export const MOST_PLACE_CHARACTERS = 120;
export const MOST_ABOUT_CHARACTERS = 280;
/** A table with more people at it is no place for a young person to speak. */
export const MOST_WHOM = 12;
/** As far ahead as anything else that people meet for. */
export const MOST_DAYS_AHEAD = 366;

const Words = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean));
const Names = v.pipe(v.array(Words), v.maxLength(100));

/** A meeting with several adults of a young person's network, or of a circle: one of the two ids is there. */
export const GatheringBody = v.object({
	pairingId: v.optional(Id),
	circleId: v.optional(Id),
	day: WrittenDay,
	time: WrittenTime,
	minutes: v.pipe(v.number(), v.integer()),
	place: Words,
	about: v.optional(Words, ''),
	whom: v.optional(Names, [])
});
export type GatheringBody = v.InferOutput<typeof GatheringBody>;

export const GatheringAnswerBody = v.object({
	gatheringId: Id,
	says: v.picklist(GATHERING_ANSWERS),
	without: v.optional(Names, [])
});
export type GatheringAnswerBody = v.InferOutput<typeof GatheringAnswerBody>;

export const GatheringOffBody = v.object({ gatheringId: Id, why: Words });
export type GatheringOffBody = v.InferOutput<typeof GatheringOffBody>;

/** Where people gather, as whoever asks may know it: between the two of a pairing, or in a circle. */
export type Gathered =
	| {
			is: 'pairing';
			pairing: Pick<Pairing, 'id' | 'spaceId' | 'state'>;
			side: Side;
			plan: Pick<Plan, 'features'>;
	  }
	| { is: 'circle'; circle: Pick<Circle, 'id' | 'spaceId' | 'workerId' | 'endedAt'> };

/** What the rules about gatherings need to know. Without `where` nothing is there for whoever asks. */
export interface GatheringFacts {
	where: Gathered | undefined;
	personId: string;
	zone: string;
	/** The one that is spoken of. */
	gathering?: Gathering | undefined;
	/** What the same person said to it before. */
	answer?: GatheringAnswer | undefined;
}

/** Who calls people together: the mentor of a pairing, the worker of a circle. */
export function isHost({ where, personId }: Pick<GatheringFacts, 'where' | 'personId'>): boolean {
	return where?.is === 'pairing' ? where.side === 'mentor' : where?.circle.workerId === personId;
}

const isOnlooker = ({ where }: GatheringFacts) => where?.is === 'pairing' && where.side === 'cover';

function closed({ where }: GatheringFacts): Verdict | undefined {
	if (!where) return refuse('not_found');
	const over = where.is === 'pairing' ? where.pairing.state === 'ended' : where.circle.endedAt !== null;
	return over ? refuse('pairing_ended') : undefined;
}

export const startsOf = ({ day, time, zone }: Pick<Gathering, 'day' | 'time' | 'zone'>): Instant =>
	instantAt(day, time, zone);
export const isOver = (gathering: Gathering, now: Instant): boolean =>
	startsOf(gathering) + gathering.minutes * MINUTE <= now;

/** Whether somebody may call people together. Of a circle everybody knows who comes: it has no names but theirs. */
export function mayGather(facts: GatheringFacts, body: GatheringBody, now: Instant): Verdict {
	const never = closed(facts);
	const { where, zone } = facts;
	if (never || !where) return never ?? refuse('not_found');
	if (!isHost(facts)) return refuse('not_yours_to_do');
	if (where.is === 'pairing') {
		if (!isOn(where.plan, 'network_meetings')) return refuse('outside_limits');
		if (where.pairing.state === 'paused') return refuse('pairing_paused');
	}
	const { day, time, minutes, place, about, whom } = body;
	if (place === '' || (where.is === 'pairing' && whom.length === 0)) return refuse('nothing_written');
	if (whom.includes('')) return refuse('nothing_written');
	if (where.is === 'circle' && whom.length > 0) return refuse('outside_limits');
	if (whom.length > MOST_WHOM) return refuse('list_full');
	if (minutes < LEAST_GATHERING_MINUTES || minutes > MOST_GATHERING_MINUTES) return refuse('outside_limits');
	if (place.length > MOST_PLACE_CHARACTERS || about.length > MOST_ABOUT_CHARACTERS) return refuse('too_long');
	if (whom.some((name) => name.length > MOST_NAME_CHARACTERS)) return refuse('too_long');
	if (contactDetails([place, about, ...whom].join('\n')).length > 0) return refuse('contact_details');
	if (instantAt(day, time, zone) <= now) return refuse('time_over');
	return day > addDays(dayOf(now, zone), MOST_DAYS_AHEAD) ? refuse('days_too_far') : send;
}

export function afterGathering(
	{ where, personId, zone }: GatheringFacts,
	id: string,
	body: GatheringBody,
	at: Instant
): Gathering | undefined {
	if (!where) return undefined;
	const { day, time, minutes, place, about, whom } = body;
	const here =
		where.is === 'pairing'
			? { spaceId: where.pairing.spaceId, pairingId: where.pairing.id, circleId: null }
			: { spaceId: where.circle.spaceId, pairingId: null, circleId: where.circle.id };
	return {
		...{ id, ...here, zone, day, time, minutes, place, about, whom: [...new Set(whom)] },
		...{ byId: personId, at, calledOffAt: null, calledOffWhy: '' }
	};
}

/** Whether somebody may say whether they come: whoever was asked, until it is over, as often as they like. */
export function mayAnswerGathering(facts: GatheringFacts, body: GatheringAnswerBody, now: Instant): Verdict {
	const { where, gathering } = facts;
	const never = closed(facts);
	if (never || !where || !gathering) return never ?? refuse('not_found');
	if (isHost(facts) || isOnlooker(facts)) return refuse('not_yours_to_do');
	if (gathering.calledOffAt !== null) return refuse('meeting_changed');
	if (isOver(gathering, now)) return refuse('meeting_over');
	return body.without.every((name) => gathering.whom.includes(name)) ? send : refuse('outside_limits');
}

/** The answer; of two phones the one that was tapped last has the last word. Undefined where it changes nothing. */
export function afterGatheringAnswer(
	{ gathering, personId, answer }: GatheringFacts,
	{ says, without }: GatheringAnswerBody,
	at: Instant
): GatheringAnswer | undefined {
	if (!gathering || (answer && answer.at > at)) return undefined;
	const { id: gatheringId, spaceId } = gathering;
	return { id: `${gatheringId}:${personId}`, spaceId, gatheringId, personId, says, without, at };
}

/** Whether somebody may call it off: whoever calls people together, saying why. Called off twice is called off. */
export function mayCallOffGathering(facts: GatheringFacts, { why }: GatheringOffBody, now: Instant): Verdict {
	const { where, gathering } = facts;
	const never = closed(facts);
	if (never || !where || !gathering) return never ?? refuse('not_found');
	if (!isHost(facts)) return refuse('not_yours_to_do');
	if (isOver(gathering, now)) return refuse('meeting_over');
	if (why === '') return refuse('reason_wanted');
	if (why.length > MOST_ABOUT_CHARACTERS) return refuse('too_long');
	return contactDetails(why).length > 0 ? refuse('contact_details') : send;
}

export function afterGatheringOff(
	{ gathering }: GatheringFacts,
	{ why }: GatheringOffBody,
	at: Instant
): Gathering | undefined {
	if (!gathering || gathering.calledOffAt !== null) return undefined;
	return { ...gathering, calledOffAt: at, calledOffWhy: why };
}

/** Who is to be there, and who is not because the young person said so. */
export function comingTo(
	{ whom }: Pick<Gathering, 'whom'>,
	answers: readonly Pick<GatheringAnswer, 'without'>[]
): { coming: string[]; without: string[] } {
	const unwanted = new Set(answers.flatMap(({ without }) => without));
	return {
		coming: whom.filter((name) => !unwanted.has(name)),
		without: whom.filter((name) => unwanted.has(name))
	};
}

/** Those to come and the one that is on, soonest first, then those behind, the latest first. */
export function inTime<One extends Gathering>(
	gatherings: readonly One[],
	now: Instant
): { ahead: One[]; behind: One[] } {
	const sorted = [...gatherings].sort((a, b) => startsOf(a) - startsOf(b) || (a.id < b.id ? -1 : 1));
	return {
		ahead: sorted.filter((one) => !isOver(one, now)),
		behind: sorted.filter((one) => isOver(one, now)).reverse()
	};
}
