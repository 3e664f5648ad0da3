import type { AskingAnswerBody, IntroductionAnswerBody } from './answers';
import {
	holdsPlace,
	isOpen,
	type Course,
	type IntroductionState,
	type WaitsFor,
	type WhyNot
} from './introduction';

/** How the mentor stands just now, this introduction left out of the count. */
export interface MentorNow {
	placesLeft: number;
	approved: boolean;
}

/** Where an introduction goes next: the fields that change. */
export type Step = Partial<Course> & {
	state: IntroductionState;
	waitsFor: WaitsFor | null;
	whyNot: WhyNot | null;
};

const settled = (state: IntroductionState, whyNot: WhyNot | null = null): Step => ({
	state,
	whyNot,
	waitsFor: null
});
const waiting = (waitsFor: WaitsFor): Step => ({ state: 'waiting', waitsFor, whyNot: null });

/**
 * What follows from everything that has been said so far. A place is given to whoever asked first; who comes after
 * waits, and a person at the desk decides. Asked again when the mentor's standing has changed, it answers afresh.
 */
export function whatFollows(course: Course, { placesLeft, approved }: MentorNow): Step {
	const { answer, mentorSaid, youngAfter, mentorAfter } = course;
	if (!answer) return settled('offered');
	if (!approved) return waiting('approval');
	const bothSure = answer === 'yes' ? mentorSaid === 'yes' : youngAfter === 'yes' && mentorAfter === 'yes';
	const needsPlace = answer === 'yes' || bothSure;
	if (needsPlace && placesLeft < 1) return waiting('place');
	if (bothSure) return settled('begun');
	return settled(mentorSaid === 'yes' ? 'to_meet' : 'asked');
}

/** What follows from what a young person says. */
export function afterYoungPerson(
	course: Course,
	says: IntroductionAnswerBody['says'],
	mentor: MentorNow
): Step {
	if (says === 'no_thanks' || says === 'after_no') return settled('declined');
	const said: Partial<Course> = says === 'after_yes' ? { youngAfter: 'yes' } : { answer: says };
	return { ...said, ...whatFollows({ ...course, ...said }, mentor) };
}

/** What follows from what a mentor says. */
export function afterMentor(course: Course, says: AskingAnswerBody['says'], mentor: MentorNow): Step {
	if (says === 'no') return { mentorSaid: 'no', ...settled('not_possible', 'mentor_cannot') };
	if (says === 'after_no') return { mentorAfter: 'no', ...settled('not_possible', 'not_after') };
	const said: Partial<Course> = says === 'after_yes' ? { mentorAfter: 'yes' } : { mentorSaid: 'yes' };
	return { ...said, ...whatFollows({ ...course, ...said }, mentor) };
}

/** What becomes of an open introduction of a mentor who has just begun with somebody else. */
export function whenMentorBegan(course: Course, placesLeft: number): Step | undefined {
	return isOpen(course) && !holdsPlace(course) && placesLeft < 1
		? settled('not_possible', 'full')
		: undefined;
}

/** What becomes of an open introduction of two people whom a coordinator has paired by hand. */
export function whenPairedByHand(course: Course): Step | undefined {
	return isOpen(course) ? settled('begun') : undefined;
}

/** What becomes of a young person's other open introductions once they have begun with somebody. */
export function whenYoungPersonBegan(course: Course): Step | undefined {
	return isOpen(course) ? settled('withdrawn', 'began_elsewhere') : undefined;
}
