import type { Instant } from '../domain/clock/zones';
import { isLate } from '../domain/messages/waiting';
import { coverAt } from '../domain/pairings/away';
import type { Pairing } from '../domain/pairings/pairing';
import type { Steps } from '../domain/telling/late';
import type { AwayLike } from './away';
import { sayMoment } from './dates';
import { m } from './messages';

interface Late {
	pairing: Pairing;
	aways: readonly AwayLike[];
	/** When it comes to each step, where somebody waits. */
	steps: Steps | undefined;
	/** By when an answer was promised. */
	hearBy: Instant | undefined;
}

/**
 * What was done about a late answer, and what comes next, for the mentor or whoever stands in; undefined while
 * nothing is late and nobody was reminded.
 */
export function sayLateForReader(
	{ pairing, aways, steps, hearBy }: Late,
	{ me, now, zone }: { me: string | undefined; now: Instant; zone: string }
): string | undefined {
	const { youngName: name, nudgedAt = null, lookedIntoAt = null, lookedIntoBy } = pairing;
	if (!steps) return undefined;
	if (lookedIntoAt !== null) {
		const when = sayMoment(lookedIntoAt, now, zone);
		if (lookedIntoBy !== 'cover') return m.mentor_late_asked_desk({ name, when });
		const cover = coverAt(aways, lookedIntoAt);
		if (cover && cover.coverId === me) return m.mentor_late_asked_you({ name, when });
		if (cover?.coverName) return m.mentor_late_asked_cover({ name, cover: cover.coverName, when });
		return m.mentor_late_waits({ name });
	}
	if (nudgedAt === null && (hearBy === undefined || !isLate(hearBy, now))) return undefined;
	// A phone without signal does not know whether it has happened.
	return steps.lookAt > now
		? m.mentor_late_next({ name, when: sayMoment(steps.lookAt, now, zone) })
		: m.mentor_late_waits({ name });
}
