import { runs, sees } from '$lib/server/desk/scope';
import { hasPairings, today } from '$lib/server/desk/today';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const { programmes } = await event.parent();
	const needs = await today(house(), programmes);
	// A new programme has help lines to check from its first minute; what it needs first is people.
	const { late, waiting, notJoined, unpaired, noMeeting } = needs;
	const nobodyWaits = [late, waiting, notJoined, unpaired, noMeeting].every((rows) => rows.length === 0);
	return {
		late: beginningOf(needs.late),
		waiting: beginningOf(needs.waiting),
		notJoined: beginningOf(needs.notJoined),
		unpaired: beginningOf(needs.unpaired),
		noMeeting: beginningOf(needs.noMeeting),
		helpLines: beginningOf(needs.helpLines),
		quiet: nobodyWaits && needs.helpLines.length === 0,
		now: house().now(),
		zones: Object.fromEntries(programmes.map(({ id, zone }) => [id, zone])),
		mine: runs(who),
		beginning: nobodyWaits && !(await hasPairings(house(), sees(who)))
	};
};

const MOST = 12;

/** As much of a list as one page shows, and how long it is. */
function beginningOf<Row>(rows: readonly Row[]) {
	return { rows: rows.slice(0, MOST), count: rows.length };
}
