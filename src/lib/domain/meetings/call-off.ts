import * as v from 'valibot';
import type { Instant } from '../clock/zones';
import { refuse, send, type Verdict } from '../entries/verdict';
import { contactDetails } from '../messages/contact-details';
import { clean } from '../messages/text';
import {
	isAdult,
	meetingOnPlan,
	NOTHING_CHANGED,
	notMeeting,
	recordOf,
	withChanges,
	type ChangedRows,
	type Maker,
	type MeetingFacts,
	writtenOfMeeting
} from './facts';
import { meetingId } from './meeting';
import { occurrenceOn, type MeetingRows } from './occurrences';
import { OfferedTimes, wrongOffer } from './offered';
import { afterOffer } from './move';

/** A reason shorter than this says nothing. Characters. */
export const LEAST_CALL_OFF_CHARACTERS = 10;
export const MOST_CALL_OFF_CHARACTERS = 280;

/** "I can't." */
export const CallOffBody = writtenOfMeeting({
	/** A mentor's reason, to the young person. A young person gives none. */
	why: v.optional(v.pipe(v.string(), v.maxLength(100_000), v.transform(clean)), ''),
	/** The new times that a mentor offers with it. A young person may leave that to the mentor. */
	times: v.optional(OfferedTimes, [])
});
export type CallOffBody = v.InferOutput<typeof CallOffBody>;

/**
 * Whether somebody may call a meeting off, until it is over. An adult says why and offers a new time; a young person
 * never has to say why, and is not asked.
 */
export function mayCallOff(facts: MeetingFacts, body: CallOffBody, now: Instant): Verdict {
	const never = notMeeting(facts);
	if (never || !facts.side) return never ?? refuse('not_found');
	const meeting = meetingOnPlan(facts, body);
	if (!('standing' in meeting)) return meeting;
	const { is } = meeting.standing;
	if (meeting.ends <= now || is === 'happened' || is === 'missed') return refuse('meeting_over');
	if (!isAdult(facts.side))
		return body.why === '' && body.times.length === 0 ? send : refuse('not_yours_to_do');
	if (body.why.length < LEAST_CALL_OFF_CHARACTERS) return refuse('reason_wanted');
	if (body.why.length > MOST_CALL_OFF_CHARACTERS) return refuse('too_long');
	if (contactDetails(body.why).length > 0) return refuse('contact_details');
	if (body.times.length === 0) return refuse('time_wanted');
	const { minutes, place } = meeting;
	const wrong = wrongOffer(facts, meeting, { scope: 'this', times: body.times, minutes, place }, now);
	return wrong ? refuse(wrong) : send;
}

/**
 * It is off, and the times that come with it are open to the other side. What was asked about it before is
 * overtaken, unless both meant the same time: then it is moved there at once.
 */
export function afterCallOff(rows: MeetingRows, maker: Maker, body: CallOffBody, now: Instant): ChangedRows {
	const meeting = occurrenceOn(rows, body);
	const record = {
		...recordOf(rows, body),
		...{ calledOffBy: maker.side, calledOffAt: now, calledOffWhy: body.why },
		...{ youngYesAt: null, mentorYesAt: null }
	};
	const off: ChangedRows = { ...NOTHING_CHANGED, records: [record] };
	const { seriesId, day, pairingId, times } = body;
	const offer = { pairingId, seriesId, day, scope: 'this' as const, times, note: '', at: now };
	const offered =
		meeting && times.length > 0
			? afterOffer(withChanges(rows, off), maker, {
					...offer,
					...{ minutes: meeting.minutes, place: meeting.place }
				})
			: NOTHING_CHANGED;
	const settled = new Set(offered.moves.map(({ id }) => id));
	const others = rows.moves.filter(
		(move) =>
			move.state === 'open' &&
			move.scope === 'this' &&
			meetingId(move) === meetingId(body) &&
			!settled.has(move.id)
	);
	return {
		...offered,
		records: offered.records.length > 0 ? offered.records : off.records,
		moves: [
			...offered.moves,
			...others.map((move) => ({ ...move, state: 'overtaken' as const, settledAt: now }))
		]
	};
}
