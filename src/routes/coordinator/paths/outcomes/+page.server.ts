import { outcomesOf } from '$lib/server/desk/outcomes';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { programmeAsked } from '../../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	return { programme, programmes, under: await outcomesOf(house(), programme.id) };
};
