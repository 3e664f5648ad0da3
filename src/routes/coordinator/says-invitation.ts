import type { Instant } from '$lib/domain/clock/zones';
import { sayDeadline } from '$lib/wording/dates';
import { m } from '$lib/wording/messages';

type State = { is: 'none' } | { is: 'open'; expiresAt: Instant } | { is: 'expired'; expiresAt: Instant };

/** Where somebody's first slip stands. */
export function sayInvitation(state: State, now: Instant, zone: string): string {
	switch (state.is) {
		case 'none':
			return m.desk_slip_none();
		case 'open':
			return m.desk_slip_open({ when: sayDeadline(state.expiresAt, now, zone) });
		case 'expired':
			return m.desk_slip_expired({ when: sayDeadline(state.expiresAt, now, zone) });
	}
}
