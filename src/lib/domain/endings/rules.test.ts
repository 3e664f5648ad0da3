import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { PairingState, Side } from '../pairings/pairing';
import { pathOf } from '../pairings/path';
import { modelOf } from '../programmes/models';
import { USUAL_PLAN } from '../programmes/usual-plan';
import {
	mayAfterwards,
	mayDropAfterwards,
	MOST_AFTERWARDS,
	MOST_AFTERWARDS_CHARACTERS,
	type AfterwardsFacts
} from './afterwards';
import type { Afterwards } from './ending';
import {
	areShown,
	GOODBYE_DAYS,
	GoodbyeBody,
	goodbyeId,
	isNewest,
	mayGoodbye,
	MOST_GOODBYE_CHARACTERS,
	type EndingFacts
} from './goodbye';
import { lookInTimes, mayLookIn } from './look-in';
import { endedHow, isEarly, lastDayOf, readableUntil, readsUntil } from './over';
import { phaseOn, windingDownFrom } from './phase';

const TODAY = '2026-11-24';
const PHONE = 'ring me on 07700 900123';
const WHO: Record<Side, string> = { young: 'ash', mentor: 'sam', cover: 'kim' };
const send = { is: 'send' };
const refused = (why: string) => ({ is: 'refuse', why });

type Bye = EndingFacts['goodbyes'][number];
const bye = (authorId: string, more: Partial<Bye> = {}): Bye => ({
	...{ id: goodbyeId('pairing', authorId), authorId, desk: false, words: 'bye', at: 1, shownAt: null },
	...more
});
interface Given {
	side?: Side;
	state?: PairingState;
	endsOn?: string | null;
	today?: string;
	goodbyes?: Bye[];
	ending?: EndingFacts['ending'];
}
const facts = ({ side = 'young', state = 'active', endsOn = null, ...rest }: Given = {}): EndingFacts => ({
	pairing: {
		...{ id: 'pairing', spaceId: 'space', programmeId: 'p', youngId: 'ash', mentorId: 'sam' },
		...{ state, endsOn, planId: null }
	},
	...{ side, personId: WHO[side], ending: undefined, goodbyes: [], today: TODAY, ...rest }
});
const nobody: EndingFacts = { ...facts(), pairing: undefined, side: undefined };

describe('a goodbye', () => {
	const says = (given: Given, words = 'thank you', on = TODAY) =>
		mayGoodbye(facts(given), { pairingId: 'pairing', words }, on);

	test.each(['active', 'paused', 'winding-down', 'ended'] as const)(
		'is written by either while %s',
		(state) => {
			for (const side of ['young', 'mentor'] as const) expect(says({ side, state })).toEqual(send);
		}
	);

	test('is none of whoever stands in, nor of anybody else', () => {
		expect(says({ side: 'cover' })).toEqual(refused('not_yours_to_do'));
		expect(mayGoodbye(nobody, { pairingId: 'pairing', words: 'x' }, TODAY)).toEqual(refused('not_found'));
	});

	test('holds as much as a page, and not one letter more', () => {
		expect(says({}, 'x'.repeat(MOST_GOODBYE_CHARACTERS))).toEqual(send);
		expect(says({}, 'x'.repeat(MOST_GOODBYE_CHARACTERS + 1))).toEqual(refused('too_long'));
	});

	test('of a mentor holds no contact details; what a young person gives is theirs to give', () => {
		expect(says({ side: 'mentor' }, PHONE)).toEqual(refused('contact_details'));
		expect(says({ side: 'young' }, PHONE)).toEqual(send);
	});

	test('can be taken back where there is one, and is not begun with nothing', () => {
		expect(says({}, '')).toEqual(refused('nothing_written'));
		expect(says({ goodbyes: [bye('sam')] }, '')).toEqual(refused('nothing_written'));
		expect(says({ goodbyes: [bye('ash')] }, '')).toEqual(send);
		expect(v.parse(GoodbyeBody, { pairingId: 'pairing-1', words: ' \n ' }).words).toBe('');
	});

	test('stays as it is once it was shown, whatever the other’s does', () => {
		expect(says({ goodbyes: [bye('ash', { shownAt: 5 })] })).toEqual(refused('goodbye_shown'));
		expect(says({ goodbyes: [bye('sam', { shownAt: 5 })] })).toEqual(send);
	});

	test('of a mentor comes up to two weeks after the last day, of a young person while it is read', () => {
		const ending = { how: 'planned' as const, endedOn: '2026-11-01', readableUntil: '2027-05-01' };
		const by = (side: Side, on: string) => says({ side, state: 'ended', ending }, 'x', on);
		expect(GOODBYE_DAYS).toBe(14);
		expect(by('mentor', '2026-11-15')).toEqual(send);
		expect(by('mentor', '2026-11-16')).toEqual(refused('ending_over'));
		expect(by('young', '2027-05-01')).toEqual(send);
		expect(by('young', '2027-05-02')).toEqual(refused('ending_over'));
	});

	test('of a later moment counts, and of the same moment too', () => {
		expect(isNewest(undefined, 0)).toBe(true);
		expect(isNewest({ at: 10 }, 10)).toBe(true);
		expect(isNewest({ at: 10 }, 9)).toBe(false);
	});
});

