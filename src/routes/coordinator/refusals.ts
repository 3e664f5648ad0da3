import type { Refusal } from '$lib/server/refused';
import { m } from '$lib/wording/messages';

const WORDS: Record<Refusal, () => string> = {
	not_members: m.desk_refused_not_members,
	same_person: m.desk_refused_same_person,
	already_paired: m.desk_refused_already_paired,
	pairing_ended: m.desk_refused_pairing_ended,
	in_it_yourself: m.desk_refused_in_it_yourself,
	reason_too_short: m.desk_refused_reason_too_short,
	reason_too_long: m.desk_refused_reason_too_long,
	has_joined_elsewhere: m.desk_refused_has_joined_elsewhere,
	someone_else_invited: m.desk_refused_someone_else_invited,
	own_role: m.desk_refused_own_role,
	has_that_role: m.desk_refused_has_that_role,
	not_approved: m.desk_refused_not_approved,
	mentor_full: m.desk_refused_mentor_full,
	declined_before: m.desk_refused_declined_before,
	offered_already: m.desk_refused_offered_already,
	three_offered: m.desk_refused_three_offered,
	kept_apart: m.desk_refused_kept_apart,
	offer_over: m.desk_refused_offer_over,
	card_changed: m.desk_refused_card_changed,
	question_changed: m.desk_refused_question_changed,
	too_many_questions: m.desk_refused_too_many_questions,
	agreed_by_both: m.desk_refused_agreed_by_both,
	cannot_cover: m.desk_refused_cannot_cover,
	taken_up_already: m.desk_refused_taken_up_already,
	not_waiting: m.desk_refused_not_waiting,
	plan_changed: m.desk_refused_plan_changed,
	plan_does_not_hold: m.desk_refused_plan_does_not_hold,
	winding_down_already: m.desk_refused_winding_down_already,
	stages_changed: m.desk_refused_stages_changed,
	ends_too_soon: m.desk_refused_ends_too_soon,
	last_day: m.desk_ending_refused_last_day,
	say_it_first: m.desk_ending_refused_say_it_first,
	goodbye_theirs: m.desk_ending_refused_goodbye_theirs,
	goodbye_shown: m.desk_ending_refused_goodbye_shown,
	contact_details: m.desk_ending_refused_contact_details,
	enough_afterwards: m.desk_ending_refused_enough_afterwards,
	not_due: m.desk_ending_refused_not_due,
	stage_day: m.desk_ending_refused_stage_day
};

/** Why a rule said no, as a sentence. */
export const sayRefusal = (why: Refusal): string => WORDS[why]();
