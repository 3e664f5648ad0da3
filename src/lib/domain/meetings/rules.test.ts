import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantAt, MINUTE } from '../clock/zones';
import type { Verdict } from '../entries/verdict';
import type { Agreement } from '../pairings/agreement';
import { USUAL_TERMS, type Terms } from '../pairings/terms';
import { CallOffBody, mayCallOff } from './call-off';
import type { MeetingFacts } from './facts';
import { maySayHow, MeetingHowBody } from './how';
import { mayDropIdea, mayIdea, MOST_IDEA_CHARACTERS } from './idea';
import type { Move } from './meeting';
import { mayMove, MeetingMoveBody } from './move';
import { mayAnswerMove, MoveAnswerBody } from './move-answer';
import { emptyRecord } from './record';
import type { Series } from './series';
import { isSignalTime, maySignal, MeetingSignalBody } from './signal';
import { mayTell, MeetingHappenedBody, MOST_NOTE_CHARACTERS } from './told';
import { mayAnswerMeeting } from './yes';

const at = (day: string, time: string) => instantAt(day, time, 'Europe/London');
const series: Series = {
	...{ id: 'thursdays', spaceId: 'space', pairingId: 'pairing-1', zone: 'Europe/London' },
	...{ startsOn: '2026-11-05', time: '16:30', minutes: 90, repeats: 'weekly', place: 'Library' },
	...{ travel: '', skipsHolidays: null, until: null }
};
const DAY_OF = '2026-11-26';
const STARTS = at(DAY_OF, '16:30');
const ENDS = STARTS + 90 * MINUTE;
const NOW = at('2026-11-24', '12:00');
const about = { pairingId: 'pairing-1', seriesId: 'thursdays', day: DAY_OF, starts: STARTS };

const agreed = (terms: Partial<Terms>): Agreement => ({
	...{ id: 'agreement', pairingId: 'pairing-1', version: 1, zone: 'Europe/London', hours: [] },
	...{ answerWithinMinutes: 240, from: 0, terms: { ...USUAL_TERMS, ...terms }, proposedBy: null },
	...{ proposedAt: 0, youngYesAt: null, mentorYesAt: null, closedAt: null, closedWhy: null }
});
const facts = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({
	pairing: { state: 'active', endsOn: null },
	side: 'young',
	agreements: [agreed({})],
	...{ series: [series], records: [], moves: [] },
	...more
});
const record = { ...emptyRecord({ ...series, seriesId: 'thursdays', day: DAY_OF }) };
const off = { ...record, calledOffBy: 'mentor' as const, calledOffAt: NOW - HOUR, calledOffWhy: 'My train.' };
const send: Verdict = { is: 'send' };
const no = (why: Extract<Verdict, { is: 'refuse' }>['why']): Verdict => ({ is: 'refuse', why });

const move = (more: Partial<MeetingMoveBody> = {}): MeetingMoveBody =>
	v.parse(MeetingMoveBody, {
		...about,
		...{ scope: 'this', times: [{ day: '2026-11-27', time: '17:00' }], minutes: 90, place: 'Library' },
		...more
	});
const callOff = (more: Partial<CallOffBody> = {}) => v.parse(CallOffBody, { ...about, ...more });
const happened = (more: Partial<MeetingHappenedBody> = {}) =>
	v.parse(MeetingHappenedBody, { ...about, happened: true, minutes: 90, ...more });
const asked: Move = {
	...{ id: 'move-0001', spaceId: 'space', pairingId: 'pairing-1', seriesId: 'thursdays', day: DAY_OF },
	...{ scope: 'this', byId: 'sam', by: 'mentor', times: [{ day: '2026-11-27', time: '17:00' }] },
	...{ minutes: 90, place: 'Library', note: '', at: NOW - HOUR, state: 'open', taken: null, settledAt: null }
};
const answer = (more: Partial<MoveAnswerBody> = {}) =>
	v.parse(MoveAnswerBody, {
		...{ ...about, moveId: 'move-0001', says: 'take', taken: { day: '2026-11-27', time: '17:00' } },
		...more
	});
