import { error, json, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { House } from '../house';
import { readJson } from '../json';
import { callerOf, takeTurn } from './throttle';

const Text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** What a phone may say about a passkey: only the fields that a door names reach it. */
export const Slip = Text(200);
export const ChallengeId = v.pipe(v.string(), v.uuid());
/** Read by the passkey library, which takes nothing on trust. */
export const PasskeyResponse = v.looseObject({ id: v.pipe(Text(2_000), v.regex(/^[\w-]+$/)) });

/**
 * The fields that a door takes.
 * @throws 400, 413
 */
export async function readAsked<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const read = v.safeParse(schema, await readJson(request));
	if (!read.success) error(400, { message: 'unreadable' });
	return read.output;
}

/** An answer for who asks too often, or undefined: questions to passkeys are rows, and rows are not for floods. */
export async function tooOften(
	house: House,
	event: Pick<RequestEvent, 'getClientAddress'>
): Promise<Response | undefined> {
	const turn = await takeTurn(house, { passkeys: callerOf(event.getClientAddress()) });
	if (turn.is === 'yours') return undefined;
	const seconds = Math.ceil((turn.from - house.now()) / 1000);
	return json(
		{ message: 'later', from: turn.from },
		{ status: 429, headers: { 'retry-after': String(seconds) } }
	);
}
