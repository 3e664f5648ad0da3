import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, instantAt } from '../../../src/lib/domain/clock/zones';
import { LASTING_DAYS } from '../../../src/lib/domain/introductions/introduction';
import { USUAL_ANSWER_MINUTES, USUAL_HOURS } from '../../../src/lib/domain/pairings/agreement';
import { pairings } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { expireOffers, goOn, setFirstMeeting } from '../../../src/lib/server/introductions/offer';
import { addApproval } from '../../../src/lib/server/mentors/review';
import { pair } from '../../../src/lib/server/pairings/pair';
import { endMembership } from '../../../src/lib/server/people/people';
import { change } from '../../../src/lib/server/spaces';
import {
	ASH,
	DEE,
	entryId,
	KIT,
	mentorSays,
	NADIA,
	offered,
	openTown,
	phoneOf,
	post,
	RIVERSIDE,
	rowOf,
	SAM,
	youngSays
} from './town';

let house: House;
let clock: { now: number };

beforeEach(async () => ({ house, clock } = await openTown()));
afterEach(() => house.store.close());

const paired = async () =>
	(await house.store.read.select().from(pairings)).map(({ youngId, mentorId }) => [youngId, mentorId]);
const asksOf = async (mentorId: string) =>
	((await phoneOf(house, mentorId)).askings ?? []).map(({ youngName, state }) => [youngName, state]);

/** The desk sets when the two first meet: in an hour. */
const meetInAnHour = (id: string) =>
	change(house, NADIA, async (making) =>
		setFirstMeeting(making, await rowOf(house, id), { at: clock.now + HOUR, place: 'Riverside café' })
	);

describe('yes and yes', () => {
	test('begin one pairing, and the mentor’s phone says with whom', async () => {
		const id = await offered(house, ASH, SAM);
		expect(await asksOf(SAM)).toEqual([]);
		await youngSays(house, ASH, id, 'yes');
		expect(await asksOf(SAM)).toEqual([['Ash', 'asked']]);
		expect(await paired()).toEqual([]);
		await mentorSays(house, SAM, id, 'yes');
		expect(await paired()).toEqual([[ASH, SAM]]);
		expect(await asksOf(SAM)).toEqual([['Ash', 'begun']]);
		expect((await rowOf(house, id)).pairingId).not.toBeNull();
	});

	test('withdraw what else the young person was shown', async () => {
		const [one, other] = [await offered(house, ASH, SAM), await offered(house, ASH, DEE)];
		await youngSays(house, ASH, one, 'yes');
		await mentorSays(house, SAM, one, 'yes');
		expect(await rowOf(house, other)).toMatchObject({ state: 'withdrawn', whyNot: 'began_elsewhere' });
		expect(await asksOf(DEE)).toEqual([]);
	});

	test('posted again change nothing', async () => {
		const id = await offered(house, ASH, SAM);
		const [first, second] = [entryId(), entryId()];
		for (let times = 0; times < 3; times++) {
			const body = { introductionId: id, says: 'yes' as const, why: '', show: [] };
			expect((await post(house, ASH, 'introduction-answer', body, first)).is).toBe('sent');
			expect((await post(house, SAM, 'asking-answer', body, second)).is).toBe('sent');
		}
		expect(await paired()).toHaveLength(1);
	});

	test('settle on the pairing that a coordinator made by hand meanwhile', async () => {
		const id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'yes');
		const zone = 'Europe/London';
		const byHand = await change(house, NADIA, (making) =>
			pair(making, {
				...{ programmeId: RIVERSIDE, youngId: ASH, mentorId: SAM, endsOn: null, zone },
				...{ hours: USUAL_HOURS, answerWithinMinutes: USUAL_ANSWER_MINUTES }
			})
		);
		expect(await mentorSays(house, SAM, id, 'yes')).toMatchObject({ is: 'sent' });
		expect(await rowOf(house, id)).toMatchObject({ state: 'begun', pairingId: byHand });
		expect(await paired()).toHaveLength(1);
	});

	test('begin nothing when the young person has left the programme: the coordinator sees to it', async () => {
		const id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'yes');
		await change(house, NADIA, (making) =>
			endMembership(making, { programmeId: RIVERSIDE, personId: ASH, role: 'young' })
		);
		expect(await mentorSays(house, SAM, id, 'yes')).toMatchObject({ is: 'sent' });
		expect(await rowOf(house, id)).toMatchObject({ state: 'waiting', waitsFor: 'approval' });
		expect(await paired()).toEqual([]);
	});

	test('a second yes under another id is refused', async () => {
		const id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'yes');
		expect(await youngSays(house, ASH, id, 'yes')).toMatchObject({ is: 'refused', why: 'answered_already' });
	});
});

