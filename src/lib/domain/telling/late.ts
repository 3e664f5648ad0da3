import { addDays, DAY, dayOf, instantAt, MINUTE, timeOf, type Instant } from '../clock/zones';
import type { CheckIn } from '../check-ins/check-in';
import type { Waiting } from '../messages/waiting';
import { inForce, USUAL_HOURS, type AgreedHours } from '../pairings/agreement';
import { coverAt, coversUntil, unreadStretches, type AwayTimes, type Stretch } from '../pairings/away';
import type { LookerIn, Pairing } from '../pairings/pairing';
import { hearBy, nextOpening } from '../pairings/reading-hours';
import { limitsOf, type AgreementLimits } from '../pairings/terms';

/** The least time, in minutes of reading, between the reminder and somebody else looking into it. */
export const LEAST_MORE_MINUTES = 30;
/** However few hours somebody reads: this long after the reminder somebody else looks into it. */
export const MOST_AFTER_NUDGE = DAY;
/** Longer than this many days nobody waits for a mentor who is away with nobody to stand in. */
export const MOST_STANDING_STILL_DAYS = 3;

/** What of an agreement says when an answer is due. */
export type Answering = Pick<AgreedHours, 'zone' | 'hours' | 'answerWithinMinutes'>;

/** What a young person waits for. */
export interface Wait {
	/** When the oldest thing without an answer arrived. */
	since: Instant;
	/** When the first "Can we talk?" among it arrived, or null. */
	talkSince: Instant | null;
}

export interface WaitFacts {
	agreements: readonly AgreedHours[];
	/** The mentor's days away. */
	aways: readonly AwayTimes[];
	/** What counts where no hours were agreed: see `usualAnswering`. */
	usual: Answering;
}

/** Up to and including which moments nothing is late: each step is taken after its moment, never at it. */
export interface Steps {
	/** Until then the mentor, or whoever reads for them, is not reminded; null where somebody else looks first. */
	nudgeAt: Instant | null;
	/** Until then nobody else is asked to look into it. */
	lookAt: Instant;
}

/** How far a wait has come. */
export type Reached = Pick<Pairing, 'nudgedAt' | 'lookedIntoAt' | 'lookedIntoBy'>;

/** What a programme's new agreements begin with: it holds where the two agreed on no hours. */
export function usualAnswering(programme: {
	zone: string;
	agreementLimits: AgreementLimits | null;
}): Answering {
	const { hours, answerWithinMinutes } = limitsOf(programme).begins;
	return { zone: programme.zone, hours: hours.length > 0 ? hours : USUAL_HOURS, answerWithinMinutes };
}

/** The wait as a phone knows it: from what waits, oldest first, and when a pause last ended. */
export function waitFrom(
	waiting: readonly Waiting[],
	checkIns: readonly Pick<CheckIn, 'id' | 'hope'>[],
	goneOnAt: Instant = 0
): Wait | undefined {
	const [oldest] = waiting;
	if (!oldest) return undefined;
	const since = Math.max(oldest.receivedAt, goneOnAt);
	const talks = new Set(checkIns.filter(({ hope }) => hope === 'talk').map(({ id }) => id));
	const talk = waiting.find(({ id, receivedAt }) => talks.has(id) && receivedAt >= since);
	return { since, talkSince: talk?.receivedAt ?? null };
}

/** What counts for something that arrived at `at`. */
export function answeringAt(at: Instant, { agreements, usual }: WaitFacts): Answering {
	const agreed = inForce(agreements, at);
	return agreed && nextOpening(agreed, at) ? agreed : usual;
}

/** How much more reading time passes between the reminder and somebody else looking into it, in minutes. */
export function moreMinutes({ answerWithinMinutes }: Pick<Answering, 'answerWithinMinutes'>): number {
	return Math.max(LEAST_MORE_MINUTES, half(answerWithinMinutes));
}

/** After how much reading time a "Can we talk?" is reminded of, in minutes; at the promise somebody else looks. */
export function talkMinutes({ answerWithinMinutes }: Pick<Answering, 'answerWithinMinutes'>): number {
	return half(answerWithinMinutes);
}

const half = (minutes: number) => Math.ceil(minutes / 2);

/**
 * When a wait without an answer comes to each step; see decision 26. The mentor is reminded when the promise has
 * passed, and after half as much of their own hours again, but a day at most, somebody else looks into it. "Can we
 * talk?" comes one step sooner. A wait that would stand still for days is looked into when that begins.
 */
