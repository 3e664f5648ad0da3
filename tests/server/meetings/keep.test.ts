import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/lib/domain/clock/zones';
import { meetingId } from '../../../src/lib/domain/meetings/meeting';
import {
	aways,
	audit,
	hows,
	ideas,
	meetingNotes,
	meetings,
	moves
} from '../../../src/lib/server/database/schema';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { endSeries } from '../../../src/lib/server/pairings/series';
import { change, letIn, pairingSpace } from '../../../src/lib/server/spaces';
import { ASH, RIVERSIDE, SAM } from '../pairing';
import { london, PAIRING, shownTo, two, type Two } from './two';

const TUESDAY = london('2026-11-24', '12:00');
const THURSDAY = '2026-11-26';
const FRIDAY_AT_FIVE = { day: '2026-11-27', time: '17:00' };
const SATURDAY_AT_TEN = { day: '2026-11-28', time: '10:00' };

let they: Two;
const open = async (...asked: Parameters<typeof two>) => (they = await two(...asked));
afterEach(() => they.house.store.close());

const moveBody = (more: object = {}) => ({
	...they.on(THURSDAY),
	...{ scope: 'this' as const, times: [FRIDAY_AT_FIVE], minutes: 90, place: 'Library', note: '' },
	...{ calledOff: false, ...more }
});
const takes = (moveId: string, taken = FRIDAY_AT_FIVE) => ({
	...{ ...they.on(THURSDAY), moveId, says: 'take' as const, taken }
});
const callsOff = (more: object = {}) => ({
	...{ ...they.on(THURSDAY), why: 'My train is not running', times: [FRIDAY_AT_FIVE], ...more }
});
const sent = (outcome: { is: string }) => expect(outcome).toMatchObject({ is: 'sent' });

describe('“I’ll be there”', () => {
	test('of both is kept for both, and counts for that time only', async () => {
		await open(TUESDAY);
		sent(await they.says(ASH, 'meeting-yes', they.on(THURSDAY)));
		expect((await shownTo(they, SAM, THURSDAY))?.yes).toEqual({ young: true, mentor: false });
		sent(await they.says(SAM, 'meeting-yes', they.on(THURSDAY)));
		expect((await shownTo(they, ASH, THURSDAY))?.standing).toEqual({ is: 'yes' });
		sent(await they.says(SAM, 'meeting-call-off', callsOff()));
		expect((await shownTo(they, ASH, THURSDAY))?.yes).toEqual({ young: false, mentor: false });
	});

	test('again, as when an answer was lost on the way, changes nothing', async () => {
		await open(TUESDAY);
		const first = await they.says(ASH, 'meeting-yes', they.on(THURSDAY), 'entry-again');
		const { records } = await they.rowsOf(ASH);
		they.clock.now += HOUR;
		expect(await they.says(ASH, 'meeting-yes', they.on(THURSDAY), 'entry-again')).toEqual(first);
		expect((await they.rowsOf(ASH)).records).toEqual(records);
	});
});

