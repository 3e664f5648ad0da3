import { expect, test } from 'vitest';
import { sayRunningOut, sayStanding } from './approvals';

const good = { approved: true, missing: [], expired: [], runsOut: null };

test.each([
	[good, 'Can be introduced'],
	[{ ...good, runsOut: '2027-03-03' }, 'Can be introduced until 3 March 2027'],
	[{ ...good, approved: false, missing: ['references' as const] }, 'References are missing'],
	[{ ...good, approved: false, missing: ['training' as const] }, 'Training is missing'],
	[
		{ ...good, approved: false, missing: ['check' as const, 'training' as const] },
		'Background check and training are missing'
	],
	[
		{
			...good,
			approved: false,
			missing: ['references' as const],
			expired: [{ kind: 'check' as const, until: '2026-11-23' }]
		},
		'References are missing. Background check ran out on 23 November 2026'
	]
])('how a mentor stands is a sentence: %o', (standing, words) => {
	expect(sayStanding(standing)).toBe(words);
});

test('what runs out is said with its day', () => {
	expect(sayRunningOut('training', '2027-03-03')).toBe('Training runs out on 3 March 2027');
});
