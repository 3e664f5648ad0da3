import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/lib/domain/people/roles';
import { invitations, memberships, pairings, people } from '../../../src/lib/server/database/schema';
import { addPerson } from '../../../src/lib/server/desk/add-person';
import { peopleList } from '../../../src/lib/server/desk/people';
import { personAtDesk } from '../../../src/lib/server/desk/person';
import { qr } from '../../../src/lib/server/desk/qr';
import { endRole, giveRole } from '../../../src/lib/server/desk/roles';
import { sees } from '../../../src/lib/server/desk/scope';
import { printSlip, takeSlipBack } from '../../../src/lib/server/desk/slips';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { findInvitation } from '../../../src/lib/server/people/invitations';
import { addMembership } from '../../../src/lib/server/people/people';
import { startSession, whoIs } from '../../../src/lib/server/sessions';
import { change, pairingSpace, programmeSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, say } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;

const notThere = expect.objectContaining({ status: 404 });
const refused = (why: string) => expect.objectContaining({ name: 'Refused', why });

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
});

describe('adding a person', () => {
	const remi = {
		id: 'person-added-now',
		programmeId: RIVERSIDE,
		firstName: 'Remi',
		roles: ['young'] as Role[]
	};

	test('puts them into the programme, not joined and not invited', async () => {
		const id = await addPerson(house, nadia, remi);
		expect(await personAtDesk(house, nadia, id)).toMatchObject({
			...{ firstName: 'Remi', joined: false, invitation: { is: 'none' }, pairings: [] },
			roles: [{ programmeId: RIVERSIDE, role: 'young', endedAt: null }]
		});
	});

	test('sent twice adds one', async () => {
		await addPerson(house, nadia, remi);
		await addPerson(house, nadia, remi);
		expect(await house.store.read.select().from(people).where(eq(people.firstName, 'Remi'))).toHaveLength(1);
	});

	test('is not there for a safeguarding lead, another programme, or with someone else’s id', async () => {
		const theirs = await add(house, 'Ines', 'young', { programmeId: HARBOUR });
		await expect(addPerson(house, tom, remi)).rejects.toEqual(notThere);
		await expect(addPerson(house, omar, remi)).rejects.toEqual(notThere);
		await expect(addPerson(house, nadia, { ...remi, id: theirs })).rejects.toEqual(notThere);
		await expect(addPerson(house, nadia, { ...remi, id: '\0' })).rejects.toEqual(notThere);
		expect(await house.store.read.select().from(people).where(eq(people.firstName, 'Remi'))).toEqual([]);
	});
});

describe('a person at the desk', () => {
	test('is nothing to another programme', async () => {
		const ash = await add(house, 'Ash', 'young');
		expect(await personAtDesk(house, omar, ash)).toBeNull();
		expect(await personAtDesk(house, tom, ash)).toMatchObject({ firstName: 'Ash', joined: true });
		expect(await personAtDesk(house, nadia, 'person-nobody')).toBeNull();
		expect(await personAtDesk(house, nadia, '\0')).toBeNull();
	});

	test('shows only the roles that they have in this desk’s programmes', async () => {
		const ash = await add(house, 'Ash', 'young');
		await change(house, null, (making) =>
			addMembership(making, { programmeId: HARBOUR, personId: ash, role: 'mentor' })
		);
		const seen = await personAtDesk(house, nadia, ash);
		expect(seen?.roles.map(({ role }) => role)).toEqual(['young']);
		const { rows } = await peopleList(house, sees(nadia), { name: 'ash', page: 1 });
		expect(rows).toMatchObject([{ roles: [{ programmeId: RIVERSIDE, role: 'young' }] }]);
	});
});

