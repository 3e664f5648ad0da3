import { isAnswered, type WishAnswer } from './answer';
import type { WishQuestion } from './question';

/**
 * Questions, or the choices of one, with one of them moved one place to the front or to the back. The first and the
 * last stay there.
 */
export function moved<One extends { key: string }>(
	all: readonly One[],
	key: string,
	to: 'earlier' | 'later'
): One[] {
	const from = all.findIndex((one) => one.key === key);
	const place = to === 'earlier' ? from - 1 : from + 1;
	const [mover, other] = [all[from], all[place]];
	if (!mover || !other) return [...all];
	return all.map((one) => (one === mover ? other : one === other ? mover : one));
}

/** The set with one question switched off, or on again. */
export function switched(questions: readonly WishQuestion[], key: string, on: boolean): WishQuestion[] {
	return questions.map((question) => {
		if (question.key !== key) return question;
		const { off: _, ...asked } = question;
		return on ? asked : { ...asked, off: true };
	});
}

/** The set with this question in the place of the one with its key, or at the end. */
export function withQuestion(questions: readonly WishQuestion[], question: WishQuestion): WishQuestion[] {
	const known = questions.some(({ key }) => key === question.key);
	return known
		? questions.map((one) => (one.key === question.key ? question : one))
		: [...questions, question];
}

/**
 * An answer as far as its question still offers what was chosen: the rest stays with the wish, and is not shown.
 * Undefined when nothing is left of it.
 */
export function stillSaid(
	{ choices }: Pick<WishQuestion, 'choices'>,
	answer: WishAnswer | undefined
): WishAnswer | undefined {
	if (!answer) return undefined;
	const left = { ...answer, choices: answer.choices.filter((key) => choices.some((one) => one.key === key)) };
	return isAnswered(left) ? left : undefined;
}
