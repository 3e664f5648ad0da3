import type { Reason } from '../domain/entries/verdict';
import { m } from './messages';

const WORDS: Record<Reason, () => string> = {
	not_found: m.reason_not_found,
	pairing_ended: m.reason_pairing_ended,
	nothing_written: m.reason_nothing_written,
	too_long: m.reason_too_long,
	contact_details: m.reason_contact_details,
	outside_hours: m.reason_outside_hours,
	no_hours_agreed: m.reason_no_hours_agreed,
	not_yours_to_do: m.reason_not_yours_to_do,
	pairing_paused: m.reason_pairing_paused,
	offer_over: m.reason_offer_over,
	answered_already: m.reason_answered_already,
	not_met_yet: m.reason_not_met_yet,
	meeting_changed: m.reason_meeting_changed,
	meeting_over: m.reason_meeting_over,
	meeting_not_yet: m.reason_meeting_not_yet,
	time_over: m.reason_time_over,
	time_same: m.reason_time_same,
	time_wanted: m.reason_time_wanted,
	reason_wanted: m.reason_reason_wanted,
	outside_agreement: m.reason_outside_agreement,
	days_past: m.reason_days_past,
	days_too_many: m.reason_days_too_many,
	days_too_far: m.reason_days_too_far,
	away_already: m.reason_away_already,
	away_over: m.reason_away_over,
	cover_over: m.reason_cover_over,
	unknown_kind: m.reason_unknown_kind,
	unreadable: m.reason_unreadable,
	agreement_changed: m.reason_agreement_changed,
	outside_limits: m.reason_outside_limits,
	review_too_late: m.reason_review_too_late,
	cover_changed: m.reason_cover_changed,
	goals_full: m.reason_goals_full,
	goals_suggested_enough: m.reason_goals_suggested_enough,
	look_back_not_yet: m.reason_look_back_not_yet,
	goals_not_yet: m.reason_goals_not_yet,
	goal_of_kind: m.reason_goal_of_kind,
	goodbye_shown: m.reason_goodbye_shown,
	ending_over: m.reason_ending_over,
	afterwards_full: m.reason_afterwards_full,
	list_full: m.reason_list_full,
	not_in_programme: m.reason_not_in_programme
};

/** Why something waits or could not go, as a sentence. */
export function sayReason(reason: Reason): string {
	return WORDS[reason]();
}
