import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { FIRST_QUESTIONS, questionsOf } from '../../../src/lib/domain/wishes/first-questions';
import { MOST_QUESTIONS, type WishQuestion } from '../../../src/lib/domain/wishes/question';
import { audit } from '../../../src/lib/server/database/schema';
import { youngAtDesk } from '../../../src/lib/server/desk/matching-pages';
import { writeApproval } from '../../../src/lib/server/desk/matching';
import { mentorAtDesk } from '../../../src/lib/server/desk/mentors';
import {
	addQuestion,
	asksAtDesk,
	backToFirst,
	changeNeeded,
	markOf,
	moveQuestion,
	rewriteQuestion,
	switchQuestion
} from '../../../src/lib/server/desk/questions';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { programmeSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, openDesk, RIVERSIDE, write } from './desk';

let house: House;
let nadia: Who;
let tom: Who;
let omar: Who;
let remi: string;

const notThere = expect.objectContaining({ status: 404 });
const first = (key: string) => FIRST_QUESTIONS.find((one) => one.key === key)!;
const hands: WishQuestion = {
	...{ key: 'hands', asks: 'Are they good with their hands?', tells: 'Are you good with your hands?' },
	...{ picks: 'one', words: false, matches: 'same', weighed: true, choices: [{ key: 'yes', says: 'Yes' }] }
};
const asks = async () => (await asksAtDesk(house, nadia, RIVERSIDE)).questions;
const keys = async () => (await asks()).map(({ key }) => key);
const now = async (key: string) => (await asks()).find((one) => one.key === key)!;
const rewrite = async (question: WishQuestion) =>
	rewriteQuestion(house, nadia, RIVERSIDE, question, markOf(await now(question.key)));
const phone = async (since = {}) => {
	const { rows, spaces } = await sync(house, remi, since);
	return { programme: rows.programmes?.[0], wish: rows.wishes?.[0], spaces };
};
const lines = () =>
	house.store.read
		.select({ action: audit.action, personId: audit.personId })
		.from(audit)
		.where(and(eq(audit.spaceId, programmeSpace(RIVERSIDE)), eq(audit.subjectId, RIVERSIDE)));
const changes = async () => (await lines()).filter(({ action }) => action === 'questions.changed').length;

beforeEach(async () => {
	({ house, nadia, tom, omar } = await openDesk());
	remi = await add(house, 'Remi', 'young');
});

describe('what a programme asks', () => {
	test('is what every programme starts with, until somebody changes it, and can be again', async () => {
		expect(await asksAtDesk(house, nadia, RIVERSIDE)).toMatchObject({
			questions: FIRST_QUESTIONS,
			first: true
		});
		await addQuestion(house, nadia, RIVERSIDE, hands);
		expect(await asksAtDesk(house, nadia, RIVERSIDE)).toMatchObject({
			questions: [...FIRST_QUESTIONS, hands],
			first: false
		});
		await backToFirst(house, nadia, RIVERSIDE);
		expect(await asksAtDesk(house, nadia, RIVERSIDE)).toMatchObject({
			questions: FIRST_QUESTIONS,
			first: true
		});
	});

	test('reaches a phone that has read everything so far, with the words and in the order', async () => {
		const { spaces } = await phone();
		expect((await phone(spaces)).programme).toBeUndefined();
		await rewrite({ ...first('gender'), asks: 'Who feels right?' });
		await moveQuestion(house, nadia, RIVERSIDE, 'gender', 'earlier');
		const { programme } = await phone(spaces);
		expect(questionsOf(programme!).slice(0, 2)).toMatchObject([
			{ key: 'gender', asks: 'Who feels right?' },
			{ key: 'age' }
		]);
	});

	test('is written down with who changed it, and a change that changes nothing is not', async () => {
		await switchQuestion(house, nadia, RIVERSIDE, 'age', true);
		await moveQuestion(house, nadia, RIVERSIDE, 'age', 'earlier');
		await backToFirst(house, nadia, RIVERSIDE);
		expect(await changes()).toBe(0);
		await switchQuestion(house, nadia, RIVERSIDE, 'age', false);
		await switchQuestion(house, nadia, RIVERSIDE, 'age', false);
		expect(await changes()).toBe(1);
		expect(await lines()).toContainEqual({ action: 'questions.changed', personId: nadia.personId });
	});

	test('is not changed over somebody else’s change without having seen it', async () => {
		const read = markOf(await now('age'));
		await rewrite({ ...first('age'), asks: 'How old?' });
		const mine = { ...first('age'), asks: 'What age?' };
		await expect(rewriteQuestion(house, nadia, RIVERSIDE, mine, read)).rejects.toMatchObject({
			why: 'question_changed'
		});
		expect((await now('age')).asks).toBe('How old?');
		await rewrite(mine);
		expect((await now('age')).asks).toBe('What age?');
	});

	test('has room for 40 questions, not for 41, and one sent twice is one', async () => {
		const rest = MOST_QUESTIONS - FIRST_QUESTIONS.length;
		for (let n = 0; n < rest; n++) await addQuestion(house, nadia, RIVERSIDE, { ...hands, key: `hands${n}` });
		await addQuestion(house, nadia, RIVERSIDE, { ...hands, key: 'hands0' });
		expect(await keys()).toHaveLength(MOST_QUESTIONS);
		await expect(addQuestion(house, nadia, RIVERSIDE, hands)).rejects.toMatchObject({
			why: 'too_many_questions'
		});
	});

	test('is for those who run the programme, and for nobody else at any desk', async () => {
		for (const who of [tom, omar]) {
			await expect(asksAtDesk(house, who, RIVERSIDE)).rejects.toEqual(notThere);
			await expect(addQuestion(house, who, RIVERSIDE, hands)).rejects.toEqual(notThere);
			await expect(switchQuestion(house, who, RIVERSIDE, 'age', false)).rejects.toEqual(notThere);
			await expect(changeNeeded(house, who, RIVERSIDE, ['check'])).rejects.toEqual(notThere);
		}
		await expect(moveQuestion(house, nadia, RIVERSIDE, 'nothing', 'later')).rejects.toEqual(notThere);
		expect(await keys()).toEqual(FIRST_QUESTIONS.map(({ key }) => key));
	});
});

