import { hash } from 'node:crypto';
import type { PushPayload } from '$lib/domain/telling/push';
import type { House } from '../house';
import { pushKeys, pushSubject } from './keys';

/** What takes longer is tried again. Milliseconds. */
const PATIENCE = 10_000;

/** A place to send to, and what to seal it with. */
interface Place {
	id: string;
	endpoint: string;
	p256dh: string;
	auth: string;
}

interface Manner {
	/** For how long the push service may keep trying. Seconds. */
	life: number;
	urgent: boolean;
	/** Whichever of one day comes last takes the place of those before it that are still on their way. */
	day: string;
}

/** Seals a payload for one browser and knocks at its push service, which learns nothing but that there is something. */
export async function post(
	house: House,
	place: Place,
	payload: PushPayload,
	{ life, urgent, day }: Manner
): Promise<Response> {
	// Fetched when it is first needed: a server that starts should answer, not read libraries.
	const { default: webPush } = await import('web-push');
	const { endpoint, p256dh, auth } = place;
	const { method, headers, body } = webPush.generateRequestDetails(
		{ endpoint, keys: { p256dh, auth } },
		JSON.stringify(payload),
		{
			vapidDetails: { subject: pushSubject(house), ...pushKeys(house) },
			TTL: life,
			urgency: urgent ? 'high' : 'normal',
			topic: hash('sha256', `${place.id} ${day}`, 'base64url').slice(0, 32)
		}
	);
	const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
	return fetch(endpoint, {
		method,
		headers: sent.filter(([name]) => name !== 'Content-Length'),
		body: new Uint8Array(body),
		redirect: 'manual',
		signal: AbortSignal.timeout(PATIENCE)
	});
}
