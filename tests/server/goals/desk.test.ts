import { beforeEach, expect, test } from 'vitest';
import { looks } from '../../../src/lib/server/database/schema';
import { openConversation } from '../../../src/lib/server/desk/open-conversation';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { add, at, openDesk, pairLastWeek, write } from '../desk/desk';

let house: House;
let nadia: Who;
let pairingId: string;

beforeEach(async () => {
	const desk = await openDesk();
	({ house, nadia } = desk);
	const [ash, sam] = [await add(house, 'Ash', 'young'), await add(house, 'Sam', 'mentor')];
	pairingId = await pairLastWeek(house, ash, sam);
	desk.clock.now = at('16:00');
	const words = { lowWords: '', highWords: '' };
	await write(house, ash, 'goal', { pairingId, kind: 'fun', words: 'swim far', ...words });
	const goalId =
		(await openConversation(house, nadia, pairingId, 'Ash asked me to look.')).goals[0]?.id ?? '';
	await write(house, ash, 'goal-step', { pairingId, goalId, words: 'buy goggles' });
	await write(house, ash, 'goal-mark', { pairingId, goalId, line: 3, words: 'cold water' });
	await write(house, sam, 'goal-promise', { pairingId, goalId, words: 'Come with you', dueOn: null });
	await write(house, sam, 'goal', { pairingId, kind: 'learning', words: 'Read a book', ...words });
});

test('the desk sees how many goals there are of which kind, and not a word of them', async () => {
	const seen = await pairingAtDesk(house, nadia, pairingId);
	expect(seen?.goals).toHaveLength(2);
	expect(seen?.goals).toContainEqual({ kind: 'fun', state: 'going', count: 1 });
	expect(seen?.goals).toContainEqual({ kind: 'learning', state: 'suggested', count: 1 });
	for (const words of ['swim', 'goggles', 'cold', 'Come with', 'Read a'])
		expect(JSON.stringify(seen)).not.toContain(words);
});

test('what the goals say takes a reason, and the young person is told; where the line is stays theirs', async () => {
	await expect(openConversation(house, nadia, pairingId, 'why')).rejects.toMatchObject({
		why: 'reason_too_short'
	});
	const before = (await house.store.read.select().from(looks)).length;
	const { goals } = await openConversation(house, nadia, pairingId, 'Ash’s carer rang us, worried.');
	expect(await house.store.read.select().from(looks)).toHaveLength(before + 1);
	expect(goals.find(({ kind }) => kind === 'fun')).toMatchObject({
		...{ words: 'swim far', state: 'going', steps: ['buy goggles'] },
		promises: [{ words: 'Come with you' }],
		notes: [{ words: 'cold water' }]
	});
	expect(JSON.stringify(goals)).not.toMatch(/"line"/);
	expect(Object.values(goals[0]?.names ?? {}).sort()).toEqual(['Ash', 'Sam']);
});
