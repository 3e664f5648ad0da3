import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { pathOf } from '../../../src/lib/domain/pairings/path';
import { modelOf } from '../../../src/lib/domain/programmes/models';
import type { Plan } from '../../../src/lib/domain/programmes/plan';
import { USUAL_PLAN } from '../../../src/lib/domain/programmes/usual-plan';
import { audit, plans } from '../../../src/lib/server/database/schema';
import { makeProgramme } from '../../../src/lib/server/desk/make-programme';
import { pairUp } from '../../../src/lib/server/desk/pair-up';
import {
	moveToVersion,
	pairingsPlan,
	planAtDesk,
	programmesAtDesk,
	writePlan
} from '../../../src/lib/server/desk/plans';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { pairingSpace, programmeSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, asked, at, HARBOUR, openDesk, RIVERSIDE } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;

const notThere = expect.objectContaining({ status: 404 });
const refused = (why: string) => expect.objectContaining({ why });
const year = modelOf('chance_uk')!.plan;
/** The year with goals for longer. */
const longer: Plan = {
	...year,
	stages: year.stages.map((stage) =>
		stage.id === 'goals' ? { ...stage, lasts: { in: 'months', many: 8 } } : stage
	)
};
const write = (plan: Plan, id: string, over: string | null, who = nadia) =>
	writePlan(house, who, RIVERSIDE, { id, plan, over });
const lines = async (spaceId: string, action: string) =>
	(
		await house.store.read
			.select()
			.from(audit)
			.where(and(eq(audit.spaceId, spaceId), eq(audit.action, action)))
	).length;
const paired = async () => {
	const [ash, sam] = [await add(house, 'Ash', 'young'), await add(house, 'Sam', 'mentor')];
	const { endsOn: _, ...two } = asked(ash, sam, { id: 'pairing-of-two' });
	return pairUp(house, nadia, two);
};
const phone = async () => (await sync(house, 'person-ash', {})).rows;

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
});

describe('how a programme goes', () => {
	test('is the usual way until somebody gives it a plan, and every version of that stays', async () => {
		expect(await planAtDesk(house, nadia, RIVERSIDE)).toMatchObject({ plan: USUAL_PLAN, versions: [] });
		await write(year, 'version-one', null);
		await write(longer, 'version-two', 'version-one');
		expect(await planAtDesk(house, nadia, RIVERSIDE)).toMatchObject({
			...{ plan: longer, programme: { planId: 'version-two' } },
			versions: [{ version: 2 }, { version: 1, id: 'version-one' }]
		});
		expect(await lines(programmeSpace(RIVERSIDE), 'programme.plan_made')).toBe(2);
	});

	test('is a version once, however often it is sent, and none where nothing is different', async () => {
		for (let n = 0; n < 2; n++) await write(year, 'version-one', null);
		expect(await write({ ...year }, 'version-two', 'version-one')).toBe('version-one');
		expect(await house.store.read.select().from(plans)).toHaveLength(1);
	});

	test('is not changed over somebody else’s change without having seen it', async () => {
		await write(year, 'version-one', null);
		await write(longer, 'version-two', 'version-one');
		await expect(write(year, 'version-three', 'version-one')).rejects.toEqual(refused('plan_changed'));
		await expect(write(year, 'version-three', null)).rejects.toEqual(refused('plan_changed'));
		await write(year, 'version-three', 'version-two');
	});

	test('is never something that does not hold together', async () => {
		const broken = { ...year, goals: { ...year.goals, from: 'later' } };
		await expect(write(broken, 'version-one', null)).rejects.toEqual(refused('plan_does_not_hold'));
	});

	test('is for whoever runs the programme', async () => {
		for (const who of [tom, omar]) {
			await expect(planAtDesk(house, who, RIVERSIDE)).rejects.toEqual(notThere);
			await expect(write(year, 'version-one', null, who)).rejects.toEqual(notThere);
		}
		expect(await programmesAtDesk(house, tom)).toEqual([]);
		expect(await programmesAtDesk(house, omar)).toMatchObject([{ id: HARBOUR, plan: null, pairings: 0 }]);
	});
});

