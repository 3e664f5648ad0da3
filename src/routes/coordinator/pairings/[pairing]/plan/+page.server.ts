import { redirect } from '@sveltejs/kit';
import { pairingAtDesk } from '$lib/server/desk/pairing';
import { moveToVersion, pairingsPlan } from '$lib/server/desk/plans';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { typedIn, unlessRefused } from '../../../forms';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const plan = await pairingsPlan(house(), who, event.params.pairing);
	const pairing = await pairingAtDesk(house(), who, event.params.pairing);
	if (!plan || !pairing) notThere();
	const { id, youngName, mentorName, today } = pairing;
	return { ...{ id, youngName, mentorName, today }, now: plan, newer: plan.newer };
};

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { pairing } = event.params;
		const moved = await unlessRefused('plan', typed, () =>
			moveToVersion(house(), who, pairing, typed.planId ?? '')
		);
		if (moved.failed) return moved.failed;
		redirect(303, `/coordinator/pairings/${pairing}?done=moved`);
	}
};
