import { error, json } from '@sveltejs/kit';
import { whoIs } from '../../../database.js';

/** @type {import('@sveltejs/kit').RequestHandler} */
export function GET({ cookies }) {
	const who = whoIs(cookies);
	if (!who) error(401);
	return json(who);
}
