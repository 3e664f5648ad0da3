import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { USUALLY_TOLD } from '../../../src/lib/domain/telling/kinds';
import { USUAL_NIGHT, USUAL_PUSH_WORDS } from '../../../src/lib/domain/telling/night';
import { notices } from '../../../src/lib/server/database/schema';
import { chooseAtDesk, seeAtDesk, tellingAtDesk, toldAtDesk } from '../../../src/lib/server/desk/told';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { change, personSpace } from '../../../src/lib/server/spaces';
import { add, openDesk, pairLastWeek } from './desk';

let house: House;
let nadia: Who;
let tom: Who;
let omar: Who;
let pairingId: string;

beforeEach(async () => {
	({ house, nadia, tom, omar } = await openDesk());
	pairingId = await pairLastWeek(house, await add(house, 'Ash', 'young'), await add(house, 'Sam', 'mentor'));
});
afterEach(() => house.store.close());

/** Somebody is told that Ash waits, so long ago. */
const told = (who: Who, id: string, ago: number) =>
	change(house, null, async (making) => {
		const spaceId = personSpace(who.personId);
		await making.tx.insert(notices).values({
			...{ id, spaceId, revision: await making.revision(spaceId), personId: who.personId },
			...{ kind: 'desk_late', pairingId, at: house.now() - ago }
		});
	});
const seenAt = async (id: string) =>
	(await house.store.read.select().from(notices).where(eq(notices.id, id)))[0]?.seenAt;

test('the last week stands on their first page, the newest first, five at most', async () => {
	await told(nadia, 'out', 7 * DAY);
	for (const [place, ago] of [7 * DAY - 1, 5, 4, 3, 2, 1].entries()) await told(nadia, `in-${place}`, ago);
	const shown = await toldAtDesk(house, nadia);
	expect(shown.map(({ id }) => id)).toEqual(['in-5', 'in-4', 'in-3', 'in-2', 'in-1']);
	expect(shown[0]).toMatchObject({ pairingId, youngName: 'Ash', mentorName: 'Sam', seenAt: null });
});

test('a week less a moment is still there', async () => {
	await told(nadia, 'in', 7 * DAY - 1);
	await told(nadia, 'out', 7 * DAY);
	expect((await toldAtDesk(house, nadia)).map(({ id }) => id)).toEqual(['in']);
});

test('everybody has their own, and nobody those of a programme that is not theirs', async () => {
	await told(tom, 'toms', 1);
	await told(omar, 'omars', 1);
	expect(await toldAtDesk(house, nadia)).toEqual([]);
	expect(await toldAtDesk(house, tom)).toHaveLength(1);
	expect(await toldAtDesk(house, omar)).toEqual([]);
});

test('whoever has looked has looked, once', async () => {
	await told(nadia, 'one', 1);
	await told(tom, 'toms', 1);
	await seeAtDesk(house, nadia, await toldAtDesk(house, nadia));
	expect(await seenAt('one')).toBe(house.now());
	expect(await seenAt('toms')).toBeNull();
	expect(await toldAtDesk(house, nadia)).toEqual([expect.objectContaining({ seenAt: house.now() })]);
});

test('how somebody is told begins as usual, with what their programme shows and when', async () => {
	const { choices, roles, programmes } = await tellingAtDesk(house, nadia);
	expect(choices).toEqual({});
	expect(roles).toContain('coordinator');
	expect(programmes).toEqual([expect.objectContaining({ night: USUAL_NIGHT, pushWords: USUAL_PUSH_WORDS })]);
});

test('what somebody chose is kept; what is nothing of theirs is passed over', async () => {
	expect(USUALLY_TOLD.coordinator.desk_late).toBe('push');
	await chooseAtDesk(house, nadia, { desk_late: 'app', message: 'never', nothing: 'push' });
	expect((await tellingAtDesk(house, nadia)).choices).toEqual({ desk_late: 'app' });
	await chooseAtDesk(house, nadia, { desk_late: 'loudly' });
	expect((await tellingAtDesk(house, nadia)).choices).toEqual({ desk_late: 'app' });
	expect((await tellingAtDesk(house, tom)).choices).toEqual({});
});
