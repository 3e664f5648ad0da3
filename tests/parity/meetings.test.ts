import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Written } from '../../src/lib/device/outbox/sealing';
import { DAY, HOUR } from '../../src/lib/domain/clock/zones';
import { MOST_CALL_OFF_CHARACTERS } from '../../src/lib/domain/meetings/call-off';
import { MOST_IDEA_CHARACTERS } from '../../src/lib/domain/meetings/idea';
import { MOST_MOVE_CHARACTERS } from '../../src/lib/domain/meetings/move';
import { SIGNALS_FROM } from '../../src/lib/domain/meetings/signal';
import { MOST_NOTE_CHARACTERS, TOLD_WITHIN } from '../../src/lib/domain/meetings/told';
import { createPerson } from '../../src/lib/server/people/people';
import { change } from '../../src/lib/server/spaces';
import { ASH, SAM } from '../server/pairing';
import { DEE } from '../server/pairings/standing-in';
import { COVER_BEGINS, COVER_ENDS, ENDS, FRIDAY, london, STARTS, Thursday, THURSDAY } from './thursday';

/* The same entry at the same instant, just inside and just past each boundary: what the phone forecasts is the law. */

const EVERYBODY = [ASH, SAM, DEE];
const ADULTS = [SAM, DEE];
const KIT = 'person-of-kit';
const TUESDAY = london('2026-11-24', '18:00');
const WHY = 'I am poorly.';
const at = (time: string, day = FRIDAY) => ({ day, time });
const long = (characters: number) => 'x'.repeat(characters);
const NUMBER = 'ring me on 07700 900123';

let one: Thursday;
beforeEach(async () => {
	one = await Thursday.open();
});
afterEach(() => one.house.store.close());

describe('“I’ll be there”', () => {
	test.each(EVERYBODY)('of %s: until it ends, for the time it has', async (who) => {
		await one.says(who, TUESDAY, one.yes(STARTS + 1), 'meeting_changed');
		await one.says(who, ENDS - 1, one.yes(), 'sent');
		await one.says(who, ENDS, one.yes(), 'meeting_over');
	});
});

describe('“Can we move it?”', () => {
	test.each(EVERYBODY)('of %s: until it ends, to times to come', async (who) => {
		await one.says(who, ENDS, one.move(), 'meeting_over');
		const soon = london(THURSDAY, '17:30');
		await one.says(who, soon, one.move({ times: [at('17:30', THURSDAY)] }), 'time_over');
		await one.says(who, soon, one.move({ times: [at('17:31', THURSDAY)] }), 'sent');
		await one.says(who, ENDS - 1, one.move(), 'sent');
	});

	test.each(EVERYBODY)('of %s: within what was agreed', async (who) => {
		const asks = (time: string, minutes: number, why: 'sent' | 'outside_agreement') =>
			one.says(who, TUESDAY, one.move({ times: [at(time)], minutes }), why);
		await asks('08:59', 90, 'outside_agreement');
		await asks('09:00', 90, 'sent');
		await asks('19:31', 90, 'outside_agreement');
		await asks('19:30', 90, 'sent');
		await asks('10:00', 241, 'outside_agreement');
		await asks('10:00', 240, 'sent');
	});

	test.each(EVERYBODY)('of %s: to be longer at the time it has, which alone is no move', async (who) => {
		const times = [at('16:30', THURSDAY)];
		await one.says(who, TUESDAY, one.move({ times }), 'time_same');
		await one.says(who, TUESDAY, one.move({ times, minutes: 91 }), 'sent');
	});

	test.each(EVERYBODY)('of %s: with as much beside it as may be', async (who) => {
		await one.says(who, TUESDAY, one.move({ note: long(MOST_MOVE_CHARACTERS + 1) }), 'too_long');
		await one.says(who, TUESDAY, one.move({ note: long(MOST_MOVE_CHARACTERS) }), 'sent');
		await one.says(who, TUESDAY, one.move({ note: NUMBER }), who === ASH ? 'sent' : 'contact_details');
		await one.says(who, TUESDAY, one.move({ calledOff: true }), 'meeting_changed');
	});
});