const mentor = facts({ side: 'mentor' });

/** Every rule, with something that it allows while nothing is in the way. */
const ALL: { name: string; in: (facts: MeetingFacts, now?: number) => Verdict }[] = [
	{ name: 'meeting-yes', in: (one, now = NOW) => mayAnswerMeeting(one, about, now) },
	{ name: 'meeting-move', in: (one, now = NOW) => mayMove(one, move(), now) },
	{
		name: 'move-answer',
		in: (one, now = NOW) =>
			mayAnswerMove(
				{ ...one, moves: [{ ...asked, by: one.side === 'young' ? 'mentor' : 'young' }] },
				answer(),
				now
			)
	},
	{
		name: 'meeting-call-off',
		in: (one, now = NOW) =>
			mayCallOff(
				one,
				one.side === 'young' ? callOff() : callOff({ why: 'My train is off', times: move().times }),
				now
			)
	},
	{
		name: 'meeting-signal',
		in: (one, now = STARTS) => maySignal(one, v.parse(MeetingSignalBody, { ...about, says: 'here' }), now)
	},
	{ name: 'meeting-idea', in: (one) => mayIdea(one, { pairingId: 'pairing-1', words: 'climbing' }) }
];

describe('every rule about meetings', () => {
	it.each(ALL)('$name is open to the two and to whoever stands in', (rule) => {
		for (const side of ['young', 'mentor', 'cover'] as const) expect(rule.in(facts({ side }))).toEqual(send);
	});

	it.each(ALL)('$name is closed to anybody else, and once the pairing has ended', (rule) => {
		expect(rule.in(facts({ side: undefined }))).toEqual(no('not_found'));
		expect(rule.in(facts({ pairing: undefined }))).toEqual(no('not_found'));
		expect(rule.in(facts({ pairing: { state: 'ended', endsOn: null } }))).toEqual(no('pairing_ended'));
	});

	it.each(ALL.filter(({ name }) => name !== 'meeting-idea'))('$name rests during a pause', (rule) => {
		expect(rule.in(facts({ pairing: { state: 'paused', endsOn: null } }))).toEqual(no('pairing_paused'));
		expect(rule.in(facts({ pairing: { state: 'winding-down', endsOn: null } }))).toEqual(send);
	});

	it.each(ALL.filter(({ name }) => name !== 'meeting-idea'))(
		'$name finds the meeting changed when it begins at another time by now, or is no more',
		(rule) => {
			const movedTo = { starts: STARTS + MINUTE, minutes: 90, place: 'Library' };
			expect(rule.in(facts({ records: [{ ...record, movedTo, movedAt: NOW - HOUR }] }))).toEqual(
				no('meeting_changed')
			);
			expect(rule.in(facts({ series: [{ ...series, until: '2026-11-25' }] }))).toEqual(no('meeting_changed'));
			expect(rule.in(facts({ series: [] }))).toEqual(no('not_found'));
			expect(rule.in(facts({ series: [{ ...series, pairingId: 'other-one' }] }))).toEqual(no('not_found'));
		}
	);

	it.each(['meeting-yes', 'meeting-move', 'meeting-call-off', 'meeting-signal'])(
		'%s finds the meeting changed when it was called off',
		(name) => {
			const rule = ALL.find((one) => one.name === name);
			expect(rule?.in(facts({ records: [off] }))).toEqual(no('meeting_changed'));
		}
	);
});

describe('“I’ll be there”', () => {
	it('may be said until the meeting ends', () => {
		expect(mayAnswerMeeting(facts(), about, ENDS - 1)).toEqual(send);
		expect(mayAnswerMeeting(facts(), about, ENDS)).toEqual(no('meeting_over'));
	});
});

