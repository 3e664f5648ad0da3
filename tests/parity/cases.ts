import { instantAt } from '../../src/lib/domain/clock/zones';
import type { EntryBodies } from '../../src/lib/domain/entries/kinds';
import type { Verdict } from '../../src/lib/domain/entries/verdict';
import type { ReadingWindow } from '../../src/lib/domain/pairings/agreement';
import type { PairingState, Side } from '../../src/lib/domain/pairings/pairing';
import { MOST_CHARACTERS } from '../../src/lib/domain/messages/text';

/** One message at one instant: who writes it, under which agreement, and what must come of it everywhere. */
export interface Case {
	name: string;
	side: Side;
	state: PairingState;
	hours: ReadingWindow[];
	zone: string;
	now: number;
	message: Pick<EntryBodies['message'], 'body' | 'tap'>;
	verdict: Verdict;
}

const LONDON = 'Europe/London';
const EVENINGS: ReadingWindow[] = ([1, 2, 3, 4] as const).map((weekday) => ({
	weekday,
	from: '16:00',
	to: '20:00'
}));
const SUNDAY_NIGHT: ReadingWindow[] = [{ weekday: 7, from: '00:30', to: '03:00' }];

const london = (day: string, time: string) => instantAt(day, time, LONDON);
const TUESDAY_AT_SIX = london('2026-11-24', '18:00');
const send: Verdict = { is: 'send' };
const refuse = (why: Extract<Verdict, { is: 'refuse' }>['why']): Verdict => ({ is: 'refuse', why });
const hold = (until: number): Verdict => ({ is: 'hold', until, why: 'outside_hours' });

const usual: Omit<Case, 'name' | 'verdict'> = {
	side: 'young',
	state: 'active',
	hours: EVENINGS,
	zone: LONDON,
	now: TUESDAY_AT_SIX,
	message: { body: 'see you thursday', tap: null }
};
const mentor = { ...usual, side: 'mentor' as const };
const saying = (body: string) => ({ body, tap: null });

export const CASES: Case[] = [
	{ ...usual, name: 'a young person in reading hours', verdict: send },
	{
		...usual,
		name: 'a young person in the middle of the night',
		now: london('2026-11-24', '03:10'),
		verdict: send
	},
	{ ...usual, name: 'a young person where no hours are agreed', hours: [], verdict: send },
	{
		...usual,
		name: 'a young person giving a phone number',
		message: saying('its 07700 900123'),
		verdict: send
	},
	{ ...usual, name: 'a young person while winding down', state: 'winding-down', verdict: send },
	{ ...usual, name: 'a young person after the end', state: 'ended', verdict: refuse('pairing_ended') },
	{ ...usual, name: 'nothing but spaces', message: saying(' \n\t '), verdict: refuse('nothing_written') },
	{ ...usual, name: 'nothing but NUL bytes', message: saying('\0\0'), verdict: refuse('nothing_written') },
	{ ...usual, name: 'as long as may be', message: saying('x'.repeat(MOST_CHARACTERS)), verdict: send },
	{
		...usual,
		name: 'one character too long',
		message: saying('x'.repeat(MOST_CHARACTERS + 1)),
		verdict: refuse('too_long')
	},
	{ ...usual, name: 'emoji and right-to-left words', message: saying('👩🏽‍🏫 مرحبا שלום'), verdict: send },
	{
		...usual,
		name: 'a tap by a young person',
		message: { body: '', tap: 'well_done' },
		verdict: refuse('not_yours_to_do')
	},
	{ ...mentor, name: 'a mentor in reading hours', verdict: send },
	{ ...mentor, name: 'a mentor with one tap', message: { body: '', tap: 'well_done' }, verdict: send },
	{ ...mentor, name: 'a mentor as the hours begin', now: london('2026-11-24', '16:00'), verdict: send },
	{
		...mentor,
		name: 'a mentor a millisecond before the hours begin',
		now: london('2026-11-24', '16:00') - 1,
		verdict: hold(london('2026-11-24', '16:00'))
	},
	{
		...mentor,
		name: 'a mentor a millisecond before they end',
		now: london('2026-11-24', '20:00') - 1,
		verdict: send
	},
	{
		...mentor,
		name: 'a mentor as the hours end',
		now: london('2026-11-24', '20:00'),
		verdict: hold(london('2026-11-25', '16:00'))
	},
	{
		...mentor,
		name: 'a mentor on Thursday night waits until Monday',
		now: london('2026-11-26', '22:00'),
		verdict: hold(london('2026-11-30', '16:00'))
	},
	{
		...mentor,
		name: 'a mentor before the clocks go back',
		hours: SUNDAY_NIGHT,
		now: Date.parse('2026-10-24T12:00:00Z'),
		verdict: hold(Date.parse('2026-10-24T23:30:00Z'))
	},
	{
		...mentor,
		name: 'a mentor before the clocks go forward',
		hours: [{ weekday: 7, from: '09:00', to: '10:00' }],
		now: Date.parse('2027-03-27T12:00:00Z'),
		verdict: hold(Date.parse('2027-03-28T08:00:00Z'))
	},
	{
		...mentor,
		name: 'a mentor whose agreement lives in Kathmandu',
		zone: 'Asia/Kathmandu',
		now: Date.parse('2026-11-24T09:00:00Z'),
		verdict: hold(Date.parse('2026-11-24T10:15:00Z'))
	},
	{ ...mentor, name: 'a mentor where no hours are agreed', hours: [], verdict: refuse('no_hours_agreed') },
	{
		...mentor,
		name: 'a mentor giving a phone number',
		message: saying('call me on 07700 900123'),
		verdict: refuse('contact_details')
	},
	{
		...mentor,
		name: 'a mentor giving a phone number out of hours',
		now: london('2026-11-24', '22:00'),
		message: saying('call me on 07700 900123'),
		verdict: refuse('contact_details')
	},
	{ ...mentor, name: 'a mentor after the end', state: 'ended', verdict: refuse('pairing_ended') }
];
