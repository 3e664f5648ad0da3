import { redirect } from '@sveltejs/kit';
import { asksAtDesk, markOf, rewriteQuestion } from '$lib/server/desk/questions';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, type Back } from '../../forms';
import { programmeAsked, programmeTyped } from '../../programme-asked';
import { listOf } from '../list';
import { choiceMoved, questionWritten } from '../written';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	const { questions } = await asksAtDesk(house(), who, programme.id);
	const question = questions.find(({ key }) => key === event.params.question);
	if (!question) notThere();
	return { programme, several: programmes.length > 1, question, read: markOf(question) };
};

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id } = await programmeTyped(event, who, typed);
		const { questions } = await asksAtDesk(house(), who, id);
		const before = questions.find(({ key }) => key === event.params.question);
		if (!before) notThere();
		const moved = choiceMoved(typed, before.choices);
		if (moved) return { form: 'moved', typed: moved, wrong: [], why: null } satisfies Back;
		const { question, wrong } = questionWritten(typed, before);
		if (!question) return back('question', typed, wrong);
		const saved = await unlessRefused('question', typed, () =>
			rewriteQuestion(house(), who, id, question, typed.read ?? '')
		);
		if (saved.failed) return saved.failed;
		redirect(303, listOf(id, 'changed', question.key));
	}
};
