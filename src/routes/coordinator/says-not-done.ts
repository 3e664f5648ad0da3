import type { NotDone } from '$lib/server/desk/not-done';
import { m } from '$lib/wording/messages';

/** What was not done, and for whom. */
export function sayNotDone({ kind, youngName: young, mentorName: mentor }: NotDone): string {
	const two = { young, mentor };
	if (kind === 'release') return m.desk_not_done_release(two);
	if (kind === 'plan') return m.desk_not_done_plan(two);
	if (kind === 'late') return m.desk_not_done_late(two);
	return m.desk_not_done_remind(two);
}
