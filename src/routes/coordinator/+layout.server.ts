import { deskProgrammes } from '$lib/server/desk/programmes';
import { runs, sees } from '$lib/server/desk/scope';
import { member } from '$lib/server/guard';
import { house } from '$lib/server/house';

// The desk works without any script.
export const csr = false;

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const programmes = await deskProgrammes(house(), sees(who));
	return {
		me: who.firstName,
		/** The programmes of this desk, by name. */
		programmes: programmes.map(({ id, name, zone, helpLines }) => ({ id, name, zone, helpLines })),
		/** Whether they run a programme, or only see one. */
		mayRun: runs(who).length > 0
	};
};