describe('a move', () => {
	test('that the other side takes puts the meeting there, under the same id', async () => {
		await open(TUESDAY);
		sent(await they.says(ASH, 'meeting-move', moveBody({ note: 'got a test' }), 'move-of-ash'));
		const asked = await shownTo(they, SAM, THURSDAY);
		expect(asked?.standing).toEqual({ is: 'asked_to_move', by: 'young' });
		expect(asked?.moves[0]?.note).toBe('got a test');
		sent(await they.says(SAM, 'move-answer', takes('move-of-ash')));
		const moved = await shownTo(they, ASH, THURSDAY);
		expect(moved).toMatchObject({
			id: meetingId({ seriesId: they.seriesId, day: THURSDAY }),
			starts: london('2026-11-27', '17:00'),
			standing: { is: 'moved', from: london(THURSDAY, '16:30') },
			yes: { young: true, mentor: true },
			moves: []
		});
	});

	test('keeps its note sealed, and the audit without a word of it', async () => {
		await open(TUESDAY);
		await they.says(ASH, 'meeting-move', moveBody({ note: 'got a test' }), 'move-of-ash');
		const { read } = they.house.store;
		const [row] = await read.select().from(moves);
		expect(row?.note).not.toContain('test');
		const lines = await read.select().from(audit).where(eq(audit.subjectId, 'move-of-ash'));
		expect(lines.map(({ action, personId }) => [action, personId])).toEqual([['meeting.move_asked', ASH]]);
	});

	test('that both sides offer at the same time is agreed at once, at the earliest such time', async () => {
		await open(TUESDAY);
		await they.says(
			ASH,
			'meeting-move',
			moveBody({ times: [SATURDAY_AT_TEN, FRIDAY_AT_FIVE] }),
			'move-of-ash'
		);
		const both = [{ day: '2026-11-27', time: '12:00' }, SATURDAY_AT_TEN, FRIDAY_AT_FIVE];
		await they.says(SAM, 'meeting-move', moveBody({ times: both }), 'move-of-sam');
		const moved = await shownTo(they, ASH, THURSDAY);
		expect(moved).toMatchObject({
			starts: london('2026-11-27', '17:00'),
			standing: { is: 'moved' },
			moves: []
		});
		const { moves: kept } = await they.rowsOf(ASH);
		expect(kept.map(({ id, state, taken }) => [id, state, taken]).sort()).toEqual([
			['move-of-ash', 'taken', FRIDAY_AT_FIVE],
			['move-of-sam', 'taken', FRIDAY_AT_FIVE]
		]);
	});

	test('that crosses another stays open beside it; taking one closes the other', async () => {
		await open(TUESDAY);
		await they.says(ASH, 'meeting-move', moveBody(), 'move-of-ash');
		await they.says(SAM, 'meeting-move', moveBody({ times: [SATURDAY_AT_TEN] }), 'move-of-sam');
		expect((await shownTo(they, ASH, THURSDAY))?.moves).toHaveLength(2);
		sent(await they.says(ASH, 'move-answer', takes('move-of-sam', SATURDAY_AT_TEN)));
		const { moves: kept } = await they.rowsOf(SAM);
		expect(kept.map(({ id, state }) => [id, state]).sort()).toEqual([
			['move-of-ash', 'overtaken'],
			['move-of-sam', 'taken']
		]);
	});

	test('taken on two phones at once is kept once: who comes second finds the meeting changed', async () => {
		await open(TUESDAY);
		await they.says(ASH, 'meeting-move', moveBody(), 'move-of-ash');
		await they.says(SAM, 'meeting-move', moveBody({ times: [SATURDAY_AT_TEN] }), 'move-of-sam');
		const outcomes = await Promise.all([
			they.says(ASH, 'move-answer', takes('move-of-sam', SATURDAY_AT_TEN)),
			they.says(SAM, 'move-answer', takes('move-of-ash'))
		]);
		expect(outcomes.map(({ is }) => is).sort()).toEqual(['refused', 'sent']);
		expect(outcomes.find(({ is }) => is === 'refused')).toMatchObject({ why: 'meeting_changed' });
		const { moves: kept } = await they.rowsOf(ASH);
		expect(kept.map(({ state }) => state).sort()).toEqual(['overtaken', 'taken']);
	});

	test('by the same side replaces what it asked before', async () => {
		await open(TUESDAY);
		await they.says(ASH, 'meeting-move', moveBody(), 'move-of-ash');
		await they.says(ASH, 'meeting-move', moveBody({ times: [SATURDAY_AT_TEN] }), 'move-2-of-ash');
		expect((await shownTo(they, SAM, THURSDAY))?.moves.map(({ id }) => id)).toEqual(['move-2-of-ash']);
	});

	test('of this and later ones goes on as a new series, and every phone sees each meeting once', async () => {
		await open(TUESDAY);
		await they.says(SAM, 'meeting-move', moveBody({ scope: 'later' }), 'move-of-sam');
		sent(await they.says(ASH, 'move-answer', takes('move-of-sam'), 'answer-of-ash'));
		const { series } = await they.rowsOf(ASH);
		expect(series.map(({ startsOn, time, until }) => [startsOn, time, until]).sort()).toEqual([
			['2026-11-05', '16:30', '2026-11-25'],
			['2026-11-27', '17:00', null]
		]);
	});

	test('carries what was done by hand to later meetings over to the new series, once', async () => {
		await open(TUESDAY);
		const later = (day: string) => ({ ...they.on(day), times: [] });
		await they.says(SAM, 'meeting-call-off', {
			...later('2026-12-10'),
			...{ why: 'I have an operation', times: [{ day: '2026-12-12', time: '10:00' }] }
		});
		await they.says(SAM, 'meeting-move', moveBody({ scope: 'later' }), 'move-of-sam');
		sent(await they.says(ASH, 'move-answer', takes('move-of-sam'), 'answer-of-ash'));
		const off = await shownTo(they, ASH, '2026-12-11', 'answer-of-ash');
		expect(off?.standing).toMatchObject({ is: 'called_off', by: 'mentor', why: 'I have an operation' });
		expect(off?.moves).toHaveLength(1);
		expect(await shownTo(they, ASH, '2026-12-10')).toBeUndefined();
		const counted = await they.house.store.read
			.select({ id: meetings.id, starts: meetings.calledOffStarts })
			.from(meetings)
			.where(eq(meetings.calledOffById, SAM));
		expect(counted).toEqual([{ id: 'answer-of-ash_2026-12-11', starts: london('2026-12-10', '16:30') }]);
	});

	test('is refused to who saw the meeting at another time', async () => {
		await open(TUESDAY);
		await they.says(ASH, 'meeting-move', moveBody(), 'move-of-ash');
		await they.says(SAM, 'move-answer', takes('move-of-ash'));
		const stale = await they.says(ASH, 'meeting-call-off', callsOff({ why: '', times: [] }));
		expect(stale).toMatchObject({ is: 'refused', why: 'meeting_changed' });
		expect((await shownTo(they, ASH, THURSDAY))?.standing.is).toBe('moved');
	});
});

