import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { APPROVAL_KINDS } from '$lib/domain/mentors/approvals';
import { Key } from '$lib/domain/wishes/question';
import {
	asksAtDesk,
	backToFirst,
	changeNeeded,
	moveQuestion,
	switchQuestion
} from '$lib/server/desk/questions';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, wrongIn } from '../forms';
import { programmeAsked, programmeTyped } from '../programme-asked';
import { listOf } from './list';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	return {
		programme,
		programmes,
		...(await asksAtDesk(house(), who, programme.id)),
		kinds: APPROVAL_KINDS,
		done: event.url.searchParams.get('done')
	};
};

const Moved = v.object({ key: Key, to: v.picklist(['earlier', 'later']) });
const Switched = v.object({ key: Key, on: v.picklist(['yes', 'no']) });

export const actions = {
	move: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id } = await programmeTyped(event, who, typed);
		const asked = v.safeParse(Moved, typed);
		if (!asked.success) return back('move', typed, wrongIn(asked.issues));
		await moveQuestion(house(), who, id, asked.output.key, asked.output.to);
		redirect(303, listOf(id, 'moved', asked.output.key));
	},
	switch: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id } = await programmeTyped(event, who, typed);
		const asked = v.safeParse(Switched, typed);
		if (!asked.success) return back('switch', typed, wrongIn(asked.issues));
		const on = asked.output.on === 'yes';
		await switchQuestion(house(), who, id, asked.output.key, on);
		redirect(303, listOf(id, on ? 'on' : 'off', asked.output.key));
	},
	first: async (event) => {
		const who = member(event, 'coordinator');
		const { id } = await programmeTyped(event, who, await typedIn(event.request));
		await backToFirst(house(), who, id);
		redirect(303, listOf(id, 'first'));
	},
	needed: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id } = await programmeTyped(event, who, typed);
		const kinds = APPROVAL_KINDS.filter((kind) => typed[`kind_${kind}`] === 'on');
		if (kinds.length === 0) return back('needed', typed, ['kinds']);
		await changeNeeded(house(), who, id, kinds);
		redirect(303, listOf(id, 'needed', 'needed'));
	}
};
