import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { WakingBody, wordsThatTell, wrongWithNight } from '$lib/domain/programmes/waking';
import { wakingSettings, writeWaking } from '$lib/server/desk/waking';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, wrongIn } from '../forms';
import { programmeAsked, programmeTyped } from '../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	return {
		...{ programme, programmes, settings: await wakingSettings(house(), who, programme.id) },
		now: house().now(),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id, name } = await programmeTyped(event, who, typed);
		const body = v.safeParse(WakingBody, typed);
		if (!body.success) return back('waking', typed, wrongIn(body.issues));
		const { anyway, ...settings } = body.output;
		const wrong = wrongWithNight(settings.nightFrom, settings.nightUntil);
		if (wrong) return back('waking', typed, [wrong]);
		if (!anyway && wordsThatTell(settings.pushWords, name).length > 0)
			return back('waking', typed, ['tells']);
		await writeWaking(house(), who, id, settings);
		redirect(303, `/coordinator/phones?programme=${id}&done=waking`);
	}
};
