import { describe, expect, it } from 'vitest';
import { PAIRING_STATES } from './pairing';
import { PARTINGS, standingAfter } from './parting';

describe('a pause', () => {
	it.each(['active', 'winding-down'] as const)('of what is %s goes back to it', (state) => {
		const paused = standingAfter({ state }, 'pause');
		expect(paused).toEqual({ state: 'paused', pausedFrom: state });
		expect(standingAfter(paused, 'pause')).toBe(paused);
		expect(standingAfter(paused, 'someone_else')).toBe(paused);
		expect(standingAfter(paused, 'go_on')).toEqual({ state, pausedFrom: null });
	});

	it('that began before anything was kept of it goes back to active', () => {
		expect(standingAfter({ state: 'paused' }, 'go_on')).toEqual({ state: 'active', pausedFrom: null });
	});

	it('can end for good', () => {
		expect(standingAfter({ state: 'paused', pausedFrom: 'active' }, 'end')).toEqual({
			state: 'ended',
			pausedFrom: null
		});
	});
});

it('what has ended stays ended, and to go on without a pause changes nothing', () => {
	for (const wants of PARTINGS) expect(standingAfter({ state: 'ended' }, wants)).toEqual({ state: 'ended' });
	for (const state of PAIRING_STATES.filter((one) => one !== 'paused'))
		expect(standingAfter({ state }, 'go_on')).toEqual({ state });
});