describe('two yeses to the last place', () => {
	/** @param yeses how both say yes: one after the other, the other way round, or at once */
	const both = async (
		yeses: (ash: () => Promise<unknown>, kit: () => Promise<unknown>) => Promise<unknown>
	) => {
		const ids: Record<string, string> = {
			[ASH]: await offered(house, ASH, SAM),
			[KIT]: await offered(house, KIT, SAM)
		};
		const say = (who: string) => () => youngSays(house, who, ids[who] ?? '', 'yes');
		await yeses(say(ASH), say(KIT));
		const rows = await Promise.all(Object.values(ids).map((id) => rowOf(house, id)));
		const held = rows.find(({ state }) => state === 'asked');
		const late = rows.find(({ state }) => state === 'waiting');
		if (!held || !late)
			throw new Error(`One is asked and one waits, not ${rows.map((row) => row.state).join()}`);
		return { held, late };
	};

	test.each([
		[
			'Ash first',
			ASH,
			async (ash: () => Promise<unknown>, kit: () => Promise<unknown>) => (await ash(), kit())
		],
		[
			'Kit first',
			KIT,
			async (ash: () => Promise<unknown>, kit: () => Promise<unknown>) => (await kit(), ash())
		]
	])('%s: who came first is asked, and the other waits for the place', async (_, first, order) => {
		const { held, late } = await both(order);
		expect(held.youngId).toBe(first);
		expect(late.waitsFor).toBe('place');
		expect(await asksOf(SAM)).toHaveLength(1);
	});

	test('at the same moment: one pairing, and one honest answer', async () => {
		const { held, late } = await both((ash, kit) => Promise.all([ash(), kit()]));
		expect(late.waitsFor).toBe('place');
		await mentorSays(house, SAM, held.id, 'yes');
		expect(await paired()).toEqual([[held.youngId, SAM]]);
		expect(await rowOf(house, late.id)).toMatchObject({ state: 'not_possible', whyNot: 'full' });
		const told = (await phoneOf(house, late.youngId)).introductions ?? [];
		expect(told).toMatchObject([{ state: 'not_possible', whyNot: 'full' }]);
		expect(await asksOf(SAM)).toHaveLength(1);
	});

	test('the one who waited can go on once the mentor says that they can’t be with the first', async () => {
		const { held, late } = await both((ash, kit) => Promise.all([ash(), kit()]));
		await mentorSays(house, SAM, held.id, 'no');
		await change(house, NADIA, async (making) => goOn(making, await rowOf(house, late.id)));
		expect((await rowOf(house, late.id)).state).toBe('asked');
		await mentorSays(house, SAM, late.id, 'yes');
		expect(await paired()).toEqual([[late.youngId, SAM]]);
	});
});

describe('meeting first', () => {
	let id: string;
	beforeEach(async () => {
		id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'meet_first');
		await mentorSays(house, SAM, id, 'yes');
	});

	test('promises nothing: time and place come to both phones, and a pairing with a yes of both after it', async () => {
		expect(await asksOf(SAM)).toEqual([['Ash', 'to_meet']]);
		await meetInAnHour(id);
		const set = { firstMeetingAt: clock.now + HOUR, firstMeetingPlace: 'Riverside café' };
		expect((await phoneOf(house, SAM)).askings).toMatchObject([set]);
		expect((await phoneOf(house, ASH)).introductions).toMatchObject([set]);
		clock.now += HOUR;
		expect((await youngSays(house, ASH, id, 'after_yes')).is).toBe('sent');
		expect(await paired()).toEqual([]);
		expect((await mentorSays(house, SAM, id, 'after_yes')).is).toBe('sent');
		expect(await paired()).toEqual([[ASH, SAM]]);
	});

	test('cannot be answered for before it has begun', async () => {
		await meetInAnHour(id);
		clock.now += HOUR - 1;
		expect(await mentorSays(house, SAM, id, 'after_yes')).toMatchObject({ why: 'not_met_yet' });
		clock.now += 1;
		expect((await mentorSays(house, SAM, id, 'after_yes')).is).toBe('sent');
	});

	test.each([
		['the young person', ASH, { state: 'declined' }],
		['the mentor', SAM, { state: 'not_possible', whyNot: 'not_after' }]
	])('goes no further with a no of %s', async (_, who, ends) => {
		await meetInAnHour(id);
		clock.now += HOUR;
		const no = who === ASH ? youngSays(house, ASH, id, 'after_no') : mentorSays(house, SAM, id, 'after_no');
		expect((await no).is).toBe('sent');
		expect(await rowOf(house, id)).toMatchObject(ends);
		expect(await asksOf(SAM)).toEqual([['Ash', 'over']]);
		expect(await paired()).toEqual([]);
	});

	test('a “no thanks” may be said at any time before it begins', async () => {
		expect((await youngSays(house, ASH, id, 'no_thanks')).is).toBe('sent');
		expect(await asksOf(SAM)).toEqual([['Ash', 'over']]);
	});
});

