import {
	addDays,
	DAY,
	dayOf,
	HOUR,
	instantAt,
	MINUTE,
	weekdayOf,
	type Instant
} from '$lib/domain/clock/zones';
import type { EntryBodies, EntryKind } from '$lib/domain/entries/kinds';
import { USUAL_HOURS } from '$lib/domain/pairings/agreement';
import { ASH, JO, KIT, PROGRAMME, SAM } from './cast';
import { goalsOf } from './goals';
import { meetingsOf } from './meetings';
import { CAST_MENTORS } from './mentors';
import { noorsWish } from './wishes';

/** One thing that someone of the cast wrote, and when. */
export type Told = {
	[Kind in EntryKind]: { by: string; at: Instant; id: string; kind: Kind; body: EntryBodies[Kind] };
}[EntryKind];

export const PAIRINGS = { ashAndSam: 'demo-pair-ash', joAndSam: 'demo-pair-jo', kitAndDee: 'demo-pair-kit' };

/** The evenings before `now` on which mentors read, the latest first. */
function* eveningsBefore(now: Instant): Generator<string> {
	const reading = new Set<number>(USUAL_HOURS.map((window) => window.weekday));
	for (let day = addDays(dayOf(now, PROGRAMME.zone), -1); ; day = addDays(day, -1))
		if (reading.has(weekdayOf(day))) yield day;
}

/** What the cast had written to each other by `now`, oldest first. The same `now` always tells the same. */
export function history(now: Instant): Told[] {
	const evenings = eveningsBefore(now);
	const [last, before, early] = [evenings, evenings, evenings].map((days) => days.next().value as string);
	const at = (day: string | undefined, time: string) => instantAt(day ?? '', time, PROGRAMME.zone);
	const message = (
		by: string,
		pairingId: string,
		id: string,
		when: Instant,
		body: string,
		checkInId?: string
	): Told => ({
		by,
		at: when,
		id: `demo-message-${id}`,
		kind: 'message',
		body: { pairingId, body, tap: null, checkInId: checkInId ? `demo-check-in-${checkInId}` : null }
	});
	const checkIn = (
		by: string,
		pairingId: string,
		id: string,
		when: Instant,
		rest: Omit<EntryBodies['check-in'], 'pairingId'>
	): Told => ({ by, at: when, id: `demo-check-in-${id}`, kind: 'check-in', body: { pairingId, ...rest } });
	const { ashAndSam, joAndSam, kitAndDee } = PAIRINGS;

	const told = [
		checkIn(ASH.id, ashAndSam, '1', at(early, '16:40'), {
			feeling: 'rough',
			line: 'maths kicked off again',
			hope: 'reply'
		}),
		message(
			SAM.id,
			ashAndSam,
			'1',
			at(early, '17:15'),
			'Thanks for telling me. Did you get out for some air?',
			'1'
		),
		message(ASH.id, ashAndSam, '2', at(early, '17:22'), 'yeah 5 mins then went back in'),
		message(
			SAM.id,
			ashAndSam,
			'3',
			at(early, '17:31'),
			'That’s the hard bit, going back in. Want to talk it through when we meet?'
		),
		message(JO.id, joAndSam, '4', at(before, '16:20'), 'can we do the cinema for the last one'),
		message(SAM.id, joAndSam, '5', at(before, '16:48'), 'Yes, good idea. You pick the film.'),
		message(ASH.id, ashAndSam, '6', at(last, '18:03'), 'it was ok. did not walk out'),
		message(SAM.id, ashAndSam, '7', at(last, '18:20'), 'Not walking out is huge. See you Thursday.'),
		message(KIT.id, kitAndDee, '8', at(early, '12:10'), 'are we still on for saturday?'),
		checkIn(ASH.id, ashAndSam, '2', now - 2 * HOUR, { feeling: 'okay', line: '', hope: 'just_telling' }),
		message(ASH.id, ashAndSam, '9', now - 35 * MINUTE, 'can we try the climbing wall on thursday')
	];
	return [
		...told,
		...cards(now),
		...noorsWish(now),
		...meetingsOf(ashAndSam, now),
		...goalsOf(PAIRINGS, now)
	].sort((a, b) => a.at - b.at);
}

/** The mentors wrote their cards when they came; the one that waits for the coordinator's eyes, yesterday. */
const cards = (now: Instant): Told[] =>
	CAST_MENTORS.map(({ who, card, capacity, approved }) => ({
		...{ by: who.id, at: now - (approved ? 110 : 1) * DAY, id: `demo-card-${who.key}` },
		...{ kind: 'mentor-card' as const, body: { programmeId: PROGRAMME.id, card, capacity } }
	}));
