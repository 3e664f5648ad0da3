import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import type { AskingAnswerBody } from '../domain/introductions/answers';
import type { Asking } from '../domain/introductions/introduction';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';

/** What a mentor has said to somebody, on its way. */
export interface Said {
	id: string;
	says: AskingAnswerBody['says'];
	/** Until then it can be taken back. */
	leavesAt: Instant;
	/** Why it could not be kept. */
	refused: Reason | undefined;
}

/** Somebody who would like this mentor, and what was said to it that has not come back by sync. */
export interface AskedNow {
	asking: Asking;
	/** The programme's, in which a first meeting is set; this phone's own while it does not know the programme. */
	zone: string;
	said: Said | undefined;
}

/**
 * Everybody who would like this mentor, who asked first at the front.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function askedNow(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<AskedNow[]> {
	const [askings, programmes, waiting] = await Promise.all([
		rows.askings.toArray(),
		rows.programmes.toArray(),
		pending
	]);
	const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const zones = new Map(programmes.map(({ id, zone }) => [id, zone]));
	return askings
		.sort((one, other) => one.askedAt - other.askedAt || (one.id < other.id ? -1 : 1))
		.map((asking) => ({
			asking,
			zone: zones.get(asking.programmeId) ?? here,
			said: saidTo(asking, waiting)
		}));
}

function saidTo(asking: Asking, waiting: readonly Pending[]): Said | undefined {
	const newest = waiting.findLast(
		(one) => one.kind === 'asking-answer' && one.body.introductionId === asking.id
	);
	if (newest?.kind !== 'asking-answer') return undefined;
	const { id, body, leavesAt, outcome } = newest;
	return { id, says: body.says, leavesAt, refused: outcome?.is === 'refused' ? outcome.why : undefined };
}

/** Where it stands for the mentor, with what they have just said laid over it. */
export type Stands =
	/** A first yes or no is wanted. */
	| 'to_answer'
	/** A yes or no is on its way, and nothing more is known. */
	| 'yes_going'
	| 'no_going'
	/** Said yes to meeting first; time and place are being found. */
	| 'finding'
	| 'to_meet'
	/** They have met: a yes or no is wanted. */
	| 'after'
	/** Said yes after it, and waits for the young person. */
	| 'both'
	| 'begun'
	| 'over';

export function standsNow({ asking, said }: Omit<AskedNow, 'zone'>, now: Instant): Stands {
	const { state, mentorSaid, mentorAfter, firstMeetingAt } = asking;
	if (state === 'begun' || state === 'over') return state;
	const says = said && !said.refused ? said.says : undefined;
	if (says) return says === 'no' || says === 'after_no' ? 'no_going' : says === 'yes' ? 'yes_going' : 'both';
	if (state === 'asked') return mentorSaid ? 'yes_going' : 'to_answer';
	if (mentorAfter) return 'both';
	if (firstMeetingAt === null) return 'finding';
	return firstMeetingAt <= now ? 'after' : 'to_meet';
}

/** Whether the mentor has something to say to it now. */
export const wantsAnswer = (one: AskedNow, now: Instant): boolean =>
	['to_answer', 'after'].includes(standsNow(one, now));
