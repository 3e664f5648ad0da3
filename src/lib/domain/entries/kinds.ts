import type { CheckInBody } from '../check-ins/check-in';
import type { MessageBody, NotMeantBody } from '../messages/message';
import type { SeenBody } from '../messages/seen';
import type { AboutLineBody } from '../about/about';
import type { AskingAnswerBody, IntroductionAnswerBody } from '../introductions/answers';
import type { MentorCardBody } from '../mentors/kept-card';
import type { AwayBody, AwayOverBody, CoverAnswerBody } from '../pairings/away';
import type { PartingBody } from '../pairings/parting';
import type { WishAnswerBody, WishBody } from '../wishes/answer';

/** Every change that a phone can ask for, and what it says. */
export interface EntryBodies {
	message: MessageBody;
	'message-not-meant': NotMeantBody;
	'check-in': CheckInBody;
	seen: SeenBody;
	wish: WishBody;
	'wish-answer': WishAnswerBody;
	'about-line': AboutLineBody;
	'introduction-answer': IntroductionAnswerBody;
	'mentor-card': MentorCardBody;
	'asking-answer': AskingAnswerBody;
	parting: PartingBody;
	away: AwayBody;
	'away-over': AwayOverBody;
	'cover-answer': CoverAnswerBody;
}
export type EntryKind = keyof EntryBodies;

/** How long the author may still take an entry back before it leaves. Milliseconds. */
export const UNDO_WINDOW: Record<EntryKind, number> = {
	message: 10_000,
	'message-not-meant': 0,
	'check-in': 10_000,
	seen: 0,
	wish: 0,
	'wish-answer': 0,
	'about-line': 0,
	'introduction-answer': 10_000,
	'mentor-card': 0,
	'asking-answer': 10_000,
	parting: 10_000,
	away: 0,
	'away-over': 0,
	'cover-answer': 0
};
