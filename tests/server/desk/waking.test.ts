import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { USUAL_NIGHT, USUAL_PUSH_WORDS } from '../../../src/lib/domain/telling/night';
import { audit } from '../../../src/lib/server/database/schema';
import { wakingSettings, writeWaking } from '../../../src/lib/server/desk/waking';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { programmeSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, openDesk, RIVERSIDE } from './desk';

let house: House;
let nadia: Who;
let tom: Who;
let omar: Who;

beforeEach(async () => {
	({ house, nadia, tom, omar } = await openDesk());
});
afterEach(() => house.store.close());

const WRITTEN = { nightFrom: '20:00', nightUntil: '08:00', pushWords: 'One new thing' };
const notThere = expect.objectContaining({ status: 404 });

test('a programme begins with the usual night and the usual words', async () => {
	expect(await wakingSettings(house, nadia, RIVERSIDE)).toMatchObject({
		...{ nightFrom: USUAL_NIGHT.from, nightUntil: USUAL_NIGHT.until, pushWords: USUAL_PUSH_WORDS }
	});
});

test('what the coordinator writes reaches every phone of the programme, and is on record', async () => {
	const ash = await add(house, 'Ash', 'young');
	const before = await sync(house, ash, {});
	await writeWaking(house, nadia, RIVERSIDE, WRITTEN);
	expect(await wakingSettings(house, nadia, RIVERSIDE)).toMatchObject(WRITTEN);
	const { rows } = await sync(house, ash, before.spaces);
	expect(rows.programmes).toEqual([expect.objectContaining(WRITTEN)]);
	const lines = await house.store.read
		.select({ who: audit.personId, spaceId: audit.spaceId })
		.from(audit)
		.where(eq(audit.action, 'programme.waking_set'));
	expect(lines).toEqual([{ who: nadia.personId, spaceId: programmeSpace(RIVERSIDE) }]);
});

test('nobody else finds it, to read or to write', async () => {
	for (const who of [tom, omar]) {
		await expect(wakingSettings(house, who, RIVERSIDE)).rejects.toEqual(notThere);
		await expect(writeWaking(house, who, RIVERSIDE, WRITTEN)).rejects.toEqual(notThere);
	}
	await expect(wakingSettings(house, nadia, 'no\0thing')).rejects.toEqual(notThere);
	expect(await wakingSettings(house, nadia, RIVERSIDE)).toMatchObject({ nightFrom: USUAL_NIGHT.from });
});
