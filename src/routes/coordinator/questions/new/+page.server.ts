import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Key } from '$lib/domain/wishes/question';
import { addQuestion } from '$lib/server/desk/questions';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused } from '../../forms';
import { programmeAsked, programmeTyped } from '../../programme-asked';
import { listOf } from '../list';
import { newKey, questionWritten } from '../written';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	return {
		programme,
		several: programmes.length > 1,
		/** Sent back with the form: sending it twice adds one question. */
		key: newKey()
	};
};

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id } = await programmeTyped(event, who, typed);
		if (!v.is(Key, typed.key)) notThere();
		const { question, wrong } = questionWritten(typed, { key: typed.key, choices: [] });
		if (!question) return back('question', typed, wrong);
		const added = await unlessRefused('question', typed, () => addQuestion(house(), who, id, question));
		if (added.failed) return added.failed;
		redirect(303, listOf(id, 'added', question.key));
	}
};
