import { instantAt } from '../../../src/lib/domain/clock/zones';
import type { EntryBodies, EntryKind } from '../../../src/lib/domain/entries/kinds';
import type { Outcome } from '../../../src/lib/domain/entries/entry';
import type { MentorCard } from '../../../src/lib/domain/mentors/card';
import { UK_HELP_LINES } from '../../../src/lib/domain/programmes/help-lines';
import { accept } from '../../../src/lib/server/entries/accept';
import type { House } from '../../../src/lib/server/house';
import { introductionRow, type IntroductionRow } from '../../../src/lib/server/introductions/facts';
import { offer } from '../../../src/lib/server/introductions/offer';
import { cardOf } from '../../../src/lib/server/mentors/keep-card';
import { addApproval, approveCard } from '../../../src/lib/server/mentors/review';
import { addMembership, createPerson, createProgramme } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { openTestHouse } from '../house';

export const RIVERSIDE = 'programme-riverside';
export const NADIA = 'person-of-nadia';
export const ASH = 'person-of-ash';
export const KIT = 'person-of-kit';
export const SAM = 'person-of-sam';
export const DEE = 'person-of-dee';
export const ALI = 'person-of-ali';

/** The last good day of every record. */
export const GOOD_UNTIL = '2026-12-01';

/** A house whose clock a test moves: two young people, three approved mentors with a card, a coordinator. */
export async function openTown(capacity = 1) {
	const clock = { now: instantAt('2026-11-24', '18:00', 'Europe/London') };
	const house = await openTestHouse({ now: () => clock.now });
	await change(house, null, async (making) => {
		await createProgramme(making, {
			...{ id: RIVERSIDE, name: 'Riverside', appName: 'Corner', zone: 'Europe/London' },
			helpLines: UK_HELP_LINES
		});
		const join = async (id: string, firstName: string, role: 'young' | 'mentor' | 'coordinator') => {
			await createPerson(making, { id, firstName });
			await addMembership(making, { programmeId: RIVERSIDE, personId: id, role });
		};
		await join(NADIA, 'Nadia', 'coordinator');
		for (const [id, name] of Object.entries({ [ASH]: 'Ash', [KIT]: 'Kit' })) await join(id, name, 'young');
		for (const [id, name] of Object.entries({ [SAM]: 'Sam', [DEE]: 'Dee', [ALI]: 'Ali' }))
			await join(id, name, 'mentor');
	});
	for (const mentorId of [SAM, DEE, ALI]) await ready(house, mentorId, capacity);
	return { house, clock };
}

const card = (firstName: string): MentorCard => ({
	firstName,
	picture: { drawn: 'kite' },
	facts: { languages: ['english'] },
	words: { likes: 'Dogs.', cantStand: 'Crowds.', how: 'I listen.', why: 'Somebody did it for me.' }
});

async function ready(house: House, mentorId: string, capacity: number): Promise<void> {
	await sent(house, mentorId, 'mentor-card', { programmeId: RIVERSIDE, card: card(mentorId), capacity });
	await change(house, NADIA, async (making) => {
		const row = await cardOf(making.tx, RIVERSIDE, mentorId);
		if (row) await approveCard(making, row, row.writtenAt);
		for (const kind of ['check', 'training', 'references'] as const)
			await addApproval(making, {
				...{ programmeId: RIVERSIDE, mentorId, kind, from: '2026-01-01', until: GOOD_UNTIL }
			});
	});
}

let written = 0;

/** The desk shows a mentor's card to a young person. @returns the id of the introduction */
export async function offered(house: House, youngId: string, mentorId: string): Promise<string> {
	const id = `introduction-${++written}-of-town`;
	await change(house, NADIA, (making) => offer(making, { id, programmeId: RIVERSIDE, youngId, mentorId }));
	return id;
}

export const entryId = () => `entry-${String(++written).padStart(8, '0')}`;

/** Posts one entry as a phone does. @returns what became of it */
export async function post<Kind extends EntryKind>(
	house: House,
	personId: string,
	kind: Kind,
	body: EntryBodies[Kind],
	id = entryId()
): Promise<Outcome> {
	const [outcome] = await accept(house, personId, [{ id, kind, body, writtenAt: house.now() }]);
	if (!outcome) throw new Error('No outcome.');
	return outcome;
}

/** As `post`, for what has to be kept. */
export async function sent<Kind extends EntryKind>(
	house: House,
	personId: string,
	kind: Kind,
	body: EntryBodies[Kind]
): Promise<void> {
	const outcome = await post(house, personId, kind, body);
	if (outcome.is !== 'sent') throw new Error(`Not kept: ${JSON.stringify(outcome)}`);
}

type Young = EntryBodies['introduction-answer']['says'];
type Mentor = EntryBodies['asking-answer']['says'];

/** What a young person says to a card. */
export const youngSays = (house: House, personId: string, introductionId: string, says: Young, why = '') =>
	post(house, personId, 'introduction-answer', { introductionId, says, why, show: [] });

/** What a mentor says to somebody who would like them. */
export const mentorSays = (house: House, personId: string, introductionId: string, says: Mentor, why = '') =>
	post(house, personId, 'asking-answer', { introductionId, says, why });

export async function rowOf(house: House, id: string): Promise<IntroductionRow> {
	const row = await introductionRow(house.store.read, id);
	if (!row) throw new Error('No such introduction.');
	return row;
}

/** Everything that a fresh phone of somebody receives. */
export const phoneOf = async (house: House, personId: string) => (await sync(house, personId, {})).rows;
