import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { MOST_AT_ONCE } from '$lib/domain/entries/synced';
import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { sync } from '$lib/server/sync';

const Since = v.pipe(
	v.string(),
	v.maxLength(20_000),
	v.parseJson(),
	v.record(v.pipe(v.string(), v.maxLength(80)), v.pipe(v.number(), v.integer(), v.minValue(0)))
);

/**
 * The one way out: what changed in my spaces since `since`, a JSON object of space id to revision. With `paged`, a part
 * at a time; without, as phones of the first release ask, all of it.
 */
export async function GET(event) {
	const who = signedIn(event);
	const since = v.safeParse(Since, event.url.searchParams.get('since') ?? '{}');
	if (!since.success) error(400, { message: 'unreadable' });
	const most = event.url.searchParams.has('paged') ? MOST_AT_ONCE : undefined;
	return json(await sync(house(), who.personId, since.output, most));
}
