import { runs, sees } from '$lib/server/desk/scope';
import { hasPairings, today, type Today } from '$lib/server/desk/today';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { programmesHere } from './here';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const programmes = await programmesHere(event, who);
	const needs = await today(house(), programmes);
	// A new programme has help lines to check from its first minute; what it needs first is people.
	const { late, waiting, notJoined, unpaired, noMeeting } = needs;
	const nobodyWaits = [late, waiting, notJoined, unpaired, noMeeting].every((rows) => rows.length === 0);
	return {
		late: beginningOf(needs.late, waits),
		waiting: beginningOf(needs.waiting, waits),
		notJoined: beginningOf(needs.notJoined, (person) => person),
		unpaired: beginningOf(needs.unpaired, (young) => young),
		noMeeting: beginningOf(needs.noMeeting, two),
		helpLines: beginningOf(needs.helpLines, (line) => line),
		quiet: nobodyWaits && needs.helpLines.length === 0,
		now: house().now(),
		zones: Object.fromEntries(programmes.map(({ id, zone }) => [id, zone])),
		mine: runs(who),
		beginning: nobodyWaits && !(await hasPairings(house(), sees(who)))
	};
};

type Two = Today['noMeeting'][number];

// What a page does not show it need not carry.
const two = ({ id, programmeId, youngName, mentorName }: Two) => ({ id, programmeId, youngName, mentorName });
const waits = (row: Today['late'][number]) => ({ ...two(row), wait: row.wait });

const MOST = 12;

/** As much of a list as one page shows, and how long it is. */
function beginningOf<Row, Shown>(rows: readonly Row[], shown: (row: Row) => Shown) {
	return { rows: rows.slice(0, MOST).map(shown), count: rows.length };
}
