import type { Instant } from '../domain/clock/zones';
import { isAnswer, isLate, promiseFor, unanswered } from '../domain/messages/waiting';
import { coverAt } from '../domain/pairings/away';
import { isExpected, type DeskSays, type Pairing } from '../domain/pairings/pairing';
import { readerAt, type AwayLike } from './away';
import { sayDeadline } from './dates';
import { m } from './messages';
import { zoneOf, type Talk } from './standing';

/** What a young person is told of an answer that does not come: only what has happened, as far as this phone knows. */
export interface LateTruth {
	title: string;
	words: string;
}

/** The truth about a wait, or undefined where nothing is late and nobody was reminded. */
export function sayLateTruth(talk: Talk, now: Instant): LateTruth | undefined {
	const { pairing, agreements, aways = [], goneOnAt = 0 } = talk;
	const { nudgedAt = null, lookedIntoAt = null, mentorName } = pairing;
	if (!isExpected(pairing)) return undefined;
	const took = nudgedAt ?? lookedIntoAt;
	const [oldest] = unanswered(talk.checkIns, talk.messages, pairing);
	// A screen that shows only the newest may not have what they wait on.
	if (!oldest && (took === null || talk.messages.some((one) => isAnswer(one, pairing) && one.sentAt >= took)))
		return undefined;
	const promise = oldest && promiseFor(Math.max(oldest.receivedAt, goneOnAt), agreements, aways);
	const late = promise !== undefined && isLate(promise.hearBy, now);
	if (!late && took === null) return undefined;
	const when = promise && sayDeadline(promise.hearBy, now, zoneOf(agreements, now));
	const asked = nudgedAt ?? (late ? promise.hearBy - 1 : null);
	const name = asked === null ? mentorName : readerAt(aways, asked, mentorName);
	const words = [sayTook(pairing, aways, name)];
	if (took === null && when) words.push(m.late_told({ when }));
	if (lookedIntoAt === null && !late && when) words.push(m.late_hear_by({ when }));
	return { title: m.late_title({ name }), words: words.filter(Boolean).join(' ') };
}

/** The last thing that was done about it. */
function sayTook(pairing: Pairing, aways: readonly AwayLike[], name: string): string {
	const { nudgedAt = null, lookedIntoAt = null, lookedIntoBy, deskSays, deskSaidByName } = pairing;
	if (deskSays) return sayDeskSays(deskSays, deskSaidByName || m.late_desk_nameless(), pairing.mentorName);
	if (lookedIntoAt !== null) {
		if (lookedIntoBy !== 'cover') return m.late_coordinator();
		const cover = coverAt(aways, lookedIntoAt)?.coverName;
		return cover ? m.late_cover({ cover }) : m.late_cover_somebody();
	}
	return nudgedAt === null ? '' : m.late_reminded({ name });
}

const DESK: Record<DeskSays, (names: { who: string; name: string }) => string> = {
	spoken_to_mentor: m.late_desk_spoken,
	somebody_else_writes: m.late_desk_somebody,
	when_you_meet: m.late_desk_meet
};

/** What a coordinator says they did, as the young person reads it. First names. */
export const sayDeskSays = (says: DeskSays, who: string, name: string): string => DESK[says]({ who, name });
