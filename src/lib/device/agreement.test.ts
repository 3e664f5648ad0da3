import { beforeEach, describe, expect, it } from 'vitest';
import { USUAL_HOURS, type Agreement } from '../domain/pairings/agreement';
import { firstTerms, USUAL_LIMITS } from '../domain/pairings/terms';
import { agreementOn, coverNameIn } from './agreement';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { letGo, rowsOf } from './phone';
import { pretendPhone } from './pretend';

const [ASH, SAM] = ['ash-00001', 'sam-00001'];
const NOW = Date.UTC(2026, 10, 24, 18);
const PAIRING = 'pairing-0001';
const spaceId = `pairing:${PAIRING}`;
const terms = firstTerms(USUAL_LIMITS, '2026-11-24');

let rows: PersonDatabase;

const version = (id: string, number: number, more: Partial<Agreement> = {}) => ({
	...{ id, spaceId, pairingId: PAIRING, version: number, zone: 'Europe/London', hours: USUAL_HOURS },
	...{ answerWithinMinutes: 240, terms, from: null, proposedBy: SAM, proposedAt: NOW - 20, coverName: null },
	...{ youngYesAt: null, mentorYesAt: NOW - 20, closedAt: null, closedWhy: null },
	...more
});
const starting = version('version-1', 1, { from: 1, proposedBy: null, mentorYesAt: null });

const waits = (written: Pick<Pending, 'kind' | 'body'>, more: Partial<Pending> = {}): Pending =>
	({
		...{ id: 'entry-0001', state: 'waiting', writtenAt: NOW - 5, leavesAt: NOW, outcome: undefined },
		...written,
		...more
	}) as Pending;
const proposal = (purpose: string, basedOn = 'version-1') => ({
	kind: 'agreement-proposal' as const,
	body: {
		...{ pairingId: PAIRING, basedOn, hours: USUAL_HOURS, answerWithinMinutes: 240 },
		terms: { ...terms, purpose }
	}
});
const answer = (says: 'yes' | 'no' | 'withdraw', agreementId = 'version-2') => ({
	kind: 'agreement-answer' as const,
	body: { pairingId: PAIRING, agreementId, says, basedOn: 'version-1' }
});
const refused = {
	state: 'refused',
	outcome: { id: 'x', is: 'refused', why: 'agreement_changed', at: NOW }
} as const;

const shown = async (...pending: Pending[]) =>
	(await agreementOn(rows, PAIRING, Promise.resolve(pending), NOW))!;

beforeEach(async () => {
	letGo(ASH);
	pretendPhone();
	rows = rowsOf(ASH);
	await rows.pairings.put({
		...{ id: PAIRING, spaceId, programmeId: 'here', youngId: ASH, youngName: 'Ash', mentorId: SAM },
		...{ mentorName: 'Sam', state: 'active', startedAt: 1, endsOn: null },
		...{ coverOfferId: 'dee', coverOfferName: 'Dee' }
	});
	await rows.programmes.put({
		...{ id: 'here', spaceId: 'programme:here', name: 'Here', appName: 'Corner', zone: 'Europe/London' },
		...{ helpLines: [], wishQuestions: null, agreementLimits: null, nation: 'england_and_wales' },
		...{ calendarTitle: 'Meet-up', createdAt: 1 }
	});
	await rows.agreements.bulkPut([
		starting,
		version('version-2', 2, { terms: { ...terms, purpose: 'chess' } })
	]);
});

describe('an agreement on the phone', () => {
	it('is what counts, with what waits for an answer beside it', async () => {
		const got = await shown();
		expect(got).toMatchObject({ side: 'young', counts: { id: 'version-1' }, theirs: { id: 'version-2' } });
		expect([got.mine, got.going]).toEqual([undefined, undefined]);
	});

	it('shows a yes at once, and says that it has not left', async () => {
		const got = await shown(waits(answer('yes')));
		expect(got.counts).toMatchObject({ id: 'version-2', from: NOW - 5 });
		expect(got.theirs).toBeUndefined();
		expect(got.going).toMatchObject({ kind: 'answer', standing: { is: 'waiting' } });
	});

	it('shows one’s own proposal beside theirs, the newest only', async () => {
		const first = waits(proposal('films'), { id: 'entry-first' });
		const got = await shown(first, waits(proposal('football'), { id: 'entry-second' }));
		expect(got.mine).toMatchObject({ id: 'entry-second', version: 4, terms: { purpose: 'football' } });
		expect(got.theirs?.id).toBe('version-2');
		expect(got.counts?.id).toBe('version-1');
	});

	it('agrees at once when both propose the same', async () => {
		expect((await shown(waits(proposal('chess')))).counts?.id).toBe('version-2');
	});

	it('shows what was refused as not done, with why', async () => {
		const got = await shown(waits(answer('yes'), refused));
		expect(got.counts?.id).toBe('version-1');
		expect(got.going?.standing).toEqual({ is: 'refused', why: 'agreement_changed' });
	});

	it('lays nothing over that stands on old ground', async () => {
		const got = await shown(waits(proposal('football', 'version-0')));
		expect(got.mine).toBeUndefined();
		expect(got.going?.kind).toBe('proposal');
	});

	it('counts nothing twice once its row has come', async () => {
		await rows.agreements.put(version('entry-0001', 3, { proposedBy: ASH }));
		const got = await shown(waits(proposal('football'), { state: 'acknowledged' }));
		expect(got.versions.map(({ id }) => id)).toEqual(['entry-0001', 'version-2', 'version-1']);
	});

	it('counts as soon as the server says so, however slow this phone’s clock is', async () => {
		await rows.agreements.bulkPut([
			{ ...starting, closedAt: NOW + 9000, closedWhy: 'replaced' },
			version('version-2', 2, { from: NOW + 9000, youngYesAt: NOW + 9000 })
		]);
		expect((await shown()).counts?.id).toBe('version-2');
		const next = waits(proposal('football', 'version-2'));
		expect((await shown(next)).mine?.id).toBe('entry-0001');
	});

	it('is to be looked at again on the day itself', async () => {
		expect((await shown()).toReview).toBe(false);
		await rows.agreements.put({ ...starting, terms: { ...terms, reviewOn: '2026-11-24' } });
		expect((await shown()).toReview).toBe(true);
	});

	it('is nothing of anybody’s but the two', async () => {
		letGo(ASH);
		const others = rowsOf('kit-00001');
		expect(await agreementOn(others, PAIRING, Promise.resolve([]), NOW)).toBeUndefined();
	});
});

it('whoever stands in is named by the desk’s offer, or as they were named then', () => {
	const pairing = { coverOfferId: 'dee', coverOfferName: 'Dee' };
	const by = (coverId: string | null, coverName: string | null) =>
		coverNameIn(pairing, { terms: { ...terms, coverId }, coverName });
	expect(by(null, null)).toBeUndefined();
	expect(by('dee', null)).toBe('Dee');
	expect(by('ines', 'Ines')).toBe('Ines');
});
