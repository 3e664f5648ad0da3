import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantAt, MINUTE } from '../clock/zones';
import type { PairingState } from '../pairings/pairing';
import { USUAL_PLAN } from '../programmes/usual-plan';
import {
	afterGathering,
	afterGatheringAnswer,
	afterGatheringOff,
	comingTo,
	LEAST_GATHERING_MINUTES,
	mayAnswerGathering,
	mayCallOffGathering,
	mayGather,
	MOST_GATHERING_MINUTES,
	MOST_WHOM,
	type GatheringFacts
} from './gatherings';

const zone = 'Europe/London';
const NOW = instantAt('2026-11-24', '12:00', zone);
const pairing = (side: 'young' | 'mentor' | 'cover', state: PairingState = 'active'): GatheringFacts => ({
	where: {
		...{ is: 'pairing', side, pairing: { id: 'pairing-one', spaceId: 'space', state } },
		plan: { ...USUAL_PLAN, features: ['network_meetings'] }
	},
	...{ personId: side, zone }
});
const circle = (personId: string, endedAt: number | null = null): GatheringFacts => ({
	where: { is: 'circle', circle: { id: 'circle-one', spaceId: 'space', workerId: 'worker', endedAt } },
	...{ personId, zone }
});
const network = {
	...{ pairingId: 'pairing-one', day: '2026-12-03', time: '17:00', minutes: 60 },
	...{ place: 'Library', about: 'What helps', whom: ['Bea', 'Mr Holt'] }
};
const group = { ...network, pairingId: undefined, circleId: 'circle-one', whom: [] };
const refused = (why: string) => ({ is: 'refuse', why });

describe('calling people together', () => {
	it('is for the mentor of a pairing and the worker of a circle', () => {
		expect(mayGather(pairing('mentor'), network, NOW)).toEqual({ is: 'send' });
		expect(mayGather(circle('worker'), group, NOW)).toEqual({ is: 'send' });
		for (const side of ['young', 'cover'] as const)
			expect(mayGather(pairing(side), network, NOW)).toEqual(refused('not_yours_to_do'));
		expect(mayGather(circle('somebody'), group, NOW)).toEqual(refused('not_yours_to_do'));
		expect(mayGather({ where: undefined, personId: 'x', zone }, network, NOW)).toEqual(refused('not_found'));
	});

	it('rests in a pause, and is over with the pairing or the circle', () => {
		expect(mayGather(pairing('mentor', 'paused'), network, NOW)).toEqual(refused('pairing_paused'));
		expect(mayGather(pairing('mentor', 'ended'), network, NOW)).toEqual(refused('pairing_ended'));
		expect(mayGather(circle('worker', NOW - 1), group, NOW)).toEqual(refused('pairing_ended'));
	});

	it('is there where the plan of the pairing has it', () => {
		const facts = pairing('mentor');
		const off = { ...facts, where: { ...facts.where!, plan: USUAL_PLAN } } as GatheringFacts;
		expect(mayGather(off, network, NOW)).toEqual(refused('outside_limits'));
	});

	it('has to be ahead, up to a year and a day', () => {
		const at = (day: string, time: string) => mayGather(pairing('mentor'), { ...network, day, time }, NOW);
		expect(at('2026-11-24', '12:00')).toEqual(refused('time_over'));
		expect(at('2026-11-24', '12:01')).toEqual({ is: 'send' });
		expect(at('2027-11-25', '12:00')).toEqual({ is: 'send' });
		expect(at('2027-11-26', '12:00')).toEqual(refused('days_too_far'));
	});

	it('lasts from a quarter of an hour to eight hours', () => {
		const lasts = (minutes: number) => mayGather(pairing('mentor'), { ...network, minutes }, NOW);
		expect(lasts(LEAST_GATHERING_MINUTES)).toEqual({ is: 'send' });
		expect(lasts(LEAST_GATHERING_MINUTES - 1)).toEqual(refused('outside_limits'));
		expect(lasts(MOST_GATHERING_MINUTES)).toEqual({ is: 'send' });
		expect(lasts(MOST_GATHERING_MINUTES + 1)).toEqual(refused('outside_limits'));
	});

	it('names who is to come, twelve at most; in a circle everybody knows', () => {
		const whom = (many: number) => Array.from({ length: many }, (_, place) => `Person ${place}`);
		const names = (all: string[]) => mayGather(pairing('mentor'), { ...network, whom: all }, NOW);
		expect(names(whom(MOST_WHOM))).toEqual({ is: 'send' });
		expect(names(whom(MOST_WHOM + 1))).toEqual(refused('list_full'));
		expect(names([])).toEqual(refused('nothing_written'));
		expect(names(['Bea', ''])).toEqual(refused('nothing_written'));
		expect(mayGather(circle('worker'), { ...group, whom: ['Bea'] }, NOW)).toEqual(refused('outside_limits'));
	});

	it('carries no phone number', () => {
		const about = 'Ring me on 07700 900123';
		expect(mayGather(pairing('mentor'), { ...network, about }, NOW)).toEqual(refused('contact_details'));
	});
});