describe('a slip', () => {
	let remi: string;
	let zoe: Who;
	const make = (who: Who, seen = '') =>
		printSlip(house, who, { personId: remi, programmeId: RIVERSIDE, seen });
	const openSlips = async () =>
		(await house.store.read.select().from(invitations)).filter((one) => one.revokedAt === null);

	beforeEach(async () => {
		remi = await add(house, 'Remi', 'young', { joined: false });
		const personId = await add(house, 'Zoe', 'coordinator');
		zoe = { ...nadia, personId, firstName: 'Zoe' };
	});

	test('opens the account it was made for, says who made it and only the neutral name', async () => {
		const slip = await make(nadia);
		expect(slip).toMatchObject({ calledBy: 'Corner', invitedBy: 'Nadia' });
		expect(await findInvitation(house, slip.secret)).toMatchObject({ personId: remi, invitedBy: 'Nadia' });
	});

	test('carries the programme’s own name only for people who work for it', async () => {
		const dee = await add(house, 'Dee', 'mentor', { joined: false });
		const slip = await printSlip(house, nadia, { personId: dee, programmeId: RIVERSIDE, seen: '' });
		expect(slip.calledBy).toBe(RIVERSIDE);
		await giveRole(house, nadia, { personId: dee, programmeId: RIVERSIDE, role: 'young' });
		const both = await printSlip(house, nadia, { personId: dee, programmeId: RIVERSIDE, seen: slip.id });
		expect(both.calledBy).toBe('Corner');
	});

	test('made twice by the same person leaves the second one', async () => {
		const first = await make(nadia);
		const second = await make(nadia);
		expect(await findInvitation(house, first.secret)).toBeUndefined();
		expect(await findInvitation(house, second.secret)).toBeDefined();
		expect(await openSlips()).toHaveLength(1);
	});

	test('of another coordinator stands when the form did not know of it', async () => {
		const first = await make(nadia);
		await expect(make(zoe)).rejects.toEqual(refused('someone_else_invited'));
		expect(await findInvitation(house, first.secret)).toBeDefined();
		await make(zoe, first.id);
		expect(await findInvitation(house, first.secret)).toBeUndefined();
	});

	test('taken back opens nothing, and taking it back again changes nothing', async () => {
		const { id, secret } = await make(nadia);
		const back = { programmeId: RIVERSIDE, invitationId: id };
		await expect(takeSlipBack(house, tom, back)).rejects.toEqual(notThere);
		await expect(takeSlipBack(house, omar, back)).rejects.toEqual(notThere);
		await takeSlipBack(house, omar, { programmeId: HARBOUR, invitationId: id });
		expect(await findInvitation(house, secret)).toBeDefined();
		await takeSlipBack(house, nadia, back);
		await takeSlipBack(house, nadia, back);
		expect(await findInvitation(house, secret)).toBeUndefined();
	});

	test('is not there for a safeguarding lead, another programme, or somebody who has left', async () => {
		await expect(make(tom)).rejects.toEqual(notThere);
		await expect(make(omar)).rejects.toEqual(notThere);
		await expect(printSlip(house, omar, { personId: remi, programmeId: HARBOUR, seen: '' })).rejects.toEqual(
			notThere
		);
		await endRole(house, nadia, { personId: remi, programmeId: RIVERSIDE, role: 'young' });
		await expect(make(nadia)).rejects.toEqual(notThere);
		expect(await openSlips()).toEqual([]);
	});

	test('is refused where the account reaches into a programme that is not theirs', async () => {
		await change(house, null, (making) =>
			addMembership(making, { programmeId: HARBOUR, personId: remi, role: 'young' })
		);
		await expect(make(nadia)).rejects.toEqual(refused('has_joined_elsewhere'));
		await endRole(house, omar, { personId: remi, programmeId: HARBOUR, role: 'young' });
		await make(nadia);
	});

	test('is drawn as a square code with a quiet rim', () => {
		const { size, path } = qr('https://corner.example.org/invitation/0123456789abcdefghjkmnpqrs');
		const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)];
		expect(bars.map(([bar]) => bar).join('')).toBe(path);
		for (const [, x, y, length] of bars) {
			expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
			expect(Number(x) + Number(length)).toBeLessThanOrEqual(size - 4);
			expect(Number(y)).toBeLessThan(size - 4);
		}
		expect(path.startsWith('M4 4h7v1h-7z')).toBe(true);
	});
});

