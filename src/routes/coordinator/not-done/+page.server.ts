import { redirect } from '@sveltejs/kit';
import { notDone, tryAgain } from '$lib/server/desk/not-done';
import { runs } from '$lib/server/desk/scope';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { typedIn } from '../forms';
import { programmesHere } from '../here';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const programmes = await programmesHere(event, who);
	return {
		...(await notDone(house(), runs(who))),
		now: house().now(),
		zones: Object.fromEntries(programmes.map(({ id, zone }) => [id, zone])),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	again: async (event) => {
		const who = member(event, 'coordinator');
		const { jobId = '' } = await typedIn(event.request);
		await tryAgain(house(), who, jobId);
		redirect(303, '/coordinator/not-done?done=again');
	}
};
