import type { Instant, WallTime } from '../clock/zones';
import type { Nation } from '../meetings/bank-holidays';
import type { AgreementLimits } from '../pairings/terms';
import type { WishQuestion } from '../wishes/question';
import type { HelpLine } from './help-lines';

/** One scheme as its members' phones know it. */
export interface Programme {
	id: string;
	spaceId: string;
	name: string;
	/** What shows on a phone: neutral, chosen by the programme. */
	appName: string;
	zone: string;
	helpLines: HelpLine[];
	/** What it asks about the kind of mentor, where that is not what a new programme asks: see `questionsOf`. */
	wishQuestions: WishQuestion[] | null;
	/** What its agreements may hold, where that is not what is usual: see `limitsOf`. */
	agreementLimits: AgreementLimits | null;
	/** Whose bank holidays its meetings can leave out. */
	nation: Nation;
	/** What a meeting is called in a calendar that others may see. */
	calendarTitle: string;
	/** Between these, by the clocks of its zone, nobody's phone is woken. Not on phones that last synced before there was such a thing: see `nightOf`. */
	nightFrom?: WallTime;
	nightUntil?: WallTime;
	/** All that ever stands on a locked phone. */
	pushWords?: string;
	/** Whether it also says where; not yet known to this phone where it is from before that could be chosen. */
	placeInCalendar?: boolean;
	/** The plan that new pairings begin with; null, or not yet known to this phone, where it has none. */
	planId?: string | null;
	createdAt: Instant;
}

/** Says nothing of mentoring: a calendar is often looked at by others. */
export const USUAL_CALENDAR_TITLE = 'Meet-up';
