import { error, json } from '@sveltejs/kit';
import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { readJson } from '$lib/server/json';
import { pushStands, subscribe, unsubscribeHere } from '$lib/server/push/subscriptions';

const unkept = { headers: { 'cache-control': 'private, no-store' } };

/** Our public key, and on which of my devices I am woken. */
export async function GET(event) {
	const who = signedIn(event);
	return json(await pushStands(house(), who), unkept);
}

/** From now on I am woken on the device that asks. */
export async function POST(event) {
	const who = signedIn(event);
	if (!(await subscribe(house(), who, await readJson(event.request))))
		error(400, { message: 'no_push_service' });
	return json({}, { ...unkept, status: 201 });
}

/** From now on nothing wakes me on the device that asks. */
export async function DELETE(event) {
	const who = signedIn(event);
	await unsubscribeHere(house(), who);
	return new Response(null, { status: 204 });
}