describe('“Can we move it?”', () => {
	it('may be asked until the meeting ends, for times that are still to come', () => {
		const later = { times: [{ day: DAY_OF, time: '18:01' }] };
		expect(mayMove(facts(), move(later), ENDS - 1)).toEqual(send);
		expect(mayMove(facts(), move(later), ENDS)).toEqual(no('meeting_over'));
		const soon = move({ times: [{ day: '2026-11-24', time: '12:01' }] });
		expect(mayMove(facts(), soon, NOW)).toEqual(send);
		expect(mayMove(facts(), soon, NOW + MINUTE)).toEqual(no('time_over'));
	});

	it('has one to three times, each another', () => {
		const times = (...hours: string[]) => hours.map((time) => ({ day: '2026-11-27', time }));
		const reads = (given: unknown) => v.is(MeetingMoveBody, { ...move(), times: given });
		expect([
			reads(times('12:00')),
			reads(times('12:00', '13:00', '14:00')),
			reads([]),
			reads(times('12:00', '13:00', '14:00', '15:00')),
			reads(times('12:00', '12:00'))
		]).toEqual([true, true, false, false, false]);
	});

	it('stays within the days, hours and length of the agreement in force', () => {
		const within = (terms: Partial<Terms>, more: Partial<MeetingMoveBody> = {}) =>
			mayMove(facts({ agreements: [agreed(terms)] }), move(more), NOW).is;
		expect(within({ days: [5] })).toBe('send');
		expect(within({ days: [1, 2, 3, 4, 6, 7] })).toBe('refuse');
		expect(within({ earliest: '17:00' })).toBe('send');
		expect(within({ earliest: '17:01' })).toBe('refuse');
		expect(within({ latest: '18:30' })).toBe('send');
		expect(within({ latest: '18:29' })).toBe('refuse');
		expect(within({ latest: '24:00' }, { times: [{ day: '2026-11-27', time: '22:30' }] })).toBe('send');
		expect(within({ latest: '24:00' }, { times: [{ day: '2026-11-27', time: '22:31' }] })).toBe('refuse');
		expect(within({ mostMinutes: 90 })).toBe('send');
		expect(within({ mostMinutes: 89 })).toBe('refuse');
	});

	it('reads the agreement on the clocks of its own zone', () => {
		const inWarsaw = (latest: string) =>
			facts({ agreements: [{ ...agreed({ latest }), zone: 'Europe/Warsaw' }] });
		expect(mayMove(inWarsaw('19:30'), move(), NOW)).toEqual(send);
		expect(mayMove(inWarsaw('19:29'), move(), NOW)).toEqual(no('outside_agreement'));
	});

	it('goes by the version in force, not by one that is only proposed', () => {
		const proposed = { ...agreed({ days: [1] }), version: 2, from: null };
		expect(mayMove(facts({ agreements: [agreed({}), proposed] }), move(), NOW)).toEqual(send);
	});

	it('offers nothing after the last day of the pairing', () => {
		const ending = (endsOn: string) => facts({ pairing: { state: 'winding-down', endsOn } });
		expect(mayMove(ending('2026-11-27'), move(), NOW)).toEqual(send);
		expect(mayMove(ending('2026-11-26'), move(), NOW)).toEqual(no('outside_agreement'));
	});

	it('for later ones too, offers no day that they leave out', () => {
		const skipping = facts({ series: [{ ...series, skipsHolidays: 'england_and_wales' }] });
		const christmas = { times: [{ day: '2026-12-25', time: '17:00' }] };
		expect(mayMove(skipping, move({ ...christmas, scope: 'this' }), NOW)).toEqual(send);
		expect(mayMove(skipping, move({ ...christmas, scope: 'later' }), NOW)).toEqual(no('outside_agreement'));
		expect(mayMove(facts(), move({ ...christmas, scope: 'later' }), NOW)).toEqual(send);
	});

	it('does not offer the time that it has, but may offer another place or length for it', () => {
		const same = { times: [{ day: DAY_OF, time: '16:30' }] };
		expect(mayMove(facts(), move(same), NOW)).toEqual(no('time_same'));
		expect(mayMove(facts(), move({ ...same, place: 'Café' }), NOW)).toEqual(send);
		expect(mayMove(facts(), move({ ...same, minutes: 60 }), NOW)).toEqual(send);
	});

	it('of a mentor holds no contact details, of a young person it may', () => {
		const note = { note: 'ring me on 07700 900123' };
		expect(mayMove(facts(), move(note), NOW)).toEqual(send);
		expect(mayMove(mentor, move(note), NOW)).toEqual(no('contact_details'));
		expect(mayMove(mentor, move({ place: 'ring 07700 900123' }), NOW)).toEqual(no('contact_details'));
	});

	it('has a note as long as may be, and not a character more', () => {
		expect(mayMove(facts(), move({ note: 'x'.repeat(280) }), NOW)).toEqual(send);
		expect(mayMove(facts(), move({ note: 'x'.repeat(281) }), NOW)).toEqual(no('too_long'));
	});

	it('may ask for another time for one that was called off, by whoever saw that, and for that one alone', () => {
		const calledOff = facts({ records: [off] });
		expect(mayMove(calledOff, move({ calledOff: true }), NOW)).toEqual(send);
		expect(mayMove(calledOff, move({ calledOff: true }), ENDS - DAY)).toEqual(send);
		expect(mayMove(calledOff, move({ calledOff: true, scope: 'later' }), NOW)).toEqual(no('meeting_changed'));
		expect(mayMove(facts(), move({ calledOff: true }), NOW)).toEqual(no('meeting_changed'));
	});
});

