import type { CardStanding } from '$lib/device/own-cards';
import { m } from '$lib/wording/messages';
import { sayReason } from '$lib/wording/reasons';

/** Where the card stands, in a few words: for the row in You. */
export function sayStandingShortly({ is }: CardStanding): string {
	switch (is) {
		case 'none':
			return m.mentor_card_none();
		case 'here':
			return m.mentor_card_here();
		case 'waits':
			return m.mentor_card_waits();
		case 'approved':
			return m.mentor_card_approved();
		case 'changed':
			return m.mentor_card_changed();
		case 'returned':
			return m.mentor_card_returned();
		case 'refused':
			return m.mentor_card_refused();
	}
}

/** What that means and what happens next. */
export function sayWhatFollows(standing: CardStanding): string {
	switch (standing.is) {
		case 'none':
			return m.mentor_card_none_next();
		case 'here':
			return m.mentor_card_here_next();
		case 'waits':
			return m.mentor_card_waits_next();
		case 'approved':
			return m.mentor_card_approved_next();
		case 'changed':
			return m.mentor_card_changed_next();
		case 'returned':
			return m.mentor_card_returned_next();
		case 'refused':
			return m.mentor_card_refused_next({ why: sayReason(standing.why) });
	}
}
