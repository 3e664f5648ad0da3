import { DAY, type Instant } from '../domain/clock/zones';
import type { PersonDatabase } from './database';
import type { Phone } from './phone';
import type { PushState } from './push';

/** Whoever said "not now" is left in peace for so long. */
export const NOT_AGAIN_FOR = 30 * DAY;

/**
 * Whether this is the moment to ask somebody if they would like to be woken: not before they wrote something or said
 * yes to a meeting, where it can be turned on, and once.
 */
export async function mayAskToWake(
	phone: Pick<Phone, 'kept'>,
	rows: PersonDatabase,
	now: Instant,
	stands: PushState
): Promise<boolean> {
	if (stands !== 'off' && stands !== 'needs-install') return false;
	const said = (await saidNotNow(phone))[rows.personId];
	if (said !== undefined && now < said + NOT_AGAIN_FOR) return false;
	return hasBegun(rows);
}

/** Remembers it on this phone. */
export async function notNow(phone: Pick<Phone, 'kept'>, personId: string, now: Instant): Promise<void> {
	const value = { ...(await saidNotNow(phone)), [personId]: now };
	await phone.kept.kept.put({ name: 'not_woken', value });
}

async function saidNotNow(phone: Pick<Phone, 'kept'>): Promise<Record<string, Instant>> {
	const row = await phone.kept.kept.get('not_woken');
	return row?.name === 'not_woken' ? row.value : {};
}

/** They have written, or said that they will be somewhere. */
async function hasBegun(rows: PersonDatabase): Promise<boolean> {
	const me = rows.personId;
	const mine = await rows.pairings.toArray();
	const yes = await rows.meetings
		.filter(({ pairingId, youngYesAt, mentorYesAt }) => {
			const pairing = mine.find(({ id }) => id === pairingId);
			return (
				(pairing?.youngId === me && youngYesAt !== null) || (pairing?.mentorId === me && mentorYesAt !== null)
			);
		})
		.first();
	return (
		yes !== undefined || (await rows.messages.filter(({ authorId }) => authorId === me).first()) !== undefined
	);
}
