import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../../src/lib/domain/clock/zones';
import type { Thing } from '../../../src/lib/domain/visibility/visibility';
import { mayOpen } from '../../../src/lib/domain/visibility/visibility';
import type { House } from '../../../src/lib/server/house';
import { setFirstMeeting, turnDown, withdraw } from '../../../src/lib/server/introductions/offer';
import { change } from '../../../src/lib/server/spaces';
import {
	ASH,
	DEE,
	KIT,
	mentorSays,
	NADIA,
	offered,
	openTown,
	rowOf,
	SAM,
	sent,
	youngSays
} from '../introductions/town';
import { toldTo, unseenBy } from './told';

let house: House;
let clock: { now: number };
beforeEach(async () => ({ house, clock } = await openTown()));
afterEach(() => house.store.close());

const later = () => (clock.now += HOUR);
const news = async (personId: string) =>
	(await toldTo(house, personId)).map(({ kind, subjectId }) => [kind, subjectId]);

describe('a card', () => {
	test('is told to the young person, and to no mentor', async () => {
		const id = await offered(house, ASH, SAM);
		expect(await news(ASH)).toEqual([['introduction', id]]);
		expect(await news(SAM)).toEqual([]);
	});

	test('that is taken back is told to nobody any more', async () => {
		const id = await offered(house, ASH, SAM);
		later();
		await change(house, NADIA, async (making) => withdraw(making, await rowOf(house, id)));
		expect(await unseenBy(house, ASH)).toEqual([]);
	});

	test('declined is told to nobody, now or after they met', async () => {
		expect(mayOpen('no_thanks' satisfies Thing, 'mentor', 'for the best of reasons')).toBe(false);
		await youngSays(house, ASH, await offered(house, ASH, SAM), 'no_thanks', 'not him');
		expect(await toldTo(house, SAM)).toEqual([]);
		const id = await offered(house, ASH, DEE);
		await youngSays(house, ASH, id, 'meet_first');
		await mentorSays(house, DEE, id, 'yes');
		await change(house, NADIA, async (making) =>
			setFirstMeeting(making, await rowOf(house, id), { at: clock.now, place: 'Riverside café' })
		);
		const before = await toldTo(house, DEE);
		later();
		expect(await youngSays(house, ASH, id, 'after_no', 'not her either')).toMatchObject({ is: 'sent' });
		const after = await toldTo(house, DEE);
		expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		expect(await unseenBy(house, DEE)).toEqual([]);
	});
});

describe('a yes', () => {
	test('is told to the mentor who is asked, once', async () => {
		const id = await offered(house, ASH, SAM);
		later();
		await youngSays(house, ASH, id, 'yes');
		expect(await news(SAM)).toEqual([['introduction', id]]);
		expect(await unseenBy(house, ASH), 'the card is answered').toEqual([]);
	});

	test('and yes is told to the young person, and not to whoever said it last', async () => {
		const id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'yes');
		later();
		await mentorSays(house, SAM, id, 'yes');
		expect((await news(ASH)).filter(([, subject]) => subject === id)).toHaveLength(2);
		expect(await news(SAM)).toHaveLength(1);
	});

	test('and no is told to the young person, and to another who waited for the same place nothing of it', async () => {
		const id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'yes');
		const kits = (await toldTo(house, KIT)).length;
		later();
		await mentorSays(house, SAM, id, 'no', 'too much on');
		expect(await news(ASH)).toHaveLength(2);
		expect(await toldTo(house, KIT)).toHaveLength(kits);
	});

	test('that can’t be is told by the desk’s answer', async () => {
		const [one, other] = [await offered(house, ASH, SAM), await offered(house, KIT, SAM)];
		await youngSays(house, ASH, one, 'yes');
		await youngSays(house, KIT, other, 'yes');
		expect(await news(KIT)).toHaveLength(1);
		later();
		await change(house, NADIA, async (making) => turnDown(making, await rowOf(house, other)));
		expect(await news(KIT)).toHaveLength(2);
		expect((await news(SAM)).map(([, subject]) => subject)).toEqual([one]);
	});

	test('and a first meeting that is set are told to both', async () => {
		const id = await offered(house, ASH, SAM);
		await youngSays(house, ASH, id, 'meet_first');
		later();
		await mentorSays(house, SAM, id, 'yes');
		later();
		await change(house, NADIA, async (making) =>
			setFirstMeeting(making, await rowOf(house, id), { at: clock.now + HOUR, place: 'Riverside café' })
		);
		expect(await news(ASH)).toHaveLength(3);
		expect(await news(SAM)).toHaveLength(2);
		later();
		await mentorSays(house, SAM, id, 'after_yes');
		later();
		await youngSays(house, ASH, id, 'after_yes');
		expect(await news(SAM), 'that it begins').toHaveLength(3);
	});
});

test('what anybody is told of stands in their own space alone', async () => {
	const id = await offered(house, ASH, SAM);
	await youngSays(house, ASH, id, 'yes');
	for (const personId of [ASH, SAM])
		for (const { spaceId } of await toldTo(house, personId)) expect(spaceId).toBe(`person:${personId}`);
	await sent(house, SAM, 'tell-choice', { kind: 'introduction', telling: 'never' });
	later();
	const [told] = await toldTo(house, SAM);
	await sent(house, ASH, 'notices-seen', { ids: [told?.id ?? ''] });
	expect(await unseenBy(house, SAM)).toEqual(['introduction']);
});
