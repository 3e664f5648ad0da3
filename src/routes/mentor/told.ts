import type { Instant } from '$lib/domain/clock/zones';
import type { Looker } from '$lib/domain/telling/where';
import { isNew, linesOf, type Line } from '../telling/lines';
import type { People } from './people';
import { everybody } from './upcoming';

/** Everything a mentor was told lately, newest first. */
export function toldIn(people: People, now: Instant): Line[] {
	const known = everybody(people).map(({ reply: { pairing, agreements, aways }, side }) => ({
		...{ pairing, agreements, aways },
		looker: side
	}));
	return linesOf(people.notices, known, people.meetings.rows, 'mentor', now);
}

/** On whose side a mentor looks at something of a pairing. */
export function lookerIn(people: People | undefined, pairingId: string | null): Looker {
	return people?.standIns.some(({ pairing }) => pairing.id === pairingId) ? 'cover' : 'mentor';
}

/** What the front of the app says by cards of its own: who waits, who asks, and for what. */
const HAS_A_CARD = ['waiting', 'late', 'introduction', 'proposal', 'review'];

/** What is new and said in the few lines under whoever waits. */
export function newAtHome(people: People, now: Instant): Line[] {
	return toldIn(people, now).filter((line) => isNew(line, now) && !HAS_A_CARD.includes(line.notice.kind));
}

/** In which of the places something is new. */
export function newsIn(people: People, now: Instant): { replies: boolean; meetings: boolean } {
	const fresh = toldIn(people, now).filter((line) => isNew(line, now));
	const meets = ({ href }: Line) => href.startsWith('/mentor/meetings');
	return { replies: fresh.some((line) => !meets(line)), meetings: fresh.some(meets) };
}
