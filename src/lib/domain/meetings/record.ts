import type { Day } from '../clock/zones';
import { meetingId, type MeetingRecord } from './meeting';

/** Of whom and of what a record is. */
type Which = Pick<MeetingRecord, 'spaceId' | 'pairingId' | 'seriesId'> & { day: Day };

/** A meeting of which nothing was said yet. */
export function emptyRecord({ spaceId, pairingId, seriesId, day }: Which): MeetingRecord {
	return {
		...{ id: meetingId({ seriesId, day }), spaceId, pairingId, seriesId, day },
		...{ movedTo: null, movedAt: null },
		...NOTHING_SAID,
		...{ calledOffBy: null, calledOffAt: null, calledOffWhy: '' },
		...{ happened: null, missedBy: null, minutesTogether: null, toldAt: null }
	};
}

/** Words that hold for one time only, and not for another to which a meeting is moved. */
export const NOTHING_SAID = {
	...{ youngYesAt: null, mentorYesAt: null },
	...{ youngLateAt: null, mentorLateAt: null, mentorLateMinutes: null },
	...{ youngHereAt: null, mentorHereAt: null }
} as const;
