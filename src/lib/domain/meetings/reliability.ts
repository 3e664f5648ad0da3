import { DAY, type Instant } from '../clock/zones';

/** How far back the desk looks, in days. What is older counts for nothing. */
export const LOOKS_BACK_DAYS = 90;

/** What an adult did about a meeting: called it off in good time, or with too little notice, was late, or missed it. */
export const SLIPS = ['in_time', 'short_notice', 'late', 'missed'] as const;
export type Slip = (typeof SLIPS)[number];

/** One meeting that a mentor, or whoever stood in, called off, was late for or missed. Nothing of the young person. */
export interface MentorEvent {
	meetingId: string;
	what: Slip;
	/** When it was called off, or when the meeting began. */
	at: Instant;
	starts: Instant;
	/** Why, as they wrote it; empty where there is none. */
	why: string;
	/** How late they said they would be, in minutes. */
	lateMinutes: number | null;
}

/** The rules that raise a pattern, the gravest first. */
export const PATTERN_RULES = ['one_missed', 'two_short_notice', 'three_together'] as const;
export type PatternRule = (typeof PATTERN_RULES)[number];

/** Something for the programme to talk about with a mentor: the rule that says so, and what it was raised by. */
export interface Pattern {
	rule: PatternRule;
	events: MentorEvent[];
}

const RULES: Record<PatternRule, { least: number; counts: readonly Slip[] }> = {
	one_missed: { least: 1, counts: ['missed'] },
	two_short_notice: { least: 2, counts: ['short_notice'] },
	three_together: { least: 3, counts: ['short_notice', 'late', 'missed'] }
};

/** Whether it counts at `now`: up to and with its ninetieth day. */
export function isRecent({ at }: Pick<MentorEvent, 'at'>, now: Instant): boolean {
	return at <= now && now - at <= LOOKS_BACK_DAYS * DAY;
}

/**
 * What is raised about one mentor at `now`, by the rules above and by nothing else. Most often nothing is.
 * Source: seed 003, "Consistency and frequency".
 */
export function patternsOf(events: readonly MentorEvent[], now: Instant): Pattern[] {
	const recent = events.filter((event) => isRecent(event, now)).sort((a, b) => b.at - a.at);
	return PATTERN_RULES.flatMap((rule) => {
		const { least, counts } = RULES[rule];
		const raisedBy = recent.filter(({ what }) => counts.includes(what));
		return raisedBy.length < least ? [] : [{ rule, events: raisedBy }];
	});
}

/** What an event is known by once somebody has taken it up. That it turns out graver than it was is another one. */
export function eventKey({ what, meetingId }: Pick<MentorEvent, 'what' | 'meetingId'>): string {
	return `${what} ${meetingId}`;
}

/** The patterns in which there is something that nobody has taken up: one that is new brings them back whole. */
export function notTakenUp(patterns: readonly Pattern[], takenUp: ReadonlySet<string>): Pattern[] {
	return patterns.filter(({ events }) => events.some((event) => !takenUp.has(eventKey(event))));
}
