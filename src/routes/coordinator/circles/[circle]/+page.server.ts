import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { WrittenDay } from '$lib/domain/clock/written';
import { Id } from '$lib/domain/entries/entry';
import { endGroup, letInto, oneCircle, setLastDay, takeOut } from '$lib/server/desk/circles';
import { whoCanBePaired } from '$lib/server/desk/pairable';
import { runs } from '$lib/server/desk/scope';
import { member } from '$lib/server/guard';
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
async function doing(circleId: string, form: string, typed: Typed, work: () => Promise<void>) {
	const done = await unlessRefused(form, typed, work);
	if (done.failed) return done.failed;
	redirect(303, `/coordinator/circles/${circleId}?done`);
}

const Last = v.union([v.literal(''), WrittenDay]);

export const actions = {
	in: async (event) => {
		const who = member(event, 'coordinator');
		const { circle } = event.params;
		const typed = await typedIn(event.request);
		const { personId } = typed;
		if (!v.is(Id, personId)) return back('in', typed, ['in']);
		return doing(circle, 'in', typed, () => letInto(house(), who, circle, personId));
	},
	out: async (event) => {
		const who = member(event, 'coordinator');
		const { circle } = event.params;
		const typed = await typedIn(event.request);
		const { personId } = typed;
		if (!v.is(Id, personId)) return back('out', typed, ['out']);
		return doing(circle, 'out', typed, () => takeOut(house(), who, circle, personId));
	},
	last: async (event) => {
		const who = member(event, 'coordinator');
		const { circle } = event.params;
		const typed = await typedIn(event.request);
		const day = v.safeParse(Last, typed.endsOn ?? '');
		if (!day.success) return back('last', typed, ['last']);
		return doing(circle, 'last', typed, () => setLastDay(house(), who, circle, day.output || null));
	},
	end: async (event) => {
		const who = member(event, 'coordinator');
		const { circle } = event.params;
		return doing(circle, 'end', {}, () => endGroup(house(), who, circle));
	}
};
