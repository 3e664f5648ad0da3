import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { stopMail, whoStops } from '$lib/server/mail/addresses';

/** Whoever has one of the e-mails. Looking changes nothing, for mail programs look too. */
export function load(event) {
	anyone(event);
	if (!whoStops(house(), event.params.secret)) notThere();
}

export const actions = {
	default: async (event) => {
		anyone(event);
		await stopMail(house(), whoStops(house(), event.params.secret) ?? notThere());
		return { done: true };
	}
};
