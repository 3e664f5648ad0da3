import { pathsAtDesk } from '$lib/server/desk/paths';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { listAsked } from '../asked';
import { programmeSeen } from '../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const { programme, programmes } = await programmeSeen(event, who);
	return {
		...{ programme, programmes },
		...(await pathsAtDesk(house(), programme, listAsked(event.url).page))
	};
};