describe('taking a role away', () => {
	let ash: string;
	let sam: string;
	let id: string;
	const end = (who: Who, personId: string, role: Role) =>
		endRole(house, who, { personId, programmeId: RIVERSIDE, role });
	const stateOf = async () => (await house.store.read.select().from(pairings))[0]?.state;

	beforeEach(async () => {
		ash = await add(house, 'Ash', 'young');
		sam = await add(house, 'Sam', 'mentor');
		id = await pairLastWeek(house, ash, sam);
	});

	test('from a mentor ends their pairings and their reading of them, and leaves the young person theirs', async () => {
		await say(house, ash, id, 'still mine to read');
		await end(nadia, sam, 'mentor');
		expect(await stateOf()).toBe('ended');
		expect((await sync(house, sam, {})).spaces).not.toHaveProperty(pairingSpace(id));
		expect((await sync(house, sam, {})).spaces).not.toHaveProperty(programmeSpace(RIVERSIDE));
		const young = await sync(house, ash, {});
		expect(young.rows.messages).toMatchObject([{ body: 'still mine to read' }]);
		expect(young.rows.pairings).toMatchObject([{ state: 'ended' }]);
	});

	test('from a young person ends their pairing and leaves them what was said', async () => {
		await say(house, ash, id, 'still mine to read');
		await end(nadia, ash, 'young');
		expect(await stateOf()).toBe('ended');
		expect((await sync(house, ash, {})).rows.messages).toHaveLength(1);
	});

	test('counts at once, and with no role left they are signed out and their streams close', async () => {
		const token = await startSession(house, sam, 'Chrome');
		let open = true;
		house.live.add({
			personId: sam,
			sessionId: token.split('.')[0]!,
			send: () => {},
			close: () => (open = false)
		});
		await end(nadia, sam, 'mentor');
		expect(open).toBe(false);
		expect(await whoIs(house, token)).toBeNull();
	});

	test('leaves someone with another role signed in, as what they still are', async () => {
		await giveRole(house, nadia, { personId: sam, programmeId: RIVERSIDE, role: 'group' });
		const token = await startSession(house, sam, 'Chrome');
		let open = true;
		house.live.add({
			personId: sam,
			sessionId: token.split('.')[0]!,
			send: () => {},
			close: () => (open = false)
		});
		await end(nadia, sam, 'mentor');
		expect(open).toBe(false);
		expect((await whoIs(house, token))?.memberships).toEqual([{ programmeId: RIVERSIDE, role: 'group' }]);
		expect((await sync(house, sam, {})).spaces).toHaveProperty(programmeSpace(RIVERSIDE));
	});

	test('twice changes nothing', async () => {
		await end(nadia, sam, 'mentor');
		const [before] = await house.store.read.select().from(memberships).where(eq(memberships.personId, sam));
		clock.now += 1000;
		await end(nadia, sam, 'mentor');
		const [after] = await house.store.read.select().from(memberships).where(eq(memberships.personId, sam));
		expect(after?.endedAt).toBe(before?.endedAt);
	});

	test('is refused for one’s own coordinator role, so that somebody always runs the programme', async () => {
		await expect(end(nadia, nadia.personId, 'coordinator')).rejects.toEqual(refused('own_role'));
		await end(nadia, tom.personId, 'safeguarding');
	});

	test('is not there for a safeguarding lead or another programme', async () => {
		await expect(end(tom, sam, 'mentor')).rejects.toEqual(notThere);
		await expect(end(omar, sam, 'mentor')).rejects.toEqual(notThere);
		await expect(
			endRole(house, omar, { personId: sam, programmeId: HARBOUR, role: 'mentor' })
		).rejects.toEqual(notThere);
		expect(await stateOf()).toBe('active');
	});
});

describe('giving a role', () => {
	test('adds it, once, and gives an ended one back', async () => {
		const sam = await add(house, 'Sam', 'mentor');
		const role = { personId: sam, programmeId: RIVERSIDE, role: 'young' as const };
		await giveRole(house, nadia, role);
		await expect(giveRole(house, nadia, role)).rejects.toEqual(refused('has_that_role'));
		await endRole(house, nadia, role);
		await giveRole(house, nadia, role);
		const seen = await personAtDesk(house, nadia, sam);
		expect(seen?.roles.filter(({ endedAt }) => endedAt === null)).toHaveLength(2);
	});

	test('is not there for people of another programme, nor for a safeguarding lead', async () => {
		const ines = await add(house, 'Ines', 'mentor', { programmeId: HARBOUR });
		const role = { personId: ines, programmeId: RIVERSIDE, role: 'coordinator' as const };
		await expect(giveRole(house, nadia, role)).rejects.toEqual(notThere);
		const sam = await add(house, 'Sam', 'mentor');
		await expect(giveRole(house, tom, { ...role, personId: sam })).rejects.toEqual(notThere);
	});
});
