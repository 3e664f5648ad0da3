import { dayOf, type Instant } from '../domain/clock/zones';
import type { Occurrence } from '../domain/meetings/occurrences';
import type { Pairing } from '../domain/pairings/pairing';
import type { Told } from '../domain/telling/kinds';
import type { Notice } from '../domain/telling/notice';
import { isOfGathering, isOfShared, type Looker } from '../domain/telling/where';
import { sayCalendarDay, sayDay, sayDeadline } from './dates';
import { m } from './messages';

/** What somebody was told of, with what this phone knows of it. */
export interface ToldFacts {
	notice: Pick<Notice, 'kind' | 'until' | 'at' | 'subjectId'>;
	looker: Looker;
	/** Where it is about one. */
	pairing: Pairing | undefined;
	/** Who stood in for the mentor when it was told: a first name. */
	coverName: string | null | undefined;
	/** The meeting it is about, where there still is such a one. */
	meeting: Occurrence | undefined;
	/** Whether it is about a meeting, known or not. */
	ofMeeting: boolean;
	/** In which the two live. */
	zone: string;
}

/** What somebody was told of, in one line, as it is now. */
export function sayTold(facts: ToldFacts, now: Instant): string {
	const { notice, looker, pairing, coverName } = facts;
	const name = otherName(facts);
	const [mentor, young] = [pairing?.mentorName ?? '', pairing?.youngName ?? ''];
	switch (notice.kind) {
		case 'message':
			return m.home_wrote({ name: looker === 'young' ? (coverName ?? mentor) : young });
		case 'waiting':
			return m.told_waiting({ name: young });
		case 'meeting_tomorrow':
		case 'meeting_soon':
			return sayMeetingAhead(facts, name, now);
		case 'meeting_changed':
			if (isOfGathering({ subjectId: notice.subjectId ?? null })) return m.network_told();
			return sayChanged(facts, name, now);
		case 'proposal':
			return facts.ofMeeting ? sayAskedToMove(facts, name, now) : m.agreement_news_theirs({ name });
		case 'introduction':
			return looker === 'young' ? m.told_introduction() : m.told_asked();
		case 'promise_due':
			return looker === 'young' ? m.told_promise_theirs({ name }) : m.told_promise({ name });
		case 'review':
			return m.agreement_news_review({ name });
		case 'ending':
			return sayEnding(facts, name, now);
		case 'late':
			return sayLate(facts);
		case 'cover':
			return sayCover(facts, now);
		case 'desk_late':
			return m.desk_waits_for({ young, mentor });
		case 'stage':
			return m.told_stage({ name });
		case 'look_back':
			return isOfShared(notice) ? m.told_look_back_shared({ name }) : m.told_look_back({ name });
	}
}

/** By when an answer is promised, where that is still to come. */
export function sayToldUntil({ notice, zone }: ToldFacts, now: Instant): string | undefined {
	const { kind, until } = notice;
	return kind === 'waiting' && until !== null && until > now
		? m.told_answer_by({ when: sayDeadline(until, now, zone) })
		: undefined;
}

const otherName = ({ looker, pairing }: ToldFacts): string =>
	(looker === 'young' ? pairing?.mentorName : pairing?.youngName) ?? '';

const when = ({ starts, zone }: Occurrence, now: Instant) => sayDeadline(starts, now, zone);

function sayMeetingAhead({ meeting }: ToldFacts, name: string, now: Instant): string {
	if (!meeting) return m.told_meeting({ name });
	if (meeting.standing.is === 'called_off') return m.told_off({ name, when: when(meeting, now) });
	return meeting.ends <= now
		? m.told_meeting_was({ name, when: when(meeting, now) })
		: m.told_meeting_ahead({ name, when: when(meeting, now) });
}

function sayChanged({ meeting, ofMeeting }: ToldFacts, name: string, now: Instant): string {
	if (!ofMeeting) return m.told_meetings_changed({ name });
	if (!meeting) return m.told_meeting({ name });
	if (meeting.standing.is === 'called_off') return m.told_off({ name, when: when(meeting, now) });
	return meeting.movedFrom === null
		? m.told_meeting_news({ name, when: when(meeting, now) })
		: m.told_moved({ name, when: when(meeting, now) });
}

function sayAskedToMove({ meeting }: ToldFacts, name: string, now: Instant): string {
	return meeting
		? m.told_asked_to_move({ name, when: when(meeting, now) })
		: m.told_asked_to_move_one({ name });
}

/** The end itself, or a goodbye: its id is not the pairing's. */
function sayEnding({ notice: { subjectId }, pairing, zone }: ToldFacts, name: string, now: Instant): string {
	if (pairing && subjectId?.startsWith(`${pairing.id}:`)) {
		const byEither = [pairing.mentorId, pairing.youngId].some((id) => subjectId.endsWith(`:${id}`));
		return byEither ? m.told_goodbye({ name }) : m.told_goodbye_desk();
	}
	if (pairing?.state === 'ended') return m.home_ended({ name });
	return pairing?.endsOn
		? m.told_ending_on({ name, day: sayCalendarDay(pairing.endsOn, dayOf(now, zone)) })
		: m.told_ending({ name });
}

/** What is true now: an answer may have come since. */
function sayLate({ looker, pairing }: ToldFacts): string {
	const [name, young] = [pairing?.mentorName ?? '', pairing?.youngName ?? ''];
	const lasts = Boolean(pairing?.nudgedAt ?? pairing?.lookedIntoAt);
	if (looker !== 'young')
		return lasts ? m.told_late_yours({ name: young }) : m.told_late_was_yours({ name: young });
	return lasts ? m.told_late({ name }) : m.told_late_was({ name });
}

/** From when somebody stands in, or that they don't any more. */
function sayCover({ looker, pairing, notice: { until }, zone }: ToldFacts, now: Instant): string {
	const name = pairing?.mentorName ?? '';
	if (looker === 'young')
		return until === null
			? m.told_cover_none({ name })
			: m.told_cover({ name, day: sayDay(until, now, zone) });
	if (until === null) return m.told_covering_none();
	const day = sayDay(until, now, zone);
	return pairing ? m.told_covering({ name, day }) : m.told_covering_somebody({ day });
}

const KINDS: Record<Told, (young: boolean) => string> = {
	message: (young) => (young ? m.kind_message() : m.kind_message_theirs()),
	waiting: () => m.kind_waiting(),
	meeting_tomorrow: () => m.kind_meeting_tomorrow(),
	meeting_soon: () => m.kind_meeting_soon(),
	meeting_changed: () => m.kind_meeting_changed(),
	proposal: () => m.kind_proposal(),
	introduction: (young) => (young ? m.kind_introduction() : m.kind_asked()),
	promise_due: () => m.kind_promise_due(),
	review: () => m.kind_review(),
	ending: () => m.kind_ending(),
	late: (young) => (young ? m.kind_late() : m.kind_late_yours()),
	cover: (young) => (young ? m.kind_cover() : m.kind_covering()),
	desk_late: () => m.kind_desk_late(),
	stage: () => m.kind_stage(),
	look_back: () => m.kind_look_back()
};

/** One kind of thing that somebody can be told of, as a young person or an adult reads it. */
export const sayKind = (kind: Told, young: boolean): string => KINDS[kind](young);
