import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../../src/lib/domain/clock/zones';
import * as v from 'valibot';
import { SeriesBody } from '../../../src/lib/domain/meetings/series';
import { agreementsOf } from '../../../src/lib/server/pairings/facts';
import { endSeries, writeSeries } from '../../../src/lib/server/pairings/series';
import { change } from '../../../src/lib/server/spaces';
import { london, meetingId, PAIRING, two, type Two } from '../meetings/two';
import { ASH, SAM } from '../pairing';
import { toldTo, unseenBy } from './told';

const THURSDAY = '2026-11-26';
const SATURDAY = { day: '2026-11-28', time: '11:00' };
const SUNDAY = { day: '2026-11-29', time: '11:00' };

let here: Two;
beforeEach(async () => {
	here = await two(london('2026-11-24', '18:00'));
});
afterEach(() => here.house.store.close());

const subject = () => meetingId({ seriesId: here.seriesId, day: THURSDAY });
const ask = (who: string, times = [SATURDAY], id = 'move-of-one') =>
	here.says(
		who,
		'meeting-move',
		{ ...here.on(THURSDAY), scope: 'this', times, minutes: 90, place: 'Library', note: '', calledOff: false },
		id
	);
const answer = (who: string, says: 'take' | 'none_suits' | 'withdraw') =>
	here.says(who, 'move-answer', {
		...{ ...here.on(THURSDAY), moveId: 'move-of-one', says },
		taken: says === 'take' ? SATURDAY : null
	});

describe('“can we move it?”', () => {
	test.each([
		[ASH, SAM],
		[SAM, ASH]
	])('by %s is told to %s alone, as something to answer', async (asks, asked) => {
		expect(await ask(asks)).toMatchObject({ is: 'sent' });
		expect(await toldTo(here.house, asked)).toMatchObject([
			{ kind: 'proposal', pairingId: PAIRING, subjectId: subject() }
		]);
		expect(await toldTo(here.house, asks)).toEqual([]);
	});

	test.each(['take', 'none_suits'] as const)('answered with %s, is told to whoever asked', async (says) => {
		await ask(SAM);
		here.clock.now += HOUR;
		await answer(ASH, says);
		expect(await unseenBy(here.house, SAM)).toEqual(['meeting_changed']);
		expect(await unseenBy(here.house, ASH)).toEqual([]);
	});

	test('withdrawn, is told to nobody any more', async () => {
		await ask(ASH);
		here.clock.now += HOUR;
		await answer(ASH, 'withdraw');
		expect(await toldTo(here.house, SAM)).toMatchObject([{ kind: 'proposal', seenAt: here.clock.now }]);
	});

	test('asked again, leaves one to answer', async () => {
		await ask(ASH);
		here.clock.now += HOUR;
		await ask(ASH, [SUNDAY], 'move-of-two');
		expect(await unseenBy(here.house, SAM)).toEqual(['proposal']);
	});

	test('by both with the same time, is told as moved', async () => {
		await ask(ASH);
		here.clock.now += HOUR;
		await ask(SAM, [SATURDAY], 'move-of-two');
		expect(await unseenBy(here.house, ASH)).toEqual(['meeting_changed']);
		expect(await unseenBy(here.house, SAM)).toEqual([]);
	});
});

describe('a meeting that is off', () => {
	test('is told to the mentor when the young person can’t', async () => {
		await here.says(ASH, 'meeting-call-off', { ...here.on(THURSDAY), why: '', times: [] });
		expect(await toldTo(here.house, SAM)).toMatchObject([{ kind: 'meeting_changed', subjectId: subject() }]);
		expect(await toldTo(here.house, ASH)).toEqual([]);
	});

	test('is told once to the young person, however many times come with it', async () => {
		const why = 'I am at a funeral that day.';
		await here.says(SAM, 'meeting-call-off', { ...here.on(THURSDAY), why, times: [SATURDAY, SUNDAY] });
		expect(await unseenBy(here.house, ASH)).toEqual(['meeting_changed']);
	});
});

