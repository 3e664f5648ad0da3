import type { Instant } from '$lib/domain/clock/zones';
import type { DeskSays } from '$lib/domain/pairings/pairing';
import { sayMoment } from '$lib/wording/dates';
import { m } from '$lib/wording/messages';

interface Wait {
	late: boolean;
	took: { is: 'reminded' | 'asked'; who: 'mentor' | 'cover' | 'desk'; cover: string; at: Instant }[];
	askedAfter: Instant | null;
}

/** What has been done about a late answer, and what comes next: "Dee was reminded yesterday at 8 pm." */
export function sayTook(
	{ took, askedAfter, late }: Wait,
	{ mentor, now, zone }: { mentor: string; now: Instant; zone: string }
): string {
	const said = took.map(({ is, who, cover, at }) => {
		const when = sayMoment(at, now, zone);
		if (is === 'reminded') return m.desk_took_reminded({ who: cover || mentor, when });
		return who === 'desk' ? m.desk_took_asked_desk({ when }) : m.desk_took_asked_cover({ who: cover, when });
	});
	if (askedAfter !== null && askedAfter > now && (late || took.length > 0))
		said.push(m.desk_took_next({ when: sayMoment(askedAfter, now, zone) }));
	return said.join(' ');
}

const SAYS: Record<DeskSays, (names: { young: string; mentor: string }) => string> = {
	spoken_to_mentor: m.desk_says_spoken,
	somebody_else_writes: m.desk_says_somebody,
	when_you_meet: m.desk_says_meet
};

/** What a coordinator can tell a young person of a late answer, as they choose it. */
export const sayChoice = (says: DeskSays, names: { young: string; mentor: string }): string =>
	SAYS[says](names);
