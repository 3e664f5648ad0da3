import { dayOf, type Day, type Instant } from '$lib/domain/clock/zones';
import { whichMeeting } from '$lib/domain/meetings/meeting';
import { occurrenceOn, type MeetingRows, type Occurrence } from '$lib/domain/meetings/occurrences';
import type { Agreement } from '$lib/domain/pairings/agreement';
import { coverAt } from '$lib/domain/pairings/away';
import type { Pairing } from '$lib/domain/pairings/pairing';
import { isShown, type Notice } from '$lib/domain/telling/notice';
import { isOfMeeting, screenOf, type Looker } from '$lib/domain/telling/where';
import type { AwayNow } from '$lib/device/aways';
import { zoneOf } from '$lib/wording/standing';
import type { ToldFacts } from '$lib/wording/told';

/** Somebody whom notices are about. */
export interface With {
	pairing: Pairing;
	looker: Looker;
	agreements: readonly Agreement[];
	aways: readonly AwayNow[];
}

/** Something that somebody was told, as a line that leads somewhere. */
export interface Line extends ToldFacts {
	notice: Notice;
	href: string;
}

/**
 * What was told in the last 30 days, newest first. Of somebody whom this phone knows no more nothing is said; whoever
 * is to stand in learns of it before they know for whom.
 * @param looker whose screens these are
 */
export function linesOf(
	notices: readonly Notice[],
	known: readonly With[],
	meetings: MeetingRows,
	looker: Looker,
	now: Instant
): Line[] {
	return notices.flatMap((notice) => {
		const one = known.find(({ pairing }) => pairing.id === notice.pairingId);
		const strange = notice.pairingId !== null && !one && notice.kind !== 'cover';
		if (strange || !isShown(notice, now)) return [];
		const side = one?.looker ?? looker;
		const meeting = meetingOf(notice, meetings);
		return [
			{
				...{ notice, looker: side, pairing: one?.pairing, meeting, ofMeeting: isOfMeeting(notice) },
				coverName: coverAt(one?.aways ?? [], notice.at)?.coverName,
				zone: meeting?.zone ?? zoneOf(one?.agreements ?? [], now),
				href: screenOf(notice, side)
			}
		];
	});
}

function meetingOf(notice: Notice, meetings: MeetingRows): Occurrence | undefined {
	const { subjectId } = notice;
	if (subjectId === null || !isOfMeeting(notice)) return undefined;
	return occurrenceOn(meetings, whichMeeting(subjectId));
}

/** Whether it is worth saying at the front of an app: nobody has looked, and it has not passed by itself. */
export function isNew({ notice, meeting }: Line, now: Instant): boolean {
	const reminds = notice.kind === 'meeting_tomorrow' || notice.kind === 'meeting_soon';
	return notice.seenAt === null && !(reminds && meeting !== undefined && meeting.ends <= now);
}

/** Of several that say the same and lead to the same place, the newest alone: three messages are one line. */
export function oncePerScreen(lines: readonly Line[]): Line[] {
	const said = new Set<string>();
	return lines.filter(({ notice, href }) => {
		const key = `${notice.kind} ${href}`;
		return said.has(key) ? false : said.add(key) !== undefined;
	});
}

/** Lines by the day on which they were told, the latest first. */
export function byDay(lines: readonly Line[], zone: string): { day: Day; at: Instant; lines: Line[] }[] {
	const days = new Map<Day, Line[]>();
	for (const line of lines) {
		const day = dayOf(line.notice.at, zone);
		days.set(day, [...(days.get(day) ?? []), line]);
	}
	return [...days].map(([day, lines]) => ({ day, at: lines[0]?.notice.at ?? 0, lines }));
}
