import { afterEach, expect, test, vi } from 'vitest';
import { pathOf } from '../../../src/lib/domain/pairings/path';
import { planProblems } from '../../../src/lib/domain/programmes/plan-holds';
import twelfth from './twelfth.json';
import type { Story } from './story';

/* A twelfth model is a file of data and a test: this is the test, and `twelfth.json` the file. */

const FILE = '../../../src/lib/domain/programmes/models/reading_friends.json';

let story: Story | undefined;
afterEach(() => story?.house.store.close());

test('a twelfth model is a file among the models: nothing else knows its name', async () => {
	const { readModels } = await import('../../../src/lib/domain/programmes/models');
	const models = readModels({ [FILE]: twelfth });
	expect(models).toMatchObject([{ id: 'reading_friends', name: 'Somebody to read with' }]);
	const plan = models[0]!.plan;
	expect(planProblems(plan)).toEqual([]);
	expect(pathOf({ plan, startsOn: '2026-11-24', endsOn: '2027-02-15', starts: [] })).toMatchObject([
		{ stage: { id: 'first_book' }, from: '2026-11-24' },
		{ stage: { id: 'last_book' }, from: '2027-01-19', until: '2027-02-15' }
	]);
});

test('a file that is no model stops the start, and says which and where', async () => {
	const { readModels } = await import('../../../src/lib/domain/programmes/models');
	const broken = { ...twelfth, plan: { ...twelfth.plan, stages: [] } };
	expect(() => readModels({ 'reading_friends.json': broken })).toThrow(/reading_friends\.json.*plan\.stages/);
});

test('from the form at the desk to its last day, as any other', async () => {
	vi.resetModules();
	vi.doMock('../../../src/lib/domain/programmes/models', async (original) => {
		const real = await original<typeof import('../../../src/lib/domain/programmes/models')>();
		const models = [...real.MODELS, ...real.readModels({ [FILE]: twelfth })];
		return { ...real, MODELS: models, modelOf: (id: string) => models.find((one) => one.id === id) };
	});
	const { ASH, paired, SAM, stagesOn, standsOn } = await import('./story');
	story = await paired('reading_friends');
	for (const who of [ASH, SAM])
		expect(await stagesOn(story, who)).toEqual([
			['first_book', '2026-11-24', '2027-01-18'],
			['last_book', '2027-01-19', '2027-02-15']
		]);
	await story.until('2027-01-19');
	expect((await standsOn(story)).state).toBe('winding-down');
	await story.until('2027-02-16');
	expect(await standsOn(story)).toMatchObject({
		state: 'ended',
		how: 'planned',
		readableUntil: '2027-05-15'
	});
	vi.doUnmock('../../../src/lib/domain/programmes/models');
});
