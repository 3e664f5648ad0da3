import { beforeEach, expect, test } from 'vitest';
import type { LookBack, OutcomeSays } from '../../../src/lib/domain/look-backs/look-back';
import { OUTCOMES } from '../../../src/lib/domain/look-backs/outcomes';
import { lookBacks } from '../../../src/lib/server/database/schema';
import { outcomesOf } from '../../../src/lib/server/desk/outcomes';
import { closeSaid } from '../../../src/lib/server/endings/look-back-row';
import type { House } from '../../../src/lib/server/house';
import { change, personSpace } from '../../../src/lib/server/spaces';
import { add, HARBOUR, openDesk, pairLastWeek, RIVERSIDE } from './desk';

let house: House;
let sam: string;
const [first] = OUTCOMES;

beforeEach(async () => {
	({ house } = await openDesk());
	sam = await add(house, 'Sam', 'mentor');
	return () => house.store.close();
});

/** Somebody looks back, as their phone would have it kept. */
async function looksBack(personId: string, pairingId: string, more: Partial<LookBack> = {}): Promise<void> {
	const which = more.which ?? 'getting_on';
	const id = `${pairingId}:${which}:${personId}`;
	const said = {
		answers: { good: 'a secret of mine' },
		outcomes: { [first.id]: 'more' as OutcomeSays },
		...more
	};
	await change(house, personId, async (making) => {
		const spaceId = personSpace(personId);
		await making.tx.insert(lookBacks).values({
			...{ id, spaceId, revision: await making.revision(spaceId), pairingId, which, personId },
			...{ said: closeSaid(house.secrets, id, said), counted: true, sharedAt: null, at: house.now() },
			...(more.counted === undefined ? {} : { counted: more.counted })
		});
	});
}

/** So many young people with a mentor. */
async function young(count: number, from = 0): Promise<[string, string][]> {
	const all: [string, string][] = [];
	for (let place = from; place < from + count; place++) {
		const person = await add(house, `Young${place}`, 'young');
		all.push([person, await pairLastWeek(house, person, sam)]);
	}
	return all;
}

const of = async (programmeId = RIVERSIDE) =>
	(await outcomesOf(house, programmeId)).flatMap(({ outcomes }) => outcomes);

test('outcomes stand in the words of the reports, each under its own heading, and none twice', async () => {
	const under = await outcomesOf(house, RIVERSIDE);
	expect(under.map(({ seed }) => seed)).toContain('001');
	expect(under.find(({ seed }) => seed === '003')?.under).toContain('Figure 2');
	expect((await of()).map(({ id }) => id)).toEqual(OUTCOMES.map(({ id }) => id));
});

test('a number is there from the fifth young person on', async () => {
	for (const [person, pairing] of await young(4)) await looksBack(person, pairing);
	expect((await of())[0]).toMatchObject({ id: first.id, says: { more: null } });
	for (const [person, pairing] of await young(1, 4)) await looksBack(person, pairing);
	expect((await of())[0]).toMatchObject({ says: { more: 5, same: null, less: null } });
	expect((await of(HARBOUR))[0]).toMatchObject({ says: { more: null } });
});

test('only what young people let be counted is, and never what a mentor said', async () => {
	const [one, ...rest] = await young(5);
	for (const [person, pairing] of rest) await looksBack(person, pairing);
	if (!one) throw new Error('Nobody is there.');
	await looksBack(...one, { counted: false });
	await looksBack(sam, one[1]);
	expect((await of())[0]).toMatchObject({ says: { more: null } });
	await looksBack(...one, { which: 'how_far' });
	expect((await of())[0]).toMatchObject({ says: { more: 5 } });
});

test('nobody’s name or words leave it', async () => {
	for (const [person, pairing] of await young(5)) await looksBack(person, pairing);
	expect(JSON.stringify(await outcomesOf(house, RIVERSIDE))).not.toMatch(/secret|person-|Young/);
});