describe('another programme', () => {
	const another = {
		...{ id: 'programme-hillside', name: 'Hillside', appName: 'Corner', zone: 'Europe/Belfast' },
		...{ safeguarding: true, plan: year }
	};

	test('is made with its plan, and whoever makes it runs it', async () => {
		for (let n = 0; n < 2; n++) expect(await makeProgramme(house, nadia, another)).toBe(another.id);
		const both = (['coordinator', 'safeguarding'] as const).map((role) => ({
			programmeId: another.id,
			role
		}));
		const nadiaNow = { ...nadia, memberships: [...nadia.memberships, ...both] };
		expect(await planAtDesk(house, nadiaNow, another.id)).toMatchObject({ plan: year });
		const { rows } = await sync(house, nadia.personId, {});
		expect(rows.programmes?.find(({ id }) => id === another.id)?.helpLines.length).toBeGreaterThan(3);
		expect(rows.plans).toMatchObject([{ programmeId: another.id, version: 1, plan: year }]);
	});

	test('is made by nobody who runs none', async () => {
		await expect(makeProgramme(house, tom, another)).rejects.toEqual(notThere);
	});
});

describe('a pairing', () => {
	beforeEach(() => write(year, 'version-one', null));

	test('keeps the version that it began with when its programme gets a newer one', async () => {
		const id = await paired();
		await write(longer, 'version-two', 'version-one');
		const [pairing] = (await phone()).pairings ?? [];
		expect(pairing).toMatchObject({ id, planId: 'version-one', endsOn: '2027-11-23' });
		expect(await planAtDesk(house, nadia, RIVERSIDE)).toMatchObject({
			versions: [{ pairings: 0 }, { pairings: 1 }],
			without: 0
		});
	});

	test('is moved to the newer one, what has begun stays on its days, and both phones know', async () => {
		const id = await paired();
		await write(longer, 'version-two', 'version-one');
		clock.now += 120 * DAY;
		const before = await pairingsPlan(house, nadia, id);
		expect(before).toMatchObject({ version: 1, newer: { is: 'moves', version: 2, endsOn: '2028-01-23' } });
		for (let n = 0; n < 2; n++) await moveToVersion(house, nadia, id, 'version-two');
		const { pairings: [pairing] = [], stageStarts = [], plans: known = [] } = await phone();
		expect(pairing).toMatchObject({ planId: 'version-two', endsOn: '2028-01-23' });
		const plan = known.find((one) => one.id === pairing?.planId)!.plan;
		const path = pathOf({ plan, startsOn: '2026-11-24', endsOn: pairing!.endsOn, starts: stageStarts });
		expect(path).toEqual(before?.newer?.is === 'moves' && before.newer.path);
		expect(path.map(({ stage, from }) => [stage.id, from])).toEqual([
			...[
				['getting_to_know', '2026-11-24'],
				['goals', '2027-02-24'],
				['ending', '2027-10-24']
			]
		]);
		expect(await pairingsPlan(house, nadia, id)).toMatchObject({ version: 2, newer: null });
		expect(await lines(pairingSpace(id), 'pairing.plan_moved')).toBe(1);
	});

	test('that winds down stays, and says why', async () => {
		const id = await paired();
		await write(longer, 'version-two', 'version-one');
		clock.now = at('12:00', '2027-08-24');
		expect(await pairingsPlan(house, nadia, id)).toMatchObject({
			newer: { is: 'stays', why: 'winding_down_already' }
		});
		await expect(moveToVersion(house, nadia, id, 'version-two')).rejects.toEqual(
			refused('winding_down_already')
		);
	});

	test('is moved by whoever runs it, to a version of its own programme', async () => {
		const id = await paired();
		await write(longer, 'version-two', 'version-one');
		await writePlan(house, omar, HARBOUR, { id: 'harbours-own', plan: longer, over: null });
		for (const who of [tom, omar])
			await expect(moveToVersion(house, who, id, 'version-two')).rejects.toEqual(notThere);
		await expect(pairingsPlan(house, omar, id)).rejects.toEqual(notThere);
		for (const planId of ['harbours-own', 'nothing-there', '\0'])
			await expect(moveToVersion(house, nadia, id, planId)).rejects.toEqual(notThere);
	});

	test('from before there was a plan can get one, and has its path from its first day', async () => {
		const inHarbour = { programmeId: HARBOUR };
		const [ash, sam] = [
			await add(house, 'Ash', 'young', inHarbour),
			await add(house, 'Sam', 'mentor', inHarbour)
		];
		const two = asked(ash, sam, { ...inHarbour, id: 'pairing-before' });
		const id = await pairUp(house, omar, two);
		await writePlan(house, omar, HARBOUR, { id: 'harbours-own', plan: year, over: null });
		clock.now += 120 * DAY;
		await moveToVersion(house, omar, id, 'harbours-own');
		expect(await pairingsPlan(house, omar, id)).toMatchObject({
			...{ version: 1, endsOn: null, newer: null },
			path: [{ from: '2026-11-24' }, { stage: { id: 'goals' }, from: '2027-02-24' }]
		});
	});
});
