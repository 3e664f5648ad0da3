import { programmesAtDesk } from '$lib/server/desk/plans';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const rows = await programmesAtDesk(house(), who);
	return {
		rows: rows.map(({ plan, ...row }) => ({
			...row,
			stages: plan?.stages.map(({ name }) => name) ?? null
		}))
	};
};
