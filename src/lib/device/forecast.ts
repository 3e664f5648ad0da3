import { mayWriteAbout } from '../domain/about/about';
import { mayCheckIn } from '../domain/check-ins/check-in';
import type { Instant } from '../domain/clock/zones';
import { mayEndingSay } from '../domain/endings/said';
import { send, type Verdict } from '../domain/entries/verdict';
import { mayGoalSay } from '../domain/goals/said';
import { mayAnswerAsking, mayAnswerIntroduction } from '../domain/introductions/answers';
import { mayLookBack } from '../domain/look-backs/said';
import { mayDropIdea, mayIdea } from '../domain/meetings/idea';
import { mayPick } from '../domain/keepsakes/pick';
import { mayMeet } from '../domain/meetings/said';
import { mayAnswerGathering, mayCallOffGathering, mayGather } from '../domain/network/gatherings';
import { mayTrust, mayUntrust } from '../domain/network/trusting';
import { maySafetyLine, mayShareSafety } from '../domain/safety-plans/writing';
import { mayLeaveCircle } from '../domain/circles/membership';
import { mayWriteCard } from '../domain/mentors/kept-card';
import { mayMarkNotMeant, mayMessage } from '../domain/messages/message';
import { mayMarkSeen } from '../domain/messages/seen';
import { awayRowId, mayAnswerCover, mayBeAway, mayEndAway } from '../domain/pairings/away';
import { mayPart } from '../domain/pairings/parting';
import { mayAnswerProposal, mayPropose } from '../domain/pairings/proposals';
import type { Role } from '../domain/people/roles';
import { mayChoose } from '../domain/telling/choosing';
import { mayAnswer, mayWish } from '../domain/wishes/answer';
import { awayFacts, rowsOfMark } from './aways';
import type { PersonDatabase } from './database';
import { endingFacts } from './ending-facts';
import { pairingFacts, proposalFacts, type PairingFacts } from './facts';
import { goalFacts } from './goal-facts';
import { pickSubject } from './keepsake-subject';
import { circleFacts, gatheringFacts } from './gathering-facts';
import { safetyFacts, safetyShareFacts } from './safety-plan';
import { trustFacts } from './trusted-people';
import { withAgreed } from './laid-agreements';
import { lookBackFactsAfter } from './look-backs';
import { meetingFacts } from './meeting-facts';
import type { Pending } from './outbox/pending';
import type { Written } from './outbox/sealing';
import { withPartings } from './partings';

interface Membership {
	programmeId: string;
	role: Role;
}

/**
 * What the server will say of this, as far as this phone knows: the same rules over the same facts.
 * @param waiting what was written before it and has not come back by sync
 */
