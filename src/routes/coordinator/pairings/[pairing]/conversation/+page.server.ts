import { LEAST_REASON, MOST_REASON } from '$lib/domain/visibility/look';
import { MOST_SAID, openConversation } from '$lib/server/desk/open-conversation';
import { pairingAtDesk } from '$lib/server/desk/pairing';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { typedIn, unlessRefused } from '../../../forms';

// Asking for the page shows the question and never the conversation: that is only in the answer to a reason.
export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const pairing = await pairingAtDesk(house(), who, event.params.pairing);
	if (!pairing) notThere();
	const { id, youngName, mentorName, side, programme } = pairing;
	return {
		pairing: { id, youngName, mentorName, side, zone: programme.zone },
		now: house().now(),
		least: LEAST_REASON,
		most: MOST_REASON,
		mostSaid: MOST_SAID
	};
};

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator', 'safeguarding');
		const typed = await typedIn(event.request);
		const { reason = '', before = '' } = typed;
		const until = /^\d{1,15}$/.test(before) ? Number(before) : undefined;
		const opened = await unlessRefused('reason', typed, () =>
			openConversation(house(), who, event.params.pairing, reason, until)
		);
		return opened.failed ?? { opened: opened.done, reason };
	}
};
