import { AboutLineBody } from '$lib/domain/about/about';
import { CheckInBody } from '$lib/domain/check-ins/check-in';
import type { EntryKind } from '$lib/domain/entries/kinds';
import { AskingAnswerBody, IntroductionAnswerBody } from '$lib/domain/introductions/answers';
import { MentorCardBody } from '$lib/domain/mentors/kept-card';
import { MessageBody, NotMeantBody } from '$lib/domain/messages/message';
import { SeenBody } from '$lib/domain/messages/seen';
import { AwayBody, AwayOverBody, CoverAnswerBody } from '$lib/domain/pairings/away';
import { PartingBody } from '$lib/domain/pairings/parting';
import { WishAnswerBody, WishBody } from '$lib/domain/wishes/answer';
import { keepAboutLine } from '../about/keep';
import { keepCheckIn } from '../check-ins/keep';
import { keepAskingAnswer, keepIntroductionAnswer } from '../introductions/keep-answers';
import { keepCard } from '../mentors/keep-card';
import { keepMessage } from '../messages/keep';
import { markNotMeant } from '../messages/not-meant';
import { markSeen } from '../messages/seen';
import { keepAway, keepAwayOver, keepCoverAnswer } from '../pairings/away';
import { keepParting } from '../pairings/part';
import { keepAnswer, keepWish } from '../wishes/keep';
import { effect, type Effect } from './effect';

/** What each kind of entry does here. */
export const EFFECTS: Record<EntryKind, Effect> = {
	message: effect(MessageBody, keepMessage),
	'message-not-meant': effect(NotMeantBody, markNotMeant),
	'check-in': effect(CheckInBody, keepCheckIn),
	seen: effect(SeenBody, markSeen),
	wish: effect(WishBody, keepWish),
	'wish-answer': effect(WishAnswerBody, keepAnswer),
	'about-line': effect(AboutLineBody, keepAboutLine),
	'introduction-answer': effect(IntroductionAnswerBody, keepIntroductionAnswer),
	'mentor-card': effect(MentorCardBody, keepCard),
	'asking-answer': effect(AskingAnswerBody, keepAskingAnswer),
	parting: effect(PartingBody, keepParting),
	away: effect(AwayBody, keepAway),
	'away-over': effect(AwayOverBody, keepAwayOver),
	'cover-answer': effect(CoverAnswerBody, keepCoverAnswer)
};
