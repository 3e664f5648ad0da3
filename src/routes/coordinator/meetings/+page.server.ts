import { raisedIn } from '$lib/server/desk/reliability';
import { timeTogether } from '$lib/server/desk/together';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { programmeAsked } from '../programme-asked';

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	const raised = await raisedIn(house(), [programme.id]);
	return {
		...{ programme, programmes },
		...(await timeTogether(house(), who, programme)),
		raised: raised.map(({ mentorId, firstName, patterns, open, takenUp }) => ({
			...{ mentorId, firstName, takenUp, isOpen: open.length > 0 },
			patterns: patterns.map(({ rule, events }) => ({ rule, count: events.length }))
		}))
	};
};
