import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { WrittenDay } from '$lib/domain/clock/written';
import { dayOf } from '$lib/domain/clock/zones';
import { Id } from '$lib/domain/entries/entry';
import { clean } from '$lib/domain/messages/text';
import { makeGroup } from '$lib/server/desk/circles';
import { whoCanBePaired } from '$lib/server/desk/pairable';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, wrongIn } from '../../forms';
import { programmeAsked, programmeTyped } from '../../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	const { mentors } = await whoCanBePaired(house(), programme.id);
	return {
		programmes: programmes.map(({ id, name }) => ({ id, name })),
		programmeId: programme.id,
		mentors: mentors.map(({ id, firstName }) => ({ id, firstName })),
		today: dayOf(house().now(), programme.zone),
		/** Sent back with the form: sending it twice makes one group. */
		circleId: uuid()
	};
};

const Asked = v.pipe(
	v.object({
		id: Id,
		workerId: Id,
		name: v.pipe(v.string(), v.transform(clean), v.minLength(1), v.maxLength(60)),
		startsOn: WrittenDay,
		endsOn: v.union([v.literal(''), WrittenDay])
	}),
	v.forward(
		v.check(({ startsOn, endsOn }) => endsOn === '' || endsOn > startsOn),
		['endsOn']
	)
);

export const actions = {
	default: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id: programmeId } = await programmeTyped(event, who, typed);
		const asked = v.safeParse(Asked, { endsOn: '', ...typed });
		if (!asked.success) return back('circle', typed, wrongIn(asked.issues));
		const { endsOn, ...rest } = asked.output;
		const made = await unlessRefused('circle', typed, () =>
			makeGroup(house(), who, { ...rest, programmeId, ...(endsOn && { endsOn }) })
		);
		if (made.failed) return made.failed;
		redirect(303, `/coordinator/circles/${made.done}?done`);
	}
};
