import { anyone } from '$lib/server/guard';
import { house } from '$lib/server/house';

export const csr = false;

export function load(event) {
	const who = anyone(event);
	return { demo: house().environment.demo, here: who !== null };
}