describe('a meeting called off', () => {
	test('by a mentor says why, offers a new time, and the desk can tell by whom and how late', async () => {
		await open(london(THURSDAY, '09:00'));
		sent(await they.says(SAM, 'meeting-call-off', callsOff()));
		expect((await shownTo(they, ASH, THURSDAY))?.standing).toEqual({
			...{ is: 'called_off', by: 'mentor', at: they.clock.now, why: 'My train is not running' },
			before: 7.5 * HOUR
		});
		const [row] = await they.house.store.read.select().from(meetings);
		expect(row).toMatchObject({ calledOffById: SAM, calledOffStarts: london(THURSDAY, '16:30') });
		expect(row?.calledOffWhy).not.toContain('train');
	});

	test('is on again once the new time is taken, even after the old one has passed', async () => {
		await open(TUESDAY);
		await they.says(SAM, 'meeting-call-off', callsOff(), 'off-by-sam');
		they.clock.now = london(THURSDAY, '20:00');
		sent(await they.says(ASH, 'move-answer', takes('off-by-sam')));
		expect((await shownTo(they, SAM, THURSDAY))?.standing.is).toBe('moved');
		const [row] = await they.house.store.read.select().from(meetings);
		expect(row).toMatchObject({ calledOffById: SAM, calledOffStarts: london(THURSDAY, '16:30') });
	});

	test('by a young person carries neither a reason nor anything that counts', async () => {
		await open(TUESDAY);
		sent(await they.says(ASH, 'meeting-call-off', callsOff({ why: '', times: [] })));
		const shown = await shownTo(they, SAM, THURSDAY);
		expect(shown?.standing).toMatchObject({ is: 'called_off', by: 'young', why: '' });
		expect(shown?.moves).toEqual([]);
		const [row] = await they.house.store.read.select().from(meetings);
		expect(row).toMatchObject({ calledOffById: null, calledOffStarts: null });
	});

	test('to a time that the other had asked for is moved there at once', async () => {
		await open(TUESDAY);
		await they.says(ASH, 'meeting-move', moveBody(), 'move-of-ash');
		sent(await they.says(SAM, 'meeting-call-off', callsOff()));
		expect(await shownTo(they, ASH, THURSDAY)).toMatchObject({
			...{ starts: london('2026-11-27', '17:00'), standing: { is: 'moved' }, moves: [] }
		});
	});
});