describe('an answer to a move', () => {
	const open = facts({ moves: [asked] });

	it('takes one of the times that were offered, while it is to come', () => {
		const there = at('2026-11-27', '17:00');
		const calledOff = facts({ records: [off], moves: [asked] });
		expect(mayAnswerMove(calledOff, answer(), there - 1)).toEqual(send);
		expect(mayAnswerMove(calledOff, answer(), there)).toEqual(no('time_over'));
		expect(mayAnswerMove(open, answer({ taken: { day: '2026-11-27', time: '17:30' } }), NOW)).toEqual(
			no('not_found')
		);
	});

	it('is for the meeting while it is not over', () => {
		expect(mayAnswerMove(open, answer(), ENDS - 1)).toEqual(send);
		expect(mayAnswerMove(open, answer(), ENDS)).toEqual(no('meeting_over'));
	});

	it('is for the other side; whoever asked may take it back', () => {
		const back = answer({ says: 'withdraw', taken: null });
		expect(mayAnswerMove({ ...open, side: 'mentor' }, answer(), NOW)).toEqual(no('not_yours_to_do'));
		expect(mayAnswerMove({ ...open, side: 'cover' }, answer(), NOW)).toEqual(no('not_yours_to_do'));
		expect(mayAnswerMove({ ...open, side: 'mentor' }, back, NOW)).toEqual(send);
		expect(mayAnswerMove(open, back, NOW)).toEqual(no('not_yours_to_do'));
	});

	it('comes to nothing once another answer was there first', () => {
		for (const state of ['taken', 'none_suits', 'withdrawn', 'overtaken'] as const)
			expect(mayAnswerMove(facts({ moves: [{ ...asked, state }] }), answer(), NOW)).toEqual(
				no('meeting_changed')
			);
		expect(mayAnswerMove(facts(), answer(), NOW)).toEqual(no('not_found'));
	});

	it('may be “none suits” whatever time has come meanwhile', () => {
		const none = answer({ says: 'none_suits', taken: null });
		expect(mayAnswerMove(open, none, ENDS + DAY)).toEqual(send);
	});

	it('names a time when it takes one, and only then', () => {
		expect(v.is(MoveAnswerBody, { ...answer(), taken: null })).toBe(false);
		expect(v.is(MoveAnswerBody, { ...answer(), says: 'none_suits' })).toBe(false);
	});
});

