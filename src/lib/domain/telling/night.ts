import type { WallTime } from '../clock/zones';

/** When nobody's phone is woken, unless a programme says otherwise. Source: the Children's Code, standard 13. */
export const USUAL_NIGHT: { from: WallTime; until: WallTime } = { from: '21:00', until: '07:00' };

/** All that stands on a locked phone: no name, no text, nothing that says what this is. */
export const USUAL_PUSH_WORDS = 'You have something new';
