import { describe, expect, test } from 'vitest';
import { mayCheckIn } from '../check-ins/check-in';
import { mayMessage } from '../messages/message';
import { USUAL_HOURS, type AgreedHours } from '../pairings/agreement';
import type { Side } from '../pairings/pairing';
import { isOn } from './features';
import type { Feature } from './plan';

const agreements: AgreedHours[] = [
	{
		...{ id: 'a', pairingId: 'p', version: 1, zone: 'Europe/London', answerWithinMinutes: 240, from: 0 },
		hours: USUAL_HOURS
	}
];
/** A Thursday in the agreed hours. */
const NOW = Date.UTC(2026, 10, 26, 17);
const facts = (side: Side, features: Feature[]) => ({
	...{ pairing: { state: 'active' as const }, side, agreements, plan: { features } }
});
const wrote = (side: Side, features: Feature[], checkInId: string | null = null) => {
	const message = { pairingId: 'p', body: 'hello', tap: null, checkInId };
	const verdict = mayMessage(facts(side, features), message, NOW);
	return verdict.is === 'refuse' ? verdict.why : verdict.is;
};

test('what is usual is on where no plan is known, and nothing else', () => {
	expect(isOn(undefined, 'messages')).toBe(true);
	expect(isOn(undefined, 'check_ins')).toBe(true);
	expect(isOn(undefined, 'safety_plan')).toBe(false);
	expect(isOn({ features: [] }, 'messages')).toBe(false);
});

describe('without messages', () => {
	test('neither of the two writes one', () => {
		expect(wrote('young', ['check_ins'])).toBe('not_in_programme');
		expect(wrote('mentor', ['check_ins'])).toBe('not_in_programme');
		expect(wrote('cover', ['check_ins'])).toBe('not_in_programme');
		expect(wrote('young', ['messages'])).toBe('send');
		expect(wrote('mentor', ['messages'])).toBe('send');
	});

	test('how somebody is still gets its answer, where there are check-ins', () => {
		expect(wrote('mentor', ['check_ins'], 'how')).toBe('send');
		expect(wrote('mentor', [], 'how')).toBe('not_in_programme');
		expect(wrote('young', ['check_ins'], 'how')).toBe('not_in_programme');
	});
});

test('without check-ins nobody says how they are', () => {
	const body = { pairingId: 'p', feeling: 'okay' as const, line: '', hope: 'just_telling' as const };
	expect(mayCheckIn(facts('young', ['messages']), body)).toMatchObject({
		is: 'refuse',
		why: 'not_in_programme'
	});
	expect(mayCheckIn(facts('young', ['check_ins']), body)).toEqual({ is: 'send' });
});
