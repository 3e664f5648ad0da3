import { json } from '@sveltejs/kit';
import { anyone } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { tooOften } from '$lib/server/people/asked';
import { askToSignIn } from '$lib/server/people/passkeys';

/** A question for whatever passkey of ours this phone holds. */
export async function POST(event) {
	anyone(event);
	return (await tooOften(house(), event)) ?? json(await askToSignIn(house(), event.url));
}
