import { dayOf, type Day, type Instant } from '../domain/clock/zones';
import type { Book, BookGoal, BookPart, BookWords, CoverColour } from '../domain/keepsakes/book';
import type { KeptPicture } from '../domain/keepsakes/picture';
import type { KeepsakeGoal, KeepsakeThings } from '../domain/keepsakes/things';
import { WINDING_DOWN_PROMPTS, type LookBack } from '../domain/look-backs/look-back';
import type { Message } from '../domain/messages/message';
import type { Pairing } from '../domain/pairings/pairing';
import type { Plan, Question } from '../domain/programmes/plan';
import { sayFullDate, sayMonth } from './dates';
import { sayTap } from './feelings';
import { sayKind } from './goals';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';

/** What a keepsake is made of. */
export interface Making {
	pairing: Pairing;
	/** Exactly what was picked. */
	chosen: KeepsakeThings;
	pictures: readonly KeptPicture[];
	cover: { title: string; line: string; colour: CoverColour; says: boolean };
	nameOf(authorId: string): string | undefined;
	plan: Pick<Plan, 'goals' | 'lookBacks' | 'windingDown'>;
	/** The days in which it was lived. */
	zone: string;
	endedAt: Instant | null;
	now: Instant;
}

/** A keepsake in words, as its young person reads them for life. */
export function bookOf(making: Making): Book {
	const { chosen, cover, pairing, pictures, zone, now } = making;
	const said = (row: { authorId: string; at: Instant; words: string }) => saidBy(making, row);
	const all: BookPart[] = [
		{
			...{ id: 'goals', title: m.keepsake_book_goals() },
			entries: chosen.goals.map((goal) => ({ is: 'goal', ...goalIn(making, goal) }))
		},
		{
			...{ id: 'messages', title: m.keepsake_book_messages() },
			entries: chosen.messages.map((row) => ({
				is: 'said',
				...said({ authorId: row.authorId, at: row.sentAt, words: sayMessage(row) })
			}))
		},
		{
			...{ id: 'notes', title: m.keepsake_book_notes() },
			entries: chosen.notes.map((row) => ({ is: 'said', ...said(row) }))
		},
		{
			...{ id: 'looking-back', title: m.keepsake_book_looking_back() },
			entries: chosen.lookBacks.map((row) => ({
				...{ is: 'answers', title: sayLookBack(row, making.plan), said: answersIn(row, making.plan) },
				...{ from: nameIn(making, row.personId), ...on(row.at, zone) }
			}))
		},
		{
			...{ id: 'pictures', title: m.keepsake_book_pictures() },
			entries: pictures.map(({ data, words }, at) => ({
				...{ is: 'picture', data, words, alt: m.keepsake_book_picture({ number: at + 1 }) }
			}))
		},
		{
			...{ id: 'goodbyes', title: m.keepsake_book_goodbyes() },
			entries: chosen.goodbyes.map((row) => ({ is: 'letter', ...said(row) }))
		}
	];
	return {
		language: getLocale(),
		contents: m.keepsake_book_contents(),
		cover: {
			...{ title: cover.title || m.keepsake_book_title(), line: cover.line, colour: cover.colour },
			about: cover.says ? sayAbout(making) : ''
		},
		parts: all.filter(({ entries }) => entries.length > 0),
		made: m.keepsake_book_made({ day: sayFullDate(dayOf(now, zone)), name: pairing.youngName })
	};
}

/** "Ash and Sam, March 2026 to November 2026". */
export function sayAbout({ pairing, zone, endedAt }: Pick<Making, 'pairing' | 'zone' | 'endedAt'>): string {
	const month = (at: Instant) => sayMonth(dayOf(at, zone).slice(0, 7));
	const from = month(pairing.startedAt);
	const names = { young: pairing.youngName, mentor: pairing.mentorName, from };
	if (endedAt === null) return m.keepsake_book_about_since(names);
	const until = month(endedAt);
	return until === from ? m.keepsake_book_about_in(names) : m.keepsake_book_about({ ...names, until });
}

/** A message as it is read: its words, or those that one tap stands for. */
export const sayMessage = ({ body, tap }: Pick<Message, 'body' | 'tap'>): string =>
	body || (tap ? sayTap(tap) : '');

/** Which time of looking back it was. */
export function sayLookBack(
	{ which }: Pick<LookBack, 'which'>,
	{ lookBacks }: Pick<Plan, 'lookBacks'>
): string {
	if (which === WINDING_DOWN_PROMPTS) return m.keepsake_book_winding_down();
	return timeOf(which, lookBacks)?.name ?? m.keepsake_book_looking_back();
}

/** What was asked and answered, in the order in which it is asked. */
export function answersIn(
	{ which, answers }: Pick<LookBack, 'which' | 'answers'>,
	{ lookBacks, windingDown }: Pick<Plan, 'lookBacks' | 'windingDown'>
): { question: string; answer: string }[] {
	const asked: readonly Question[] =
		which === WINDING_DOWN_PROMPTS ? windingDown : (timeOf(which, lookBacks)?.questions ?? []);
	const known = asked.filter(({ id }) => answers[id]);
	// A newer plan may ask something else: what was answered stays.
	const rest = Object.keys(answers).filter((id) => answers[id] && !asked.some((one) => one.id === id));
	return [
		...known.map(({ id, words }) => ({ question: words, answer: answers[id] ?? '' })),
		...rest.map((id) => ({ question: m.keepsake_book_question(), answer: answers[id] ?? '' }))
	];
}

const timeOf = (which: string, lookBacks: Plan['lookBacks']) =>
	lookBacks.find(({ id }) => which === id || which.replace(/_\d+$/, '') === id);

function goalIn(making: Making, goal: KeepsakeGoal): BookGoal {
	const { zone, plan } = making;
	const done = goal.steps.filter(({ doneAt }) => doneAt !== null).map(({ words }) => words);
	return {
		kind: plan.goals.words?.[goal.kind] ?? sayKind(goal.kind),
		words: goal.words,
		done: m.keepsake_book_done({ day: sayFullDate(dayOf(goal.stateAt, zone)) }),
		line:
			goal.marks.length > 0
				? {
						title: m.keepsake_book_line(),
						low: goal.lowWords || m.goals_line_low(),
						high: goal.highWords || m.goals_line_high(),
						marks: goal.marks.map(({ line, words, at }) => ({
							...{ at: line, said: m.keepsake_book_line_at({ line }), words, ...on(at, zone) }
						}))
					}
				: undefined,
		steps: done.length > 0 ? { title: m.keepsake_book_steps(), words: done } : undefined,
		notes:
			goal.notes.length > 0
				? { title: m.keepsake_book_goal_notes(), said: goal.notes.map((note) => saidBy(making, note)) }
				: undefined
	};
}

function saidBy(
	making: Making,
	{ authorId, at, words }: { authorId: string; at: Instant; words: string }
): BookWords {
	const mine = authorId === making.pairing.youngId;
	return { from: nameIn(making, authorId), words, mine, ...on(at, making.zone) };
}

const nameIn = ({ nameOf }: Making, authorId: string) => nameOf(authorId) ?? m.keepsake_book_stood_in();

function on(at: Instant, zone: string): { when: string; day: Day } {
	const day = dayOf(at, zone);
	return { when: sayFullDate(day), day };
}
