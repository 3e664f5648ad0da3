import type { Stands } from '$lib/device/asked';
import type { AskingAnswerBody } from '$lib/domain/introductions/answers';
import type { Asking } from '$lib/domain/introductions/introduction';
import { m } from '$lib/wording/messages';

/** The one line to read. */
export function titleOf({ youngName: name, answer }: Asking, stands: Stands): string {
	switch (stands) {
		case 'to_answer':
			return answer === 'yes' ? m.mentor_asked_title({ name }) : m.mentor_asked_meet_title({ name });
		case 'yes_going':
			return m.mentor_asked_yes_going();
		case 'no_going':
			return m.mentor_asked_no_going();
		case 'finding':
			return m.mentor_asked_finding({ name });
		case 'to_meet':
			return m.mentor_asked_meeting({ name });
		case 'after':
			return m.mentor_asked_after({ name });
		case 'both':
			return m.mentor_asked_both();
		case 'begun':
			return m.mentor_asked_begun({ name });
		case 'over':
			return m.mentor_asked_over({ name });
	}
}

/** How far an answer has come, and what it does. */
export function sayGoing(
	stands: 'yes_going' | 'no_going',
	name: string,
	signal: boolean | undefined
): string {
	if (stands === 'no_going')
		return signal === false ? m.mentor_asked_no_here() : m.mentor_asked_no_sent({ name });
	return signal === false ? m.mentor_asked_yes_here() : m.mentor_asked_yes_sent();
}

/** What can be taken back. */
export function sayUndo(says: AskingAnswerBody['says']): string {
	if (says === 'no') return m.mentor_asked_undo_no();
	return says === 'after_no' ? m.mentor_asked_undo_after_no() : m.mentor_asked_undo_yes();
}
