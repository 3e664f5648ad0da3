import type { CardState } from '$lib/domain/mentors/kept-card';
import { m } from '$lib/wording/messages';

const STATES: Record<CardState, () => string> = {
	sent: m.desk_card_sent,
	approved: m.desk_card_approved,
	returned: m.desk_card_returned
};

/** How a mentor's card stands. */
export const sayCardState = (state: CardState | null): string =>
	state === null ? m.desk_card_none() : STATES[state]();

const DONE: Record<string, () => string> = {
	approved: m.desk_done_card_approved,
	returned: m.desk_done_card_returned,
	approval: m.desk_done_approval,
	'taken-back': m.desk_done_approval_back,
	'taken-up': m.desk_done_taken_up
};

/** What has just been done, by its name in the address. */
export const sayDone = (what: string | null): string | undefined =>
	what !== null && Object.hasOwn(DONE, what) ? DONE[what]?.() : undefined;
