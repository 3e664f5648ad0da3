import { dayOf, type Instant } from '$lib/domain/clock/zones';
import type { WhyNot } from '$lib/domain/introductions/introduction';
import type { DeskIntroduction } from '$lib/server/matching/introductions';
import { sayDay, sayMoment, sayDate } from '$lib/wording/dates';
import { m } from '$lib/wording/messages';

const WHY_NOT: Record<WhyNot, (who: { mentor: string }) => string> = {
	full: m.desk_happens_full,
	mentor_cannot: m.desk_happens_cannot,
	not_after: m.desk_happens_not_after,
	not_cleared: m.desk_happens_not_cleared,
	began_elsewhere: m.desk_happens_elsewhere
};

/** Where an introduction stands, in a sentence or two. */
export function sayIntroduction(one: DeskIntroduction, now: Instant, zone: string): string {
	const mentor = one.mentorName;
	switch (one.state) {
		case 'offered':
			return m.desk_happens_offered({
				mentor,
				day: sayDay(one.offeredAt, now, zone),
				until: sayDate(dayOf(one.expiresAt, zone), dayOf(now, zone))
			});
		case 'asked':
			return one.answer === 'yes' ? m.desk_happens_asked({ mentor }) : m.desk_happens_asked_first({ mentor });
		case 'waiting':
			return one.waitsFor === 'place'
				? m.desk_happens_waiting_place({ mentor })
				: m.desk_happens_waiting_approval({ mentor });
		case 'to_meet':
			return sayMeeting(one, now, zone);
		case 'begun':
			return m.desk_happens_begun();
		case 'declined':
			return m.desk_happens_declined({ mentor });
		case 'not_possible':
			return WHY_NOT[one.whyNot ?? 'mentor_cannot']({ mentor });
		case 'withdrawn':
			return one.whyNot ? WHY_NOT[one.whyNot]({ mentor }) : m.desk_happens_withdrawn({ mentor });
		case 'expired':
			return m.desk_happens_expired({ mentor });
	}
}

function sayMeeting(one: DeskIntroduction, now: Instant, zone: string): string {
	const mentor = one.mentorName;
	if (one.firstMeetingAt === null) return m.desk_happens_to_meet({ mentor });
	const when = sayMoment(one.firstMeetingAt, now, zone);
	if (one.youngAfter === 'yes') return m.desk_happens_met_young({ mentor });
	if (one.mentorAfter === 'yes') return m.desk_happens_met_mentor({ mentor });
	return one.firstMeetingAt > now
		? m.desk_happens_meets({ mentor, when, place: one.firstMeetingPlace ?? '' })
		: m.desk_happens_met({ mentor, when });
}

const DONE: Record<string, () => string> = {
	offered: m.desk_done_offered,
	'went-on': m.desk_done_went_on,
	'turned-down': m.desk_done_turned_down,
	'first-meeting': m.desk_done_first_meeting,
	withdrawn: m.desk_done_withdrawn,
	apart: m.desk_done_apart,
	together: m.desk_done_together
};

/** What has just been done, by its name in the address. */
export const sayDone = (what: string | null): string | undefined =>
	what !== null && Object.hasOwn(DONE, what) ? DONE[what]?.() : undefined;