describe('a mentor whose approval runs out', () => {
	const TWO_DECEMBER = instantAt('2026-12-02', '12:00', 'Europe/London');
	const renew = () =>
		change(house, NADIA, async (making) => {
			for (const kind of ['check', 'training', 'references'] as const)
				await addApproval(making, {
					...{ programmeId: RIVERSIDE, mentorId: SAM, kind, from: '2026-12-02', until: null }
				});
		});

	test('between offer and yes: it waits, they hear nothing, and it goes on when it is renewed', async () => {
		const id = await offered(house, ASH, SAM);
		clock.now = TWO_DECEMBER;
		expect((await youngSays(house, ASH, id, 'yes')).is).toBe('sent');
		expect(await rowOf(house, id)).toMatchObject({ state: 'waiting', waitsFor: 'approval' });
		expect(await asksOf(SAM)).toEqual([]);
		expect(await mentorSays(house, SAM, id, 'yes')).toMatchObject({ why: 'not_found' });
		const go = () => change(house, NADIA, async (making) => goOn(making, await rowOf(house, id)));
		await expect(go()).rejects.toThrow('not_approved');
		await renew();
		await go();
		expect(await asksOf(SAM)).toEqual([['Ash', 'asked']]);
	});

	test('on the last good day they are still asked', async () => {
		const id = await offered(house, ASH, SAM);
		clock.now = instantAt('2026-12-01', '23:59', 'Europe/London');
		await youngSays(house, ASH, id, 'yes');
		expect((await rowOf(house, id)).state).toBe('asked');
	});
});

describe('what cannot be said', () => {
	test('a yes after the offer has run out is refused, and up to then it is kept', async () => {
		const [one, other] = [await offered(house, ASH, SAM), await offered(house, KIT, DEE)];
		clock.now += LASTING_DAYS * DAY - 1;
		expect((await youngSays(house, KIT, other, 'yes')).is).toBe('sent');
		clock.now += 1;
		expect(await youngSays(house, ASH, one, 'yes')).toMatchObject({ is: 'refused', why: 'offer_over' });
		expect(await expireOffers(house)).toBe(1);
		expect((await rowOf(house, one)).state).toBe('expired');
		expect(await asksOf(SAM)).toEqual([]);
	});

	test('anything to somebody else’s introduction: there is nothing there', async () => {
		const id = await offered(house, ASH, SAM);
		const nothing = { is: 'refused', why: 'not_found' };
		expect(await youngSays(house, KIT, id, 'yes')).toMatchObject(nothing);
		expect(await youngSays(house, KIT, 'introduction-of-nobody', 'yes')).toMatchObject(nothing);
		await youngSays(house, ASH, id, 'yes');
		expect(await mentorSays(house, DEE, id, 'yes')).toMatchObject(nothing);
		expect(await mentorSays(house, NADIA, id, 'yes')).toMatchObject(nothing);
	});

	test('anything by the mentor before they were asked, however it went: there is nothing there', async () => {
		const nothing = { is: 'refused', why: 'not_found' };
		const one = await offered(house, ASH, SAM);
		expect(await mentorSays(house, SAM, one, 'yes')).toMatchObject(nothing);
		await youngSays(house, ASH, one, 'no_thanks');
		expect(await mentorSays(house, SAM, one, 'yes')).toMatchObject(nothing);
		const other = await offered(house, KIT, DEE);
		clock.now = instantAt('2026-12-02', '12:00', 'Europe/London');
		await youngSays(house, KIT, other, 'yes');
		await youngSays(house, KIT, other, 'no_thanks');
		expect((await rowOf(house, other)).state).toBe('declined');
		expect(await mentorSays(house, DEE, other, 'yes')).toMatchObject(nothing);
	});

	test('a “no thanks” after a yes is kept, and the mentor reads only that it goes no further', async () => {
		const id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'yes');
		expect((await youngSays(house, ASH, id, 'no_thanks', 'changed my mind')).is).toBe('sent');
		expect(await asksOf(SAM)).toEqual([['Ash', 'over']]);
		expect(await mentorSays(house, SAM, id, 'yes')).toMatchObject({ why: 'offer_over' });
		await expect(offered(house, ASH, SAM)).rejects.toThrow('declined_before');
		expect((await rowOf(house, id)).state).toBe('declined');
	});
});
