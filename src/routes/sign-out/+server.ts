import { redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/server/guard';
import { signOutHere } from '$lib/server/people/entering';

/** Ends this session on the server and leaves the desk or the studio. */
export async function POST(event) {
	signedIn(event);
	await signOutHere(event);
	redirect(303, '/');
}
