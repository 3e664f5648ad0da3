import { json } from '@sveltejs/kit';
import type { SessionAnswer } from '$lib/domain/entries/synced';
import { anyone } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { signOutHere } from '$lib/server/people/entering';
import { appNamesOf } from '$lib/server/people/programmes';

const headers = { 'cache-control': 'no-store' };

/** Who this phone belongs to now. A 401 tells it to lock and forget. */
export async function GET(event) {
	const who = anyone(event);
	if (!who) return json({ message: 'sign_in_first' }, { status: 401, headers });
	const here = house();
	const { personId, firstName, sessionId, memberships } = who;
	const answer: SessionAnswer = {
		person: { id: personId, firstName },
		sessionId,
		memberships,
		programmes: await appNamesOf(
			here.store.read,
			memberships.map(({ programmeId }) => programmeId)
		),
		outboxKey: here.secrets.outboxKey(personId),
		now: here.now()
	};
	return json(answer, { headers });
}

/**
 * Signs out. Saying it twice, or with nobody signed in, is fine: a phone says it again when it had no signal.
 * It then names the session it means, so that whoever has signed in since stays.
 */
export async function DELETE(event) {
	const who = anyone(event);
	const meant = event.url.searchParams.get('session');
	if (!who || !meant || who.sessionId === meant) await signOutHere(event);
	return new Response(null, { status: 204, headers });
}
