import { json } from '@sveltejs/kit';
import { addressOf, makeAddress, revokeAddress } from '$lib/server/calendar/address';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

const unkept = { headers: { 'cache-control': 'private, no-store' } };

/** Whether I have an address for my calendar, and when it was last read. Not the address: that is kept nowhere. */
export async function GET(event) {
	const who = member(event, 'mentor');
	return json({ address: await addressOf(house(), who.personId) }, unkept);
}

/** Makes a new address in place of any earlier one, and shows it this once. */
export async function POST(event) {
	const who = member(event, 'mentor');
	const path = `/api/calendar/${await makeAddress(house(), who.personId)}.ics`;
	return json({ path }, { ...unkept, status: 201 });
}

/** Nothing is found at my address any more. */
export async function DELETE(event) {
	const who = member(event, 'mentor');
	await revokeAddress(house(), who.personId);
	return new Response(null, { status: 204 });
}