describe('an answer to it', () => {
	/** Each of them is answered by the other side. */
	const ASKED = [
		{ who: ASH, by: SAM },
		{ who: SAM, by: ASH },
		{ who: DEE, by: ASH },
		{ who: ASH, by: DEE }
	];

	test.each(ASKED)('of $by to $who: one of the times, while it is to come', async ({ who, by }) => {
		const times = [at('17:00', '2026-11-25'), at('17:00')];
		await one.says(who, TUESDAY, one.move({ times }), 'sent', 'the-move');
		await one.says(by, TUESDAY, one.answer('no-such-move'), 'not_found');
		await one.says(by, TUESDAY, one.answer('the-move', { taken: at('17:01') }), 'not_found');
		await one.says(who, TUESDAY, one.answer('the-move'), 'not_yours_to_do');
		const [wednesday, first] = [london('2026-11-25', '17:00'), { taken: at('17:00', '2026-11-25') }];
		await one.says(by, wednesday, one.answer('the-move', first), 'time_over');
		await one.says(by, ENDS, one.answer('the-move'), 'meeting_over');
		await one.says(by, wednesday - 1, one.answer('the-move', first), 'sent');
		await one.says(by, wednesday - 1, one.answer('the-move'), 'meeting_changed');
		const other = by === SAM ? DEE : by === DEE ? SAM : by;
		await one.says(other, TUESDAY, one.yes(), 'meeting_changed');
	});

	test.each(ASKED)('of $by to $who: none suits, and whoever asked takes it back', async ({ who, by }) => {
		const taken = null;
		await one.says(who, TUESDAY, one.move(), 'sent', 'the-move');
		await one.says(by, TUESDAY, one.answer('the-move', { says: 'withdraw', taken }), 'not_yours_to_do');
		await one.says(who, TUESDAY, one.answer('the-move', { says: 'none_suits', taken }), 'not_yours_to_do');
		await one.says(by, TUESDAY, one.answer('the-move', { says: 'none_suits', taken }), 'sent');
		await one.says(who, TUESDAY, one.answer('the-move', { says: 'withdraw', taken }), 'meeting_changed');
	});
});

describe('“I can’t”', () => {
	test('of Ash: until it ends, without a reason', async () => {
		await one.says(ASH, ENDS, one.callOff(), 'meeting_over');
		await one.says(ASH, ENDS - 1, one.callOff({ why: WHY }), 'not_yours_to_do');
		await one.says(ASH, ENDS - 1, one.callOff({ times: [at('17:00')] }), 'not_yours_to_do');
		await one.says(ASH, ENDS - 1, one.callOff(), 'sent');
		await one.says(SAM, ENDS - 1, one.yes(), 'meeting_changed');
		await one.says(SAM, ENDS - 1, one.move(), 'meeting_changed');
		await one.says(SAM, ENDS - 1, one.move({ calledOff: true }), 'sent');
	});

	test.each(ADULTS)('of %s: until it ends, with a reason and a new time', async (who) => {
		const times = [at('17:00')];
		await one.says(who, ENDS, one.callOff({ why: WHY, times }), 'meeting_over');
		await one.says(who, TUESDAY, one.callOff({ why: long(9), times }), 'reason_wanted');
		await one.says(who, TUESDAY, one.callOff({ why: long(MOST_CALL_OFF_CHARACTERS + 1), times }), 'too_long');
		await one.says(who, TUESDAY, one.callOff({ why: NUMBER, times }), 'contact_details');
		await one.says(who, TUESDAY, one.callOff({ why: WHY }), 'time_wanted');
		await one.says(who, TUESDAY, one.callOff({ why: WHY, times: [at('08:59')] }), 'outside_agreement');
		await one.says(who, ENDS - 1, one.callOff({ why: long(10), times }), 'sent');
		await one.says(ASH, ENDS - 1, one.yes(), 'meeting_changed');
	});

	test.each(ADULTS)('of %s: with as long a reason as may be', async (who) => {
		const body = { why: long(MOST_CALL_OFF_CHARACTERS), times: [at('09:00')] };
		await one.says(who, TUESDAY, one.callOff(body), 'sent');
	});
});

describe('“Running late” and “I’m here”', () => {
	test.each(EVERYBODY)('of %s: from two hours before until it ends', async (who) => {
		await one.says(who, STARTS - SIGNALS_FROM - 1, one.signal(), 'meeting_not_yet');
		await one.says(who, STARTS - SIGNALS_FROM, one.signal(), 'sent');
		await one.says(who, ENDS - 1, one.signal(), 'sent');
		await one.says(who, ENDS, one.signal(), 'meeting_over');
	});

	test.each(EVERYBODY)('of %s: by how much only of an adult', async (who) => {
		const late = one.signal({ says: 'late' });
		const byTen = one.signal({ says: 'late', minutes: 10 });
		await one.says(who, STARTS, late, who === ASH ? 'sent' : 'nothing_written');
		await one.says(who, STARTS, byTen, who === ASH ? 'not_yours_to_do' : 'sent');
	});
});

