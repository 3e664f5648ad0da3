import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { nextOccurrences } from '../../../src/lib/domain/meetings/occurrences';
import { inForce, USUAL_HOURS } from '../../../src/lib/domain/pairings/agreement';
import { agreements, audit, pairings, readers, series } from '../../../src/lib/server/database/schema';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import { pairUp, setEnd, setHours, setMeeting, stopMeeting } from '../../../src/lib/server/desk/pair-up';
import { seriesByPairing } from '../../../src/lib/server/desk/meetings';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { pair } from '../../../src/lib/server/pairings/pair';
import { change, pairingSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, asked, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, TUESDAY } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let ash: string;
let sam: string;

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
});

const pairNow = (more: Parameters<typeof asked>[2] = {}) =>
	change(house, nadia.personId, (making) => pair(making, asked(ash, sam, more)));
const notThere = expect.objectContaining({ status: 404 });
const refused = (why: string) => expect.objectContaining({ name: 'Refused', why });
const countOf = async () => (await house.store.read.select().from(pairings)).length;

describe('pairing two people', () => {
	test('makes the pairing, lets both read its space and writes the first hours', async () => {
		const id = await pairNow();
		const [row] = await house.store.read.select().from(pairings).where(eq(pairings.id, id));
		expect(row).toMatchObject({
			youngId: ash,
			mentorId: sam,
			state: 'active',
			endsOn: null,
			waitingSince: null
		});
		const reading = await house.store.read
			.select()
			.from(readers)
			.where(eq(readers.spaceId, pairingSpace(id)));
		expect(reading.map(({ personId }) => personId).sort()).toEqual([ash, sam].sort());
		for (const personId of [ash, sam]) {
			const { rows } = await sync(house, personId, {});
			expect(rows.pairings).toMatchObject([{ id, youngName: 'Ash', mentorName: 'Sam' }]);
			expect(rows.agreements).toMatchObject([{ version: 1, hours: USUAL_HOURS, from: clock.now }]);
		}
	});

	test('says in the audit who did it', async () => {
		const id = await pairNow();
		const lines = await house.store.read
			.select()
			.from(audit)
			.where(eq(audit.spaceId, pairingSpace(id)));
		expect(lines.map(({ action, personId }) => [action, personId])).toEqual([
			['pairing.made', nadia.personId],
			['agreement.written', nadia.personId]
		]);
	});

	test('is refused with oneself', async () => {
		await expect(change(house, null, (making) => pair(making, asked(ash, ash)))).rejects.toEqual(
			refused('same_person')
		);
	});

	test('is refused when either is not in the programme in that role', async () => {
		const elsewhere = await add(house, 'Ines', 'mentor', { programmeId: HARBOUR });
		await expect(change(house, null, (making) => pair(making, asked(ash, elsewhere)))).rejects.toEqual(
			refused('not_members')
		);
		await expect(change(house, null, (making) => pair(making, asked(sam, ash)))).rejects.toEqual(
			refused('not_members')
		);
		expect(await countOf()).toBe(0);
	});

	test('is refused while the same two are paired, and allowed once that has ended', async () => {
		const first = await pairNow();
		await expect(pairNow()).rejects.toEqual(refused('already_paired'));
		await house.store.transaction((tx) =>
			tx.update(pairings).set({ state: 'ended' }).where(eq(pairings.id, first))
		);
		await pairNow();
		expect(await countOf()).toBe(2);
	});

	test('asked twice with one id makes one pairing', async () => {
		const id = 'pairing-asked-twice';
		expect(await pairNow({ id })).toBe(id);
		expect(await pairNow({ id })).toBe(id);
		expect(await countOf()).toBe(1);
	});

	test('asked by two coordinators at once makes one pairing', async () => {
		const both = await Promise.allSettled([pairNow(), pairNow()]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await countOf()).toBe(1);
	});

	test('an id that belongs to two others is refused', async () => {
		const kit = await add(house, 'Kit', 'young');
		await pairNow({ id: 'pairing-of-ash' });
		const again = change(house, null, (making) => pair(making, asked(kit, sam, { id: 'pairing-of-ash' })));
		await expect(again).rejects.toEqual(refused('already_paired'));
	});

	test('is done at the desk by who runs the programme, and nobody else', async () => {
		const { zone: _, ...form } = asked(ash, sam);
		await expect(pairUp(house, tom, form)).rejects.toEqual(notThere);
		await expect(pairUp(house, omar, form)).rejects.toEqual(notThere);
		expect(await countOf()).toBe(0);
		await pairUp(house, nadia, form);
		expect(await countOf()).toBe(1);
	});
});

