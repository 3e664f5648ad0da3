import { runs, sees } from '$lib/server/desk/scope';
import { hasPairings, today } from '$lib/server/desk/today';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const { programmes } = await event.parent();
	const needs = await today(house(), programmes);
	const quiet = Object.values(needs).every((rows) => rows.length === 0);
	return {
		...needs,
		now: house().now(),
		zones: Object.fromEntries(programmes.map(({ id, zone }) => [id, zone])),
		mine: runs(who),
		beginning: quiet && !(await hasPairings(house(), sees(who)))
	};
};