describe('“I can’t”', () => {
	const times = [{ day: '2026-11-27', time: '17:00' }];
	const why = 'My train.x';

	it('may be said until the meeting ends', () => {
		expect(mayCallOff(facts(), callOff(), ENDS - 1)).toEqual(send);
		expect(mayCallOff(facts(), callOff(), ENDS)).toEqual(no('meeting_over'));
		expect(mayCallOff(facts({ records: [{ ...record, happened: true }] }), callOff(), ENDS - 1)).toEqual(
			no('meeting_over')
		);
	});

	it('of a young person gives no reason and no time', () => {
		expect(mayCallOff(facts(), callOff({ why: 'because' }), NOW)).toEqual(no('not_yours_to_do'));
		expect(mayCallOff(facts(), callOff({ times }), NOW)).toEqual(no('not_yours_to_do'));
	});

	it.each(['mentor', 'cover'] as const)('of a %s gives a reason of ten characters and a new time', (side) => {
		const says = (more: Partial<CallOffBody>) => mayCallOff(facts({ side }), callOff(more), NOW);
		expect(says({ why, times })).toEqual(send);
		expect(says({ why: why.slice(1), times })).toEqual(no('reason_wanted'));
		expect(says({ why: `${why.slice(1)}    `, times })).toEqual(no('reason_wanted'));
		expect(says({ why: 'x'.repeat(280), times })).toEqual(send);
		expect(says({ why: 'x'.repeat(281), times })).toEqual(no('too_long'));
		expect(says({ why, times: [] })).toEqual(no('time_wanted'));
		expect(says({ why: 'ring me on 07700 900123', times })).toEqual(no('contact_details'));
		expect(says({ why, times: [{ day: '2026-11-27', time: '08:59' }] })).toEqual(no('outside_agreement'));
		expect(says({ why, times: [{ day: '2026-11-24', time: '12:00' }] })).toEqual(no('time_over'));
	});
});

describe('“Running late” and “I’m here”', () => {
	const says = (side: 'young' | 'mentor', more: object, now = STARTS) =>
		maySignal(facts({ side }), v.parse(MeetingSignalBody, { ...about, says: 'late', ...more }), now);

	it('may be said from two hours before until the end', () => {
		expect(says('young', {}, STARTS - 2 * HOUR)).toEqual(send);
		expect(says('young', {}, STARTS - 2 * HOUR - 1)).toEqual(no('meeting_not_yet'));
		expect(says('young', {}, ENDS - 1)).toEqual(send);
		expect(says('young', {}, ENDS)).toEqual(no('meeting_over'));
		const times = { starts: STARTS, ends: ENDS };
		const edges = [STARTS - 2 * HOUR - 1, STARTS - 2 * HOUR, ENDS - 1, ENDS];
		expect(edges.map((now) => isSignalTime(times, now))).toEqual([false, true, true, false]);
	});

	it('say by how much of a mentor, never of a young person', () => {
		expect(says('mentor', { minutes: 10 })).toEqual(send);
		expect(says('mentor', {})).toEqual(no('nothing_written'));
		expect(says('mentor', { says: 'here' })).toEqual(send);
		expect(says('young', { minutes: 10 })).toEqual(no('not_yours_to_do'));
		const minutes = (given: number) => v.is(MeetingSignalBody, { ...about, says: 'late', minutes: given });
		expect([4, 5, 60, 61].map(minutes)).toEqual([false, true, true, false]);
	});
});

describe('an idea for the meeting', () => {
	const idea = (words: string) => ({ pairingId: 'pairing-1', words });

	it('has words, as many as may be and not one more', () => {
		expect(mayIdea(facts(), idea(''))).toEqual(no('nothing_written'));
		expect(mayIdea(facts(), idea('x'.repeat(MOST_IDEA_CHARACTERS)))).toEqual(send);
		expect(mayIdea(facts(), idea('x'.repeat(MOST_IDEA_CHARACTERS + 1)))).toEqual(no('too_long'));
	});

	it('of a mentor rests during a pause and holds no contact details', () => {
		const paused = { state: 'paused', endsOn: null } as const;
		expect(mayIdea(facts({ pairing: paused }), idea('climbing'))).toEqual(send);
		expect(mayIdea(facts({ pairing: paused, side: 'mentor' }), idea('climbing'))).toEqual(
			no('pairing_paused')
		);
		expect(mayIdea(mentor, idea('07700 900123'))).toEqual(no('contact_details'));
		expect(mayIdea(facts(), idea('07700 900123'))).toEqual(send);
	});

	it('is taken back by its author alone', () => {
		const body = { pairingId: 'pairing-1', ideaId: 'idea-0001' };
		const kept = { authorId: 'ash', pairingId: 'pairing-1' };
		expect(mayDropIdea(facts(), kept, body, 'ash')).toEqual(send);
		expect(mayDropIdea(facts(), kept, body, 'sam')).toEqual(no('not_yours_to_do'));
		expect(mayDropIdea(facts(), { ...kept, pairingId: 'other' }, body, 'ash')).toEqual(no('not_found'));
		expect(mayDropIdea(facts(), undefined, body, 'ash')).toEqual(no('not_found'));
		expect(mayDropIdea(facts({ side: undefined }), kept, body, 'ash')).toEqual(no('not_found'));
	});
});

