import { eq } from 'drizzle-orm';
import { UK_HELP_LINES } from '$lib/domain/programmes/help-lines';
import type { Plan } from '$lib/domain/programmes/plan';
import { programmes } from '../database/schema';
import type { Who } from '../guard';
import { notThere } from '../guard';
import type { House } from '../house';
import { addMembership, createProgramme } from '../people/people';
import { changePlan } from '../plans/change';
import { change } from '../spaces';
import { runs } from './scope';

export interface AnotherProgramme {
	/** Made by whoever asks, so that asking twice makes one. */
	id: string;
	name: string;
	appName: string;
	zone: string;
	/** Whoever makes it is its safeguarding lead too. */
	safeguarding: boolean;
	plan: Plan;
}

/**
 * Makes a programme beside those that a coordinator runs, and lets them run it. Its first plan has its own id.
 * @returns the programme's id @throws 404 for whoever runs none, and Refused as `changePlan` does
 */
export async function makeProgramme(house: House, who: Who, asked: AnotherProgramme): Promise<string> {
	if (runs(who).length === 0) notThere();
	const { id, plan, safeguarding, ...programme } = asked;
	return change(house, who.personId, async (making) => {
		const [made] = await making.tx.select().from(programmes).where(eq(programmes.id, id));
		if (made) return id;
		await createProgramme(making, { id, ...programme, helpLines: UK_HELP_LINES });
		const mine = { programmeId: id, personId: who.personId };
		await addMembership(making, { ...mine, role: 'coordinator' });
		if (safeguarding) await addMembership(making, { ...mine, role: 'safeguarding' });
		await changePlan(making, id, { id: `${id}-plan`, plan, over: null });
		return id;
	});
}