describe('goodbyes are shown', () => {
	const both = [bye('ash'), bye('sam')];

	test('when both are written, and not when one is, or one was taken back', () => {
		expect(areShown(facts({ goodbyes: both }))).toBe(true);
		for (const one of both) expect(areShown(facts({ goodbyes: [one] }))).toBe(false);
		expect(areShown(facts({ goodbyes: [bye('ash'), bye('sam', { words: '' })] }))).toBe(false);
	});

	test('when a coordinator wrote the mentor’s; two adults are not both', () => {
		const desk = bye('desk', { desk: true });
		expect(areShown(facts({ goodbyes: [bye('ash'), desk] }))).toBe(true);
		expect(areShown(facts({ goodbyes: [bye('sam'), desk] }))).toBe(false);
	});

	test('on the last day and not the day before', () => {
		expect(areShown(facts({ endsOn: TODAY, goodbyes: [bye('sam')] }))).toBe(true);
		expect(areShown(facts({ endsOn: '2026-11-25', goodbyes: [bye('sam')] }))).toBe(false);
	});

	test('in a pause only on the last day, and after the end always', () => {
		expect(areShown(facts({ state: 'paused', goodbyes: both }))).toBe(false);
		expect(areShown(facts({ state: 'paused', endsOn: TODAY }))).toBe(true);
		expect(areShown(facts({ state: 'ended' }))).toBe(true);
		expect(areShown(nobody)).toBe(false);
	});
});

describe('what comes next', () => {
	const one = (id: string, byId: string, goneAt: number | null = null): Afterwards => ({
		...{ id, spaceId: 'space', pairingId: 'pairing', kind: 'place', words: 'club', byId, at: 1, goneAt }
	});
	const about = (given: Given, afterwards: Afterwards[] = []): AfterwardsFacts => ({
		...facts(given),
		afterwards
	});
	const says = (given: Given, words = 'the library', afterwards: Afterwards[] = []) =>
		mayAfterwards(about(given, afterwards), { pairingId: 'pairing', kind: 'place', words });

	test('is written by the young person at any time', () => {
		for (const state of ['active', 'paused', 'winding-down', 'ended'] as const)
			expect(says({ state })).toEqual(send);
	});

	test('is written by the mentor until the end, but not in a pause; by whoever stands in never', () => {
		expect(says({ side: 'mentor' })).toEqual(send);
		expect(says({ side: 'mentor', state: 'paused' })).toEqual(refused('pairing_paused'));
		expect(says({ side: 'mentor', state: 'ended' })).toEqual(refused('pairing_ended'));
		expect(says({ side: 'cover' })).toEqual(refused('not_yours_to_do'));
	});

	test('is short, and holds no contact details by a mentor', () => {
		expect(says({}, '')).toEqual(refused('nothing_written'));
		expect(says({}, 'x'.repeat(MOST_AFTERWARDS_CHARACTERS))).toEqual(send);
		expect(says({}, 'x'.repeat(MOST_AFTERWARDS_CHARACTERS + 1))).toEqual(refused('too_long'));
		expect(says({ side: 'mentor' }, PHONE)).toEqual(refused('contact_details'));
		expect(says({}, PHONE)).toEqual(send);
	});

	test('is no endless list; what was put away counts no more', () => {
		const many = Array.from({ length: MOST_AFTERWARDS }, (_, place) => one(`${place}`, 'ash'));
		expect(says({}, 'x', many.slice(1))).toEqual(send);
		expect(says({}, 'x', many)).toEqual(refused('afterwards_full'));
		expect(says({}, 'x', [...many.slice(1), one('gone', 'ash', 5)])).toEqual(send);
	});

	test('is put away by the young person, whoever wrote it; by the mentor only their own, until the end', () => {
		const all = [one('hers', 'ash'), one('his', 'sam'), { ...one('far', 'ash'), pairingId: 'another' }];
		const drops = (given: Given, afterwardsId: string) =>
			mayDropAfterwards(about(given, all), { pairingId: 'pairing', afterwardsId });
		expect(drops({ state: 'ended' }, 'his')).toEqual(send);
		expect(drops({ side: 'mentor' }, 'his')).toEqual(send);
		expect(drops({ side: 'mentor' }, 'hers')).toEqual(refused('not_yours_to_do'));
		expect(drops({ side: 'mentor', state: 'ended' }, 'his')).toEqual(refused('pairing_ended'));
		expect(drops({ side: 'cover' }, 'his')).toEqual(refused('not_yours_to_do'));
		expect(drops({}, 'far')).toEqual(refused('not_found'));
		expect(drops({}, 'nowhere')).toEqual(refused('not_found'));
	});
});

