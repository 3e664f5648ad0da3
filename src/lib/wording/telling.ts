import type { Telling } from '../domain/telling/kinds';
import { m } from './messages';

const WORDS: Record<Telling, () => string> = {
	push: m.telling_push,
	app: m.telling_app,
	never: m.telling_never
};

/** One way of being told, in words. */
export const sayTelling = (telling: Telling): string => WORDS[telling]();
