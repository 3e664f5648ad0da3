import type { AboutKey } from '../domain/about/about';
import { m } from './messages';

const PROMPTS: Record<AboutKey, () => string> = {
	called: m.about_called,
	good_at: m.about_good_at,
	helps: m.about_helps,
	please_dont: m.about_please_dont,
	know_first: m.about_know_first,
	anything: m.about_anything
};

/** What a line of "about me" begins from. */
export const sayAboutLine = (line: AboutKey): string => PROMPTS[line]();
