import type { Instant } from '$lib/domain/clock/zones';
import { isNew, linesOf, type Line } from '../telling/lines';
import type { Corner } from './corner';

/** Everything a young person was told lately, newest first. */
export function toldIn({ notices, pairing, agreements, aways, meetings }: Corner, now: Instant): Line[] {
	const known = pairing ? [{ pairing, looker: 'young' as const, agreements, aways }] : [];
	return linesOf(notices, known, meetings, 'young', now);
}

/** What the front of the app says by cards of its own, so that no line need say it again. */
function hasACard({ notice: { kind }, ofMeeting }: Line): boolean {
	return ['introduction', 'review', 'late'].includes(kind) || (kind === 'proposal' && !ofMeeting);
}

/** What is new and said in the few lines under the next meeting. */
export function newAtHome(corner: Corner, now: Instant): Line[] {
	return toldIn(corner, now).filter((line) => isNew(line, now) && !hasACard(line));
}

/** Whether those lines say already that somebody wrote. */
export function saysSomebodyWrote(corner: Corner, now: Instant): boolean {
	return newAtHome(corner, now).some(({ notice }) => notice.kind === 'message');
}

/** In which of the places something is new. */
export function newsIn(corner: Corner, now: Instant): { home: boolean; talk: boolean } {
	const fresh = toldIn(corner, now).filter((line) => isNew(line, now));
	const talks = ({ href }: Line) => href === '/young/messages';
	return { home: fresh.some((line) => !talks(line)), talk: fresh.some(talks) };
}
