import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { confirmMail, isAsked } from '$lib/server/mail/addresses';

/** Whoever opens the link from the e-mail; looking changes nothing, for mail programs look too. */
export async function load(event) {
	anyone(event);
	// A link that has just been followed says so once.
	if (event.request.method !== 'POST' && !(await isAsked(house(), event.params.secret))) notThere();
}

export const actions = {
	default: async (event) => {
		anyone(event);
		if (!(await confirmMail(house(), event.params.secret))) notThere();
		return { done: true };
	}
};
