import { redirect } from '@sveltejs/kit';
import { settleParting } from '$lib/server/desk/matching';
import { notDone } from '$lib/server/desk/not-done';
import { runs, sees } from '$lib/server/desk/scope';
import { hasPairings, today, type Today } from '$lib/server/desk/today';
import { seeAtDesk, toldAtDesk } from '$lib/server/desk/told';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { typedIn } from './forms';
import { programmesHere } from './here';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const programmes = await programmesHere(event, who);
	const needs = await today(house(), programmes, who);
	const undone = await notDone(house(), runs(who));
	// A new programme has help lines to check from its first minute; what it needs first is people.
	const { late, waiting, notJoined, unpaired, awayAlone, noMeeting, reviews } = needs;
	const { cards, runningOut, yeses, toMeet, partings, raised } = needs;
	const { endings, noGoodbye, lookIns } = needs;
	const matching = { partings, yeses, toMeet, cards, runningOut };
	const nobodyWaits = [
		late,
		waiting,
		notJoined,
		unpaired,
		awayAlone,
		noMeeting,
		raised,
		reviews,
		...[endings, noGoodbye, lookIns],
		...Object.values(matching)
	].every((rows) => rows.length === 0);
	const lately = await toldAtDesk(house(), who);
	// What is late stands on this page: whoever opens it has looked.
	await seeAtDesk(house(), who, lately);
	return {
		lately,
		late: beginningOf(needs.late, waits),
		waiting: beginningOf(needs.waiting, waits),
		notJoined: beginningOf(needs.notJoined, (person) => person),
		unpaired: beginningOf(needs.unpaired, (young) => young),
		partings: beginningOf(partings, (parting) => parting),
		yeses: beginningOf(yeses, (one) => one),
		toMeet: beginningOf(toMeet, (one) => one),
		cards: beginningOf(cards, (card) => card),
		runningOut: beginningOf(runningOut, (mentor) => mentor),
		awayAlone: beginningOf(awayAlone, (away) => away),
		noMeeting: beginningOf(needs.noMeeting, two),
		raised: beginningOf(raised, told),
		reviews: beginningOf(reviews, (one) => ({ ...two(one), reviewOn: one.reviewOn, past: one.past })),
		endings: beginningOf(endings, (one) => one),
		noGoodbye: beginningOf(noGoodbye, (one) => one),
		lookIns: beginningOf(lookIns, (one) => one),
		helpLines: beginningOf(needs.helpLines, (line) => line),
		notDone: beginningOf(undone.rows, (row) => row),
		unreached: runs(who).length > 0 ? undone.unreached : 0,
		quiet: nobodyWaits && needs.helpLines.length === 0 && undone.rows.length === 0,
		now: house().now(),
		done: event.url.searchParams.get('done'),
		zones: Object.fromEntries(programmes.map(({ id, zone }) => [id, zone])),
		mine: runs(who),
		beginning: nobodyWaits && !(await hasPairings(house(), sees(who)))
	};
};

export const actions = {
	settle: async (event) => {
		const who = member(event, 'coordinator');
		const { partingId = '' } = await typedIn(event.request);
		await settleParting(house(), who, partingId);
		redirect(303, '/coordinator?done=parting');
	}
};

type Two = Today['noMeeting'][number];

// What a page does not show it need not carry.
const two = ({ id, programmeId, youngName, mentorName }: Two) => ({ id, programmeId, youngName, mentorName });
const waits = (row: Today['late'][number]) => ({
	...two(row),
	wait: row.wait,
	quiet: row.quiet,
	told: row.told
});

const told = ({ programmeId, mentorId, firstName, open }: Today['raised'][number]) => ({
	...{ programmeId, mentorId, firstName },
	patterns: open.map(({ rule, events }) => ({ rule, count: events.length }))
});

const MOST = 12;

/** As much of a list as one page shows, and how long it is. */
function beginningOf<Row, Shown>(rows: readonly Row[], shown: (row: Row) => Shown) {
	return { rows: rows.slice(0, MOST).map(shown), count: rows.length };
}