describe('what is said on the day and after', () => {
	test('is told where somebody is late, and not where they are there', async () => {
		here.clock.now = london(THURSDAY, '16:20');
		await here.says(SAM, 'meeting-signal', { ...here.on(THURSDAY), says: 'late', minutes: 10 });
		expect(await unseenBy(here.house, ASH)).toEqual(['meeting_changed']);
		await here.says(ASH, 'meeting-signal', { ...here.on(THURSDAY), says: 'here', minutes: null });
		expect(await unseenBy(here.house, SAM)).toEqual([]);
	});

	test('how it was is told to nobody', async () => {
		here.clock.now = london(THURSDAY, '18:30');
		const how = { ...here.on(THURSDAY), how: 'nobody_came' as const };
		expect(await here.says(ASH, 'meeting-how', how)).toMatchObject({ is: 'sent' });
		expect(await toldTo(here.house, SAM)).toEqual([]);
	});
});

describe('what the programme changes', () => {
	const weekly = (time: string) =>
		v.parse(SeriesBody, {
			...{ startsOn: '2026-11-26', time, minutes: 90, repeats: 'weekly', place: 'Library' }
		});

	test('of when they meet is told to both, once, and settles what was asked', async () => {
		await ask(ASH);
		here.clock.now += HOUR;
		for (const time of ['17:30', '17:30'])
			await change(here.house, null, (making) => writeSeries(making, PAIRING, weekly(time)));
		expect(await unseenBy(here.house, ASH)).toEqual(['meeting_changed']);
		expect(await unseenBy(here.house, SAM)).toEqual(['meeting_changed']);
	});

	test('to nothing at all is told to both, once', async () => {
		for (let times = 0; times < 2; times++)
			await change(here.house, null, (making) => endSeries(making, PAIRING));
		expect(await unseenBy(here.house, ASH)).toEqual(['meeting_changed']);
		expect(await unseenBy(here.house, SAM)).toEqual(['meeting_changed']);
	});

	test('is no change the first time', async () => {
		expect(await toldTo(here.house, ASH)).toEqual([]);
	});
});

describe('something proposed for the agreement', () => {
	async function propose(who: string, answerWithinMinutes: number, id: string) {
		const [version] = await agreementsOf(here.house.store.read, PAIRING);
		if (!version) throw new Error('No agreement.');
		const { hours, terms } = version;
		const basedOn = version.from === null ? null : version.id;
		return here.says(
			who,
			'agreement-proposal',
			{
				...{ pairingId: PAIRING, basedOn, hours, answerWithinMinutes, terms }
			},
			id
		);
	}
	const answers = (who: string, says: 'yes' | 'no' | 'withdraw', basedOn: string) =>
		here.says(who, 'agreement-answer', {
			...{ pairingId: PAIRING, agreementId: 'version-2', says, basedOn }
		});
	const first = async () => (await agreementsOf(here.house.store.read, PAIRING)).at(-1)?.id ?? '';

	test.each([
		[ASH, SAM],
		[SAM, ASH]
	])('by %s is told to %s, until it is answered', async (proposes, asked) => {
		expect(await propose(proposes, 120, 'version-2')).toMatchObject({ is: 'sent' });
		expect(await toldTo(here.house, asked)).toMatchObject([{ kind: 'proposal', subjectId: 'version-2' }]);
		expect(await toldTo(here.house, proposes)).toEqual([]);
		expect(await answers(asked, 'yes', await first())).toMatchObject({ is: 'sent' });
		expect(await unseenBy(here.house, asked)).toEqual([]);
	});

	test('and withdrawn is told to nobody any more', async () => {
		await propose(ASH, 120, 'version-2');
		await answers(ASH, 'withdraw', await first());
		expect(await unseenBy(here.house, SAM)).toEqual([]);
	});
});
