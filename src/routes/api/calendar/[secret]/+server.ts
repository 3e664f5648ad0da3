import { anyone, notThere } from '$lib/server/guard';
import { ownerOf } from '$lib/server/calendar/address';
import { calendarAnswer } from '$lib/server/calendar/answer';
import { feedOf } from '$lib/server/calendar/meetings';
import { house } from '$lib/server/house';
import { callerOf, takeTurn } from '$lib/server/people/throttle';

/**
 * A mentor's meetings, for the calendar program that knows their secret address; it has no session to show. An address
 * that is wrong, revoked or of somebody who mentors no more answers alike, and only those count as tries.
 */
export async function GET(event) {
	anyone(event);
	const turn = await takeTurn(house(), { calendar: callerOf(event.getClientAddress()) });
	if (turn.is === 'later') return new Response(null, { status: 429, headers: retryAfter(turn.from) });
	const owner = (await ownerOf(house(), event.params.secret)) ?? notThere();
	await turn.giveBack();
	return calendarAnswer(await feedOf(house(), owner), event.request);
}

const retryAfter = (from: number) => ({
	'retry-after': String(Math.max(1, Math.ceil((from - house().now()) / 1000)))
});
