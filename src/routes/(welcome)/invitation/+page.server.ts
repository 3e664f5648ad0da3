import { fail, redirect } from '@sveltejs/kit';
import { anyone } from '$lib/server/guard';
import { readSlip } from '$lib/server/people/slips';

export const csr = false;

export const actions = {
	default: async (event) => {
		anyone(event);
		const typed = String((await event.request.formData()).get('slip') ?? '').slice(0, 200);
		const slip = readSlip(typed);
		if (!slip) return fail(400, { typed });
		redirect(303, `/invitation/${slip}`);
	}
};