test('what the desk stops is off as well where it had been moved to a later day', async () => {
	await open(TUESDAY);
	await they.says(ASH, 'meeting-move', moveBody(), 'move-of-ash');
	await they.says(SAM, 'move-answer', takes('move-of-ash'));
	await they.says(ASH, 'meeting-move', { ...moveBody(), ...they.on('2026-12-03') }, 'move-2-of-ash');
	await change(they.house, null, (making) => endSeries(making, PAIRING));
	expect((await shownTo(they, SAM, THURSDAY))?.standing).toMatchObject({ is: 'called_off', by: 'programme' });
	const { moves: kept } = await they.rowsOf(SAM);
	expect(kept.map(({ id, state }) => [id, state]).sort()).toEqual([
		['move-2-of-ash', 'overtaken'],
		['move-of-ash', 'taken']
	]);
});

describe('on the day', () => {
	test('late and here are told to the other side', async () => {
		await open(london(THURSDAY, '16:20'));
		sent(await they.says(SAM, 'meeting-signal', { ...they.on(THURSDAY), says: 'late', minutes: 10 }));
		sent(await they.says(ASH, 'meeting-signal', { ...they.on(THURSDAY), says: 'here', minutes: null }));
		expect((await shownTo(they, ASH, THURSDAY))?.record).toMatchObject({
			...{ mentorLateAt: they.clock.now, mentorLateMinutes: 10, youngHereAt: they.clock.now }
		});
	});
});

describe('afterwards', () => {
	test('the mentor tells that it happened, with a note that both keep', async () => {
		await open(london(THURSDAY, '18:05'));
		const told = {
			...they.on(THURSDAY),
			happened: true,
			minutes: 80,
			missedBy: null,
			note: 'You got to the top.'
		};
		sent(await they.says(SAM, 'meeting-happened', told));
		const { meetingNotes: notes, ...rows } = await they.rowsOf(ASH);
		expect(notes?.map(({ words, meetingId: of }) => [words, of])).toEqual([
			['You got to the top.', meetingId({ seriesId: they.seriesId, day: THURSDAY })]
		]);
		expect(rows.records[0]).toMatchObject({ happened: true, minutesTogether: 80 });
		const [row] = await they.house.store.read.select().from(meetingNotes);
		expect(row?.words).not.toContain('top');
	});

	test('can be put right', async () => {
		await open(london(THURSDAY, '18:05'));
		const told = { ...they.on(THURSDAY), happened: true, minutes: 80, missedBy: null, note: '' };
		await they.says(SAM, 'meeting-happened', told);
		await they.says(SAM, 'meeting-happened', { ...told, happened: false, minutes: null, missedBy: 'mentor' });
		expect((await shownTo(they, ASH, THURSDAY))?.standing).toEqual({ is: 'missed', by: 'mentor' });
	});

	test('how it was stays in the young person’s own space, and the last word counts', async () => {
		await open(london(THURSDAY, '18:05'));
		sent(await they.says(ASH, 'meeting-how', { ...they.on(THURSDAY), how: 'good' }));
		sent(await they.says(ASH, 'meeting-how', { ...they.on(THURSDAY), how: 'not_good' }));
		expect((await they.rowsOf(ASH)).hows?.map(({ how, spaceId }) => [how, spaceId])).toEqual([
			['not_good', `person:${ASH}`]
		]);
		const sams = await they.rowsOf(SAM);
		expect([sams.hows ?? [], sams.records]).toEqual([[], []]);
		expect(await they.house.store.read.select().from(hows)).toHaveLength(1);
	});
});

