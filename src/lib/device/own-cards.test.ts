import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptCard } from '../domain/mentors/kept-card';
import type { Programme } from '../domain/programmes/programme';
import { standsNow, type AskedNow } from './asked';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { ownCards } from './own-cards';
import { letGo, rowsOf } from './phone';
import { pretendPhone } from './pretend';

const SAM = 'sam-0002';
const NOW = Date.UTC(2026, 10, 24, 18);
const card = (how: string): KeptCard['card'] => ({
	firstName: 'Sam',
	picture: { drawn: 'owl' },
	facts: {},
	words: { likes: '', cantStand: '', how, why: '' }
});
const kept = (more: Partial<KeptCard> = {}): KeptCard => ({
	...{ id: 'card', spaceId: `person:${SAM}`, programmeId: 'programme', state: 'sent', card: card('kept') },
	...{ capacity: 1, writtenAt: NOW, approved: null, returnedWhy: '', ...more }
});
const unsent = (more: Partial<Pending> = {}): Pending =>
	({
		...{ id: 'entry', kind: 'mentor-card', state: 'waiting', writtenAt: NOW + 1, leavesAt: NOW + 1 },
		...{ body: { programmeId: 'programme', card: card('new'), capacity: 2 }, outcome: undefined, ...more }
	}) as Pending;

let rows: PersonDatabase;
beforeEach(async () => {
	pretendPhone(NOW);
	letGo(SAM);
	rows = rowsOf(SAM);
	await rows.programmes.put({ id: 'programme', spaceId: 'programme:programme' } as Programme);
	await rows.mentorCards.clear();
});
const standing = async (...pending: Pending[]) =>
	(await ownCards(rows, ['programme'], Promise.resolve(pending)))[0]?.standing;

describe('a mentor’s own card', () => {
	it('is none at first, here while it is on this phone, and then waits', async () => {
		expect(await standing()).toEqual({ is: 'none' });
		expect(await standing(unsent())).toEqual({ is: 'here' });
		expect(await standing(unsent({ outcome: { id: 'entry', is: 'sent', at: NOW } }))).toEqual({
			is: 'waits'
		});
		await rows.mentorCards.put(kept());
		expect(await standing()).toEqual({ is: 'waits' });
	});

	it('says what the desk said, and keeps what young people see while it is looked at again', async () => {
		await rows.mentorCards.put(kept({ state: 'approved', approved: card('kept') }));
		expect(await standing()).toEqual({ is: 'approved' });
		await rows.mentorCards.put(kept({ approved: card('before') }));
		expect(await standing()).toEqual({ is: 'changed' });
		await rows.mentorCards.put(kept({ state: 'returned', returnedWhy: 'Your street.' }));
		expect(await standing()).toEqual({ is: 'returned', why: 'Your street.' });
	});

	it('that is newer on the server is not hidden by an older one on this phone', async () => {
		await rows.mentorCards.put(kept({ writtenAt: NOW + 2 }));
		expect(await standing(unsent())).toEqual({ is: 'waits' });
	});

	it('that could not be kept says why, with its words', async () => {
		const refused = unsent({ outcome: { id: 'entry', is: 'refused', at: NOW, why: 'not_found' } });
		expect(await standing(refused)).toEqual({ is: 'refused', why: 'not_found', id: 'entry' });
	});
});

describe('somebody who would like this mentor', () => {
	const asking = {
		...{ id: 'asking', spaceId: `person:${SAM}`, programmeId: 'programme', youngName: 'Remi' },
		...{ answer: 'meet_first', state: 'to_meet', mentorSaid: 'yes', mentorAfter: null, shown: [] },
		...{ firstMeetingAt: NOW, firstMeetingPlace: null, askedAt: 0, pairingId: null }
	} as AskedNow['asking'];

	it('wants a yes or no from the moment the first meeting begins, not before', () => {
		expect(standsNow({ asking, said: undefined }, NOW - 1)).toBe('to_meet');
		expect(standsNow({ asking, said: undefined }, NOW)).toBe('after');
		expect(standsNow({ asking: { ...asking, firstMeetingAt: null }, said: undefined }, NOW)).toBe('finding');
	});

	it('is answered by what is on its way, and not by what was refused', () => {
		const said = { id: 'entry', says: 'after_yes' as const, leavesAt: NOW, refused: undefined };
		expect(standsNow({ asking, said }, NOW)).toBe('both');
		expect(standsNow({ asking, said: { ...said, says: 'after_no' } }, NOW)).toBe('no_going');
		expect(standsNow({ asking, said: { ...said, refused: 'offer_over' } }, NOW)).toBe('after');
	});

	it('that is over or begun stays so, whatever is still on its way', () => {
		const said = { id: 'entry', says: 'yes' as const, leavesAt: NOW, refused: undefined };
		expect(standsNow({ asking: { ...asking, state: 'over' }, said }, NOW)).toBe('over');
		expect(standsNow({ asking: { ...asking, state: 'begun' }, said }, NOW)).toBe('begun');
	});
});
