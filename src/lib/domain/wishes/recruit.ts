import type { WishQuestion } from './question';
import type { MentorPlace, YoungWish } from './rank';
import { beside, outForAll, saidBy, wishedOf, type Wished } from './reasons';

/** How many of those waiting asked for this choice. Counts only: whom to look for, and nobody’s name. */
export interface Sought {
	question: string;
	choice: string;
	waiting: number;
}

/** Adds up `wishes`, most waited for first, then in the order of the questions and their choices. */
function counted(wishes: readonly Wished[], questions: readonly WishQuestion[]): Sought[] {
	const counts = new Map<string, number>();
	const name = (question: string, choice: string) => `${question} ${choice}`;
	for (const { question, choices } of wishes)
		for (const choice of choices) {
			const key = name(question.key, choice);
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	return questions
		.flatMap(({ key: question, choices }) =>
			choices.map(({ key: choice }) => ({
				question,
				choice,
				waiting: counts.get(name(question, choice)) ?? 0
			}))
		)
		.filter(({ waiting }) => waiting > 0)
		.sort((a, b) => b.waiting - a.waiting);
}

/** Mentors who can be introduced to anybody at all, each with what their card says. */
function ready(mentors: readonly MentorPlace[], questions: readonly WishQuestion[]) {
	return mentors
		.filter((mentor) => outForAll(mentor).length === 0)
		.map((mentor) => ({ mentor, said: saidBy(mentor, questions) }));
}

/**
 * What to recruit for: the musts that no mentor meets who could be introduced now to the one who said so, whether
 * because nobody is like that, is free, or because they said no to those who are.
 */
export function mustsNobodyMeets(
	young: readonly YoungWish[],
	mentors: readonly MentorPlace[],
	questions: readonly WishQuestion[]
): Sought[] {
	const open = ready(mentors, questions);
	const unmet = young.flatMap(({ answers, notThese }) => {
		const left = open.filter(({ mentor }) => !notThese.has(mentor.id));
		return wishedOf(answers, questions).filter(
			({ must, question, choices }) =>
				must && !left.some(({ said }) => choices.some((choice) => said.get(question.key)?.has(choice)))
		);
	});
	return counted(unmet, questions);
}

/** What those wish, musts and would-likes, for whom nobody at all is left to offer. */
export function wishedWithNobodyLeft(
	young: readonly YoungWish[],
	mentors: readonly MentorPlace[],
	questions: readonly WishQuestion[]
): Sought[] {
	const open = ready(mentors, questions);
	const wishes = young.flatMap(({ answers, notThese }) => {
		const wished = wishedOf(answers, questions);
		const somebody = open.some(
			({ mentor, said }) => beside(wished, notThese, mentor, said).excluded.length === 0
		);
		return somebody ? [] : wished;
	});
	return counted(wishes, questions);
}