describe('an idea', () => {
	test('from either side is kept sealed for both, until its author takes it back', async () => {
		await open(TUESDAY);
		sent(await they.says(ASH, 'meeting-idea', { pairingId: PAIRING, words: 'climbing wall' }, 'idea-of-ash'));
		const [row] = await they.house.store.read.select().from(ideas);
		expect(row?.words).not.toContain('climbing');
		expect((await they.rowsOf(SAM)).ideas?.map(({ words }) => words)).toEqual(['climbing wall']);
		const gone = { pairingId: PAIRING, ideaId: 'idea-of-ash' };
		expect(await they.says(SAM, 'meeting-idea-gone', gone)).toMatchObject({ why: 'not_yours_to_do' });
		sent(await they.says(ASH, 'meeting-idea-gone', gone));
		they.clock.now += MINUTE;
		sent(await they.says(ASH, 'meeting-idea-gone', gone));
		expect((await they.rowsOf(SAM)).ideas?.map(({ goneAt }) => goneAt)).toEqual([TUESDAY]);
	});
});

describe('who may', () => {
	test('whoever stands in may on their days, and is told apart', async () => {
		await open(TUESDAY);
		await cover('2026-11-26');
		expect(await they.says(DEE, 'meeting-yes', they.on(THURSDAY))).toMatchObject({ why: 'not_found' });
		they.clock.now = london(THURSDAY, '09:00');
		sent(await they.says(DEE, 'meeting-yes', they.on(THURSDAY)));
		sent(await they.says(DEE, 'meeting-call-off', callsOff()));
		expect((await shownTo(they, ASH, THURSDAY))?.standing).toMatchObject({ is: 'called_off', by: 'cover' });
	});

	test('nobody from outside, and no series of another pairing', async () => {
		await open(TUESDAY);
		await makeDee();
		expect(await they.says(DEE, 'meeting-yes', they.on(THURSDAY))).toMatchObject({ why: 'not_found' });
		const foreign = { ...they.on(THURSDAY), pairingId: 'pairing-of-others' };
		expect(await they.says(ASH, 'meeting-yes', foreign)).toMatchObject({ why: 'not_found' });
		const unknown = { ...they.on(THURSDAY), seriesId: 'series-of-others' };
		expect(await they.says(ASH, 'meeting-yes', unknown)).toMatchObject({ why: 'not_found' });
		expect(await they.house.store.read.select().from(meetings)).toEqual([]);
	});
});

const DEE = 'person-of-dee';

async function makeDee() {
	await change(they.house, null, async (making) => {
		await createPerson(making, { id: DEE, firstName: 'Dee' });
		await addMembership(making, { programmeId: RIVERSIDE, personId: DEE, role: 'mentor' });
	});
}

/** Sam is away on one day, and Dee stands in. */
async function cover(day: string) {
	await makeDee();
	const [starts, ends] = [london(day, '00:00'), london(day, '00:00') + DAY];
	const spaceId = pairingSpace(PAIRING);
	await change(they.house, null, async (making) => {
		await making.tx.insert(aways).values({
			...{ id: 'away-of-sam', spaceId, revision: await making.revision(spaceId), pairingId: PAIRING },
			...{ mentorId: SAM, from: day, until: day, starts, ends, coverId: DEE, at: TUESDAY }
		});
		await letIn(making.tx, spaceId, DEE, starts, ends);
	});
}

test('the audit names the change and nothing that was said', async () => {
	await open(TUESDAY);
	await they.says(SAM, 'meeting-call-off', callsOff(), 'off-by-sam');
	const lines = await they.house.store.read
		.select()
		.from(audit)
		.where(and(eq(audit.subjectId, 'off-by-sam'), eq(audit.personId, SAM)));
	expect(lines.map(({ action, spaceId }) => [action, spaceId])).toEqual([
		['meeting.called_off', pairingSpace(PAIRING)]
	]);
});
