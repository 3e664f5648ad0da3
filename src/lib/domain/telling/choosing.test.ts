import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../people/roles';
import { mayChoose, TellChoiceBody, withChoice } from './choosing';
import { TELLING, tellingOf, TOLD, toldIn, USUALLY_TOLD } from './kinds';
import { MOST_SEEN_AT_ONCE, NoticesSeenBody } from './seen';

describe('choosing how to be told', () => {
	it('is for what somebody is told of at all, in any of their roles', () => {
		const choice = (kind: TellChoiceBody['kind']) => ({ kind, telling: 'never' as const });
		expect(mayChoose(['young'], choice('message'))).toEqual({ is: 'send' });
		expect(mayChoose(['young'], choice('waiting'))).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
		expect(mayChoose(['mentor', 'coordinator'], choice('desk_late'))).toEqual({ is: 'send' });
		expect(mayChoose(['mentor'], choice('desk_late'))).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
		expect(mayChoose([], choice('message'))).toEqual({ is: 'refuse', why: 'not_yours_to_do' });
	});

	it('keeps what was chosen before, and the last word on each kind', () => {
		const first = withChoice({ message: 'app' }, { kind: 'late', telling: 'push' });
		expect(withChoice(first, { kind: 'message', telling: 'never' })).toEqual({
			message: 'never',
			late: 'push'
		});
	});

	it('cannot be read with a kind or a way that there is not', () => {
		expect(v.is(TellChoiceBody, { kind: 'message', telling: 'push' })).toBe(true);
		expect(v.is(TellChoiceBody, { kind: 'messages', telling: 'push' })).toBe(false);
		expect(v.is(TellChoiceBody, { kind: 'message', telling: 'loudly' })).toBe(false);
	});
});

describe('how somebody is told', () => {
	it('is as they chose, for every kind and way that is theirs', () => {
		for (const role of ROLES)
			for (const kind of toldIn([role]))
				for (const telling of TELLING) expect(tellingOf(kind, [role], { [kind]: telling })).toBe(telling);
	});

	it('is never, whatever they chose, for what nobody in their role is told of', () => {
		for (const role of ROLES)
			for (const kind of TOLD.filter((kind) => USUALLY_TOLD[role][kind] === undefined))
				expect(tellingOf(kind, [role], { [kind]: 'push' })).toBe('never');
	});

	it('is as usual in the role that is told the most', () => {
		expect(tellingOf('late', ['young'], {})).toBe('app');
		expect(tellingOf('late', ['young', 'mentor'], {})).toBe('push');
		expect(tellingOf('desk_late', ['safeguarding', 'coordinator'], {})).toBe('push');
	});
});

it('1 to 200 notices are seen at once', () => {
	const seen = (count: number) => v.is(NoticesSeenBody, { ids: Array(count).fill('notice-1') });
	expect([0, 1, MOST_SEEN_AT_ONCE, MOST_SEEN_AT_ONCE + 1].map(seen)).toEqual([false, true, true, false]);
	expect(v.is(NoticesSeenBody, { ids: ['has space'] })).toBe(false);
});
