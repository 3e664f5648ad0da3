import { redirect } from '@sveltejs/kit';
import { CAST, EXTRAS } from '$lib/cast/cast';
import { homeOf } from '$lib/domain/people/roles';
import { demoOnly, notThere } from '$lib/server/guard';
import { signInHere } from '$lib/server/people/entering';

/** Signs in as one of the cast. A link that signs in is against our own rule for GET, and exists in the demo only. */
export async function GET(event) {
	demoOnly(event);
	const character = [...CAST, ...EXTRAS].find(({ key }) => key === event.params.key);
	if (!character) notThere();
	await signInHere(event, character.id);
	redirect(303, homeOf(character.roles));
}
