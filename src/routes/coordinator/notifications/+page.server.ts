import { redirect } from '@sveltejs/kit';
import { chooseAtDesk, tellingAtDesk } from '$lib/server/desk/told';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { typedIn } from '../forms';

// A browser can only be asked to show something by a script; everything else here works without.
export const csr = true;

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	return {
		...(await tellingAtDesk(house(), who)),
		now: house().now(),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	choose: async (event) => {
		const who = member(event, 'coordinator', 'safeguarding');
		await chooseAtDesk(house(), who, await typedIn(event.request));
		redirect(303, '/coordinator/notifications?done=telling');
	}
};
