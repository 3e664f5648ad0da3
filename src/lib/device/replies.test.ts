import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckIn } from '../domain/check-ins/check-in';
import { HOUR, MINUTE } from '../domain/clock/zones';
import type { Message } from '../domain/messages/message';
import type { SyncedRows } from '../domain/entries/synced';
import { firstTerms, USUAL_LIMITS } from '../domain/pairings/terms';
import type { Pairing } from '../domain/pairings/pairing';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { pretendPhone } from './pretend';
import { letGo, rowsOf } from './phone';
import { replies } from './replies';

const SAM = 'sam-0001';
/** A Tuesday, 6 pm in London; Sam reads until 8 pm, Monday to Thursday. */
const NOW = Date.UTC(2026, 10, 24, 18);

const pairing = (name: string, more: Partial<Pairing> = {}): Pairing => ({
	id: `pair-${name}`,
	spaceId: `pairing:pair-${name}`,
	programmeId: 'programme',
	youngId: `young-${name}`,
	youngName: name,
	mentorId: SAM,
	mentorName: 'Sam',
	state: 'active',
	startedAt: 0,
	endsOn: null,
	coverOfferId: null,
	coverOfferName: null,
	...more
});
const agreement = (name: string, answerWithinMinutes = 60): SyncedRows['agreements'][number] => ({
	id: `agreement-${name}`,
	spaceId: `pairing:pair-${name}`,
	pairingId: `pair-${name}`,
	version: 1,
	zone: 'Europe/London',
	hours: [1, 2, 3, 4].map((weekday) => ({ weekday: weekday as 1, from: '16:00', to: '20:00' })),
	answerWithinMinutes,
	from: 0,
	terms: firstTerms(USUAL_LIMITS, '2026-11-24'),
	coverName: null,
	proposedBy: null,
	proposedAt: 0,
	youngYesAt: null,
	mentorYesAt: null,
	closedAt: null,
	closedWhy: null
});
const from = (name: string, at: number, more: Partial<Message> = {}): Message => ({
	id: `message-${name}-${at}`,
	spaceId: `pairing:pair-${name}`,
	pairingId: `pair-${name}`,
	authorId: `young-${name}`,
	body: 'hello',
	tap: null,
	checkInId: null,
	writtenAt: at,
	receivedAt: at,
	sentAt: at,
	heldUntil: null,
	notMeantAt: null,
	clockAhead: false,
	...more
});
const checkIn = (name: string, at: number, hope: CheckIn['hope']): CheckIn => ({
	id: `check-in-${name}-${at}`,
	spaceId: `pairing:pair-${name}`,
	pairingId: `pair-${name}`,
	authorId: `young-${name}`,
	feeling: 'rough',
	line: '',
	hope,
	writtenAt: at,
	receivedAt: at,
	clockAhead: false
});
const bySam = { authorId: SAM };
const unsent = (name: string, writtenAt: number, more: Partial<Pending> = {}) =>
	({
		id: `unsent-${name}`,
		kind: 'message',
		body: { pairingId: `pair-${name}`, body: 'hi', tap: null, checkInId: null },
		state: 'waiting',
		writtenAt,
		leavesAt: writtenAt,
		outcome: undefined,
		...more
	}) as Pending;

let rows: PersonDatabase;

beforeEach(() => {
	pretendPhone(NOW);
	letGo(SAM);
	rows = rowsOf(SAM);
});

const asked = (...pending: Pending[]) => replies(rows, Promise.resolve(pending));
const names = async () => (await asked()).map((reply) => reply.pairing.youngName);

async function paired(...young: string[]) {
	await rows.pairings.bulkPut(young.map((name) => pairing(name)));
	await rows.agreements.bulkPut(young.map((name) => agreement(name)));
}

