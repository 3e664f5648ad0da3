import type { Instant } from '../clock/zones';

/** Why something waits or cannot go: keys of sentences, so that phone and server explain alike. */
export const REASONS = [
	'not_found',
	'pairing_ended',
	'nothing_written',
	'too_long',
	'contact_details',
	'outside_hours',
	'no_hours_agreed',
	'not_yours_to_do',
	'pairing_paused',
	'offer_over',
	'answered_already',
	'not_met_yet',
	'meeting_changed',
	'meeting_over',
	'meeting_not_yet',
	'time_over',
	'time_same',
	'time_wanted',
	'reason_wanted',
	'outside_agreement',
	'days_past',
	'days_too_many',
	'days_too_far',
	'away_already',
	'away_over',
	'cover_over',
	'unknown_kind',
	'unreadable',
	'agreement_changed',
	'outside_limits',
	'review_too_late',
	'cover_changed',
	'goals_full',
	'goals_suggested_enough',
	'look_back_not_yet',
	'goals_not_yet',
	'goal_of_kind',
	'goodbye_shown',
	'ending_over',
	'afterwards_full',
	'list_full',
	'not_in_programme'
] as const;
export type Reason = (typeof REASONS)[number];

/**
 * What a rule says of something a person wants to do.
 * The phone's verdict is a forecast; the server's is law.
 */
export type Verdict =
	{ is: 'send' } | { is: 'hold'; until: Instant; why: Reason } | { is: 'refuse'; why: Reason };

export const send: Verdict = { is: 'send' };
export const refuse = (why: Reason): Verdict => ({ is: 'refuse', why });
export const hold = (until: Instant, why: Reason): Verdict => ({ is: 'hold', until, why });
