import type { Repeats } from '../domain/meetings/series';
import { m } from './messages';

const RHYTHM: Record<Repeats, () => string> = {
	weekly: m.path_meets_weekly,
	fortnightly: m.path_meets_fortnightly,
	monthly: m.path_meets_monthly,
	once: m.path_meets_once
};

/** "every two weeks" */
export const sayRepeats = (repeats: Repeats): string => RHYTHM[repeats]();
