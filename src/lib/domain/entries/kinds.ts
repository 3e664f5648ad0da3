import type { CheckInBody } from '../check-ins/check-in';
import type { MessageBody, NotMeantBody } from '../messages/message';
import type { SeenBody } from '../messages/seen';

/** Every change that a phone can ask for, and what it says. */
export interface EntryBodies {
	message: MessageBody;
	'message-not-meant': NotMeantBody;
	'check-in': CheckInBody;
	seen: SeenBody;
}
export type EntryKind = keyof EntryBodies;

/** How long the author may still take an entry back before it leaves. Milliseconds. */
export const UNDO_WINDOW: Record<EntryKind, number> = {
	message: 10_000,
	'message-not-meant': 0,
	'check-in': 10_000,
	seen: 0
};
