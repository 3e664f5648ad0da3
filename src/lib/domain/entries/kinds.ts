import type { CheckInBody } from '../check-ins/check-in';
import type { MessageBody, NotMeantBody } from '../messages/message';
import type { SeenBody } from '../messages/seen';
import type { CircleLeftBody } from '../circles/membership';
import type { GatheringAnswerBody, GatheringBody, GatheringOffBody } from '../network/gatherings';
import type { TrustedPersonBody, TrustedPersonGoneBody } from '../network/trusting';
import type { SafetyLineBody, SafetyPlanShareBody } from '../safety-plans/writing';
import type { AboutLineBody } from '../about/about';
import type { AfterwardsBody, AfterwardsGoneBody } from '../endings/afterwards';
import type { GoodbyeBody } from '../endings/goodbye';
import type { LookInBody } from '../endings/look-in';
import type { AskingAnswerBody, IntroductionAnswerBody } from '../introductions/answers';
import type { GoalAnswerBody } from '../goals/answer';
import type { GoalChangeBody } from '../goals/change';
import type { GoalMarkBody } from '../goals/mark';
import type { GoalNoteBody } from '../goals/note';
import type { AboutPromiseBody, GoalPromiseBody } from '../goals/promises';
import type { GoalStepBody, GoalStepGoneBody, GoalStepTickBody } from '../goals/steps';
import type { GoalBody } from '../goals/writing';
import type {
	LookBackBody,
	LookBackCountBody,
	LookBackOutcomeBody,
	LookBackShareBody
} from '../look-backs/said';
import type { KeepsakePickBody } from '../keepsakes/pick';
import type { MentorCardBody } from '../mentors/kept-card';
import type { CallOffBody } from '../meetings/call-off';
import type { MeetingHowBody } from '../meetings/how';
import type { MeetingIdeaBody, MeetingIdeaGoneBody } from '../meetings/idea';
import type { MeetingMoveBody } from '../meetings/move';
import type { MoveAnswerBody } from '../meetings/move-answer';
import type { MeetingSignalBody } from '../meetings/signal';
import type { MeetingHappenedBody } from '../meetings/told';
import type { MeetingYesBody } from '../meetings/yes';
import type { AwayBody, AwayOverBody, CoverAnswerBody } from '../pairings/away';
import type { PartingBody } from '../pairings/parting';
import type { ProposalAnswerBody, ProposalBody } from '../pairings/proposals';
import type { TellChoiceBody } from '../telling/choosing';
import type { NoticesSeenBody } from '../telling/seen';
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
	'agreement-proposal': ProposalBody;
	'agreement-answer': ProposalAnswerBody;
	'meeting-yes': MeetingYesBody;
	'meeting-move': MeetingMoveBody;
	'move-answer': MoveAnswerBody;
	'meeting-call-off': CallOffBody;
	'meeting-signal': MeetingSignalBody;
	'meeting-idea': MeetingIdeaBody;
	'meeting-idea-gone': MeetingIdeaGoneBody;
	'meeting-happened': MeetingHappenedBody;
	'meeting-how': MeetingHowBody;
	away: AwayBody;
	'away-over': AwayOverBody;
	'cover-answer': CoverAnswerBody;
	'notices-seen': NoticesSeenBody;
	'tell-choice': TellChoiceBody;
	goal: GoalBody;
	'goal-answer': GoalAnswerBody;
	'goal-change': GoalChangeBody;
	'goal-step': GoalStepBody;
	'goal-step-tick': GoalStepTickBody;
	'goal-step-gone': GoalStepGoneBody;
	'goal-mark': GoalMarkBody;
	'goal-promise': GoalPromiseBody;
	'goal-promise-kept': AboutPromiseBody;
	'goal-promise-gone': AboutPromiseBody;
	'goal-note': GoalNoteBody;
	'look-back': LookBackBody;
	'look-back-outcome': LookBackOutcomeBody;
	'look-back-share': LookBackShareBody;
	'look-back-count': LookBackCountBody;
	'keepsake-pick': KeepsakePickBody;
	goodbye: GoodbyeBody;
	afterwards: AfterwardsBody;
	'afterwards-gone': AfterwardsGoneBody;
	'look-in': LookInBody;
	'trusted-person': TrustedPersonBody;
	'trusted-person-gone': TrustedPersonGoneBody;
	gathering: GatheringBody;
	'gathering-answer': GatheringAnswerBody;
	'gathering-off': GatheringOffBody;
	'safety-line': SafetyLineBody;
	'safety-plan-share': SafetyPlanShareBody;
	'circle-left': CircleLeftBody;
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
	'agreement-proposal': 10_000,
	'agreement-answer': 10_000,
	'meeting-yes': 0,
	'meeting-move': 10_000,
	'move-answer': 10_000,
	'meeting-call-off': 10_000,
	'meeting-signal': 0,
	'meeting-idea': 10_000,
	'meeting-idea-gone': 0,
	'meeting-happened': 10_000,
	'meeting-how': 0,
	away: 0,
	'away-over': 0,
	'cover-answer': 0,
	'notices-seen': 0,
	'tell-choice': 0,
	goal: 10_000,
	'goal-answer': 10_000,
	'goal-change': 0,
	'goal-step': 0,
	'goal-step-tick': 0,
	'goal-step-gone': 0,
	'goal-mark': 0,
	'goal-promise': 10_000,
	'goal-promise-kept': 0,
	'goal-promise-gone': 0,
	'goal-note': 10_000,
	'look-back': 0,
	'look-back-outcome': 0,
	'look-back-share': 10_000,
	'look-back-count': 0,
	'keepsake-pick': 0,
	goodbye: 10_000,
	afterwards: 0,
	'afterwards-gone': 0,
	'look-in': 0,
	'trusted-person': 0,
	'trusted-person-gone': 0,
	gathering: 10_000,
	'gathering-answer': 0,
	'gathering-off': 10_000,
	'safety-line': 0,
	'safety-plan-share': 0,
	'circle-left': 10_000
};