export async function forecast(
	rows: PersonDatabase,
	written: Written,
	now: Instant,
	memberships: readonly Membership[] = [],
	waiting: readonly Pending[] = []
): Promise<Verdict> {
	const roleIn = (programmeId: string, wanted: Role) => {
		const here = memberships.filter((one) => one.programmeId === programmeId).map(({ role }) => role);
		return here.includes(wanted) ? wanted : here[0];
	};
	switch (written.kind) {
		case 'message':
			return mayMessage(await factsAfter(rows, written.body.pairingId, waiting, now), written.body, now);
		case 'check-in':
			return mayCheckIn(await pairingFacts(rows, written.body.pairingId, now), written.body);
		case 'message-not-meant':
			return mayMarkNotMeant(await rows.messages.get(written.body.messageId), rows.personId);
		case 'parting':
			return mayPart(await pairingFacts(rows, written.body.pairingId, now), written.body);
		case 'introduction-answer':
			return mayAnswerIntroduction(
				await rows.introductions.get(written.body.introductionId),
				written.body,
				now
			);
		case 'asking-answer':
			return mayAnswerAsking(await rows.askings.get(written.body.introductionId), written.body, now);
		case 'wish':
			return mayWish({ role: roleIn(written.body.programmeId, 'young') }, written.body);
		case 'wish-answer':
			return mayAnswer({ role: roleIn(written.body.programmeId, 'young') }, written.body);
		case 'about-line':
			return mayWriteAbout(
				memberships.map(({ role }) => role),
				written.body
			);
		case 'mentor-card':
			return mayWriteCard(roleIn(written.body.programmeId, 'mentor'));
		case 'away':
			return mayBeAway(await awayFacts(rows), written.body, now);
		case 'away-over':
			return mayEndAway(await rowsOfMark(rows, written.body.awayId), now);
		case 'cover-answer': {
			const { side, aways } = await pairingFacts(rows, written.body.pairingId, now);
			const id = awayRowId(written.body.awayId, written.body.pairingId);
			return mayAnswerCover({ side, away: aways.find((away) => away.id === id) }, now);
		}
		case 'seen':
			return mayMarkSeen((await pairingFacts(rows, written.body.pairingId, now)).side);
		case 'notices-seen':
			return send;
		case 'tell-choice':
			return mayChoose(
				memberships.map(({ role }) => role),
				written.body
			);
		case 'agreement-proposal':
			return mayPropose(await proposalFacts(rows, written.body.pairingId, now), written.body, now);
		case 'agreement-answer':
			return mayAnswerProposal(await proposalFacts(rows, written.body.pairingId, now), written.body, now);
		case 'meeting-yes':
		case 'meeting-move':
		case 'move-answer':
		case 'meeting-call-off':
		case 'meeting-signal':
		case 'meeting-happened':
		case 'meeting-how':
			return mayMeet(await meetingFacts(rows, written.body.pairingId, now), written, now);
		case 'meeting-idea':
			return mayIdea(await pairingFacts(rows, written.body.pairingId, now), written.body);
		case 'meeting-idea-gone':
			return mayDropIdea(
				await pairingFacts(rows, written.body.pairingId, now),
				await rows.ideas.get(written.body.ideaId),
				written.body,
				rows.personId
			);
		case 'goal':
		case 'goal-answer':
		case 'goal-change':
		case 'goal-step':
		case 'goal-step-tick':
		case 'goal-step-gone':
		case 'goal-mark':
		case 'goal-promise':
		case 'goal-promise-kept':
		case 'goal-promise-gone':
		case 'goal-note':
			return mayGoalSay(await goalFacts(rows, written.body.pairingId, now), written, { writtenAt: now });
		case 'look-back':
		case 'look-back-outcome':
		case 'look-back-share':
		case 'look-back-count':
			return mayLookBack(await lookBackFactsAfter(rows, written.body, waiting, now), written);
		case 'keepsake-pick': {
			const { pairing, side } = await pairingFacts(rows, written.body.pairingId, now);
			const subject = await pickSubject(rows, written.body);
			return mayPick({ pairing, side, personId: rows.personId, subject }, written.body);
		}
		case 'goodbye':
		case 'afterwards':
		case 'afterwards-gone':
		case 'look-in': {
			const facts = await endingFacts(rows, written.body.pairingId, now);
			return mayEndingSay(facts, written, facts.today);
		}
		case 'trusted-person':
			return mayTrust(await trustFacts(rows, written.body.pairingId, waiting, now), written.body);
		case 'trusted-person-gone':
			return mayUntrust(await trustFacts(rows, written.body.pairingId, waiting, now));
		case 'gathering':
			return mayGather(await gatheringFacts(rows, written.body, now), written.body, now);
		case 'gathering-answer':
			return mayAnswerGathering(await gatheringFacts(rows, written.body, now), written.body, now);
		case 'gathering-off':
			return mayCallOffGathering(await gatheringFacts(rows, written.body, now), written.body, now);
		case 'safety-line':
			return maySafetyLine(await safetyFacts(rows, memberships, waiting), written.body);
		case 'safety-plan-share':
			return mayShareSafety(await safetyShareFacts(rows, written.body.pairingId, now), written.body);
		case 'circle-left':
			return mayLeaveCircle(await circleFacts(rows, written.body.circleId));
		case 'look-in': {
			const facts = await endingFacts(rows, written.body.pairingId, now);
			return mayEndingSay(facts, written, facts.today);
		}
	}
}

/** What will be so once everything that was written before has been heard. */
async function factsAfter(
	rows: PersonDatabase,
	pairingId: string,
	waiting: readonly Pending[],
	now: Instant
): Promise<PairingFacts> {
	const facts = await proposalFacts(rows, pairingId, now);
	const agreements = withAgreed(facts, waiting, rows.personId);
	return { ...facts, agreements, pairing: facts.pairing && withPartings(facts.pairing, waiting) };
}
