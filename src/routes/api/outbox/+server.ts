import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { Posting } from '$lib/domain/entries/entry';
import { accept } from '$lib/server/entries/accept';
import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { readJson } from '$lib/server/json';

/** The one way in. Answers an outcome for each entry; entries written by another account on this phone are not taken. */
export async function POST(event) {
	const who = signedIn(event);
	const posting = v.safeParse(Posting, await readJson(event.request));
	if (!posting.success) error(400, { message: 'unreadable' });
	if (posting.output.person !== who.personId) error(409, { message: 'someone_else' });
	return json({ outcomes: await accept(house(), who.personId, posting.output.entries), now: house().now() });
}
