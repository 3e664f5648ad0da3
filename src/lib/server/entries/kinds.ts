import { CheckInBody } from '$lib/domain/check-ins/check-in';
import type { EntryKind } from '$lib/domain/entries/kinds';
import { MessageBody, NotMeantBody } from '$lib/domain/messages/message';
import { SeenBody } from '$lib/domain/messages/seen';
import { keepCheckIn } from '../check-ins/keep';
import { keepMessage } from '../messages/keep';
import { markNotMeant } from '../messages/not-meant';
import { markSeen } from '../messages/seen';
import { effect, type Effect } from './effect';

/** What each kind of entry does here. */
export const EFFECTS: Record<EntryKind, Effect> = {
	message: effect(MessageBody, keepMessage),
	'message-not-meant': effect(NotMeantBody, markNotMeant),
	'check-in': effect(CheckInBody, keepCheckIn),
	seen: effect(SeenBody, markSeen)
};
