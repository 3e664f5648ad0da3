import { expect, it } from 'vitest';
import { mayLeaveCircle } from './membership';

it('whoever is in a circle may leave it, and nobody asks why', () => {
	const [circle, member] = [{ endedAt: null }, { leftAt: null }];
	expect(mayLeaveCircle({ circle, member })).toEqual({ is: 'send' });
	expect(mayLeaveCircle({ circle, member: { leftAt: 1 } })).toEqual({ is: 'send' });
	expect(mayLeaveCircle({ circle, member: undefined })).toEqual({ is: 'refuse', why: 'not_found' });
	expect(mayLeaveCircle({ circle: undefined, member })).toEqual({ is: 'refuse', why: 'not_found' });
	expect(mayLeaveCircle({ circle: { endedAt: 1 }, member })).toEqual({
		...{ is: 'refuse', why: 'pairing_ended' }
	});
});
