import * as v from 'valibot';
import { Id } from '$lib/domain/entries/entry';
import { keepApart } from '$lib/server/desk/matching';
import { youngAtDesk } from '$lib/server/desk/matching-pages';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, wrongIn } from '../../forms';
import { programmeAsked, programmeTyped } from '../../programme-asked';
import { done, introducing } from '../steps';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	const page = Number(event.url.searchParams.get('page') ?? 1);
	return {
		programme,
		several: programmes.length > 1,
		young: await youngAtDesk(house(), who, programme.id, event.params.young, page),
		now: house().now(),
		done: event.url.searchParams.get('done')
	};
};

const Apart = v.object({ mentorId: Id, apart: v.picklist(['yes', 'no']) });

export const actions = {
	...introducing,
	apart: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { id: programmeId } = await programmeTyped(event, who, typed);
		const asked = v.safeParse(Apart, typed);
		if (!asked.success) return back('apart', typed, wrongIn(asked.issues));
		const { mentorId, apart } = asked.output;
		const youngId = event.params.young;
		await keepApart(house(), who, { programmeId, youngId, mentorId, apart: apart === 'yes' });
		done(event, programmeId, apart === 'yes' ? 'apart' : 'together');
	}
};
