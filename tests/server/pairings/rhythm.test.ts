import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/clock/zones';
import { inForce } from '../../../src/lib/domain/pairings/agreement';
import { proposed } from '../../../src/lib/domain/pairings/cards';
import { USUAL_LIMITS } from '../../../src/lib/domain/pairings/terms';
import { agreementsOf } from '../../../src/lib/server/pairings/facts';
import { london, PAIRING, two, type Two } from '../meetings/two';
import { ASH, SAM } from '../pairing';

// A Thursday, on which they meet at half past four.
const TODAY = '2026-11-26';
let they: Two;
beforeEach(async () => {
	they = await two(london(TODAY, '18:00'));
});
afterEach(() => they.house.store.close());

const versions = () => agreementsOf(they.house.store.read, PAIRING);
const inForceNow = async () => {
	const version = inForce(await versions(), they.clock.now);
	if (!version) throw new Error('Nothing is agreed.');
	return version;
};
async function asks(who: string, meets: 'weekly' | 'fortnightly' | 'monthly', id: string) {
	const before = await inForceNow();
	const around = { limits: USUAL_LIMITS, today: TODAY, coverOfferId: null };
	const says = proposed(before, { meets }, around);
	return they.says(who, 'agreement-proposal', { pairingId: PAIRING, basedOn: before.id, ...says }, id);
}
const agrees = async (who: string, agreementId: string) =>
	they.says(who, 'agreement-answer', {
		...{ pairingId: PAIRING, agreementId, says: 'yes', basedOn: (await inForceNow()).id }
	});
const series = async () =>
	(await they.rowsOf(ASH)).series
		.map(({ startsOn, repeats, until, time, place }) => ({ startsOn, repeats, until, time, place }))
		.sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
const SAME = { time: '16:30', place: 'Library' };

describe('how often two people meet', () => {
	test('changes once both have said yes, from their next meeting on, and today’s stays', async () => {
		await asks(SAM, 'fortnightly', 'proposal-rhythm');
		expect(await series()).toEqual([{ startsOn: '2026-11-05', repeats: 'weekly', until: null, ...SAME }]);
		expect(await agrees(ASH, 'proposal-rhythm')).toMatchObject({ is: 'sent' });
		const next = addDays(TODAY, 7);
		expect(await series()).toEqual([
			{ startsOn: '2026-11-05', repeats: 'weekly', until: addDays(next, -1), ...SAME },
			{ startsOn: next, repeats: 'fortnightly', until: null, ...SAME }
		]);
		// The same yes again, as after a lost answer, begins nothing anew.
		await agrees(ASH, 'proposal-rhythm');
		expect(await series()).toHaveLength(2);
	});

	test('stays as it is when something else is agreed, or by a phone that knows nothing of it', async () => {
		await asks(SAM, 'monthly', 'proposal-monthly');
		await agrees(ASH, 'proposal-monthly');
		const before = await inForceNow();
		const { meets: _, ...terms } = before.terms;
		const body = { hours: before.hours, answerWithinMinutes: before.answerWithinMinutes };
		they.clock.now += 1000;
		await they.says(
			...[ASH, 'agreement-proposal' as const],
			{ pairingId: PAIRING, basedOn: before.id, ...body, terms: { ...terms, purpose: 'Cooking' } },
			'proposal-old-phone'
		);
		they.clock.now += 1000;
		await agrees(SAM, 'proposal-old-phone');
		expect((await inForceNow()).terms).toMatchObject({ purpose: 'Cooking', meets: 'monthly' });
		expect((await series()).map(({ repeats }) => repeats)).toEqual(['weekly', 'monthly']);
	});

	test('that both have already changes nothing', async () => {
		await asks(SAM, 'weekly', 'proposal-weekly');
		await agrees(ASH, 'proposal-weekly');
		expect(await series()).toHaveLength(1);
	});
});
