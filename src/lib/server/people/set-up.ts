import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { DAY } from '$lib/domain/clock/zones';
import type { FirstProgramme } from '$lib/domain/programmes/first-programme';
import { UK_HELP_LINES } from '$lib/domain/programmes/help-lines';
import { modelOf } from '$lib/domain/programmes/models';
import { invitations, programmes } from '../database/schema';
import type { Reading, Transaction } from '../database/store';
import type { House } from '../house';
import { makePlan } from '../plans/make';
import { change } from '../spaces';
import { freeCodeName } from './code-names';
import { isOpen } from './invitations';
import { keepPasskey } from './joining';
import type { NewPasskey } from './passkeys';
import { addMembership, createPerson, createProgramme } from './people';
import { newSlip, slipHash } from './slips';
import { hashOf } from './tokens';

const LIFE = 7 * DAY;

/**
 * Where an organisation makes its first programme, as a path that works once. A new one at every start; the one
 * before stops working. Null in the demo, and once there is a programme.
 */
export async function setUpLink(house: House): Promise<string | null> {
	if (house.environment.demo || (await hasProgramme(house.store.read))) return null;
	const secret = newSlip();
	const now = house.now();
	await house.store.transaction(async (tx) => {
		await closeSetUps(tx, now);
		await tx.insert(invitations).values({
			id: uuid(),
			secretHash: hashOf(secret),
			purpose: 'set-up',
			createdAt: now,
			expiresAt: now + LIFE
		});
	});
	return `/set-up/${secret}`;
}

async function hasProgramme(read: Pick<Reading, 'select'>): Promise<boolean> {
	return (await read.select({ id: programmes.id }).from(programmes).limit(1)).length > 0;
}

async function closeSetUps(tx: Transaction, now: number): Promise<void> {
	await tx
		.update(invitations)
		.set({ revokedAt: now })
		.where(and(eq(invitations.purpose, 'set-up'), isNull(invitations.usedAt), isNull(invitations.revokedAt)));
}

const theLink = (secret: string, now: number) =>
	and(eq(invitations.secretHash, slipHash(secret) ?? ''), eq(invitations.purpose, 'set-up'), isOpen(now));

/** Whether a set-up link still works. */
export async function isSetUpOpen(house: House, secret: string): Promise<boolean> {
	const rows = await house.store.read
		.select({ id: invitations.id })
		.from(invitations)
		.where(theLink(secret, house.now()));
	return rows.length === 1;
}

/**
 * Makes the first programme and its coordinator, once.
 * @returns the coordinator's code name; undefined when the link works no longer
 */
export async function setUp(
	house: House,
	secret: string,
	{ firstName, safeguarding, model, ...programme }: FirstProgramme,
	{ personId, passkey }: { personId: string; passkey: NewPasskey }
): Promise<string | undefined> {
	return change(house, null, async (making) => {
		const used = await making.tx
			.update(invitations)
			.set({ usedAt: making.now })
			.where(theLink(secret, making.now))
			.returning({ id: invitations.id });
		if (used.length === 0 || (await hasProgramme(making.tx))) return undefined;
		const codeName = await freeCodeName(making.tx);
		const programmeId = await createProgramme(making, { ...programme, helpLines: UK_HELP_LINES });
		await createPerson(making, { id: personId, firstName, codeName });
		await addMembership(making, { programmeId, personId, role: 'coordinator' });
		if (safeguarding) await addMembership(making, { programmeId, personId, role: 'safeguarding' });
		const plan = modelOf(model)?.plan;
		if (plan) await makePlan(making, programmeId, plan);
		await keepPasskey(making, personId, passkey);
		return codeName;
	});
}