describe('who needs a reply', () => {
	it('is told oldest promise first, and those who wait on nothing last', async () => {
		await paired('Ada', 'Bo', 'Cy');
		await rows.agreements.put(agreement('Bo', 30));
		await rows.messages.bulkPut([from('Ada', NOW - 10 * MINUTE), from('Bo', NOW)]);
		expect(await names()).toEqual(['Bo', 'Ada', 'Cy']);
	});

	it('puts someone to whom no time was promised after every promise', async () => {
		await rows.pairings.bulkPut([pairing('Ada'), pairing('Bo'), pairing('Cy')]);
		await rows.agreements.put(agreement('Bo'));
		await rows.messages.bulkPut([from('Ada', NOW - HOUR), from('Bo', NOW)]);
		expect(await names()).toEqual(['Bo', 'Ada', 'Cy']);
	});

	it('says what they wait on, and by when they were told they hear', async () => {
		await paired('Ada');
		await rows.messages.bulkPut([
			from('Ada', NOW - 3 * HOUR),
			from('Ada', NOW - 2 * HOUR, bySam),
			from('Ada', NOW - HOUR)
		]);
		await rows.checkIns.put(checkIn('Ada', NOW - 30 * MINUTE, 'talk'));
		const [ada] = await asked();
		expect(ada?.waiting.map(({ kind }) => kind)).toEqual(['message', 'check_in']);
		expect(ada?.promise?.hearBy).toBe(NOW);
	});

	it('needs nothing for a check-in that asked for nothing back, but shows it', async () => {
		await paired('Ada');
		await rows.checkIns.put(checkIn('Ada', NOW, 'just_telling'));
		const [ada] = await asked();
		expect(ada?.waiting).toEqual([]);
		expect(ada?.checkIns).toHaveLength(1);
	});

	it('leaves out a pairing in which the person is not the mentor', async () => {
		await rows.pairings.put(pairing('Ada', { mentorId: 'somebody-else', youngId: SAM }));
		expect(await asked()).toEqual([]);
	});

	it('waits for nothing while the pairing is paused, and from the end of the pause on for a whole hour again', async () => {
		await paired('Ada');
		await rows.messages.put(from('Ada', NOW - 2 * HOUR));
		await rows.pairings.put(pairing('Ada', { state: 'paused' }));
		expect(await asked()).toMatchObject([{ waiting: [], promise: undefined }]);
		await rows.pairings.put(pairing('Ada'));
		await rows.partings.put({
			...{ id: 'parting-ada', spaceId: 'pairing:pair-Ada', pairingId: 'pair-Ada', wants: 'go_on' as const },
			...{ tells: '', at: NOW, settledAt: null }
		});
		expect((await asked())[0]?.promise?.hearBy).toBe(NOW + HOUR);
	});

	it('waits for nothing once the pairing has ended', async () => {
		await rows.pairings.put(pairing('Ada', { state: 'ended' }));
		await rows.messages.put(from('Ada', NOW));
		expect((await asked())[0]?.waiting).toEqual([]);
	});

	it('reads no further back than the last answer', async () => {
		await paired('Ada');
		const old = Array.from({ length: 500 }, (_, i) => from('Ada', NOW - 1000 * HOUR + i));
		await rows.messages.bulkPut([...old, from('Ada', NOW - HOUR, bySam), from('Ada', NOW)]);
		expect((await asked())[0]?.messages).toHaveLength(2);
	});
});

describe('an answer that has not reached them', () => {
	beforeEach(async () => {
		await paired('Ada');
		await rows.messages.put(from('Ada', NOW - HOUR));
	});
	const answering = async (...pending: Pending[]) => (await asked(...pending))[0]?.answering;
	const UNTIL = NOW + 22 * HOUR;
	const held = (writtenAt: number) =>
		from('Ada', UNTIL, {
			...bySam,
			id: 'held',
			spaceId: `person:${SAM}`,
			receivedAt: writtenAt,
			heldUntil: UNTIL
		});

	it('is not there before anything is written', async () => {
		expect(await answering()).toBeUndefined();
	});

	it('is on this phone until it goes', async () => {
		expect(await answering(unsent('Ada', NOW))).toEqual({ is: 'here' });
	});

	it('is held until the agreed hours begin, and they still wait until then', async () => {
		await rows.messages.put(held(NOW));
		const [ada] = await asked();
		expect(ada?.answering).toEqual({ is: 'held', until: UNTIL });
		expect(ada?.waiting).toHaveLength(1);
	});

	it('is held as soon as the server has said so', async () => {
		const outcome = { id: 'unsent-Ada', is: 'held', at: NOW, until: UNTIL, why: 'outside_hours' } as const;
		expect(await answering(unsent('Ada', NOW, { state: 'acknowledged', outcome }))).toEqual({
			is: 'held',
			until: UNTIL
		});
	});

	it('is refused when the server would not take it', async () => {
		const outcome = { id: 'unsent-Ada', is: 'refused', at: NOW, why: 'contact_details' } as const;
		expect(await answering(unsent('Ada', NOW, { state: 'refused', outcome }))).toEqual({ is: 'refused' });
	});

	it('does not count when it was written before the newest thing they wait on', async () => {
		await rows.messages.put(held(NOW - HOUR - 1));
		expect(await answering(unsent('Ada', NOW - HOUR - 1))).toBeUndefined();
	});

	it('does not count when it is for somebody else', async () => {
		expect(await answering(unsent('Bo', NOW))).toBeUndefined();
	});
});
