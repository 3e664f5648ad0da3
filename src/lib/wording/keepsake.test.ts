import { describe, expect, test } from 'vitest';
import { pageOf } from '../domain/keepsakes/page';
import type { KeepsakeThings } from '../domain/keepsakes/things';
import { USUAL_PLAN } from '../domain/programmes/usual-plan';
import { answersIn, bookOf, type Making } from './keepsake';

const at = Date.UTC(2026, 2, 3, 12);
const now = Date.UTC(2026, 10, 24, 18);
const row = { pairingId: 'pairing', spaceId: 'space', at };
const nothing: KeepsakeThings = { goals: [], messages: [], notes: [], lookBacks: [], goodbyes: [] };
const making: Making = {
	pairing: {
		...{ id: 'pairing', spaceId: 'space', programmeId: 'p', youngId: 'ash', youngName: 'Ash' },
		...{ mentorId: 'sam', mentorName: 'Sam', state: 'ended', startedAt: at, endsOn: null },
		...{ coverOfferId: null, coverOfferName: null }
	},
	...{ chosen: nothing, pictures: [], plan: USUAL_PLAN, zone: 'Europe/London', endedAt: now, now },
	cover: { title: '', line: '', colour: 'goals', says: true },
	nameOf: (id) => ({ ash: 'Ash', sam: 'Sam' })[id]
};
const goal: KeepsakeThings['goals'][number] = {
	...{ id: 'goal', pairingId: 'pairing', spaceId: 'space', kind: 'handling', state: 'done', stateAt: now },
	...{ words: 'walk away', lowWords: 'i lose it', highWords: '', suggestedById: 'sam', createdAt: at },
	steps: [
		{ ...row, id: 'step-1', goalId: 'goal', words: 'count to ten', doneAt: at, goneAt: null },
		{ ...row, id: 'step-2', goalId: 'goal', words: 'never did this', doneAt: null, goneAt: null }
	],
	marks: [{ ...row, id: 'mark', goalId: 'goal', line: 7, words: 'ok' }],
	notes: []
};

describe('a keepsake in words', () => {
	test('with nothing picked is a cover, in the usual words', () => {
		expect(bookOf(making)).toMatchObject({
			...{ language: 'en-GB', parts: [], made: 'Made on 24 November 2026. Ash chose everything in it.' },
			cover: { title: 'What I’m taking with me', about: 'Ash and Sam, March 2026 to November 2026' }
		});
	});

	test('bears the title and the line that they chose, and no names where they want none', () => {
		const cover = { title: 'MY YEAR', line: 'i did it', colour: 'talk' as const, says: false };
		expect(bookOf({ ...making, cover }).cover).toEqual({
			...{ title: 'MY YEAR', line: 'i did it', colour: 'talk', about: '' }
		});
	});

	test('says since when, where it goes on, and one month once', () => {
		expect(bookOf({ ...making, endedAt: null }).cover.about).toBe('Ash and Sam, since March 2026');
		expect(bookOf({ ...making, endedAt: at }).cover.about).toBe('Ash and Sam, March 2026');
	});

	test('has of a goal their own line with its words, and the steps that they ticked', () => {
		const [part, ...rest] = bookOf({ ...making, chosen: { ...nothing, goals: [goal] } }).parts;
		expect(rest).toEqual([]);
		expect(part?.entries).toMatchObject([
			{
				...{ is: 'goal', kind: 'Handling things', words: 'walk away', done: 'Done on 24 November 2026' },
				line: {
					...{ low: 'i lose it', high: 'just how I want it' },
					marks: [{ at: 7, said: 'at 7', when: '3 March 2026', day: '2026-03-03', words: 'ok' }]
				},
				...{ steps: { words: ['count to ten'] }, notes: undefined }
			}
		]);
	});

	test('calls a kind of goal what its programme calls it', () => {
		const plan = { ...USUAL_PLAN, goals: { ...USUAL_PLAN.goals, words: { handling: 'Standing firm' } } };
		const [part] = bookOf({ ...making, plan, chosen: { ...nothing, goals: [goal] } }).parts;
		expect(part?.entries).toMatchObject([{ kind: 'Standing firm' }]);
	});

	test('keeps the parts in order, and leaves out those with nothing in them', () => {
		const goodbye = { ...row, id: 'bye', authorId: 'sam', authorName: 'Sam', desk: false, shownAt: at };
		const chosen: KeepsakeThings = {
			...{ ...nothing, goodbyes: [{ ...goodbye, words: 'Go well.' }] },
			notes: [{ ...row, id: 'note', meetingId: 'm', authorId: 'gone', words: 'Chess!' }]
		};
		const book = bookOf({ ...making, chosen, pictures: [{ data: 'data:,', words: 'the bench' }] });
		expect(book.parts.map(({ id }) => id)).toEqual(['notes', 'pictures', 'goodbyes']);
		expect(book.parts[0]?.entries).toMatchObject([{ from: 'Someone who stood in', mine: false }]);
		expect(pageOf(book, '')).toContain('<p dir="auto">Go well.</p>');
	});

	test('has words for a one-tap answer', () => {
		const message = {
			...row,
			id: 'tap',
			authorId: 'sam',
			body: '',
			tap: 'well_done' as const,
			checkInId: null
		};
		const when = { writtenAt: at, receivedAt: at, sentAt: at, heldUntil: null, notMeantAt: null };
		const chosen = { ...nothing, messages: [{ ...message, ...when, clockAhead: false }] };
		expect(bookOf({ ...making, chosen }).parts[0]?.entries).toMatchObject([
			{ words: 'Well done.', from: 'Sam' }
		]);
	});
});

describe('what was answered when they looked back', () => {
	const plan = {
		lookBacks: [
			{
				...{
					id: 'half',
					name: 'Half way',
					when: { at: 'every' as const, lasts: { in: 'months' as const, many: 6 } }
				},
				...{ outcomes: false, questions: [{ id: 'good', asks: 'both' as const, words: 'What was good?' }] }
			}
		],
		windingDown: USUAL_PLAN.windingDown
	};

	test('stands with what was asked, also the second time, and while winding down', () => {
		for (const which of ['half', 'half_2'])
			expect(answersIn({ which, answers: { good: 'all' } }, plan)).toEqual([
				{ question: 'What was good?', answer: 'all' }
			]);
		expect(answersIn({ which: 'winding_down', answers: { next: 'college', good: '' } }, plan)).toEqual([
			{ question: 'What comes next for you?', answer: 'college' }
		]);
	});

	test('stays when nobody knows any more what was asked', () => {
		expect(answersIn({ which: 'gone', answers: { x: 'still here' } }, plan)).toEqual([
			{ question: 'What I wrote', answer: 'still here' }
		]);
	});
});
