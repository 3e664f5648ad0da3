import { and, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { endCircle, setCircleEnd } from '../../../src/lib/server/circles/end';
import { joinCircle } from '../../../src/lib/server/circles/join';
import { leaveCircle } from '../../../src/lib/server/circles/leave';
import { makeCircle } from '../../../src/lib/server/circles/make';
import { jobs, notices, programmes, readers, spaces } from '../../../src/lib/server/database/schema';
import { endRole } from '../../../src/lib/server/desk/roles';
import { addApproval } from '../../../src/lib/server/mentors/review';
import { change } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { london } from '../meetings/two';
import { RIVERSIDE } from '../pairing';
import { doWhatIsDue } from '../due';
import { ASH, BO, CAM, CIRCLE, CIRCLE_PLAN, inCircle, NADIA, WREN, type InCircle } from './circle';

let they: InCircle;
beforeEach(async () => {
	they = await inCircle(london('2026-11-24', '12:00'));
});
afterEach(() => they.house.store.close());

const SPACE = `circle:${CIRCLE}`;
const tuesday = {
	...{ circleId: CIRCLE, day: '2026-12-01', time: '16:00', minutes: 90, place: 'Room 3' },
	...{ about: 'The new school', whom: [] }
};
const rowsOf = async (personId: string) => (await sync(they.house, personId, {})).rows;
const making = <R>(work: Parameters<typeof change<R>>[2]) => change(they.house, null, work);

describe('a small group', () => {
	it('is on the phones of whoever is in it and who leads it, with first names, and on nobody else’s', async () => {
		for (const personId of [ASH, BO, WREN]) {
			const rows = await rowsOf(personId);
			expect(rows.circles).toMatchObject([{ id: CIRCLE, name: 'Year 6 group', workerName: 'Wren' }]);
			expect(rows.circleMembers?.map(({ firstName }) => firstName).sort()).toEqual(['Ash', 'Bo']);
		}
		expect(await rowsOf(CAM)).not.toHaveProperty('circles');
	});

	it('its meetings are called by who leads it, and everybody sees who comes', async () => {
		const { id } = await they.says(WREN, 'gathering', tuesday);
		expect(await they.says(ASH, 'gathering', tuesday)).toMatchObject({ why: 'not_yours_to_do' });
		expect(await they.says(CAM, 'gathering', tuesday)).toMatchObject({ why: 'not_found' });
		await they.says(ASH, 'gathering-answer', { gatheringId: id, says: 'maybe', without: [] });
		expect(
			await they.says(CAM, 'gathering-answer', { gatheringId: id, says: 'yes', without: [] })
		).toMatchObject({ why: 'not_found' });
		expect((await rowsOf(BO)).gatheringAnswers).toMatchObject([{ personId: ASH, says: 'maybe' }]);
		const told = await they.house.store.read.select().from(notices);
		expect(told.map(({ personId }) => personId).sort()).toEqual([ASH, BO]);
	});

	it('the others see first names and answers, and nothing else of one another', async () => {
		const { id } = await they.says(WREN, 'gathering', tuesday);
		await they.says(ASH, 'gathering-answer', { gatheringId: id, says: 'yes', without: [] });
		await they.says(ASH, 'safety-line', {
			...{ lineId: 'line-one', section: 'places', words: 'Only for Ash', was: '' }
		});
		await they.says(ASH, 'about-line', { line: 'helps', words: 'Only for Ash', shared: true });
		const rows = await rowsOf(BO);
		expect(Object.keys(rows).sort()).toEqual([
			...['circleMembers', 'circles', 'gatheringAnswers', 'gatherings', 'notices', 'plans', 'programmes']
		]);
		const ofAsh = rows.circleMembers?.find(({ personId }) => personId === ASH);
		expect(Object.keys(ofAsh ?? {}).sort()).toEqual([
			...['circleId', 'firstName', 'id', 'joinedAt', 'leftAt', 'personId', 'spaceId']
		]);
		expect(JSON.stringify(await sync(they.house, BO, {}))).not.toContain('Only for Ash');
	});
});

describe('leaving a small group', () => {
	it('whoever leaves reaches nothing of it: not the space, not what comes later, not its meetings', async () => {
		const { id } = await they.says(WREN, 'gathering', tuesday);
		const before = await sync(they.house, ASH, {});
		expect(await they.says(ASH, 'circle-left', { circleId: CIRCLE })).toMatchObject({ is: 'sent' });
		const after = await sync(they.house, ASH, before.spaces);
		expect(after.gone).toEqual([SPACE]);
		expect(after.spaces).not.toHaveProperty([SPACE]);
		expect(await rowsOf(ASH)).not.toHaveProperty('circles');
		expect(await rowsOf(ASH)).not.toHaveProperty('gatherings');
		expect(
			await they.says(ASH, 'gathering-answer', { gatheringId: id, says: 'yes', without: [] })
		).toMatchObject({ why: 'not_found' });
		expect(await they.says(ASH, 'circle-left', { circleId: CIRCLE })).toMatchObject({ why: 'not_found' });
	});

	it('a live stream of theirs is told to sync and let go at once', async () => {
		const [heard, closed] = [[] as unknown[], [] as string[]];
		they.house.live.add({
			...{ personId: ASH, sessionId: 'session', send: (told) => void heard.push(told) },
			close: () => void closed.push(ASH)
		});
		await they.says(ASH, 'circle-left', { circleId: CIRCLE });
		expect(closed).toEqual([ASH]);
		expect(heard).toContain('sync');
		heard.length = 0;
		await they.says(WREN, 'gathering', tuesday);
		expect(heard).toEqual([]);
	});

	it('the others read their name no more', async () => {
		await they.says(ASH, 'circle-left', { circleId: CIRCLE });
		const ash = (await rowsOf(BO)).circleMembers?.find(({ personId }) => personId === ASH);
		expect(ash?.firstName).toBe('');
		expect(ash?.leftAt).not.toBeNull();
	});

	it('they can be let in again, and are in it once', async () => {
		const circle = await they.row();
		await making((one) => leaveCircle(one, circle, ASH));
		they.clock.now += 1000;
		await making((one) => joinCircle(one, circle, ASH));
		await making((one) => joinCircle(one, circle, ASH));
		expect((await rowsOf(BO)).circleMembers?.filter(({ personId }) => personId === ASH)).toMatchObject([
			{ firstName: 'Ash', leftAt: null }
		]);
		expect(await rowsOf(ASH)).toHaveProperty('circles');
	});

	it.each([
		['a young person', ASH, 'young' as const],
		['the worker', WREN, 'mentor' as const]
	])('%s who is no more in the programme reaches none of its circles', async (_, personId, role) => {
		const nadia = {
			...{ personId: NADIA, firstName: 'Nadia', sessionId: 'session' },
			memberships: [{ programmeId: RIVERSIDE, role: 'coordinator' as const }]
		};
		await endRole(they.house, nadia, { personId, programmeId: RIVERSIDE, role });
		expect((await sync(they.house, personId, {})).spaces).not.toHaveProperty([SPACE]);
	});
});

describe('making one', () => {
	it('asks for a mentor of the programme who is approved today', async () => {
		const asked = { programmeId: RIVERSIDE, name: 'Another', startsOn: '2026-12-01', endsOn: null };
		const make = (workerId: string) => making((one) => makeCircle(one, { ...asked, workerId }));
		await expect(make(ASH)).rejects.toMatchObject({ why: 'not_members' });
		await making(({ tx }) =>
			tx
				.update(programmes)
				.set({ approvalsNeeded: ['check'] })
				.where(eq(programmes.id, RIVERSIDE))
		);
		await expect(make(WREN)).rejects.toMatchObject({ why: 'not_approved' });
		await change(they.house, NADIA, (one) =>
			addApproval(one, {
				...{ id: 'approval-one', programmeId: RIVERSIDE, mentorId: WREN, kind: 'check' },
				...{ from: '2026-01-01', until: '2026-11-24' }
			})
		);
		await expect(make(WREN)).resolves.toBeTypeOf('string');
	});

	it('the same id again makes one', async () => {
		const asked = { id: CIRCLE, programmeId: RIVERSIDE, name: 'x', workerId: WREN, startsOn: '2026-12-01' };
		await making((one) => makeCircle(one, asked));
		expect(await they.row()).toMatchObject({ name: 'Year 6 group', planId: 'plan-of-circle' });
	});

	it('takes only young people of the programme in', async () => {
		const circle = await they.row();
		await expect(making((one) => joinCircle(one, circle, WREN))).rejects.toMatchObject({
			why: 'same_person'
		});
		await expect(making((one) => joinCircle(one, circle, 'nobody'))).rejects.toMatchObject({
			why: 'not_members'
		});
	});
});

describe('the end of one', () => {
	it('comes by itself on the day after its last, calls off what was ahead, and closes it', async () => {
		await they.says(WREN, 'gathering', { ...tuesday, day: '2027-01-26' });
		they.clock.now = london('2027-01-19', '23:59');
		await doWhatIsDue(they.house);
		expect((await they.row()).endedAt).toBeNull();
		they.clock.now = london('2027-01-20', '00:00');
		await doWhatIsDue(they.house);
		expect((await they.row()).endedAt).toBe(they.clock.now);
		expect((await rowsOf(ASH)).gatherings).toMatchObject([{ calledOffAt: they.clock.now }]);
		expect(await they.says(WREN, 'gathering', { ...tuesday, day: '2027-01-28' })).toMatchObject({
			why: 'pairing_ended'
		});
		const again = await making((one) => joinCircle(one, { ...circleOf(), endedAt: 1 }, CAM)).catch(
			(error: unknown) => error
		);
		expect(again).toMatchObject({ why: 'pairing_ended' });
	});

	it('can be read for as many months as its plan says, and not a day longer', async () => {
		const circle = await they.row();
		await making((one) => endCircle(one, circle));
		expect(CIRCLE_PLAN.ending.readableMonths).toBe(12);
		they.clock.now = london('2027-11-24', '23:59');
		expect(await rowsOf(ASH)).toHaveProperty('circles');
		they.clock.now = london('2027-11-25', '00:00');
		for (const personId of [ASH, BO, WREN]) expect(await rowsOf(personId)).not.toHaveProperty('circles');
		const open = await they.house.store.read
			.select()
			.from(readers)
			.where(and(eq(readers.spaceId, SPACE), isNull(readers.until)));
		expect(open).toEqual([]);
	});

	it('a last day that was moved does not end it early', async () => {
		const circle = await they.row();
		await making((one) => setCircleEnd(one, circle, '2027-02-02'));
		they.clock.now = london('2027-01-20', '00:00');
		await doWhatIsDue(they.house);
		expect((await they.row()).endedAt).toBeNull();
		they.clock.now += 14 * DAY;
		await doWhatIsDue(they.house);
		expect((await they.row()).endedAt).toBe(they.clock.now);
	});
});

const circleOf = () => ({
	...{ id: CIRCLE, spaceId: SPACE, revision: 1, programmeId: RIVERSIDE, name: 'x', workerId: WREN },
	...{ planId: null, startsOn: '2026-11-24', endsOn: null, endedAt: null }
});

it('a circle has a space of its own kind', async () => {
	const [space] = await they.house.store.read.select().from(spaces).where(eq(spaces.id, SPACE));
	expect(space?.kind).toBe('circle');
	expect((await they.house.store.read.select().from(jobs)).map(({ kind }) => kind)).toContain('circle');
});
