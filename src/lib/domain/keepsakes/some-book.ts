import type { Book, BookWords } from './book';

/** The smallest picture there is: one dot. */
export const DOT =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/**
 * For tests: a keepsake with something in every place where words can be.
 * @param say what stands in a place; given the words that would
 */
export function someBook(say: (words: string) => string = (words) => words): Book {
	const when = { when: say('3 March 2026'), day: '2026-03-03' };
	const said = (from: string, words: string, mine = false): BookWords => ({
		...{ from: say(from), words: say(words), mine, ...when }
	});
	return {
		language: 'en-GB',
		contents: say('What is in it'),
		made: say('Made on 24 November 2026. Ash chose everything in it.'),
		cover: {
			title: say('What I’m taking with me'),
			line: say('I walk away now.'),
			about: say('Ash and Sam, March 2026 to November 2026'),
			colour: 'goals'
		},
		parts: [
			{
				...{ id: 'goals', title: say('What I did') },
				entries: [
					{
						...{ is: 'goal', kind: say('Handling things'), words: say('walk away when it kicks off') },
						done: say('Done on 20 November 2026'),
						line: {
							...{ title: say('My own line'), low: say('i lose it'), high: say('i walk') },
							marks: [
								{ at: 2, said: say('at 2'), words: say('bad week'), ...when },
								{ at: 9, said: say('at 9'), words: say('only once'), ...when }
							]
						},
						steps: { title: say('The steps'), words: [say('count to ten'), say('go to the library')] },
						notes: {
							...{ title: say('What we said about it') },
							said: [said('Sam', 'You did that on your own.')]
						}
					}
				]
			},
			{
				...{ id: 'messages', title: say('What we wrote') },
				entries: [
					{ is: 'said', ...said('Ash', 'i didn’t walk out today', true) },
					{ is: 'said', ...said('Sam', 'Not walking out is huge.') }
				]
			},
			{
				...{ id: 'notes', title: say('After we met') },
				entries: [{ is: 'said', ...said('Sam', 'You beat me at chess. Twice.') }]
			},
			{
				...{ id: 'looking-back', title: say('Looking back') },
				entries: [
					{
						...{ is: 'answers', title: say('Half way'), from: say('Ash'), ...when },
						said: [{ question: say('What was good?'), answer: say('that he came') }]
					}
				]
			},
			{
				...{ id: 'pictures', title: say('Pictures') },
				entries: [{ is: 'picture', data: DOT, alt: say('Picture 1'), words: say('the bench') }]
			},
			{
				...{ id: 'goodbyes', title: say('Goodbye') },
				entries: [
					{ is: 'letter', ...said('Sam', 'It was good to know you.\n\nGo well.') },
					{ is: 'letter', ...said('Ash', 'bye sam. thanks for coming every time', true) }
				]
			}
		]
	};
}
