import type { Instant } from '../clock/zones';
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
	createdAt: Instant;
}