describe('an idea', () => {
	test.each(EVERYBODY)('of %s: with words, and not too many', async (who) => {
		await one.says(who, TUESDAY, one.idea(''), 'nothing_written');
		await one.says(who, TUESDAY, one.idea(long(MOST_IDEA_CHARACTERS + 1)), 'too_long');
		await one.says(who, TUESDAY, one.idea(long(MOST_IDEA_CHARACTERS)), 'sent');
		await one.says(who, TUESDAY, one.idea(NUMBER), who === ASH ? 'sent' : 'contact_details');
	});

	test.each(EVERYBODY)('of %s: taken back by nobody else', async (who) => {
		await one.says(who, TUESDAY, one.idea('climbing'), 'sent', 'the-idea');
		for (const other of EVERYBODY.filter((person) => person !== who))
			await one.says(other, TUESDAY, one.ideaGone('the-idea'), 'not_yours_to_do');
		await one.says(who, TUESDAY, one.ideaGone('no-such-idea'), 'not_found');
		await one.says(who, TUESDAY, one.ideaGone('the-idea'), 'sent');
		await one.says(who, TUESDAY, one.ideaGone('the-idea'), 'sent');
	});
});

describe('“Did it happen?”', () => {
	test('is nothing that Ash is asked', () => one.says(ASH, ENDS, one.happened(), 'not_yours_to_do'));

	test.each(ADULTS)('of %s: once it has begun, with a note', async (who) => {
		await one.says(who, STARTS - 1, one.happened(), 'meeting_not_yet');
		await one.says(who, STARTS, one.happened({ note: long(MOST_NOTE_CHARACTERS + 1) }), 'too_long');
		await one.says(who, STARTS, one.happened({ note: NUMBER }), 'contact_details');
		await one.says(who, STARTS, one.happened({ note: long(MOST_NOTE_CHARACTERS) }), 'sent');
		const missed = one.happened({ happened: false, minutes: null, missedBy: 'both' });
		await one.says(who, ENDS, missed, 'sent');
		await one.says(ASH, ENDS - 1, one.move(), 'meeting_over');
	});

	test('of Sam: for sixty days', async () => {
		await one.says(SAM, STARTS + TOLD_WITHIN, one.happened(), 'sent');
		await one.says(SAM, STARTS + TOLD_WITHIN + 1, one.happened(), 'meeting_over');
	});
});

describe('“How was it?”', () => {
	test('of Ash: once it has begun, for good', async () => {
		await one.says(ASH, STARTS - 1, one.how(), 'meeting_not_yet');
		await one.says(ASH, STARTS, one.how(), 'sent');
		await one.says(ASH, STARTS + 365 * DAY, one.how(), 'sent');
	});

	test.each(ADULTS)('is nothing that %s says', (who) => one.says(who, ENDS, one.how(), 'not_yours_to_do'));
});

/** Each kind, at a moment at which it may be said. */
const all = (who: string): [Written, number][] => [
	[one.yes(), TUESDAY],
	[one.move(), TUESDAY],
	[who === ASH ? one.callOff() : one.callOff({ why: WHY, times: [at('17:00')] }), TUESDAY],
	[one.signal(), STARTS - HOUR],
	[one.idea('climbing'), TUESDAY],
	[who === ASH ? one.how() : one.happened(), STARTS]
];

describe('whatever is said', () => {
	test.each(EVERYBODY)('by %s once the pairing has ended is refused', async (who) => {
		await one.become('ended');
		// Whoever stands in does so no more; here nobody has told the readers, as when a sync is on its way.
		for (const [written, now] of all(who)) await one.says(who, now, written, 'pairing_ended');
	});

	test.each(EVERYBODY)('by %s in a pause waits for its end, where it is about meeting', async (who) => {
		await one.become('paused');
		const goesOn = (kind: string) =>
			kind === 'meeting-happened' || kind === 'meeting-how' || (kind === 'meeting-idea' && who === ASH);
		for (const [written, now] of all(who))
			await one.says(who, now, written, goesOn(written.kind) ? 'sent' : 'pairing_paused');
	});

	test('by whoever stands in counts on those days, from the minute to the minute', async () => {
		await one.says(DEE, COVER_BEGINS - 1, one.yes(), 'not_found');
		await one.says(DEE, COVER_BEGINS, one.yes(), 'sent');
		await one.says(DEE, COVER_ENDS - 1, one.happened(), 'sent');
		await one.says(DEE, COVER_ENDS, one.happened(), 'not_found');
		await one.says(DEE, COVER_ENDS, one.idea('climbing'), 'not_found');
	});

	test('by anybody else finds nothing there', async () => {
		await change(one.house, null, (making) => createPerson(making, { id: KIT, firstName: 'Kit' }));
		for (const [written, now] of all(SAM)) await one.says(KIT, now, written, 'not_found');
	});

	test('is every kind of entry about meetings', () => {
		const kinds = [...all(ASH), ...all(SAM)].map(([{ kind }]) => kind);
		expect(new Set([...kinds, 'move-answer', 'meeting-idea-gone']).size).toBe(9);
	});
});
