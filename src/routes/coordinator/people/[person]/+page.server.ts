import { redirect } from '@sveltejs/kit';
import { ROLES, type Role } from '$lib/domain/people/roles';
import { personAtDesk } from '$lib/server/desk/person';
import { qr } from '$lib/server/desk/qr';
import { endRole, giveRole } from '$lib/server/desk/roles';
import { printSlip, takeSlipBack } from '$lib/server/desk/slips';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { inGroups } from '$lib/server/people/slips';
import { typedIn, unlessRefused, type Typed } from '../../forms';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const person = await personAtDesk(house(), who, event.params.person);
	if (!person) notThere();
	return { person, now: house().now(), done: event.url.searchParams.get('done') };
};

export const actions = {
	slip: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const asked = {
			personId: event.params.person,
			programmeId: typed.programmeId ?? '',
			seen: typed.seen ?? ''
		};
		const printed = await unlessRefused('slip', typed, () => printSlip(house(), who, asked));
		if (printed.failed) return printed.failed;
		const { secret, ...slip } = printed.done;
		const address = `${event.url.origin}/invitation`;
		// In the answer to this one request and nowhere else: asking for the page again does not show it.
		return { slip: { ...slip, address, letters: inGroups(secret), qr: qr(`${address}/${secret}`) } };
	},
	takeBack: async (event) => {
		const who = member(event, 'coordinator');
		const { programmeId = '', invitationId = '' } = await typedIn(event.request);
		await takeSlipBack(house(), who, { programmeId, invitationId });
		redirect(303, `/coordinator/people/${event.params.person}?done=taken-back`);
	},
	give: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const asked = namedRole(event.params.person, typed);
		const given = await unlessRefused('give', typed, () => giveRole(house(), who, asked));
		if (given.failed) return given.failed;
		redirect(303, `/coordinator/people/${event.params.person}?done=given`);
	},
	end: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const asked = namedRole(event.params.person, typed);
		const ended = await unlessRefused('end', typed, () => endRole(house(), who, asked));
		if (ended.failed) return ended.failed;
		redirect(303, `/coordinator/people/${event.params.person}?done=ended`);
	}
};

function namedRole(personId: string, { programmeId = '', role }: Typed) {
	if (!isRole(role)) notThere();
	return { personId, programmeId, role };
}

const isRole = (role: string | undefined): role is Role => ROLES.some((one) => one === role);
