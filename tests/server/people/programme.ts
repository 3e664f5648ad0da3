import type { Role } from '../../../src/lib/domain/people/roles';
import { UK_HELP_LINES } from '../../../src/lib/domain/programmes/help-lines';
import type { House } from '../../../src/lib/server/house';
import { freeCodeName } from '../../../src/lib/server/people/code-names';
import { invite } from '../../../src/lib/server/people/invitations';
import { join } from '../../../src/lib/server/people/joining';
import { newPhrase } from '../../../src/lib/server/people/phrases';
import { addMembership, createPerson, createProgramme } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';

/** A Tuesday evening in November. */
export const TUESDAY_AT_SIX = Date.UTC(2026, 10, 24, 18);

export const aProgramme = (house: House, name = 'Riverside mentoring') =>
	change(house, null, (making) =>
		createProgramme(making, { name, appName: 'Corner', zone: 'Europe/London', helpLines: UK_HELP_LINES })
	);

/** Someone who holds `roles` in a programme and has not joined yet. */
export const aPerson = (house: House, programmeId: string, firstName: string, ...roles: Role[]) =>
	change(house, null, async (making) => {
		const personId = await createPerson(making, { firstName });
		for (const role of roles) await addMembership(making, { programmeId, personId, role });
		return personId;
	});

/** Joins someone with three words, as their slip would. */
export async function joinWithPhrase(
	house: House,
	{ programmeId, personId, byId = personId }: { programmeId: string; personId: string; byId?: string }
): Promise<{ codeName: string; phrase: string }> {
	const { secret } = await invite(house, { programmeId, personId, byId });
	const phrase = newPhrase();
	const joined = await join(house, secret, { phrase }, await freeCodeName(house.store.read));
	if (joined.is !== 'joined') throw new Error(`Did not join: ${joined.is}`);
	return { codeName: joined.codeName, phrase };
}
