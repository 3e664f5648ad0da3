import { goodbyesDay } from '../endings/goodbyes';
import { circle } from '../circles/end';
import { sendNudge } from '../mail/nudge';
import { releaseOne } from '../messages/release';
import { walk } from '../plans/walk';
import { sendPush } from '../push/send';
import { lookAtWait } from '../telling/late';
import { day, plan, remind } from '../telling/remind';
import type { Handler } from './done';
import type { JobKind } from './enqueue';

/** Who does what: each handler lives in the room of what it does. */
export const JOBS: { [Kind in JobKind]: Handler<Kind> } = {
	release: (house, { messageId }) => releaseOne(house, messageId),
	plan,
	remind,
	day,
	late: lookAtWait,
	path: walk,
	goodbyes: goodbyesDay,
	push: sendPush,
	mail: sendNudge,
	circle
};
