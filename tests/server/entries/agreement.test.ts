import { and, asc, eq, like } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../src/lib/domain/clock/zones';
import type { Outcome } from '../../../src/lib/domain/entries/entry';
import type { EntryBodies } from '../../../src/lib/domain/entries/kinds';
import { inForce, USUAL_HOURS, type ReadingWindow } from '../../../src/lib/domain/pairings/agreement';
import { firstTerms, USUAL_LIMITS, type Terms } from '../../../src/lib/domain/pairings/terms';
import { audit, pairings, programmes } from '../../../src/lib/server/database/schema';
import { setHours } from '../../../src/lib/server/desk/pair-up';
import { today } from '../../../src/lib/server/desk/today';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { accept } from '../../../src/lib/server/entries/accept';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { agreementsOf } from '../../../src/lib/server/pairings/facts';
import { pairingSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, at, openDesk, pairLastWeek, RIVERSIDE, say } from '../desk/desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let ash: string;
let sam: string;
let id: string;
let written: number;

beforeEach(async () => {
	({ house, clock, nadia } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
	id = await pairLastWeek(house, ash, sam, 'pairing-of-ash');
	written = 0;
});
afterEach(() => house.store.close());

const versions = () => agreementsOf(house.store.read, id);
const counts = async () => inForce(await versions(), clock.now)!;
const mornings: ReadingWindow[] = [{ weekday: 3, from: '10:00', to: '12:00' }];

async function post(who: string, kind: string, body: unknown, entryId?: string): Promise<Outcome> {
	const entry = { id: entryId ?? `entry-${1000 + ++written}`, kind, body, writtenAt: clock.now };
	const [outcome] = await accept(house, who, [entry]);
	return outcome as Outcome;
}

async function proposal(
	change: Partial<Terms> = {},
	more: Partial<EntryBodies['agreement-proposal']> = {}
): Promise<EntryBodies['agreement-proposal']> {
	const now = await counts();
	return {
		...{ pairingId: id, basedOn: now.id, hours: now.hours, answerWithinMinutes: now.answerWithinMinutes },
		terms: { ...now.terms, ...change },
		...more
	};
}

async function propose(
	who: string,
	entryId: string,
	...asked: Parameters<typeof proposal>
): Promise<Outcome> {
	clock.now += 1;
	return post(who, 'agreement-proposal', await proposal(...asked), entryId);
}

async function answer(who: string, agreementId: string, says: 'yes' | 'no' | 'withdraw', basedOn?: string) {
	clock.now += 1;
	const seen = basedOn ?? (await counts()).id;
	return post(who, 'agreement-answer', { pairingId: id, agreementId, says, basedOn: seen });
}

const actions = async () =>
	(
		await house.store.read
			.select()
			.from(audit)
			.where(and(eq(audit.spaceId, pairingSpace(id)), like(audit.action, 'agreement.%')))
			.orderBy(asc(audit.revision), asc(audit.position))
	).map(({ action, personId }) => `${action} ${personId ?? 'nobody'}`);

describe('what a pairing begins with', () => {
	test('are its programme’s own words, proposed by nobody', async () => {
		expect(await counts()).toMatchObject({
			...{ version: 1, proposedBy: null, youngYesAt: null, mentorYesAt: null },
			terms: firstTerms(USUAL_LIMITS, '2026-11-17')
		});
	});

	test('are those that the programme has written, once it has', async () => {
		const begins = { ...USUAL_LIMITS.begins, purpose: 'Climbing.' };
		await house.store.transaction((tx) =>
			tx.update(programmes).set({ agreementLimits: { ...USUAL_LIMITS, begins, mostMinutes: 90 } })
		);
		const kit = await add(house, 'Kit', 'young');
		const other = await pairLastWeek(house, kit, sam);
		const [version] = await agreementsOf(house.store.read, other);
		expect(version?.terms).toMatchObject({ purpose: 'Climbing.', mostMinutes: 90 });
	});
});

describe('a proposal', () => {
	test('is the next version, counts for nothing yet, and reaches both phones', async () => {
		expect(await propose(ash, 'version-hers', { purpose: 'football' })).toMatchObject({ is: 'sent' });
		expect((await counts()).version).toBe(1);
		for (const who of [ash, sam]) {
			const { rows } = await sync(house, who, {});
			const hers = rows.agreements?.find((one) => one.id === 'version-hers');
			expect(hers).toMatchObject({ version: 2, from: null, proposedBy: ash, youngYesAt: clock.now });
			expect(hers?.terms.purpose).toBe('football');
		}
	});

	test('posted twice is one version', async () => {
		await propose(ash, 'version-hers');
		await propose(ash, 'version-hers');
		expect(await versions()).toHaveLength(2);
	});

	test('by both at once are two versions', async () => {
		const [hers, his] = [await proposal({ purpose: 'football' }), await proposal({ purpose: 'chess' })];
		await Promise.all([
			post(ash, 'agreement-proposal', hers, 'version-hers'),
			post(sam, 'agreement-proposal', his, 'version-his')
		]);
		expect((await versions()).map(({ version }) => version)).toEqual([3, 2, 1]);
	});

	test('from old ground, past the limits or with a mentor’s number is refused and written nowhere', async () => {
		const old = { basedOn: 'version-of-old' };
		expect(await propose(ash, 'version-a', {}, old)).toMatchObject({
			is: 'refused',
			why: 'agreement_changed'
		});
		expect(await propose(ash, 'version-b', { latest: '23:00' })).toMatchObject({ why: 'outside_limits' });
		const number = { youngReaches: '07700 900123' };
		expect(await propose(sam, 'version-c', number)).toMatchObject({ why: 'contact_details' });
		expect(await propose(ash, 'version-d', number)).toMatchObject({ is: 'sent' });
		expect(await versions()).toHaveLength(2);
	});

	test('is not there for anybody outside', async () => {
		expect(await propose(nadia.personId, 'version-x')).toMatchObject({ is: 'refused', why: 'not_found' });
	});
});

describe('a yes', () => {
	beforeEach(async () => {
		await propose(ash, 'version-hers', {}, { hours: mornings });
		await propose(sam, 'version-his', { purpose: 'chess' });
	});

	test('puts it in force, and says so in the audit, line by line', async () => {
		await answer(sam, 'version-hers', 'yes');
		expect(await counts()).toMatchObject({ id: 'version-hers', hours: mornings, from: clock.now });
		expect(await actions()).toEqual([
			'agreement.written nobody',
			`agreement.proposed ${ash}`,
			`agreement.proposed ${sam}`,
			`agreement.replaced ${sam}`,
			`agreement.overtaken ${sam}`,
			`agreement.in_force ${sam}`
		]);
	});

	test('by both to each other’s comes out the same whichever arrives first', async () => {
		const first = (await counts()).id;
		await answer(sam, 'version-hers', 'yes', first);
		expect(await answer(ash, 'version-his', 'yes', first)).toMatchObject({ is: 'sent' });
		expect((await counts()).id).toBe('version-his');
		expect((await versions()).filter((one) => one.from !== null && one.closedAt === null)).toHaveLength(1);
	});

	test('changes by when an answer is promised for what comes after, and not for what came before', async () => {
		clock.now = at('14:00');
		await say(house, ash, id, 'are you there');
		clock.now = at('15:00');
		await answer(sam, 'version-hers', 'yes');
		const needs = async () => today(house, await deskProgrammes(house, [RIVERSIDE]), nadia);
		expect((await needs()).waiting[0]?.wait?.hearBy).toBe(at('20:00'));
		await house.store.transaction((tx) => tx.update(pairings).set({ waitingSince: clock.now }));
		expect((await needs()).waiting[0]?.wait?.hearBy).toBe(at('12:00', '2026-12-02'));
	});
});

describe('the desk’s hours', () => {
	const asked = { hours: mornings, answerWithinMinutes: 60 };

	test('are written while the two have agreed on nothing, and overtake what was proposed', async () => {
		await propose(ash, 'version-hers', { purpose: 'football' });
		await setHours(house, nadia, id, asked);
		expect(await counts()).toMatchObject({ version: 3, hours: mornings, proposedBy: null });
		expect((await versions())[1]).toMatchObject({ id: 'version-hers', closedWhy: 'overtaken' });
		expect(await answer(sam, 'version-hers', 'yes')).toMatchObject({ why: 'agreement_changed' });
	});

	test('keep what else it began with', async () => {
		await setHours(house, nadia, id, asked);
		expect((await counts()).terms).toEqual(firstTerms(USUAL_LIMITS, '2026-11-17'));
	});

	test('are refused once the two have agreed', async () => {
		await propose(ash, 'version-hers', {}, { hours: mornings });
		await answer(sam, 'version-hers', 'yes');
		const refused = expect.objectContaining({ name: 'Refused', why: 'agreed_by_both' });
		await expect(setHours(house, nadia, id, { ...asked, hours: USUAL_HOURS })).rejects.toEqual(refused);
		expect((await counts()).id).toBe('version-hers');
	});
});

test('the day to look at it again moves on with a version that both kept', async () => {
	clock.now += 200 * DAY;
	const late = { reviewOn: '2027-12-24' };
	expect(await propose(sam, 'version-late', late)).toMatchObject({ why: 'review_too_late' });
	await propose(sam, 'version-again', { reviewOn: '2027-11-01' });
	await answer(ash, 'version-again', 'yes');
	expect((await counts()).terms.reviewOn).toBe('2027-11-01');
});
