import { runs } from '$lib/server/desk/scope';
import { member } from '$lib/server/guard';
import { programmesHere } from './here';

// The desk works without any script.
export const csr = false;

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const programmes = await programmesHere(event, who);
	return {
		me: who.firstName,
		/** The programmes of this desk, by name. */
		programmes: programmes.map(({ name }) => name),
		/** Whether they run a programme, or only see one. */
		mayRun: runs(who).length > 0
	};
};
