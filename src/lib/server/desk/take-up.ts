import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { Id } from '$lib/domain/entries/entry';
import { eventKey } from '$lib/domain/meetings/reliability';
import { clean } from '$lib/domain/messages/text';
import { patternsTakenUp } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { rolesOf } from '../people/role-in';
import { Refused } from '../refused';
import { sealTakenUp } from '../sealed-rows';
import { change, personSpace } from '../spaces';
import { reliabilityOf } from './reliability';
import { couldBeId, runs } from './scope';

export const MOST_TAKEN_UP_CHARACTERS = 500;

/** That something was taken up with a mentor, as a form says it. */
export const TakenUpBody = v.object({
	/** Made by whoever asks, so that asking twice notes it once. */
	id: Id,
	note: v.pipe(
		v.string(),
		v.maxLength(10_000),
		v.transform(clean),
		v.minLength(1),
		v.maxLength(MOST_TAKEN_UP_CHARACTERS)
	),
	/** What stood on the screen, each by its `eventKey`, with commas between. */
	events: v.pipe(
		v.string(),
		v.maxLength(50_000),
		v.transform((keys) => keys.split(','))
	)
});

/**
 * Notes that somebody has taken up with a mentor what stood on the screen. It leaves Today; what has come since stays.
 * @throws 404, and Refused when nothing of it is raised and open any more
 */
export async function takeUp(
	house: House,
	who: Who,
	{ programmeId, mentorId }: { programmeId: string; mentorId: string },
	{ id, note, events }: v.InferOutput<typeof TakenUpBody>
): Promise<void> {
	if (!couldBeId(mentorId) || !runs(who).includes(programmeId)) notThere();
	await change(house, who.personId, async (making) => {
		if (!(await rolesOf(making.tx, mentorId, programmeId)).includes('mentor')) notThere();
		const [made] = await making.tx.select().from(patternsTakenUp).where(eq(patternsTakenUp.id, id));
		if (made) return;
		const { open } = await reliabilityOf(house, programmeId, mentorId);
		const raisedBy = new Set(open.flatMap((pattern) => pattern.events.map(eventKey)));
		const about = [...new Set(events)].filter((event) => raisedBy.has(event));
		if (about.length === 0) throw new Refused('taken_up_already');
		await making.tx.insert(patternsTakenUp).values({
			...{ id, programmeId, mentorId, byId: who.personId, at: making.now, events: about },
			note: sealTakenUp(house.secrets, id, note)
		});
		await making.record(personSpace(mentorId), 'pattern.taken_up', id);
	});
}
