import { eq } from 'drizzle-orm';
import { shownOf } from '$lib/domain/about/about';
import type { Verdict } from '$lib/domain/entries/verdict';
import {
	mayAnswerAsking,
	mayAnswerIntroduction,
	type AskingAnswerBody,
	type IntroductionAnswerBody
} from '$lib/domain/introductions/answers';
import { afterMentor, afterYoungPerson } from '$lib/domain/introductions/course';
import { aboutOf } from '../about/keep';
import { askings } from '../database/schema';
import type { Writing } from '../entries/effect';
import { sealMentorWhy, sealShown, sealYoungWhy } from '../sealed-rows';
import type { Change } from '../spaces';
import { introductionRow, mentorNow } from './facts';
import { step } from './write';

/** Keeps what a young person says to a card. Its mentor hears of a yes, and of nothing else. */
export async function keepIntroductionAnswer(
	change: Change,
	{ body, authorId }: Writing<IntroductionAnswerBody>
): Promise<Verdict> {
	const found = await introductionRow(change.tx, body.introductionId);
	const row = found?.youngId === authorId ? found : undefined;
	const verdict = mayAnswerIntroduction(row, body, change.now);
	if (verdict.is !== 'send' || !row) return verdict;
	const next = afterYoungPerson(row, body.says, await mentorNow(change, row));
	const { secrets } = change.house;
	const first = body.says === 'yes' || body.says === 'meet_first';
	const shown = first ? shownOf(await aboutOf(change.tx, change.house, authorId), body.show) : [];
	await step(change, row, next, {
		...(first && { answeredAt: change.now, shown: sealShown(secrets, row.id, JSON.stringify(shown)) }),
		...(!first && row.answeredAt === null && { answeredAt: change.now }),
		...(body.why !== '' && { youngWhy: sealYoungWhy(secrets, row.id, body.why) }),
		...(body.says === 'after_no' && { youngAfter: 'no' as const })
	});
	return verdict;
}

/** Keeps what a mentor says to a young person who would like them. */
export async function keepAskingAnswer(
	change: Change,
	{ body, authorId }: Writing<AskingAnswerBody>
): Promise<Verdict> {
	const found = await introductionRow(change.tx, body.introductionId);
	// Before they were asked there is nothing there for them, whatever they guess.
	const theirs = found?.mentorId === authorId ? found : undefined;
	const row = theirs && (await wasAsked(change, theirs.id)) ? theirs : undefined;
	const verdict = mayAnswerAsking(row, body, change.now);
	if (verdict.is !== 'send' || !row) return verdict;
	const next = afterMentor(row, body.says, await mentorNow(change, row));
	const why = body.why !== '' && { mentorWhy: sealMentorWhy(change.house.secrets, row.id, body.why) };
	await step(change, row, next, { ...why });
	return verdict;
}

async function wasAsked({ tx }: Change, id: string): Promise<boolean> {
	const [row] = await tx.select({ id: askings.id }).from(askings).where(eq(askings.id, id));
	return row !== undefined;
}
