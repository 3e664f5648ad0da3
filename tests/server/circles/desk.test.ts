import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/lib/domain/people/roles';
import {
	circleList,
	endGroup,
	letInto,
	makeGroup,
	oneCircle,
	setLastDay,
	takeOut
} from '../../../src/lib/server/desk/circles';
import type { Who } from '../../../src/lib/server/guard';
import { sync } from '../../../src/lib/server/sync';
import { london } from '../meetings/two';
import { RIVERSIDE } from '../pairing';
import { ASH, BO, CAM, CIRCLE, inCircle, NADIA, WREN, type InCircle } from './circle';

let they: InCircle;
beforeEach(async () => {
	they = await inCircle(london('2026-11-24', '12:00'));
});
afterEach(() => they.house.store.close());

const at = (programmeId: string, role: Role): Who => ({
	...{ personId: NADIA, firstName: 'Nadia', sessionId: 'session' },
	memberships: [{ programmeId, role }]
});
const nadia = at(RIVERSIDE, 'coordinator');
const lead = at(RIVERSIDE, 'safeguarding');
const elsewhere = at('programme-elsewhere', 'coordinator');

describe('small groups at the desk', () => {
	it('are listed with who leads them and how many are in them, for their own programme alone', async () => {
		for (const who of [nadia, lead])
			expect(await circleList(they.house, who)).toMatchObject([
				{ id: CIRCLE, name: 'Year 6 group', workerName: 'Wren', people: 2, ended: false }
			]);
		for (const who of [elsewhere, at(RIVERSIDE, 'young'), at(RIVERSIDE, 'mentor')])
			expect(await circleList(they.house, who)).toEqual([]);
	});

	it('one shows its people, its next meetings and how many say that they come', async () => {
		const meet = { circleId: CIRCLE, day: '2026-12-01', time: '16:00', minutes: 90, place: 'Room 3' };
		const { id } = await they.says(WREN, 'gathering', { ...meet, about: '', whom: [] });
		await they.says(ASH, 'gathering-answer', { gatheringId: id, says: 'yes', without: [] });
		await they.says(BO, 'gathering-answer', { gatheringId: id, says: 'maybe', without: [] });
		const circle = await oneCircle(they.house, nadia, CIRCLE);
		expect(circle.people.map(({ firstName }) => firstName)).toEqual(['Ash', 'Bo']);
		expect(circle.meets).toMatchObject([{ place: 'Room 3', says: { yes: 1, maybe: 1, no: 0 } }]);
	});

	it('are found and changed by nobody of another programme, and changed by nobody who only sees', async () => {
		for (const who of [elsewhere, at(RIVERSIDE, 'mentor')])
			await expect(oneCircle(they.house, who, CIRCLE)).rejects.toMatchObject({ status: 404 });
		await expect(oneCircle(they.house, nadia, 'circle-of-nobody')).rejects.toMatchObject({ status: 404 });
		for (const who of [elsewhere, lead]) {
			const asked = { programmeId: RIVERSIDE, name: 'x', workerId: WREN, startsOn: '2026-12-01' };
			for (const doing of [
				() => makeGroup(they.house, who, asked),
				() => letInto(they.house, who, CIRCLE, CAM),
				() => takeOut(they.house, who, CIRCLE, ASH),
				() => setLastDay(they.house, who, CIRCLE, null),
				() => endGroup(they.house, who, CIRCLE)
			])
				await expect(doing()).rejects.toMatchObject({ status: 404 });
		}
	});

	it('whoever is let in reads it, and whoever is taken out does not', async () => {
		await letInto(they.house, nadia, CIRCLE, CAM);
		expect((await sync(they.house, CAM, {})).rows).toHaveProperty('circles');
		await takeOut(they.house, nadia, CIRCLE, CAM);
		expect((await sync(they.house, CAM, {})).rows).not.toHaveProperty('circles');
		await endGroup(they.house, nadia, CIRCLE);
		expect(await circleList(they.house, nadia)).toMatchObject([{ ended: true, people: 2 }]);
	});
});
