import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addDays, DAY, dayOf } from '../../../src/lib/domain/clock/zones';
import { SILENT_DAYS } from '../../../src/lib/domain/endings/leading';
import { notices, readers } from '../../../src/lib/server/database/schema';
import { endingAtDesk } from '../../../src/lib/server/desk/ending';
import { sayLookedInto } from '../../../src/lib/server/desk/late';
import { addNext, endNow, tellOfEnding, writeLetter } from '../../../src/lib/server/desk/lead-ending';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { sees } from '../../../src/lib/server/desk/scope';
import { today } from '../../../src/lib/server/desk/today';
import { writeGoodbye } from '../../../src/lib/server/endings/goodbyes';
import { accept } from '../../../src/lib/server/entries/accept';
import { change, pairingSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { doWhatIsDue } from '../due';
import { add, at, openDesk, pairLastWeek, say, ZONE } from './desk';

/*
 * Seed 003, Annex 1, "Endings": "Particular attention is paid to endings to mitigate as much as possible the harm
 * that can be caused for children who are likely to have experienced separation, abandonment or rejection by adults
 * … At the very least coordinators try to get the mentor to write to the young people".
 */
test(
	'a mentor vanishes: from their last answer to a goodbye that the desk leads',
	{ timeout: 30_000 },
	async () => {
		const { house, clock, nadia } = await openDesk();
		const ash = await add(house, 'Ash', 'young');
		const sam = await add(house, 'Sam', 'mentor');
		const id = await pairLastWeek(house, ash, sam);
		const needs = async () => today(house, await deskProgrammes(house, sees(nadia)), nadia);
		const phone = async (personId = ash) => (await sync(house, personId, {})).rows;
		const unseen = async (personId: string) =>
			(await house.store.read.select().from(notices).where(eq(notices.personId, personId)))
				.filter(({ seenAt }) => seenAt === null)
				.map(({ kind }) => kind);
		const onTo = async (now: number) => {
			clock.now = now;
			await doWhatIsDue(house);
		};
		const writes = async (personId: string, entryId: string, body: string) =>
			(
				await accept(house, personId, [
					{
						...{ id: entryId, kind: 'message', writtenAt: clock.now },
						body: { pairingId: id, body, tap: null, checkInId: null }
					}
				])
			)[0];

		// The last answer there ever is, and a question after it.
		clock.now = at('16:00');
		await say(house, ash, id, 'saturday was good');
		clock.now = at('16:20');
		await say(house, sam, id, 'It was. See you next week.');
		clock.now = at('16:30');
		await say(house, ash, id, 'are we still on?');
		expect((await needs()).late).toEqual([]);

		// The moment that was promised passes: Sam is reminded, and Ash told so.
		const dueBy = (await needs()).waiting[0]?.wait?.dueBy ?? 0;
		await onTo(dueBy + 1);
		expect((await phone()).pairings).toMatchObject([{ nudgedAt: clock.now, lookedIntoAt: null }]);
		expect(await unseen(sam)).toContain('late');
		expect((await needs()).late).toMatchObject([{ id, quiet: false }]);

		// Some hours on the desk is asked; Nadia rings, nobody picks up, and she says what she does instead.
		await onTo(((await needs()).late[0]?.wait?.askedAfter ?? 0) + 1);
		expect((await phone()).pairings).toMatchObject([{ lookedIntoBy: 'coordinator' }]);
		expect(await unseen(nadia.personId)).toContain('desk_late');
		await sayLookedInto(house, nadia, id, 'somebody_else_writes');
		expect((await phone()).pairings).toMatchObject([
			{ deskSays: 'somebody_else_writes', deskSaidByName: 'Nadia' }
		]);

		// Days without an answer. After a week of them Today says what to do, and not a moment before.
		await onTo(dueBy + SILENT_DAYS * DAY - 1);
		expect((await needs()).late).toMatchObject([{ id, quiet: false }]);
		await onTo(dueBy + SILENT_DAYS * DAY);
		expect((await needs()).late).toMatchObject([{ id, quiet: true }]);
		expect(await endingAtDesk(house, nadia, id)).toMatchObject({ quiet: true, mayLead: true, said: null });

		// Nadia tells Ash the truth. Ash reads it on the phone, with who said it and which day is the last.
		const endsOn = addDays(dayOf(clock.now, ZONE), 7);
		const words = 'Sam has stopped answering us too. It is not because of anything you did.';
		await tellOfEnding(house, nadia, id, { how: 'mentor_gone', words, endsOn });
		const told = await phone();
		expect(told.pairings).toMatchObject([{ endsOn }]);
		expect(told.endings).toMatchObject([
			{ how: 'mentor_gone', deskWords: words, deskByName: 'Nadia', endedAt: null, readableUntil: null }
		]);
		expect(await unseen(ash)).toContain('ending');
		expect((await needs()).endings).toMatchObject([{ id, day: endsOn, goodbye: false, said: true }]);

		// No letter comes, so she writes in Sam’s place; nobody reads it before its time. What comes next is written down.
		await writeLetter(house, nadia, id, { whose: 'in_their_place', words: 'Sam told me how you laughed.' });
		await addNext(house, nadia, id, { id: 'next-0001', kind: 'activity', words: 'Climbing on Tuesdays' });
		await addNext(house, nadia, id, { id: 'next-0002', kind: 'ask', words: 'Nadia, at the office' });
		expect((await phone()).goodbyes ?? []).toEqual([]);
		expect((await phone()).afterwards?.map(({ words: one }) => one)).toHaveLength(2);
		expect((await needs()).endings).toMatchObject([{ goodbye: true }]);

		// Ash writes one as well, to Sam, so that both are there to read.
		clock.now += DAY;
		await change(house, ash, (making) =>
			writeGoodbye(making, {
				...{ pairingId: id, authorId: ash, desk: false, words: 'I waited for you.', at: clock.now }
			})
		);
		expect((await phone()).goodbyes).toHaveLength(2);

		// The last day.
		clock.now += 6 * DAY;
		await endNow(house, nadia, id);
		await doWhatIsDue(house);
		const after = await phone();
		expect(after.pairings).toMatchObject([{ id, state: 'ended' }]);
		expect(after.endings).toMatchObject([
			{ how: 'mentor_gone', deskWords: words, readableUntil: expect.stringMatching(/^2027-12-/) as string }
		]);
		expect(after.goodbyes).toContainEqual(
			expect.objectContaining({ words: 'Sam told me how you laughed.', authorName: 'Nadia', desk: true })
		);
		// Nothing disappears, nobody is waited for any more, and nobody writes into the void.
		expect(after.messages?.map(({ body }) => body)).toContain('It was. See you next week.');
		expect(await unseen(ash)).not.toContain('late');
		for (const [personId, entry] of [
			[ash, 'entry-ash-afterwards'],
			[sam, 'entry-sam-afterwards']
		] as const)
			expect(await writes(personId, entry, 'hello?')).toMatchObject({ is: 'refused', why: 'pairing_ended' });
		expect(await needs()).toMatchObject({ late: [], waiting: [], endings: [], noGoodbye: [] });

		// Sam could still read the goodbye, and once it is over reaches nothing of Ash’s.
		expect((await phone(sam)).goodbyes).toContainEqual(
			expect.objectContaining({ words: 'I waited for you.' })
		);
		const [reach] = (await house.store.read.select().from(readers).where(eq(readers.personId, sam))).filter(
			({ spaceId }) => spaceId === pairingSpace(id)
		);
		clock.now = reach?.until ?? 0;
		expect((await phone(sam)).pairings ?? []).toEqual([]);
		expect((await phone()).goodbyes).toHaveLength(2);
		await house.store.close();
	}
);
