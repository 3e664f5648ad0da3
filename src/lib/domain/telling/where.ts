import type { Side } from '../pairings/pairing';
import type { Notice } from './notice';

/** What is needed of a notice to say where it leads. */
export type Leading = Pick<Notice, 'kind' | 'pairingId' | 'subjectId'>;

/** On whose screens it is looked at: a side of its pairing, or the desk. */
export type Looker = Side | 'desk';

/** A meeting's id ends with its day; an agreement's never does. */
const MEETING = /_\d{4}-\d\d-\d\d$/;

/** What the subject of a notice begins with that is about a meeting of several people. */
export const GATHERING = 'gathering:';

/** Whether what a notice is about is a meeting of several people. */
export const isOfGathering = ({ subjectId }: Pick<Notice, 'subjectId'>): boolean =>
	subjectId?.startsWith(GATHERING) ?? false;

/** Whether what a notice is about is one meeting. */
export const isOfMeeting = ({ subjectId }: Pick<Notice, 'subjectId'>): boolean =>
	MEETING.test(subjectId ?? '');

/** The screen on which somebody sees what they were told of. */
export function screenOf(notice: Leading, looker: Looker): string {
	const { kind, pairingId, subjectId } = notice;
	if (looker === 'desk' || kind === 'desk_late')
		return pairingId ? `/coordinator/pairings/${pairingId}` : '/coordinator';
	const young = looker === 'young';
	const home = young ? '/young' : '/mentor';
	const thread = young ? '/young/messages' : pairingId ? `/mentor/${pairingId}` : home;
	if (isOfGathering(notice)) {
		if (young) return pairingId ? '/young/you/people' : '/young/you/group';
		return pairingId ? `${thread}/network` : home;
	}
	const meeting = isOfMeeting(notice) ? `${home}/meetings/${subjectId}` : `${home}/meetings`;
	switch (kind) {
		case 'message':
		case 'waiting':
		case 'late':
			return thread;
		case 'meeting_tomorrow':
		case 'meeting_soon':
		case 'meeting_changed':
			return meeting;
		case 'proposal':
			return isOfMeeting(notice) ? meeting : agreement(young, thread);
		case 'review':
			return agreement(young, thread);
		case 'ending':
			if (young) return '/young/ending';
			return thread === home ? home : `${thread}/ending`;
		case 'introduction':
			if (young) return subjectId ? `/young/meet/${subjectId}` : '/young/meet';
			return subjectId ? `/mentor/asked/${subjectId}` : home;
		case 'promise_due':
			if (young) return '/young/goals';
			return thread === home ? home : `${thread}/goals`;
		case 'cover':
			// Whoever is to stand in knows nobody there before the first day.
			return looker === 'mentor' ? '/mentor/you/told' : thread;
		case 'stage':
			return path(young, thread);
		case 'look_back': {
			const which = subjectId?.split(':')[isOfShared(notice) ? 1 : 0];
			const all = path(young, thread);
			return which === undefined || all === home ? all : `${all}/${which}`;
		}
	}
}

/** Whether what a notice is about is what the other wrote, and not a time to write. Its id is that of the row. */
export const isOfShared = ({ subjectId }: Pick<Notice, 'subjectId'>): boolean =>
	subjectId?.includes(':') ?? false;

const path = (young: boolean, thread: string) =>
	young ? '/young/path' : thread === '/mentor' ? thread : `${thread}/path`;

const agreement = (young: boolean, thread: string) =>
	young ? '/young/you/agreement' : thread === '/mentor' ? thread : `${thread}/agreement`;
