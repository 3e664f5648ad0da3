import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { WrittenDay } from '$lib/domain/clock/written';
import { Id } from '$lib/domain/entries/entry';
import { endGroup, letInto, oneCircle, setLastDay, takeOut } from '$lib/server/desk/circles';
import { whoCanBePaired } from '$lib/server/desk/pairable';
import { runs } from '$lib/server/desk/scope';
import { member, type Who } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, type Typed } from '../../forms';
import { programmesHere } from '../../here';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const circle = await oneCircle(house(), who, event.params.circle);
	const mine = runs(who).includes(circle.programmeId);
	const { young } = mine ? await whoCanBePaired(house(), circle.programmeId) : { young: [] };
	const programme = (await programmesHere(event, who)).find(({ id }) => id === circle.programmeId);
	return {
		circle,
		mine,
		others: young
			.filter(({ id }) => !circle.people.some((one) => one.id === id))
			.map(({ id, firstName }) => ({ id, firstName }))
			.sort((a, b) => a.firstName.localeCompare(b.firstName, 'en')),
		zone: programme?.zone ?? 'UTC',
		now: house().now(),
		done: event.url.searchParams.has('done')
	};
};

/** Does one thing to the group, and comes back to it. */
async function doing(
	event: RequestEvent<{ circle: string }>,
	form: string,
	work: (who: Who, circleId: string, typed: Typed) => Promise<void> | undefined
) {
	const who = member(event, 'coordinator');
	const typed = await typedIn(event.request);
	const circleId = event.params.circle;
	const under = work(who, circleId, typed);
	if (!under) return back(form, typed, [form]);
	const done = await unlessRefused(form, typed, () => under);
	if (done.failed) return done.failed;
	redirect(303, `/coordinator/circles/${circleId}?done`);
}

const person = (typed: Typed) => (v.is(Id, typed.personId) ? typed.personId : undefined);
const Last = v.union([v.literal(''), WrittenDay]);

export const actions = {
	in: (event) =>
		doing(event, 'in', (who, circleId, typed) => {
			const personId = person(typed);
			return personId ? letInto(house(), who, circleId, personId) : undefined;
		}),
	out: (event) =>
		doing(event, 'out', (who, circleId, typed) => {
			const personId = person(typed);
			return personId ? takeOut(house(), who, circleId, personId) : undefined;
		}),
	last: (event) =>
		doing(event, 'last', (who, circleId, typed) => {
			const day = v.safeParse(Last, typed.endsOn ?? '');
			return day.success ? setLastDay(house(), who, circleId, day.output || null) : undefined;
		}),
	end: (event) => doing(event, 'end', (who, circleId) => endGroup(house(), who, circleId))
};
