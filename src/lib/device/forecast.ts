import { mayCheckIn } from '../domain/check-ins/check-in';
import type { Instant } from '../domain/clock/zones';
import type { Verdict } from '../domain/entries/verdict';
import { mayMarkNotMeant, mayMessage } from '../domain/messages/message';
import { mayMarkSeen } from '../domain/messages/seen';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';
import type { Written } from './outbox/sealing';

/** What the server will say of this, as far as this phone knows: the same rules over the same facts. */
export async function forecast(rows: PersonDatabase, written: Written, now: Instant): Promise<Verdict> {
	switch (written.kind) {
		case 'message':
			return mayMessage(await pairingFacts(rows, written.body.pairingId), written.body, now);
		case 'check-in':
			return mayCheckIn(await pairingFacts(rows, written.body.pairingId), written.body);
		case 'message-not-meant':
			return mayMarkNotMeant(await rows.messages.get(written.body.messageId), rows.personId);
		case 'seen':
			return mayMarkSeen((await pairingFacts(rows, written.body.pairingId)).side);
	}
}
