import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { WrittenDay } from '$lib/domain/clock/written';
import { addDays } from '$lib/domain/clock/zones';
import { GraduationBody, LedBody, LetterBody, NextBody } from '$lib/domain/endings/leading';
import { Id } from '$lib/domain/entries/entry';
import { endingAtDesk } from '$lib/server/desk/ending';
import {
	addNext,
	endNow,
	noteLookIn,
	putNextAway,
	setGraduation,
	tellOfEnding,
	writeLetter
} from '$lib/server/desk/lead-ending';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, wrongIn } from '../../../forms';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const ending = await endingAtDesk(house(), who, event.params.pairing);
	if (!ending) notThere();
	const week = addDays(ending.today, 7);
	return {
		ending,
		/** Time for a goodbye, but never later than it would have ended. */
		suggested: ending.endsOn !== null && ending.endsOn < week ? ending.endsOn : week,
		/** What is next written down has this id: sent twice, it is there once. */
		nextId: uuid(),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	say: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const body = v.safeParse(LedBody, typed);
		if (!body.success) return back('say', typed, wrongIn(body.issues));
		const { pairing } = event.params;
		const said = await unlessRefused('say', typed, () => tellOfEnding(house(), who, pairing, body.output));
		return said.failed ?? done(event, 'say');
	},
	letter: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const body = v.safeParse(LetterBody, typed);
		if (!body.success) return back('letter', typed, wrongIn(body.issues));
		const { pairing } = event.params;
		const kept = await unlessRefused('letter', typed, () => writeLetter(house(), who, pairing, body.output));
		return kept.failed ?? done(event, 'letter');
	},
	next: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const body = v.safeParse(NextBody, typed);
		if (!body.success) return back('next', typed, wrongIn(body.issues));
		const { pairing } = event.params;
		const added = await unlessRefused('next', typed, () => addNext(house(), who, pairing, body.output));
		return added.failed ?? done(event, 'next');
	},
	away: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const id = v.safeParse(Id, typed.id);
		if (!id.success) notThere();
		const { pairing } = event.params;
		const put = await unlessRefused('next', typed, () => putNextAway(house(), who, pairing, id.output));
		return put.failed ?? done(event, 'away');
	},
	graduation: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const body = v.safeParse(GraduationBody, typed);
		if (!body.success) return back('graduation', typed, wrongIn(body.issues));
		const { pairing } = event.params;
		const set = await unlessRefused('graduation', typed, () =>
			setGraduation(house(), who, pairing, body.output)
		);
		return set.failed ?? done(event, 'graduation');
	},
	noGraduation: async (event) => {
		const who = member(event, 'coordinator');
		const { pairing } = event.params;
		const set = await unlessRefused('graduation', {}, () => setGraduation(house(), who, pairing, null));
		return set.failed ?? done(event, 'graduation');
	},
	now: async (event) => {
		const who = member(event, 'coordinator');
		const { pairing } = event.params;
		const ended = await unlessRefused('now', {}, () => endNow(house(), who, pairing));
		return ended.failed ?? done(event, 'ended');
	},
	looked: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const on = v.safeParse(WrittenDay, typed.on);
		if (!on.success) notThere();
		const { pairing } = event.params;
		const noted = await unlessRefused('looked', typed, () => noteLookIn(house(), who, pairing, on.output));
		return noted.failed ?? done(event, 'looked');
	}
};

/** On to the page itself, so that asking for it again sends nothing twice. */
function done({ url }: Pick<RequestEvent, 'url'>, what: string): never {
	redirect(303, `${url.pathname}?done=${what}`);
}
