import type { Instant } from '../clock/zones';
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
	createdAt: Instant;
}
