import { notThere, signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { forgetSession } from '$lib/server/people/entering';
import { endSession } from '$lib/server/sessions';

/** Signs me out on one of my devices. Somebody else's is not there. */
export async function DELETE(event) {
	const who = signedIn(event);
	if (!(await endSession(house(), who.personId, event.params.id))) notThere();
	if (event.params.id === who.sessionId) forgetSession(event);
	return new Response(null, { status: 204 });
}
