import { anyone, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { findInvitation } from '$lib/server/people/invitations';
import { waysIn } from '$lib/server/people/ways-in';

/** Which programme, and who invited. Nothing about the person: a slip may be found by somebody else. */
export async function load(event) {
	anyone(event);
	const invited = await findInvitation(house(), event.params.token);
	if (!invited) notThere();
	const ways = waysIn(house().environment.demo, invited.roles, invited.hasPasskey);
	return {
		slip: event.params.token,
		programme: invited.programmeName,
		invitedBy: invited.invitedBy,
		byPhrase: ways.includes('phrase')
	};
}
