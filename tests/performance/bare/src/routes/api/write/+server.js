import { error, json } from '@sveltejs/kit';
import { keep, whoIs } from '../../../database.js';

/** @type {import('@sveltejs/kit').RequestHandler} */
export async function POST({ cookies, request }) {
	const who = whoIs(cookies);
	if (!who) error(401);
	const message = await request.json();
	keep(who.personId, message);
	return json({ id: message.id });
}
