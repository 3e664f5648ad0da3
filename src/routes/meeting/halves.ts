import type { MissedBy, OfferedTime, Scope } from '$lib/domain/meetings/meeting';

/** "Can we move it?", half-written. An empty place is the one that it has, no minutes are as long as it is. */
export interface HalfMove {
	times: OfferedTime[];
	minutes?: number;
	scope: Scope;
	place: string;
	note: string;
}
export const NO_MOVE: HalfMove = { times: [], scope: 'this', place: '', note: '' };

/** "I can't", with the reason and the new times of an adult. */
export interface HalfCallOff {
	why: string;
	times: OfferedTime[];
}
export const NO_CALL_OFF: HalfCallOff = { why: '', times: [] };

/** "Did it happen?" */
export interface HalfTold {
	happened?: 'yes' | 'no';
	/** As it was typed; empty for as long as was planned. */
	minutes: string;
	missedBy?: MissedBy;
	note: string;
}
export const NOTHING_TOLD: HalfTold = { minutes: '', note: '' };

/** A box whose words outlive the screen. */
export interface Half<T> {
	value: T;
}
