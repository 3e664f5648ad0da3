import { notThere, signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { unsubscribe } from '$lib/server/push/subscriptions';

/** From now on nothing wakes me on that device of mine. */
export async function DELETE(event) {
	const who = signedIn(event);
	if (!(await unsubscribe(house(), who, event.params.id))) notThere();
	return new Response(null, { status: 204 });
}
