/** Why something asked for at the desk cannot be: each has its sentence, `desk_refused_…`. */
export const REFUSALS = [
	'not_members',
	'same_person',
	'already_paired',
	'pairing_ended',
	'in_it_yourself',
	'reason_too_short',
	'reason_too_long',
	'has_joined_elsewhere',
	'someone_else_invited',
	'own_role',
	'has_that_role',
	'not_approved',
	'mentor_full',
	'declined_before',
	'offered_already',
	'three_offered',
	'kept_apart',
	'offer_over',
	'card_changed',
	'question_changed',
	'too_many_questions',
	'agreed_by_both',
	'cannot_cover',
	'taken_up_already',
	'not_waiting',
	'plan_changed',
	'plan_does_not_hold',
	'winding_down_already',
	'stages_changed',
	'ends_too_soon',
	'last_day',
	'say_it_first',
	'goodbye_theirs',
	'goodbye_shown',
	'contact_details',
	'enough_afterwards',
	'not_due',
	'stage_day'
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A rule says no. Thrown inside a change, so that nothing of it is written. */
export class Refused extends Error {
	override readonly name = 'Refused';

	constructor(readonly why: Refusal) {
		super(why);
	}
}
