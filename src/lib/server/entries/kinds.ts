import { AboutLineBody } from '$lib/domain/about/about';
import { CheckInBody } from '$lib/domain/check-ins/check-in';
import { AfterwardsBody, AfterwardsGoneBody } from '$lib/domain/endings/afterwards';
import { GoodbyeBody } from '$lib/domain/endings/goodbye';
import { LookInBody } from '$lib/domain/endings/look-in';
import { CircleLeftBody } from '$lib/domain/circles/membership';
import type { EntryKind } from '$lib/domain/entries/kinds';
import { GoalAnswerBody } from '$lib/domain/goals/answer';
import { GoalChangeBody } from '$lib/domain/goals/change';
import { GoalMarkBody } from '$lib/domain/goals/mark';
import { GoalNoteBody } from '$lib/domain/goals/note';
import { AboutPromiseBody, GoalPromiseBody } from '$lib/domain/goals/promises';
import { GoalStepBody, GoalStepGoneBody, GoalStepTickBody } from '$lib/domain/goals/steps';
import { GoalBody } from '$lib/domain/goals/writing';
import {
	LookBackBody,
	LookBackCountBody,
	LookBackOutcomeBody,
	LookBackShareBody
} from '$lib/domain/look-backs/said';
import { AskingAnswerBody, IntroductionAnswerBody } from '$lib/domain/introductions/answers';
import { KeepsakePickBody } from '$lib/domain/keepsakes/pick';
import { CallOffBody } from '$lib/domain/meetings/call-off';
import { MeetingHowBody } from '$lib/domain/meetings/how';
import { MeetingIdeaBody, MeetingIdeaGoneBody } from '$lib/domain/meetings/idea';
import { MeetingMoveBody } from '$lib/domain/meetings/move';
import { MoveAnswerBody } from '$lib/domain/meetings/move-answer';
import { MeetingSignalBody } from '$lib/domain/meetings/signal';
import { MeetingHappenedBody } from '$lib/domain/meetings/told';
import { MeetingYesBody } from '$lib/domain/meetings/yes';
import { MentorCardBody } from '$lib/domain/mentors/kept-card';
import { MessageBody, NotMeantBody } from '$lib/domain/messages/message';
import { SeenBody } from '$lib/domain/messages/seen';
import { GatheringAnswerBody, GatheringBody, GatheringOffBody } from '$lib/domain/network/gatherings';
import { TrustedPersonBody, TrustedPersonGoneBody } from '$lib/domain/network/trusting';
import { AwayBody, AwayOverBody, CoverAnswerBody } from '$lib/domain/pairings/away';
import { PartingBody } from '$lib/domain/pairings/parting';
import { ProposalAnswerBody, ProposalBody } from '$lib/domain/pairings/proposals';
import { SafetyLineBody, SafetyPlanShareBody } from '$lib/domain/safety-plans/writing';
import { TellChoiceBody } from '$lib/domain/telling/choosing';
import { NoticesSeenBody } from '$lib/domain/telling/seen';
import { WishAnswerBody, WishBody } from '$lib/domain/wishes/answer';
import { keepAboutLine } from '../about/keep';
import { keepCheckIn } from '../check-ins/keep';
import { keepKeepsakePick } from '../endings/keepsake';
import { dropAfterwards, keepAfterwards } from '../endings/afterwards';
import { keepGoodbye } from '../endings/goodbyes';
import { keepLookIn } from '../endings/look-ins';
import { keepCircleLeft } from '../circles/leave';
import { keepGoalSaid } from '../goals/keep';
import { keepAskingAnswer, keepIntroductionAnswer } from '../introductions/keep-answers';
import { keepLookBack } from '../look-backs/keep';
import { dropIdea, keepIdea } from '../meetings/ideas';
import { keepSaid } from '../meetings/keep';
import { keepCard } from '../mentors/keep-card';
import { keepMessage } from '../messages/keep';
import { markNotMeant } from '../messages/not-meant';
import { markSeen } from '../messages/seen';
import { keepGathering, keepGatheringAnswer, keepGatheringOff } from '../network/gatherings';
import { keepTrusted, keepTrustedGone } from '../network/trusting';
import { keepAway, keepAwayOver, keepCoverAnswer } from '../pairings/away';
import { keepParting } from '../pairings/part';
import { keepProposal, keepProposalAnswer } from '../pairings/propose';
import { keepSafetyLine, keepSafetyShare } from '../safety-plans/keep';
import { keepNoticesSeen, keepTellChoice } from '../telling/keep';
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
	'agreement-proposal': effect(ProposalBody, keepProposal),
	'agreement-answer': effect(ProposalAnswerBody, keepProposalAnswer),
	'meeting-yes': effect(MeetingYesBody, keepSaid('meeting-yes')),
	'meeting-move': effect(MeetingMoveBody, keepSaid('meeting-move')),
	'move-answer': effect(MoveAnswerBody, keepSaid('move-answer')),
	'meeting-call-off': effect(CallOffBody, keepSaid('meeting-call-off')),
	'meeting-signal': effect(MeetingSignalBody, keepSaid('meeting-signal')),
	'meeting-idea': effect(MeetingIdeaBody, keepIdea),
	'meeting-idea-gone': effect(MeetingIdeaGoneBody, dropIdea),
	'meeting-happened': effect(MeetingHappenedBody, keepSaid('meeting-happened')),
	'meeting-how': effect(MeetingHowBody, keepSaid('meeting-how')),
	away: effect(AwayBody, keepAway),
	'away-over': effect(AwayOverBody, keepAwayOver),
	'cover-answer': effect(CoverAnswerBody, keepCoverAnswer),
	'notices-seen': effect(NoticesSeenBody, keepNoticesSeen),
	'tell-choice': effect(TellChoiceBody, keepTellChoice),
	goal: effect(GoalBody, keepGoalSaid('goal')),
	'goal-answer': effect(GoalAnswerBody, keepGoalSaid('goal-answer')),
	'goal-change': effect(GoalChangeBody, keepGoalSaid('goal-change')),
	'goal-step': effect(GoalStepBody, keepGoalSaid('goal-step')),
	'goal-step-tick': effect(GoalStepTickBody, keepGoalSaid('goal-step-tick')),
	'goal-step-gone': effect(GoalStepGoneBody, keepGoalSaid('goal-step-gone')),
	'goal-mark': effect(GoalMarkBody, keepGoalSaid('goal-mark')),
	'goal-promise': effect(GoalPromiseBody, keepGoalSaid('goal-promise')),
	'goal-promise-kept': effect(AboutPromiseBody, keepGoalSaid('goal-promise-kept')),
	'goal-promise-gone': effect(AboutPromiseBody, keepGoalSaid('goal-promise-gone')),
	'goal-note': effect(GoalNoteBody, keepGoalSaid('goal-note')),
	'look-back': effect(LookBackBody, keepLookBack('look-back')),
	'look-back-outcome': effect(LookBackOutcomeBody, keepLookBack('look-back-outcome')),
	'look-back-share': effect(LookBackShareBody, keepLookBack('look-back-share')),
	'look-back-count': effect(LookBackCountBody, keepLookBack('look-back-count')),
	'keepsake-pick': effect(KeepsakePickBody, keepKeepsakePick),
	goodbye: effect(GoodbyeBody, keepGoodbye),
	afterwards: effect(AfterwardsBody, keepAfterwards),
	'afterwards-gone': effect(AfterwardsGoneBody, dropAfterwards),
	'look-in': effect(LookInBody, keepLookIn),
	'trusted-person': effect(TrustedPersonBody, keepTrusted),
	'trusted-person-gone': effect(TrustedPersonGoneBody, keepTrustedGone),
	gathering: effect(GatheringBody, keepGathering),
	'gathering-answer': effect(GatheringAnswerBody, keepGatheringAnswer),
	'gathering-off': effect(GatheringOffBody, keepGatheringOff),
	'safety-line': effect(SafetyLineBody, keepSafetyLine),
	'safety-plan-share': effect(SafetyPlanShareBody, keepSafetyShare),
	'circle-left': effect(CircleLeftBody, keepCircleLeft)
};
