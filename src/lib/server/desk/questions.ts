import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { APPROVAL_KINDS, USUALLY_NEEDED, type ApprovalKind } from '$lib/domain/mentors/approvals';
import { moved, switched, withQuestion } from '$lib/domain/wishes/changing';
import { questionsOf } from '$lib/domain/wishes/first-questions';
import { MOST_QUESTIONS, WishQuestions, type WishQuestion } from '$lib/domain/wishes/question';
import { programmes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { fitCovers } from '../pairings/covers';
import { Refused } from '../refused';
import { change } from '../spaces';
import { runs } from './scope';

/*
 * What a programme asks: of young people about the kind of mentor, and of mentors before anybody is introduced to
 * them. For those who run it, and for nobody else at the desk.
 */

/** What a programme asks now. @throws 404 */
export async function asksAtDesk({ store }: House, who: Who, programmeId: string) {
	if (!runs(who).includes(programmeId)) notThere();
	const [programme] = await store.read.select().from(programmes).where(eq(programmes.id, programmeId));
	if (!programme) notThere();
	return {
		questions: questionsOf(programme),
		/** Whether they are the ones that every programme starts with. */
		first: programme.wishQuestions === null,
		needed: programme.approvalsNeeded ?? USUALLY_NEEDED
	};
}

/** How a question stood when somebody opened it: another mark once anybody has changed it. */
export const markOf = (question: WishQuestion): string =>
	createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);

const found = (questions: readonly WishQuestion[], key: string): WishQuestion =>
	questions.find((question) => question.key === key) ?? notThere();

/** @throws 404 */
export const moveQuestion = (
	house: House,
	who: Who,
	programmeId: string,
	key: string,
	to: 'earlier' | 'later'
) => changeQuestions(house, who, programmeId, (questions) => moved(questions, found(questions, key).key, to));

/** Asks a question no longer, or again. @throws 404 */
export const switchQuestion = (house: House, who: Who, programmeId: string, key: string, on: boolean) =>
	changeQuestions(house, who, programmeId, (questions) => switched(questions, found(questions, key).key, on));

/** @param read its `markOf` when it was opened @throws 404, and Refused when somebody changed it meanwhile */
export const rewriteQuestion = (
	house: House,
	who: Who,
	programmeId: string,
	question: WishQuestion,
	read: string
) =>
	changeQuestions(house, who, programmeId, (questions) => {
		if (markOf(found(questions, question.key)) !== read) throw new Refused('question_changed');
		return withQuestion(questions, question);
	});

/** Adds a question at the end; twice adds it once. @throws 404, and Refused when there are too many */
export const addQuestion = (house: House, who: Who, programmeId: string, question: WishQuestion) =>
	changeQuestions(house, who, programmeId, (questions) => {
		if (questions.some(({ key }) => key === question.key)) return questions;
		if (questions.length >= MOST_QUESTIONS) throw new Refused('too_many_questions');
		return withQuestion(questions, question);
	});

/** Back to what every programme starts with. What was answered stays with the wishes. @throws 404 */
export const backToFirst = (house: House, who: Who, programmeId: string) =>
	changeQuestions(house, who, programmeId, () => null);

async function changeQuestions(
	house: House,
	who: Who,
	programmeId: string,
	how: (questions: WishQuestion[]) => readonly WishQuestion[] | null
): Promise<void> {
	if (!runs(who).includes(programmeId)) notThere();
	await change(house, who.personId, async (making) => {
		const [programme] = await making.tx.select().from(programmes).where(eq(programmes.id, programmeId));
		if (!programme) notThere();
		const now = questionsOf(programme);
		const next = how(now);
		const same =
			next === null ? programme.wishQuestions === null : JSON.stringify(next) === JSON.stringify(now);
		if (same) return;
		const wishQuestions = next && v.parse(WishQuestions, next);
		const revision = await making.revision(programme.spaceId);
		await making.tx.update(programmes).set({ wishQuestions, revision }).where(eq(programmes.id, programmeId));
		await making.record(programme.spaceId, 'questions.changed', programmeId);
	});
}

/** Changes what every mentor needs before anybody is introduced to them. @throws 404 */
export async function changeNeeded(
	house: House,
	who: Who,
	programmeId: string,
	kinds: readonly ApprovalKind[]
): Promise<void> {
	if (!runs(who).includes(programmeId)) notThere();
	await change(house, who.personId, async (making) => {
		const [programme] = await making.tx.select().from(programmes).where(eq(programmes.id, programmeId));
		if (!programme) notThere();
		const approvalsNeeded = APPROVAL_KINDS.filter((kind) => kinds.includes(kind));
		if (String(approvalsNeeded) === String(programme.approvalsNeeded ?? USUALLY_NEEDED)) return;
		await making.tx.update(programmes).set({ approvalsNeeded }).where(eq(programmes.id, programmeId));
		await making.record(programme.spaceId, 'approvals_needed.changed', programmeId);
		await fitCovers(making, programmeId);
	});
}