const called = afterGathering(pairing('mentor'), 'gathering-one', network, NOW - DAY)!;
const ENDS = instantAt('2026-12-03', '17:00', zone) + HOUR;

describe('saying whether one comes', () => {
	const asked = { ...pairing('young'), gathering: called };
	const yes = { gatheringId: called.id, says: 'yes' as const, without: [] };

	it('is for whoever was asked, until it is over', () => {
		expect(mayAnswerGathering(asked, yes, NOW)).toEqual({ is: 'send' });
		expect(mayAnswerGathering(asked, yes, ENDS - 1)).toEqual({ is: 'send' });
		expect(mayAnswerGathering(asked, yes, ENDS)).toEqual(refused('meeting_over'));
		for (const side of ['mentor', 'cover'] as const)
			expect(mayAnswerGathering({ ...pairing(side), gathering: called }, yes, NOW)).toEqual(
				refused('not_yours_to_do')
			);
	});

	it('names only those who were to come as unwanted, and they come no more', () => {
		const without = { ...yes, without: ['Mr Holt'] };
		expect(mayAnswerGathering(asked, without, NOW)).toEqual({ is: 'send' });
		expect(mayAnswerGathering(asked, { ...yes, without: ['Zed'] }, NOW)).toEqual(refused('outside_limits'));
		expect(comingTo(called, [without])).toEqual({ coming: ['Bea'], without: ['Mr Holt'] });
	});

	it('goes in a pause, and not to what was called off', () => {
		const paused = { ...pairing('young', 'paused'), gathering: called };
		expect(mayAnswerGathering(paused, yes, NOW)).toEqual({ is: 'send' });
		const off = { ...called, calledOffAt: NOW };
		expect(mayAnswerGathering({ ...asked, gathering: off }, yes, NOW)).toEqual(refused('meeting_changed'));
	});

	it('of two phones the later tap stays', () => {
		const first = afterGatheringAnswer(asked, yes, 100)!;
		expect(afterGatheringAnswer({ ...asked, answer: first }, { ...yes, says: 'no' }, 99)).toBeUndefined();
		expect(afterGatheringAnswer({ ...asked, answer: first }, { ...yes, says: 'no' }, 101)?.says).toBe('no');
	});
});

describe('calling it off', () => {
	const off = { gatheringId: called.id, why: 'The room is shut' };
	const host = { ...pairing('mentor'), gathering: called };

	it('is for whoever called people together, with a reason, until it is over', () => {
		expect(mayCallOffGathering(host, off, ENDS - MINUTE)).toEqual({ is: 'send' });
		expect(mayCallOffGathering(host, off, ENDS)).toEqual(refused('meeting_over'));
		expect(mayCallOffGathering(host, { ...off, why: '' }, NOW)).toEqual(refused('reason_wanted'));
		expect(mayCallOffGathering({ ...pairing('young'), gathering: called }, off, NOW)).toEqual(
			refused('not_yours_to_do')
		);
	});

	it('keeps the first reason', () => {
		const once = afterGatheringOff(host, off, NOW)!;
		expect(once).toEqual({ ...called, calledOffAt: NOW, calledOffWhy: 'The room is shut' });
		expect(afterGatheringOff({ ...host, gathering: once }, { ...off, why: 'Rain' }, NOW)).toBeUndefined();
	});
});