export function stepsOf({ since, talkSince }: Wait, facts: WaitFacts): Steps {
	const unread = unreadStretches(facts.aways);
	const plain = plainSteps(since, answeringAt(since, facts), unread);
	const talk = talkSince === null ? undefined : talkSteps(talkSince, answeringAt(talkSince, facts), unread);
	const nudgeAt = Math.min(plain.nudgeAt, talk?.nudgeAt ?? Infinity);
	const lookAt = Math.min(plain.lookAt, talk?.lookAt ?? Infinity);
	const still = standsStillFrom(since, answeringAt(since, facts).zone, unread);
	if (still === undefined || still >= lookAt) return { nudgeAt, lookAt };
	return { nudgeAt: nudgeAt <= still ? nudgeAt : null, lookAt: still };
}

/** What is to be done next in a wait, and after which moment; undefined once a coordinator has been asked. */
export function nextStep(
	wait: Wait,
	facts: WaitFacts,
	reached: Reached
): { is: 'nudge' | 'look'; after: Instant } | undefined {
	const { nudgedAt = null, lookedIntoAt = null, lookedIntoBy } = reached;
	if (lookedIntoAt !== null) {
		if (lookedIntoBy === 'coordinator') return undefined;
		return { is: 'look', after: coverHasUntil(lookedIntoAt, answeringAt(wait.since, facts), facts.aways) };
	}
	const { nudgeAt, lookAt } = stepsOf(wait, facts);
	return nudgedAt === null && nudgeAt !== null
		? { is: 'nudge', after: nudgeAt }
		: { is: 'look', after: lookAt };
}

/** Who is asked to look into it at `now`: whoever stands in, unless they were reminded or asked already. */
export function looksIntoIt(aways: readonly AwayTimes[], reached: Reached, now: Instant): LookerIn {
	const cover = coverAt(aways, now);
	if (!cover || reached.lookedIntoBy === 'cover') return 'coordinator';
	const { nudgedAt } = reached;
	const reminded = nudgedAt == null ? undefined : coverAt(aways, nudgedAt);
	return reminded?.coverId === cover.coverId ? 'coordinator' : 'cover';
}

interface Both {
	nudgeAt: Instant;
	lookAt: Instant;
}

function plainSteps(since: Instant, answering: Answering, unread: readonly Stretch[]): Both {
	const nudgeAt = readFor(answering.answerWithinMinutes, answering, since, unread);
	return { nudgeAt, lookAt: moreAfter(nudgeAt, answering, unread) };
}

function talkSteps(since: Instant, answering: Answering, unread: readonly Stretch[]): Both {
	return {
		nudgeAt: readFor(talkMinutes(answering), answering, since, unread),
		lookAt: readFor(answering.answerWithinMinutes, answering, since, unread)
	};
}

function moreAfter(at: Instant, answering: Answering, unread: readonly Stretch[]): Instant {
	return Math.min(readFor(moreMinutes(answering), answering, at, unread), at + MOST_AFTER_NUDGE);
}

/** When so much reading time has passed since `at`. Never, where nobody ever reads. */
function readFor(minutes: number, answering: Answering, at: Instant, unread: readonly Stretch[]): Instant {
	return hearBy({ ...answering, answerWithinMinutes: minutes }, at, unread) ?? Infinity;
}

/** Up to when it is left to whoever stands in and was asked at `askedAt`: as long as they do, and not for long. */
function coverHasUntil(askedAt: Instant, answering: Answering, aways: readonly AwayTimes[]): Instant {
	const coverId = coverAt(aways, askedAt)?.coverId;
	const covers = coverId ? coversUntil(aways, coverId, askedAt) : undefined;
	return Math.min(moreAfter(askedAt, answering, unreadStretches(aways)), covers ?? askedAt);
}

/** When a wait since `since` first begins to stand still for longer than anybody waits for nobody. */
function standsStillFrom(since: Instant, zone: string, unread: readonly Stretch[]): Instant | undefined {
	return together(unread)
		.map(({ starts, ends }) => ({ from: Math.max(starts, since), ends }))
		.find(({ from, ends }) => ends > daysAfter(from, MOST_STANDING_STILL_DAYS, zone))?.from;
}

/** Stretches that touch or overlap as one, soonest first. */
function together(stretches: readonly Stretch[]): Stretch[] {
	const found: Stretch[] = [];
	for (const { starts, ends } of [...stretches].sort((one, other) => one.starts - other.starts)) {
		const last = found.at(-1);
		if (last && starts <= last.ends) last.ends = Math.max(last.ends, ends);
		else found.push({ starts, ends });
	}
	return found;
}

/** The same time on the wall so many days later: whole days away stay whole across a clock change. */
function daysAfter(at: Instant, days: number, zone: string): Instant {
	const day = addDays(dayOf(at, zone), days);
	return instantAt(day, timeOf(at, zone), zone) + (at % MINUTE);
}