describe('looking in', () => {
	const plan = { lookInMonths: [1, 3, 6] };
	const done = { on: '2026-12-31', doneAt: 5, doneByName: 'Jo' };
	const days = (wanted: boolean, today: string, times = [done].slice(1)) =>
		lookInTimes({ wanted, times }, plan, '2026-11-30', today).map(({ on }) => on);

	test('is the young person’s to want', () => {
		expect(mayLookIn(facts())).toEqual(send);
		expect(mayLookIn(facts({ state: 'ended' }))).toEqual(send);
		expect(mayLookIn(facts({ side: 'mentor' }))).toEqual(refused('not_yours_to_do'));
		expect(mayLookIn(nobody)).toEqual(refused('not_found'));
	});

	test('comes one, three and six months after the last day, in months of any length', () => {
		expect(days(true, '2026-11-30')).toEqual(['2026-12-30', '2027-02-28', '2027-05-30']);
	});

	test('leaves out what is past, and what is today still counts', () => {
		expect(days(true, '2027-02-28')).toEqual(['2027-02-28', '2027-05-30']);
		expect(days(true, '2027-03-01')).toEqual(['2027-05-30']);
	});

	test('that nobody wants has no days but those on which somebody did', () => {
		expect(days(false, '2026-11-30')).toEqual([]);
		expect(days(false, '2026-11-30', [done])).toEqual([done.on]);
		expect(days(true, '2027-01-01', [done])).toEqual([done.on, '2027-02-28', '2027-05-30']);
	});
});

describe('the end', () => {
	test('on its day is as the desk had said it would be; whoever ends it first has the word', () => {
		expect(endedHow(undefined, 'planned')).toBe('planned');
		expect(endedHow({ how: null }, 'planned')).toBe('planned');
		expect(endedHow({ how: 'mentor_left' }, 'planned')).toBe('mentor_left');
		expect(endedHow({ how: 'mentor_left' }, 'young_ended')).toBe('young_ended');
	});

	test('is early where it was not the planned one', () => {
		expect(isEarly({ how: null })).toBe(false);
		expect(isEarly({ how: 'planned' })).toBe(false);
		expect(isEarly({ how: 'desk_ended' })).toBe(true);
	});

	test('counts from its planned day, where that was over when it was noted', () => {
		expect(lastDayOf('2026-11-23', TODAY)).toBe('2026-11-23');
		expect(lastDayOf(TODAY, TODAY)).toBe(TODAY);
		expect(lastDayOf('2026-12-01', TODAY)).toBe(TODAY);
		expect(lastDayOf(null, TODAY)).toBe(TODAY);
	});

	test('leaves it readable for as long as the plan says, to the end of that day by the programme’s clocks', () => {
		expect(readableUntil('2026-08-31', { readableMonths: 6 })).toBe('2027-02-28');
		// The night in which clocks go forward, and a day in summer.
		expect(readsUntil('2027-03-27', 'Europe/London')).toBe(Date.UTC(2027, 2, 28));
		expect(readsUntil('2027-03-28', 'Europe/London')).toBe(Date.UTC(2027, 2, 28, 23));
	});
});

describe('where two people are with it', () => {
	const plan = modelOf('chance_uk')?.plan ?? USUAL_PLAN;
	const path = pathOf({ plan, startsOn: '2026-01-01', endsOn: '2026-12-31', starts: [] });
	const on = (today: string, state: PairingState = 'active', endsOn: string | null = '2026-12-31') =>
		phaseOn({ state, endsOn }, path, today);

	// Source: seed 003, "Chance UK": "Final three months: this is a time to work towards the end".
	test('winding down begins three months before the last day of a planned year', () => {
		expect(windingDownFrom(path)).toBe('2026-10-01');
		expect(on('2026-09-30')).toBe('ahead');
		expect(on('2026-10-01')).toBe('winding_down');
		expect(on('2026-12-30', 'paused')).toBe('winding_down');
	});

	test('the last day is one until it is noted that it has ended', () => {
		expect(on('2026-12-31')).toBe('last_day');
		expect(on('2027-01-01')).toBe('last_day');
		expect(on('2027-01-01', 'ended')).toBe('ended');
		expect(on('2026-02-01', 'ended')).toBe('ended');
	});

	test('without an end date nothing winds down', () => {
		expect(on('2026-12-31', 'active', null)).toBe('open');
	});
});
