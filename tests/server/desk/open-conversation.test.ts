import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { LEAST_REASON, MOST_REASON } from '../../../src/lib/domain/visibility/look';
import { audit, looks } from '../../../src/lib/server/database/schema';
import { MOST_SAID, openConversation } from '../../../src/lib/server/desk/open-conversation';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { personSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, at, openDesk, pairLastWeek, RIVERSIDE, say, sayMany, write } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let ash: string;
let sam: string;
let id: string;

const REASON = 'Ash’s carer rang us, worried.';
const refused = (why: string) => expect.objectContaining({ name: 'Refused', why });
const notThere = expect.objectContaining({ status: 404 });
const looksOf = async () => house.store.read.select().from(looks);

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
	id = await pairLastWeek(house, ash, sam);
	clock.now = at('16:00');
	await write(house, ash, 'check-in', { pairingId: id, feeling: 'rough', line: 'long day', hope: 'reply' });
	clock.now = at('16:10');
	await say(house, sam, id, 'Thanks for telling me.');
	clock.now = at('16:20');
	await say(house, ash, id, 'its ok now');
});

describe('opening a conversation from outside the pairing', () => {
	test('shows it in order, in the words that were written', async () => {
		const opened = await openConversation(house, tom, id, REASON);
		expect(opened.said).toMatchObject([
			{ kind: 'check_in', side: 'young', name: 'Ash', feeling: 'rough', line: 'long day', at: at('16:00') },
			{ kind: 'message', side: 'mentor', name: 'Sam', body: 'Thanks for telling me.', at: at('16:10') },
			{ kind: 'message', side: 'young', body: 'its ok now', at: at('16:20') }
		]);
		expect(opened.more).toBe(false);
	});

	test('is told to the young person, with who, in what role and why, and not to the mentor', async () => {
		await openConversation(house, tom, id, REASON);
		const [young, mentor] = [await sync(house, ash, {}), await sync(house, sam, {})];
		expect(young.rows.looks).toMatchObject([
			{
				pairingId: id,
				byName: 'Tom',
				byRole: 'safeguarding',
				what: 'conversation',
				reason: REASON,
				at: clock.now
			}
		]);
		expect(mentor.rows.looks).toBeUndefined();
		expect(JSON.stringify(mentor)).not.toContain('Tom');
	});

	test('leaves the mentor’s spaces as they were', async () => {
		const before = (await sync(house, sam, {})).spaces;
		await openConversation(house, tom, id, REASON);
		expect((await sync(house, sam, {})).spaces).toEqual(before);
	});

	test('is in the audit once, without the reason', async () => {
		await openConversation(house, nadia, id, REASON);
		const lines = await house.store.read.select().from(audit).where(eq(audit.action, 'conversation.opened'));
		expect(lines).toMatchObject([{ spaceId: personSpace(ash), personId: nadia.personId, subjectId: id }]);
		expect(JSON.stringify(await looksOf())).not.toContain(REASON);
	});

	test('takes a reason of at least so many characters, and records nothing when it is shorter', async () => {
		const enough = 'x'.repeat(LEAST_REASON);
		for (const short of ['', '   ', enough.slice(1), `x${' '.repeat(40)}y`, '\n'.repeat(40)])
			await expect(openConversation(house, tom, id, short)).rejects.toEqual(refused('reason_too_short'));
		expect(await looksOf()).toEqual([]);
		expect(
			await house.store.read.select().from(audit).where(eq(audit.action, 'conversation.opened'))
		).toEqual([]);
		await openConversation(house, tom, id, enough);
		expect(await looksOf()).toHaveLength(1);
	});

	test('takes a reason of at most so many characters', async () => {
		const most = 'why '.repeat(MOST_REASON).slice(0, MOST_REASON - 1) + '.';
		await expect(openConversation(house, tom, id, `${most}.`)).rejects.toEqual(refused('reason_too_long'));
		expect(await looksOf()).toEqual([]);
		await openConversation(house, tom, id, most);
	});

	test('each time is told each time', async () => {
		await openConversation(house, tom, id, REASON);
		await openConversation(house, nadia, id, 'Reading what Tom read.');
		const { rows } = await sync(house, ash, {});
		expect(rows.looks?.map(({ byName }) => byName).sort()).toEqual(['Nadia', 'Tom']);
		const atDesk = await pairingAtDesk(house, nadia, id);
		expect(atDesk?.looks.map(({ reason }) => reason)).toEqual(expect.arrayContaining([REASON]));
	});

	test('never shows a message that still waits for the agreed hours', async () => {
		clock.now = at('22:00');
		await say(house, sam, id, 'written too late tonight');
		const opened = await openConversation(house, tom, id, REASON);
		expect(JSON.stringify(opened)).not.toContain('written too late');
		expect(opened.said).toHaveLength(3);
	});

	test('is not there for another programme, a mentor, or a made-up address', async () => {
		const mentor = {
			...tom,
			personId: sam,
			memberships: [{ programmeId: RIVERSIDE, role: 'mentor' as const }]
		};
		const young = {
			...tom,
			personId: ash,
			memberships: [{ programmeId: RIVERSIDE, role: 'young' as const }]
		};
		for (const who of [omar, mentor, young])
			await expect(openConversation(house, who, id, REASON)).rejects.toEqual(notThere);
		for (const nowhere of ['pairing-of-nobody', '\0', ''])
			await expect(openConversation(house, tom, nowhere, REASON)).rejects.toEqual(notThere);
		expect(await looksOf()).toEqual([]);
	});

	test('is refused to staff who are in the pairing themselves: they have their own app', async () => {
		const both: Who = { ...nadia, personId: sam };
		await expect(openConversation(house, both, id, REASON)).rejects.toEqual(refused('in_it_yourself'));
		expect(await looksOf()).toEqual([]);
	});

	test('shows the newest part of a long one, and older parts for another look', async () => {
		clock.now = at('17:00');
		await sayMany(house, ash, id, MOST_SAID / 2 - 1);
		clock.now = at('17:01');
		await sayMany(house, ash, id, MOST_SAID / 2 - 1);
		const newest = await openConversation(house, tom, id, REASON);
		expect(newest).toMatchObject({ more: true });
		expect(newest.said).toHaveLength(MOST_SAID);
		expect(newest.said[0]).toMatchObject({ body: 'Thanks for telling me.' });
		const older = await openConversation(house, tom, id, REASON, newest.said[0]?.at);
		expect(older.said.map(({ kind }) => kind)).toEqual(['check_in', 'message']);
		expect(older.more).toBe(false);
		expect(await looksOf()).toHaveLength(2);
	});
});
