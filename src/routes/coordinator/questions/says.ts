import type { Matches, Picks } from '$lib/domain/wishes/question';
import { m } from '$lib/wording/messages';

const MATCHED: Record<Matches, () => string> = {
	same: m.desk_matches_same,
	shared: m.desk_matches_shared,
	dislikes: m.desk_matches_dislikes,
	days: m.desk_matches_days,
	places: m.desk_matches_places,
	none: m.desk_matches_none
};

/** How a question is held against what mentors say. */
export const sayMatches = (matches: Matches): string => MATCHED[matches]();

const PICKED: Record<Picks, () => string> = {
	one: m.desk_picks_one,
	many: m.desk_picks_many,
	words: m.desk_picks_words
};

/** How a question is answered. */
export const sayPicks = (picks: Picks): string => PICKED[picks]();

const DONE: Record<string, () => string> = {
	moved: m.desk_done_question_moved,
	on: m.desk_done_question_on,
	off: m.desk_done_question_off,
	changed: m.desk_done_question_changed,
	added: m.desk_done_question_added,
	first: m.desk_done_questions_first,
	needed: m.desk_done_needed
};

/** What has just been done, by its name in the address. */
export const sayDone = (what: string | null): string | undefined =>
	what !== null && Object.hasOwn(DONE, what) ? DONE[what]?.() : undefined;