describe('the hours', () => {
	const mornings = { hours: [{ weekday: 6 as const, from: '09:00', to: '12:00' }], answerWithinMinutes: 60 };

	test('are a new version from now, and the old version stays', async () => {
		const id = await pairLastWeek(house, ash, sam);
		await setHours(house, nadia, id, mornings);
		const rows = await house.store.read.select().from(agreements).where(eq(agreements.pairingId, id));
		expect(rows).toHaveLength(2);
		expect(inForce(rows, clock.now)).toMatchObject({ version: 2, ...mornings, from: clock.now });
		expect(inForce(rows, clock.now - 1)).toMatchObject({ version: 1, hours: USUAL_HOURS });
	});

	test('saved twice are one version', async () => {
		const id = await pairLastWeek(house, ash, sam);
		await setHours(house, nadia, id, mornings);
		await setHours(house, nadia, id, mornings);
		expect(await house.store.read.select().from(agreements)).toHaveLength(2);
	});

	test('are refused once the pairing has ended', async () => {
		const id = await pairLastWeek(house, ash, sam);
		await house.store.transaction((tx) => tx.update(pairings).set({ state: 'ended' }));
		await expect(setHours(house, nadia, id, mornings)).rejects.toEqual(refused('pairing_ended'));
	});

	test('are not there for a safeguarding lead, another programme or a made-up address', async () => {
		const id = await pairLastWeek(house, ash, sam);
		await expect(setHours(house, tom, id, mornings)).rejects.toEqual(notThere);
		await expect(setHours(house, omar, id, mornings)).rejects.toEqual(notThere);
		await expect(setHours(house, nadia, 'pairing-of-nobody', mornings)).rejects.toEqual(notThere);
		await expect(setHours(house, nadia, '\0', mornings)).rejects.toEqual(notThere);
		expect(await house.store.read.select().from(agreements)).toHaveLength(1);
	});
});

describe('the meeting', () => {
	const thursdays = {
		startsOn: '2026-11-26',
		time: '16:30',
		minutes: 90,
		repeats: 'weekly' as const,
		travel: '',
		skipsHolidays: null,
		place: 'Café',
		until: null
	};
	let id: string;

	beforeEach(async () => {
		id = await pairLastWeek(house, ash, sam);
		await setMeeting(house, nadia, id, thursdays);
	});

	const meetings = async (count: number) => {
		const rows = (await seriesByPairing(house, [id])).get(id) ?? [];
		const kept = { series: rows, records: [], moves: [] };
		return nextOccurrences(kept, clock.now, count).map(({ day, place }) => `${day} ${place}`);
	};

	test('is on both phones, in the programme’s zone', async () => {
		const { rows } = await sync(house, ash, {});
		expect(rows.series).toMatchObject([{ ...thursdays, zone: 'Europe/London' }]);
	});

	test('replaced ends the day before the new one starts', async () => {
		await setMeeting(house, nadia, id, { ...thursdays, startsOn: '2026-12-08', place: 'Library' });
		expect(await meetings(3)).toEqual(['2026-11-26 Café', '2026-12-03 Café', '2026-12-08 Library']);
	});

	test('replaced from a day gone by ends yesterday', async () => {
		await setMeeting(house, nadia, id, { ...thursdays, startsOn: '2026-11-17', place: 'Library' });
		const [cafe] = await house.store.read
			.select()
			.from(series)
			.where(and(eq(series.pairingId, id), eq(series.place, 'Café')));
		expect(cafe?.until).toBe('2026-11-23');
		expect(await meetings(1)).toEqual([`${TUESDAY} Library`]);
	});

	test('replaced twice leaves the last one, without the one that never began', async () => {
		await setMeeting(house, nadia, id, { ...thursdays, startsOn: '2026-12-15', place: 'Library' });
		await setMeeting(house, nadia, id, { ...thursdays, startsOn: '2026-12-01', place: 'Park' });
		expect(await meetings(4)).toEqual([
			'2026-11-26 Café',
			'2026-12-01 Park',
			'2026-12-08 Park',
			'2026-12-15 Park'
		]);
	});

	test('saved twice is one series', async () => {
		await setMeeting(house, nadia, id, thursdays);
		expect(await house.store.read.select().from(series)).toHaveLength(1);
	});

	test('stopped leaves none, from today on', async () => {
		await setMeeting(house, nadia, id, { ...thursdays, startsOn: TUESDAY });
		await stopMeeting(house, nadia, id);
		expect(await meetings(1)).toEqual([]);
	});

	test('is not there for a safeguarding lead or another programme', async () => {
		await expect(setMeeting(house, tom, id, thursdays)).rejects.toEqual(notThere);
		await expect(stopMeeting(house, omar, id)).rejects.toEqual(notThere);
		expect(await meetings(1)).toEqual(['2026-11-26 Café']);
	});
});

describe('a pairing at the desk', () => {
	test('shows what was agreed and promised, and never what was said', async () => {
		const id = await pairLastWeek(house, ash, sam);
		await setEnd(house, nadia, id, '2027-03-31');
		const seen = await pairingAtDesk(house, tom, id);
		expect(seen).toMatchObject({
			youngName: 'Ash',
			endsOn: '2027-03-31',
			mayChange: false,
			side: null,
			looks: []
		});
		expect(seen?.agreement).toMatchObject({ version: 1 });
		expect((await pairingAtDesk(house, nadia, id))?.mayChange).toBe(true);
	});

	test('is nothing to another programme, a mentor or a made-up address', async () => {
		const id = await pairLastWeek(house, ash, sam);
		const mentor = {
			...nadia,
			personId: sam,
			memberships: [{ programmeId: RIVERSIDE, role: 'mentor' as const }]
		};
		expect(await pairingAtDesk(house, omar, id)).toBeNull();
		expect(await pairingAtDesk(house, mentor, id)).toBeNull();
		expect(await pairingAtDesk(house, nadia, 'pairing-of-nobody')).toBeNull();
		expect(await pairingAtDesk(house, nadia, '\0')).toBeNull();
	});

	test('has a planned end that only its own coordinator moves', async () => {
		const id = await pairLastWeek(house, ash, sam);
		await expect(setEnd(house, tom, id, '2027-03-31')).rejects.toEqual(notThere);
		await setEnd(house, nadia, id, '2027-03-31');
		await setEnd(house, nadia, id, null);
		expect((await pairingAtDesk(house, nadia, id))?.endsOn).toBeNull();
	});
});
