import { beforeEach, describe, expect, it } from 'vitest';
import type { Introduction } from '../domain/introductions/introduction';
import type { KeptWish } from '../domain/wishes/kept';
import { aboutOn, introductionsOn, lastParting, shownBefore, wishOn } from './choosing';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { withPartings } from './partings';
import { letGo, rowsOf } from './phone';
import { pretendPhone } from './pretend';

const REMI = 'remi-0001';
const NOW = Date.UTC(2026, 10, 24, 18);

let rows: PersonDatabase;
let count = 0;

const waits = (written: Pick<Pending, 'kind' | 'body'>, more: Partial<Pending> = {}): Pending =>
	({
		id: `entry-${++count}`,
		state: 'waiting',
		writtenAt: NOW,
		leavesAt: NOW,
		outcome: undefined,
		...written,
		...more
	}) as Pending;
const refused = {
	state: 'refused',
	outcome: { id: 'x', is: 'refused', why: 'offer_over', at: NOW }
} as const;
const all = (...pending: Pending[]) => Promise.resolve(pending);

const wish = (more: Partial<KeptWish> = {}): KeptWish => ({
	...{ id: 'wish', spaceId: `person:${REMI}`, programmeId: 'here', inMind: null },
	...{ wanted: 'yes', wantedAt: NOW - 10, answers: {} },
	...more
});
const offer = (id: string, more: Partial<Introduction> = {}): Introduction => ({
	...{ id, spaceId: `person:${REMI}`, programmeId: 'here', state: 'offered', expiresAt: NOW + 1000 },
	card: {
		firstName: 'Dee',
		picture: { drawn: 'sun' },
		facts: {},
		words: { likes: '', cantStand: '', how: '', why: '' }
	},
	...{ answer: null, mentorSaid: null, firstMeetingAt: null, firstMeetingPlace: null, youngAfter: null },
	...{ mentorAfter: null, whyNot: null, waitsFor: null, offeredAt: NOW - 100, answeredAt: null, shown: [] },
	...{ pairingId: null },
	...more
});
const answer = (
	introductionId: string,
	says: 'yes' | 'no_thanks' | 'meet_first' | 'after_yes' | 'after_no'
) => ({
	kind: 'introduction-answer' as const,
	body: { introductionId, says, why: '', show: ['helps'] }
});
const parting = (wants: 'pause' | 'go_on' | 'end' | 'someone_else') => ({
	kind: 'parting' as const,
	body: { pairingId: 'pair', wants, tells: 'I need some time', why: '' }
});

beforeEach(() => {
	letGo(REMI);
	pretendPhone();
	rows = rowsOf(REMI);
});

describe('a wish on the phone', () => {
	const says = (wanted: 'yes' | 'not_now', programmeId = 'here') => ({
		kind: 'wish' as const,
		body: { programmeId, wanted, inMind: null }
	});
	const age = (...choices: string[]) => ({
		kind: 'wish-answer' as const,
		body: { programmeId: 'here', question: 'age', choices, words: '', weight: 'must' as const }
	});

	it('is nothing before anything was said', async () => {
		expect(await wishOn(rows, 'here', all())).toMatchObject({ wanted: null, answers: {} });
	});

	it('shows at once what has not left yet', async () => {
		const got = await wishOn(rows, 'here', all(waits(says('yes')), waits(age('60_over'))));
		expect(got.wanted).toBe('yes');
		expect(got.answers.age).toMatchObject({ choices: ['60_over'], weight: 'must' });
	});

	it('lays what waits over what came by sync, question by question', async () => {
		const kept = { choices: ['woman'], words: '', weight: 'like' as const, at: NOW - 5 };
		await rows.wishes.put(wish({ answers: { gender: kept } }));
		const got = await wishOn(rows, 'here', all(waits(age('close'))));
		expect(got.answers).toMatchObject({ gender: kept, age: { choices: ['close'] } });
	});

	it('keeps what another phone said later', async () => {
		await rows.wishes.put(wish({ wanted: 'not_now', wantedAt: NOW + 1 }));
		expect((await wishOn(rows, 'here', all(waits(says('yes'))))).wanted).toBe('not_now');
	});

	it('belongs to one programme', async () => {
		await rows.wishes.put(wish({ programmeId: 'elsewhere' }));
		const got = await wishOn(rows, 'here', all(waits(says('yes', 'elsewhere'))));
		expect(got.wanted).toBe(null);
	});

	it('does not show as said what was refused', async () => {
		expect((await wishOn(rows, 'here', all(waits(says('yes'), refused)))).wanted).toBe(null);
	});
});

