import { matchingAtDesk } from '$lib/server/desk/matching-pages';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { programmeAsked } from '../programme-asked';
import { introducing } from './steps';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	const page = Number(event.url.searchParams.get('page') ?? 1);
	return {
		programme,
		programmes,
		...(await matchingAtDesk(house(), who, programme.id, page)),
		now: house().now(),
		done: event.url.searchParams.get('done')
	};
};

export const actions = { ...introducing };
