import { dayOf, type Instant } from '$lib/domain/clock/zones';
import type { KeepsakeThing } from '$lib/domain/endings/ending';
import { asTitle, sayCalendarDay } from '$lib/wording/dates';
import { answersIn, sayLookBack, sayMessage } from '$lib/wording/keepsake';
import { m } from '$lib/wording/messages';
import type { Here, PickedPart } from './here';

/** One thing on a screen of things to pick. */
export interface PickRow {
	thing: KeepsakeThing;
	id: string;
	words: string;
	about: string;
	picked: boolean;
	/** It is part of the one above, and goes in only with it. */
	below?: boolean;
}

/** Everything of one kind that can go in: messages newest first, all else in the order in which it was. */
export function rowsOfPart(part: PickedPart, { kept, today }: Here): PickRow[] {
	const { offered, isPicked, nameOf, zone, plan } = kept;
	const day = (at: Instant) => asTitle(sayCalendarDay(dayOf(at, zone), today));
	const by = (authorId: string, at: Instant) =>
		`${nameOf(authorId) ?? m.keepsake_book_stood_in()} · ${day(at)}`;
	const row = (thing: KeepsakeThing, id: string, words: string, about: string): PickRow => ({
		...{ thing, id, words, about, picked: isPicked(thing, id) }
	});
	switch (part) {
		case 'goals':
			return offered.goals.flatMap((goal) => {
				const whole = row('goal', goal.id, goal.words, m.keepsake_book_done({ day: day(goal.stateAt) }));
				// Notes go in with their goal, each if they like.
				const notes = whole.picked ? goal.notes : [];
				return [
					whole,
					...notes.map((note) => ({
						...row('goal', note.id, note.words, by(note.authorId, note.at)),
						below: true
					}))
				];
			});
		case 'messages':
			return offered.messages
				.map((one) => row('message', one.id, sayMessage(one), by(one.authorId, one.sentAt)))
				.reverse();
		case 'notes':
			return offered.notes.map((one) => row('meeting_note', one.id, one.words, by(one.authorId, one.at)));
		case 'looking-back':
			return offered.lookBacks.map((one) => {
				const said = answersIn(one, plan).map(({ question, answer }) => `${question}\n${answer}`);
				const about = `${sayLookBack(one, plan)} · ${by(one.personId, one.at)}`;
				return row('look_back', one.id, said.join('\n'), about);
			});
		case 'goodbyes':
			return offered.goodbyes.map((one) => row('goodbye', one.id, one.words, by(one.authorId, one.at)));
	}
}