describe('what they wrote about themself', () => {
	const line = (words: string, shared: boolean) => ({
		kind: 'about-line' as const,
		body: { line: 'helps' as const, words, shared }
	});

	it('is the line last written, switch and all', async () => {
		const mine = { helps: { words: 'music', shared: false, at: NOW - 1 } };
		await rows.abouts.put({ id: REMI, spaceId: `person:${REMI}`, lines: mine });
		const lines = await aboutOn(rows, all(waits(line('walking', true))));
		expect(lines.helps).toEqual({ words: 'walking', shared: true, at: NOW });
	});

	it('keeps what was written later on another phone', async () => {
		const later = { helps: { words: 'music', shared: true, at: NOW + 1 } };
		await rows.abouts.put({ id: REMI, spaceId: `person:${REMI}`, lines: later });
		expect(await aboutOn(rows, all(waits(line('walking', false))))).toEqual(later);
	});
});

describe('the people they are shown', () => {
	it('are asked as soon as there is a yes, before it has left', async () => {
		await rows.introductions.put(offer('dee'));
		const [dee] = await introductionsOn(rows, all(waits(answer('dee', 'yes'))));
		expect(dee).toMatchObject({ state: 'asked', answer: 'yes', shows: ['helps'] });
		expect(dee?.said?.standing).toEqual({ is: 'waiting', leavesAt: NOW });
	});

	it('are gone as soon as there is a no thanks, also after a yes', async () => {
		await rows.introductions.bulkPut([offer('dee'), offer('sol', { state: 'asked', answer: 'yes' })]);
		const got = await introductionsOn(
			rows,
			all(waits(answer('dee', 'no_thanks')), waits(answer('sol', 'no_thanks')))
		);
		expect(got.map(({ state }) => state)).toEqual(['declined', 'declined']);
	});

	it('stay where the server put them when an answer is still on the phone', async () => {
		const place = offer('dee', { state: 'waiting', waitsFor: 'place', answer: 'yes' });
		await rows.introductions.put(place);
		const [dee] = await introductionsOn(rows, all(waits(answer('dee', 'yes'), { state: 'acknowledged' })));
		expect(dee).toMatchObject({ state: 'waiting', waitsFor: 'place' });
	});

	it('stay open when an answer was refused, and say that it was', async () => {
		await rows.introductions.put(offer('dee'));
		const [dee] = await introductionsOn(rows, all(waits(answer('dee', 'yes'), refused)));
		expect(dee).toMatchObject({ state: 'offered', said: { standing: { is: 'refused', why: 'offer_over' } } });
	});

	it('keep a yes after a first meeting', async () => {
		await rows.introductions.put(offer('dee', { state: 'to_meet', answer: 'meet_first' }));
		const [dee] = await introductionsOn(rows, all(waits(answer('dee', 'after_yes'))));
		expect(dee).toMatchObject({ state: 'to_meet', youngAfter: 'yes' });
	});

	it('come the newest first', async () => {
		await rows.introductions.bulkPut([offer('old', { offeredAt: 1 }), offer('new', { offeredAt: 2 })]);
		expect((await introductionsOn(rows, all())).map(({ id }) => id)).toEqual(['new', 'old']);
	});

	it('are compared with the last one who was shown something', async () => {
		const shown = (line: 'helps' | 'called') => [{ line, words: 'x' }];
		await rows.introductions.bulkPut([
			offer('first', { answer: 'yes', answeredAt: 1, state: 'not_possible', shown: shown('called') }),
			offer('second', { answer: 'yes', answeredAt: 2, state: 'not_possible', shown: shown('helps') }),
			offer('now')
		]);
		const got = await introductionsOn(rows, all());
		expect(shownBefore(got, 'now')).toEqual(['helps']);
		expect(shownBefore([], 'now')).toBe(undefined);
	});
});

describe('a change of mind', () => {
	const pairing = { id: 'pair', state: 'active' as const };

	it.each([
		[['pause'], 'paused'],
		[['pause', 'go_on'], 'active'],
		[['end'], 'ended'],
		[['someone_else'], 'active'],
		[['end', 'go_on'], 'ended']
	] as const)('once %j is wanted, it is %s here', (wanted, state) => {
		expect(
			withPartings(
				pairing,
				wanted.map((wants) => waits(parting(wants)))
			).state
		).toBe(state);
	});

	it('leaves other pairings alone, and what was refused', () => {
		const other = { ...pairing, id: 'other' };
		expect(withPartings(other, [waits(parting('end'))])).toBe(other);
		expect(withPartings(pairing, [waits(parting('end'), refused)])).toBe(pairing);
	});

	it('is the last one, each once', async () => {
		const waiting = [waits(parting('pause')), waits(parting('go_on'), { writtenAt: NOW + 1 })];
		expect(await lastParting(rows, 'pair', all(...waiting))).toMatchObject({ wants: 'go_on' });
		const row = { id: waiting[1]!.id, spaceId: 's', pairingId: 'pair', wants: 'go_on' as const };
		await rows.partings.put({ ...row, tells: '', at: NOW + 1, settledAt: null });
		expect((await lastParting(rows, 'pair', all(...waiting)))?.standing).toEqual({ is: 'sent' });
		expect(await lastParting(rows, 'other', all(...waiting))).toBe(null);
	});
});
