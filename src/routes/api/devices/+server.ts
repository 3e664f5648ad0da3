import { json } from '@sveltejs/kit';
import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { listDevices } from '$lib/server/sessions';

/** Where I am signed in, the latest used first. */
export async function GET(event) {
	const who = signedIn(event);
	const devices = await listDevices(house(), who.personId);
	return json(
		{ devices: devices.map((device) => ({ ...device, here: device.id === who.sessionId })) },
		{ headers: { 'cache-control': 'no-store' } }
	);
}
