import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { agreements, audit, jobs, notices, pairings } from '../../../src/lib/server/database/schema';
import { sayLookedInto } from '../../../src/lib/server/desk/late';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { sees } from '../../../src/lib/server/desk/scope';
import { today } from '../../../src/lib/server/desk/today';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { sync } from '../../../src/lib/server/sync';
import { lookAtWait } from '../../../src/lib/server/telling/late';
import { add, at, openDesk, pairLastWeek, RIVERSIDE, say } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let ash: string;
let sam: string;
let id: string;
const WEDNESDAY = '2026-11-25';
const since = at('16:00');
const nudge = at('20:00');
const look = at('18:00', WEDNESDAY);

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
	id = await pairLastWeek(house, ash, sam);
	clock.now = since;
	await say(house, ash, id, 'are you there');
	return () => house.store.close();
});

const needs = async (who = nadia) => today(house, await deskProgrammes(house, sees(who)), who);
async function looksAt(now: number): Promise<void> {
	clock.now = now;
	await lookAtWait(house, { pairingId: id, since });
}

describe('today', () => {
	test('says what was done about a late answer, and when the desk is asked', async () => {
		await looksAt(nudge + 1);
		const [late] = (await needs()).late;
		expect(late?.wait).toMatchObject({
			took: [{ is: 'reminded', who: 'mentor', at: nudge + 1 }],
			askedAfter: look
		});
		await looksAt(look + 1);
		expect((await needs()).late[0]?.wait).toMatchObject({
			took: [
				{ is: 'reminded', who: 'mentor', at: nudge + 1 },
				{ is: 'asked', who: 'desk', at: look + 1 }
			],
			askedAfter: null
		});
	});

	test('goes by the programme’s usual hours where none were agreed', async () => {
		await house.store.transaction((tx) =>
			tx.update(agreements).set({ hours: [] }).where(eq(agreements.pairingId, id))
		);
		clock.now = nudge;
		expect((await needs()).waiting).toMatchObject([{ wait: { hearBy: null, dueBy: nudge, late: false } }]);
		clock.now += 1;
		expect((await needs()).late).toMatchObject([{ wait: { hearBy: null, dueBy: nudge, late: true } }]);
	});

	test('has a wait among the late ones once the desk was asked, whatever was promised', async () => {
		await house.store.transaction((tx) =>
			tx.update(pairings).set({ lookedIntoAt: since, lookedIntoBy: 'coordinator' }).where(eq(pairings.id, id))
		);
		expect((await needs()).late).toMatchObject([{ id }]);
	});
});

describe('“I’ve looked into it”', () => {
	const rows = async () => (await sync(house, ash, {})).rows;

	test('reaches the young person as it is, with the first name of who said it', async () => {
		await looksAt(look + 1);
		clock.now = look + 5;
		await sayLookedInto(house, nadia, id, 'spoken_to_mentor');
		expect((await rows()).pairings).toMatchObject([
			{
				...{ deskSays: 'spoken_to_mentor', deskSaidAt: look + 5, deskSaidByName: 'Nadia' },
				...{ lookedIntoAt: look + 1, lookedIntoBy: 'coordinator' }
			}
		]);
		const lines = await house.store.read
			.select({ personId: audit.personId })
			.from(audit)
			.where(eq(audit.action, 'late.spoken_to_mentor'));
		expect(lines).toEqual([{ personId: nadia.personId }]);
		expect((await rows()).pairings?.[0]).not.toHaveProperty('deskSaidBy');
	});

	test('is told to the young person, and off the list of those who were asked', async () => {
		await looksAt(look + 1);
		await sayLookedInto(house, nadia, id, 'when_you_meet');
		const told = await house.store.read.select().from(notices).where(eq(notices.pairingId, id));
		expect(told.filter(({ kind, seenAt }) => kind === 'desk_late' && seenAt === null)).toEqual([]);
		expect(told.filter(({ personId, kind }) => personId === ash && kind === 'late')).toHaveLength(3);
	});

	test('before the desk was asked counts as having looked, and nobody is asked any more', async () => {
		await looksAt(nudge + 1);
		await sayLookedInto(house, nadia, id, 'somebody_else_writes');
		await looksAt(look + 1);
		expect((await rows()).pairings).toMatchObject([
			{ lookedIntoAt: nudge + 1, lookedIntoBy: 'coordinator', deskSays: 'somebody_else_writes' }
		]);
		expect(await house.store.read.select().from(jobs).where(eq(jobs.kind, 'late'))).toHaveLength(1);
	});

	test('can be put right, and is gone with the answer', async () => {
		await looksAt(look + 1);
		await sayLookedInto(house, nadia, id, 'somebody_else_writes');
		await sayLookedInto(house, nadia, id, 'spoken_to_mentor');
		expect((await rows()).pairings).toMatchObject([{ deskSays: 'spoken_to_mentor' }]);
		clock.now = at('18:30', WEDNESDAY);
		await say(house, sam, id, 'I am.');
		expect((await rows()).pairings).toMatchObject([
			{ deskSays: null, deskSaidAt: null, deskSaidByName: null, lookedIntoAt: null }
		]);
		await expect(sayLookedInto(house, nadia, id, 'spoken_to_mentor')).rejects.toThrow('not_waiting');
	});

	test('is for a coordinator of the programme only, and for nobody in the pairing', async () => {
		await looksAt(look + 1);
		for (const who of [tom, omar])
			await expect(sayLookedInto(house, who, id, 'spoken_to_mentor')).rejects.toMatchObject({ status: 404 });
		const samToo: Who = {
			...{ personId: sam, firstName: 'Sam', sessionId: 's' },
			memberships: [{ programmeId: RIVERSIDE, role: 'coordinator' }]
		};
		await expect(sayLookedInto(house, samToo, id, 'spoken_to_mentor')).rejects.toThrow('in_it_yourself');
		expect((await pairingAtDesk(house, nadia, id))?.deskSays).toBeNull();
	});
});