describe('an answer outlives its question', () => {
	const answer = (question: string, choices: string[]) =>
		write(house, remi, 'wish-answer', {
			...{ programmeId: RIVERSIDE, question, choices, words: '', weight: 'must' }
		});
	const beside = () => youngAtDesk(house, nadia, RIVERSIDE, remi, 1);

	beforeEach(async () => {
		const dee = await add(house, 'Dee', 'mentor');
		await write(house, remi, 'wish', { programmeId: RIVERSIDE, wanted: 'yes', inMind: null });
		await write(house, dee, 'mentor-card', {
			...{ programmeId: RIVERSIDE, capacity: 1 },
			card: {
				...{ firstName: 'Dee', picture: { drawn: 'mug' }, facts: { gender: ['woman'] } },
				words: { likes: 'Long walks', cantStand: 'Crowds', how: 'Calm', why: 'I had one' }
			}
		});
	});
	const reasons = async () => (await beside()).out[0]?.candidate.excluded.map(({ is }) => is);

	test('when a choice goes: it stays with the wish, and nothing is held against it', async () => {
		await answer('gender', ['man']);
		expect(await reasons()).toContain('must_not_said');
		const { choices, ...rest } = first('gender');
		await rewrite({ ...rest, choices: choices.filter(({ key }) => key !== 'man') });
		expect(await reasons()).not.toContain('must_not_said');
		expect((await phone()).wish?.answers).toMatchObject({ gender: { choices: ['man'], weight: 'must' } });
	});

	test('when the question is switched off, or goes altogether', async () => {
		await addQuestion(house, nadia, RIVERSIDE, hands);
		await answer('hands', ['yes']);
		expect(await reasons()).toContain('must_not_said');
		await switchQuestion(house, nadia, RIVERSIDE, 'hands', false);
		expect(await reasons()).not.toContain('must_not_said');
		await switchQuestion(house, nadia, RIVERSIDE, 'hands', true);
		expect(await reasons()).toContain('must_not_said');
		await backToFirst(house, nadia, RIVERSIDE);
		expect(await reasons()).not.toContain('must_not_said');
		expect((await phone()).wish?.answers).toMatchObject({ hands: { choices: ['yes'] } });
	});
});

describe('what a mentor needs', () => {
	test('counts from the moment it is changed, and is written down once', async () => {
		const ada = await add(house, 'Ada', 'mentor');
		const approved = async () => (await mentorAtDesk(house, nadia, RIVERSIDE, ada)).standing.approved;
		await writeApproval(house, nadia, {
			...{ id: 'record-ada', programmeId: RIVERSIDE, mentorId: ada, kind: 'check' },
			...{ from: '2026-01-01', until: null }
		});
		expect(await approved()).toBe(false);
		await changeNeeded(house, nadia, RIVERSIDE, ['check']);
		await changeNeeded(house, nadia, RIVERSIDE, ['check']);
		expect(await approved()).toBe(true);
		await changeNeeded(house, nadia, RIVERSIDE, ['interview', 'check']);
		expect(await approved()).toBe(false);
		const actions = (await lines()).map(({ action }) => action);
		expect(actions.filter((action) => action === 'approvals_needed.changed')).toHaveLength(2);
		expect((await asksAtDesk(house, nadia, RIVERSIDE)).needed).toEqual(['check', 'interview']);
	});
});
