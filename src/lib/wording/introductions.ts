import type { Instant } from '../domain/clock/zones';
import type { Introduction } from '../domain/introductions/introduction';
import { asTitle, sayDay, sayMoment } from './dates';
import { m } from './messages';

/** What there is to say, and what it means. */
export interface Said {
	title: string;
	words: string;
}

type Standing = Pick<
	Introduction,
	| 'state'
	| 'answer'
	| 'waitsFor'
	| 'answeredAt'
	| 'firstMeetingAt'
	| 'firstMeetingPlace'
	| 'youngAfter'
	| 'card'
>;

/** Where somebody stands whom a young person said yes to, in words for them. `zone` is the programme's. */
export function sayStage(one: Standing, now: Instant, zone: string): Said {
	const name = one.card.firstName;
	if (one.state === 'waiting')
		return one.waitsFor === 'approval'
			? { title: m.meet_approval({ name }), words: m.meet_approval_words() }
			: { title: m.meet_place({ name }), words: m.meet_place_words({ name }) };
	if (one.state === 'to_meet') return sayMeeting(one, now, zone);
	const first = one.answer === 'meet_first';
	// Before it has left this phone nobody has been asked.
	if (one.answeredAt === null)
		return {
			title: first ? m.meet_asked_first({ name }) : m.meet_said_yes({ name }),
			words: m.meet_told({ name })
		};
	const title = first ? m.meet_asked_first({ name }) : m.meet_asked({ name });
	return { title, words: m.meet_asked_since({ name, day: sayDay(one.answeredAt, now, zone) }) };
}

function sayMeeting(one: Standing, now: Instant, zone: string): Said {
	const name = one.card.firstName;
	const { firstMeetingAt, firstMeetingPlace } = one;
	if (one.youngAfter === 'yes') return { title: m.meet_set({ name }), words: m.meet_after_yes({ name }) };
	if (firstMeetingAt === null)
		return { title: m.meet_finding({ name }), words: m.meet_finding_words({ name }) };
	if (now >= firstMeetingAt) return { title: m.meet_after({ name }), words: m.meet_after_words({ name }) };
	const when = asTitle(sayMoment(firstMeetingAt, now, zone));
	const place = firstMeetingPlace ? `${when}. ${firstMeetingPlace}.` : `${when}.`;
	return { title: m.meet_set({ name }), words: `${place} ${m.meet_set_words()}` };
}

/** How it came out, told kindly, and what happens next. Nobody is blamed. */
export function sayOutcome({
	state,
	whyNot,
	answer,
	mentorSaid,
	youngAfter,
	card: { firstName: name }
}: Pick<Introduction, 'state' | 'whyNot' | 'answer' | 'mentorSaid' | 'youngAfter' | 'card'>): Said {
	// A coordinator may have paired the two by hand before both had said so.
	const both = youngAfter === 'yes' || (answer === 'yes' && mentorSaid === 'yes');
	if (state === 'begun')
		return { title: m.meet_begun({ name }), words: both ? m.meet_begun_words() : m.meet_begun_by_hand() };
	if (state === 'declined') return { title: m.meet_declined(), words: m.meet_declined_words({ name }) };
	if (state === 'not_possible' && whyNot === 'full')
		return { title: m.meet_full({ name }), words: m.meet_full_words({ name }) };
	if (state === 'not_possible' && whyNot === 'not_after')
		return { title: m.meet_not_after({ name }), words: m.meet_not_after_words() };
	if (state === 'not_possible') return { title: m.meet_cannot({ name }), words: m.meet_cannot_words() };
	if (whyNot === 'began_elsewhere')
		return { title: m.meet_elsewhere(), words: m.meet_elsewhere_words({ name }) };
	if (state === 'withdrawn') return { title: m.meet_withdrawn({ name }), words: m.meet_withdrawn_words() };
	return { title: m.meet_expired(), words: m.meet_expired_words({ name }) };
}