describe('“Did it happen?”', () => {
	it('is asked of the mentor and of whoever stands in', () => {
		expect(mayTell(facts({ side: 'cover' }), happened(), ENDS)).toEqual(send);
		expect(mayTell(facts(), happened(), ENDS)).toEqual(no('not_yours_to_do'));
		expect(mayTell(facts({ side: undefined }), happened(), ENDS)).toEqual(no('not_found'));
		const ended = facts({ side: 'mentor', pairing: { state: 'ended', endsOn: null } });
		expect(mayTell(ended, happened(), ENDS)).toEqual(no('pairing_ended'));
		const paused = facts({ side: 'mentor', pairing: { state: 'paused', endsOn: null } });
		expect(mayTell(paused, happened(), ENDS)).toEqual(send);
	});

	it('is answered once it has begun, within sixty days', () => {
		expect(mayTell(mentor, happened(), STARTS - 1)).toEqual(no('meeting_not_yet'));
		expect(mayTell(mentor, happened(), STARTS)).toEqual(send);
		expect(mayTell(mentor, happened(), STARTS + 60 * DAY)).toEqual(send);
		expect(mayTell(mentor, happened(), STARTS + 60 * DAY + 1)).toEqual(no('meeting_over'));
	});

	it('is not asked of one that was called off', () => {
		expect(mayTell(facts({ side: 'mentor', records: [off] }), happened(), ENDS)).toEqual(
			no('meeting_changed')
		);
	});

	it('says how long, or who missed it, and never both or neither', () => {
		const reads = (more: object) => v.is(MeetingHappenedBody, { ...about, ...more });
		expect([
			reads({ happened: true, minutes: 1 }),
			reads({ happened: true, minutes: 720 }),
			reads({ happened: false, missedBy: 'both' }),
			reads({ happened: true, minutes: 0 }),
			reads({ happened: true, minutes: 721 }),
			reads({ happened: true }),
			reads({ happened: false }),
			reads({ happened: true, minutes: 60, missedBy: 'young' }),
			reads({ happened: false, minutes: 60, missedBy: 'young' })
		]).toEqual([true, true, true, false, false, false, false, false, false]);
	});

	it('may come with a note, without contact details', () => {
		const note = (words: string) => mayTell(mentor, happened({ note: words }), ENDS);
		expect(note('x'.repeat(MOST_NOTE_CHARACTERS))).toEqual(send);
		expect(note('x'.repeat(MOST_NOTE_CHARACTERS + 1))).toEqual(no('too_long'));
		expect(note('ring me on 07700 900123')).toEqual(no('contact_details'));
	});
});

describe('“How was it?”', () => {
	const how = v.parse(MeetingHowBody, { ...about, how: 'good' });

	it('is for the young person, once it has begun', () => {
		expect(maySayHow(facts(), how, STARTS - 1)).toEqual(no('meeting_not_yet'));
		expect(maySayHow(facts(), how, STARTS)).toEqual(send);
		expect(maySayHow(mentor, how, ENDS)).toEqual(no('not_yours_to_do'));
		expect(maySayHow(facts({ side: 'cover' }), how, ENDS)).toEqual(no('not_yours_to_do'));
	});

	it('may be said of one that was called off: nobody came', () => {
		expect(maySayHow(facts({ records: [off] }), how, ENDS)).toEqual(send);
	});
});
