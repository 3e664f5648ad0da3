import { calendarAnswer } from '$lib/server/calendar/answer';
import { fileOf } from '$lib/server/calendar/meetings';
import { signedIn } from '$lib/server/guard';
import { house } from '$lib/server/house';

/** One of my meetings as a file that a calendar program opens. Somebody else's is not there. */
export async function GET(event) {
	const who = signedIn(event);
	return calendarAnswer(await fileOf(house(), who.personId, event.params.meeting), event.request);
}
