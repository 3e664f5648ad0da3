import { afterEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { addDays, DAY, HOUR, instantAt, MINUTE, type Day } from '../../../src/lib/domain/clock/zones';
import type { PairingState } from '../../../src/lib/domain/pairings/pairing';
import { audit, aways, goodbyes, notices, pairings, readers } from '../../../src/lib/server/database/schema';
import { endPairing, sayEnding } from '../../../src/lib/server/endings/end';
import { accept } from '../../../src/lib/server/entries/accept';
import { planEnd } from '../../../src/lib/server/pairings/pair';
import { addMembership, createPerson } from '../../../src/lib/server/people/people';
import { change, letIn, pairingSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { doWhatIsDue } from '../due';
import { london, PAIRING, two, type Two } from '../meetings/two';
import { ASH, RIVERSIDE, SAM } from '../pairing';

const TUESDAY = london('2026-11-24', '18:00');
const LAST_DAY: Day = '2026-12-18';
const THANKS = 'you always turned up';
const PROUD = 'i was glad to know you';

let they: Two;
const open = async () => (they = await two(TUESDAY));
afterEach(() => they.house.store.close());

const sent = (outcome: { is: string } | undefined) => expect(outcome).toMatchObject({ is: 'sent' });
const refused = (outcome: { is: string } | undefined, why: string) =>
	expect(outcome).toMatchObject({ is: 'refused', why });
const bye = (who: string, words: string) => they.says(who, 'goodbye', { pairingId: PAIRING, words });
const byesOf = async (who: string) =>
	((await they.rowsOf(who)).goodbyes ?? []).map(({ authorId, words }) => ({ authorId, words }));
/** Everything that a phone gets, as it goes over the wire. */
const wire = async (who: string) => JSON.stringify(await sync(they.house, who, {}));
const ends = (endsOn: Day | null) =>
	change(they.house, null, async (making) => {
		const [pairing] = await making.tx.select().from(pairings).where(eq(pairings.id, PAIRING));
		await planEnd(making, pairing!, endsOn);
	});
const over = (how: Parameters<typeof endPairing>[2] = 'planned', desk?: { words: string }) =>
	change(they.house, null, (making) => endPairing(making, PAIRING, how, desk));
const says = (body: string) =>
	they.says(ASH, 'message', { pairingId: PAIRING, body, tap: null, checkInId: null });
const parts = (wants: 'end' | 'pause' | 'go_on') =>
	they.says(ASH, 'parting', { pairingId: PAIRING, wants, tells: '', why: '' });
const stateOf = async (): Promise<PairingState | undefined> => (await they.rowsOf(ASH)).pairings?.[0]?.state;
const endingOf = async (who: string) => (await they.rowsOf(who)).endings?.[0];
const at = (day: Day, time = '00:00') => (they.clock.now = instantAt(day, time, 'Europe/London'));

describe('a goodbye', () => {
	test('that only one has written is nowhere on the other’s phone', async () => {
		await open();
		sent(await bye(SAM, PROUD));
		expect(await byesOf(SAM)).toEqual([{ authorId: SAM, words: PROUD }]);
		expect(await byesOf(ASH)).toEqual([]);
		for (const words of [PROUD, `${PAIRING}:${SAM}`, 'goodbye']) expect(await wire(ASH)).not.toContain(words);
		expect((await they.rowsOf(ASH)).notices ?? []).toEqual([]);
	});

	test('moves nothing in the pairing’s space while it waits, so the other phone is not even woken', async () => {
		await open();
		const before = (await sync(they.house, ASH, {})).spaces;
		sent(await bye(SAM, PROUD));
		expect((await sync(they.house, ASH, {})).spaces).toEqual(before);
	});

	test('is shown to both once both are written, and the one who waited is told', async () => {
		await open();
		sent(await bye(SAM, PROUD));
		they.clock.now += MINUTE;
		sent(await bye(ASH, THANKS));
		for (const who of [ASH, SAM]) {
			expect(await byesOf(who)).toHaveLength(2);
			expect(await wire(who)).toContain(PROUD);
			expect(await wire(who)).toContain(THANKS);
		}
		// Nobody is told of their own doing: whoever wrote last sees it where they wrote.
		expect((await they.rowsOf(SAM)).notices).toMatchObject([
			{ kind: 'ending', subjectId: `${PAIRING}:${ASH}` }
		]);
		expect((await they.rowsOf(ASH)).notices ?? []).toEqual([]);
	});

	test('written on two phones at the same moment is shown, whichever came first', async () => {
		await open();
		const posted = (words: string, id: string) => [
			{ id, kind: 'goodbye', body: { pairingId: PAIRING, words }, writtenAt: TUESDAY }
		];
		const [[ash], [sam]] = await Promise.all([
			accept(they.house, ASH, posted(THANKS, 'entry-of-ash')),
			accept(they.house, SAM, posted(PROUD, 'entry-of-sam'))
		]);
		for (const outcome of [ash, sam]) sent(outcome);
		for (const who of [ASH, SAM]) expect(await byesOf(who)).toHaveLength(2);
	});

	test('can be written anew until it is shown, and not afterwards', async () => {
		await open();
		sent(await bye(ASH, 'ok bye'));
		they.clock.now += MINUTE;
		sent(await bye(ASH, THANKS));
		expect(await byesOf(ASH)).toEqual([{ authorId: ASH, words: THANKS }]);
		sent(await bye(SAM, PROUD));
		refused(await bye(ASH, 'something else'), 'goodbye_shown');
		expect(await byesOf(SAM)).toContainEqual({ authorId: ASH, words: THANKS });
	});

	test('of an older moment, from another phone that had no signal, does not replace a newer one', async () => {
		await open();
		sent(await bye(ASH, THANKS));
		const body = { pairingId: PAIRING, words: 'older' };
		const [older] = await accept(they.house, ASH, [
			{ id: 'older-one', kind: 'goodbye', body, writtenAt: TUESDAY - HOUR }
		]);
		sent(older);
		expect(await byesOf(ASH)).toEqual([{ authorId: ASH, words: THANKS }]);
	});

	test('that was taken back is none: nothing is shown for it', async () => {
		await open();
		refused(await bye(ASH, ''), 'nothing_written');
		sent(await bye(ASH, THANKS));
		sent(await bye(ASH, ''));
		sent(await bye(SAM, PROUD));
		expect(await byesOf(ASH)).toEqual([{ authorId: ASH, words: '' }]);
		await over();
		expect(await byesOf(ASH)).toContainEqual({ authorId: SAM, words: PROUD });
		expect(await byesOf(SAM)).toEqual([{ authorId: SAM, words: PROUD }]);
		sent(await bye(ASH, THANKS));
		expect(await byesOf(SAM)).toHaveLength(2);
	});

	test('that only one wrote is shown when the last day begins, and not a minute before', async () => {
		await open();
		await ends(LAST_DAY);
		sent(await bye(SAM, PROUD));
		await doWhatIsDue(they.house);
		at(addDays(LAST_DAY, -1), '23:59');
		await doWhatIsDue(they.house);
		expect(await byesOf(ASH)).toEqual([]);
		at(LAST_DAY);
		await doWhatIsDue(they.house);
		expect(await byesOf(ASH)).toEqual([{ authorId: SAM, words: PROUD }]);
	});

	test('is not shown on a last day that is the last no more', async () => {
		await open();
		await ends(LAST_DAY);
		sent(await bye(SAM, PROUD));
		at(addDays(LAST_DAY, -1));
		await doWhatIsDue(they.house);
		await ends(addDays(LAST_DAY, 30));
		at(LAST_DAY, '12:00');
		await doWhatIsDue(they.house);
		expect(await byesOf(ASH)).toEqual([]);
	});

	test('written with no signal before the last day arrives after it, and is shown at once', async () => {
		await open();
		await ends(LAST_DAY);
		at(addDays(LAST_DAY, 40));
		await over();
		const posted = { id: 'no-signal', kind: 'goodbye', body: { pairingId: PAIRING, words: PROUD } };
		const written = { ...posted, writtenAt: instantAt(LAST_DAY, '09:00', 'Europe/London') };
		sent((await accept(they.house, SAM, [written]))[0]);
		expect(await byesOf(ASH)).toEqual([{ authorId: SAM, words: PROUD }]);
	});

	test('of a mentor comes within two weeks of the end; of the young person for as long as it is read', async () => {
		await open();
		await over();
		const day = (count: number) => at(addDays('2026-11-24', count));
		day(15);
		refused(await bye(SAM, PROUD), 'ending_over');
		day(14);
		sent(await bye(SAM, PROUD));
		at('2027-11-25');
		refused(await bye(ASH, THANKS), 'ending_over');
		at('2027-11-24');
		sent(await bye(ASH, THANKS));
		expect(await byesOf(SAM)).toHaveLength(2);
	});

	test('waits through a pause, though both are written, and is shown when they go on', async () => {
		await open();
		sent(await bye(ASH, THANKS));
		sent(await parts('pause'));
		sent(await bye(SAM, PROUD));
		expect(await byesOf(ASH)).toHaveLength(1);
		sent(await parts('go_on'));
		expect(await byesOf(ASH)).toHaveLength(2);
	});

	test('of a pairing that is paused is shown on its last day all the same', async () => {
		await open();
		await ends(LAST_DAY);
		sent(await bye(SAM, PROUD));
		sent(await parts('pause'));
		await doWhatIsDue(they.house);
		at(LAST_DAY);
		await doWhatIsDue(they.house);
		expect(await byesOf(ASH)).toEqual([{ authorId: SAM, words: PROUD }]);
		expect(await stateOf()).toBe('paused');
		await over();
		expect(await stateOf()).toBe('ended');
		expect((await they.rowsOf(ASH)).pairings?.[0]?.pausedFrom).toBeNull();
	});

	test('is kept sealed, and the audit has none of its words', async () => {
		await open();
		sent(await bye(ASH, THANKS));
		const { read } = they.house.store;
		const all = JSON.stringify([await read.select().from(goodbyes), await read.select().from(audit)]);
		expect(all).not.toContain('turned up');
	});
});

describe('whoever stands in', () => {
	const KIM = 'person-of-kim';
	const stands = () =>
		change(they.house, null, async (making) => {
			await createPerson(making, { id: KIM, firstName: 'Kim' });
			await addMembership(making, { programmeId: RIVERSIDE, personId: KIM, role: 'mentor' });
			const spaceId = pairingSpace(PAIRING);
			const [starts, ends] = [TUESDAY - HOUR, TUESDAY + 7 * DAY];
			await letIn(making.tx, spaceId, KIM, starts, ends);
			await making.tx.insert(aways).values({
				...{ id: 'away-of-sam', spaceId, revision: await making.revision(spaceId), pairingId: PAIRING },
				...{ mentorId: SAM, from: '2026-11-24', until: '2026-11-30', starts, ends, coverId: KIM, at: starts }
			});
		});

	test('has no goodbye that waits on their phone, nor the desk’s words, and writes neither', async () => {
		await open();
		await stands();
		sent(await bye(ASH, THANKS));
		refused(await bye(KIM, 'me too'), 'not_yours_to_do');
		refused(
			await they.says(KIM, 'afterwards', { pairingId: PAIRING, kind: 'person', words: 'me' }),
			'not_yours_to_do'
		);
		await change(they.house, null, (making) =>
			sayEnding(making, PAIRING, { how: 'mentor_left', words: 'Sam moves away.', endsOn: LAST_DAY })
		);
		expect(await wire(KIM)).toContain(LAST_DAY);
		for (const words of [THANKS, 'moves away']) expect(await wire(KIM)).not.toContain(words);
	});

	test('reads nothing more from the moment it ends', async () => {
		await open();
		await stands();
		expect((await they.rowsOf(KIM)).pairings).toHaveLength(1);
		sent(await bye(ASH, THANKS));
		await over();
		expect(await sync(they.house, KIM, { [pairingSpace(PAIRING)]: 1 })).toMatchObject({
			gone: [pairingSpace(PAIRING)]
		});
		expect(await wire(KIM)).not.toContain(THANKS);
	});
});

describe('the end', () => {
	test('closes messages, keeps all readable for both, and says until when', async () => {
		await open();
		sent(await says('see you'));
		await over();
		expect(await stateOf()).toBe('ended');
		for (const who of [ASH, SAM])
			expect(await endingOf(who)).toMatchObject({
				how: 'planned',
				endedAt: TUESDAY,
				readableUntil: '2027-11-24'
			});
		for (const who of [ASH, SAM]) expect(await wire(who)).toContain('see you');
	});

	test('is read by the mentor up to the last minute of that day, and by the young person for ever', async () => {
		await open();
		await over();
		at('2027-11-24', '23:59');
		expect((await they.rowsOf(SAM)).pairings).toHaveLength(1);
		at('2027-11-25');
		expect((await they.rowsOf(SAM)).pairings ?? []).toEqual([]);
		expect((await sync(they.house, SAM, { [pairingSpace(PAIRING)]: 3 })).gone).toEqual([
			pairingSpace(PAIRING)
		]);
		expect((await they.rowsOf(ASH)).pairings).toHaveLength(1);
	});

	test('comes once: again, or by another way, it changes nothing', async () => {
		await open();
		await over();
		const before = await wire(ASH);
		they.clock.now += DAY;
		await over('mentor_gone');
		await over();
		refused(await parts('end'), 'pairing_ended');
		they.clock.now -= DAY;
		expect(await wire(ASH)).toBe(before);
	});

	test('by a young person is at once, without a why, and they still have their goodbye', async () => {
		await open();
		sent(await bye(SAM, PROUD));
		sent(await parts('end'));
		expect(await endingOf(ASH)).toMatchObject({ how: 'young_ended', endedAt: TUESDAY });
		expect(await byesOf(ASH)).toEqual([{ authorId: SAM, words: PROUD }]);
		sent(await bye(ASH, THANKS));
		expect(await byesOf(SAM)).toHaveLength(2);
		expect((await they.rowsOf(SAM)).notices).toContainEqual(
			expect.objectContaining({ kind: 'ending', subjectId: PAIRING })
		);
		expect((await they.rowsOf(ASH)).notices ?? []).toEqual([]);
	});

	test('that the desk says comes early has its day, its honest words to the young person alone, and stays so', async () => {
		await open();
		const words = 'Sam stopped answering. That is not because of you.';
		await change(they.house, null, (making) =>
			sayEnding(making, PAIRING, { how: 'mentor_gone', words, endsOn: LAST_DAY })
		);
		expect(await endingOf(ASH)).toMatchObject({ how: 'mentor_gone', endedAt: null, deskWords: words });
		expect(await endingOf(SAM)).toMatchObject({ how: 'mentor_gone', deskWords: '' });
		expect(await wire(SAM)).not.toContain('stopped answering');
		expect((await they.rowsOf(ASH)).pairings).toMatchObject([{ endsOn: LAST_DAY, state: 'active' }]);
		at(addDays(LAST_DAY, 1));
		await over('planned');
		expect(await endingOf(ASH)).toMatchObject({ how: 'mentor_gone', deskWords: words });
	});

	test('that is said to come early is the young person’s own, if they end it first', async () => {
		await open();
		await change(they.house, null, (making) =>
			sayEnding(making, PAIRING, { how: 'mentor_left', words: 'x', endsOn: LAST_DAY })
		);
		sent(await parts('end'));
		expect(await endingOf(ASH)).toMatchObject({ how: 'young_ended' });
	});

	test('that has come can’t be said to come', async () => {
		await open();
		await over();
		const saying = change(they.house, null, (making) =>
			sayEnding(making, PAIRING, { how: 'mentor_left', words: 'x', endsOn: LAST_DAY })
		);
		await expect(saying).rejects.toThrow('pairing_ended');
		expect(await endingOf(ASH)).toMatchObject({ how: 'planned', deskWords: '' });
	});

	test('can get the desk’s words afterwards, and nothing else of it moves', async () => {
		await open();
		await over('mentor_left');
		they.clock.now += DAY;
		await over('mentor_gone', { words: 'I should have told you sooner.' });
		expect(await endingOf(ASH)).toMatchObject({
			...{ how: 'mentor_left', endedAt: TUESDAY, deskWords: 'I should have told you sooner.' },
			deskAt: TUESDAY + DAY
		});
	});

	test('settles what waited, and a mentor who is shut out already stays so', async () => {
		await open();
		const { read } = they.house.store;
		await says('hello');
		await over();
		const waiting = (await read.select().from(notices)).filter(({ kind }) => kind === 'waiting');
		expect(waiting.every(({ seenAt }) => seenAt !== null)).toBe(true);
		const until = (await read.select().from(readers)).map(({ personId, until }) => [personId, until]);
		expect(until).toContainEqual([SAM, london('2027-11-25', '00:00')]);
	});
});

describe('what comes next', () => {
	const after = (who: string, words: string, id?: string) =>
		they.says(who, 'afterwards', { pairingId: PAIRING, kind: 'activity', words }, id);
	const list = async (who: string) =>
		((await they.rowsOf(who)).afterwards ?? [])
			.filter(({ goneAt }) => goneAt === null)
			.map(({ words }) => words);

	test('is written by both, and by the young person after the end too', async () => {
		await open();
		sent(await after(ASH, 'climbing on mondays'));
		sent(await after(SAM, 'the youth club'));
		await over();
		refused(await after(SAM, 'one more'), 'pairing_ended');
		sent(await after(ASH, 'aunt jo'));
		expect((await list(SAM)).sort()).toEqual(['aunt jo', 'climbing on mondays', 'the youth club']);
	});

	test('is put away by the young person, and a mentor puts away only their own', async () => {
		await open();
		sent(await after(ASH, 'climbing', 'after-ash'));
		sent(await after(SAM, 'club', 'after-sam'));
		const gone = (who: string, afterwardsId: string) =>
			they.says(who, 'afterwards-gone', { pairingId: PAIRING, afterwardsId });
		refused(await gone(SAM, 'after-ash'), 'not_yours_to_do');
		sent(await gone(ASH, 'after-sam'));
		sent(await gone(ASH, 'after-sam'));
		expect(await list(SAM)).toEqual(['climbing']);
	});
});

describe('looking in', () => {
	const wants = (who: string, wanted: boolean) => they.says(who, 'look-in', { pairingId: PAIRING, wanted });
	const times = async () => (await they.rowsOf(ASH)).lookIns?.[0]?.times.map(({ on }) => on);

	test('is the young person’s to want, has its days once it has ended, and is on nobody else’s phone', async () => {
		await open();
		refused(await wants(SAM, true), 'not_yours_to_do');
		sent(await wants(ASH, true));
		expect(await times()).toEqual([]);
		await over();
		expect(await times()).toEqual(['2026-12-24', '2027-02-24', '2027-05-24']);
		expect((await they.rowsOf(SAM)).lookIns ?? []).toEqual([]);
	});

	test('can be wanted and not wanted after the end: what is past is left out', async () => {
		await open();
		await over();
		at('2026-12-25');
		sent(await wants(ASH, true));
		expect(await times()).toEqual(['2027-02-24', '2027-05-24']);
		sent(await wants(ASH, false));
		expect(await times()).toEqual([]);
	});
});
