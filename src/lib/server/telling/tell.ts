import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { dayOf, type Instant } from '$lib/domain/clock/zones';
import { tellingOf, type TellChoices, type Told } from '$lib/domain/telling/kinds';
import { wakesAt, type Night } from '$lib/domain/telling/night';
import type { Role } from '$lib/domain/people/roles';
import { prepared } from '../database/prepared';
import {
	mailAddresses,
	memberships,
	notices,
	people,
	programmes,
	pushSubscriptions,
	tellChoices
} from '../database/schema';
import type { Reading, Transaction } from '../database/store';
import { enqueue } from '../jobs/enqueue';
import { personSpace, type Change } from '../spaces';

/** Something that somebody is told of. */
export interface Telling {
	personId: string;
	kind: Told;
	pairingId: string | null;
	/** The id of what it is about. */
	subjectId: string | null;
	until?: Instant | null;
	/** What makes it the same thing: nobody is told of it twice. */
	key: string;
}

/** Somebody who can be told, as they stand now. */
interface Reachable {
	roles: Role[];
	choices: TellChoices;
	nights: { night: Night; zone: string }[];
	subscriptionIds: string[];
	/** Whether they want a nudge by e-mail, and said that the address is theirs. */
	mail: boolean;
}

const insertOnce = prepared((queries: Transaction, given) =>
	queries
		.insert(notices)
		.values({
			id: given('id', notices.id),
			spaceId: given('spaceId', notices.spaceId),
			revision: given('revision', notices.revision),
			personId: given('personId', notices.personId),
			kind: given('kind', notices.kind),
			pairingId: given('pairingId', notices.pairingId),
			subjectId: given('subjectId', notices.subjectId),
			until: given('until', notices.until),
			at: given('at', notices.at)
		})
		.onConflictDoNothing({ target: notices.id })
		.returning({ id: notices.id })
);

/**
 * Tells somebody of something, as they chose to be told: a notice in their own space and, where they want to be woken,
 * a push to each of their devices: at once by day, one for everything in the morning. In the transaction of its
 * cause. Nobody is told of their own doing, or twice.
 */
export async function tell(change: Change, one: Telling): Promise<void> {
	const { personId, kind, pairingId, subjectId, until = null, key } = one;
	if (personId === change.personId) return;
	const who = await reachable(change.tx, personId);
	const telling = tellingOf(kind, who.roles, who.choices);
	if (telling === 'never') return;
	const id = noticeId(key, personId);
	const spaceId = personSpace(personId);
	const revision = await change.revision(spaceId);
	const row = { id, spaceId, revision, personId, kind, pairingId, subjectId, until, at: change.now };
	const told = await insertOnce(change.tx, row);
	if (told.length > 0 && telling === 'push') await wake(change, personId, who, id);
}

/** Says nothing of what it tells of: it is on its way inside a push. */
function noticeId(key: string, personId: string): string {
	return createHash('sha256').update(`${personId} ${key}`).digest('base64url').slice(0, 32);
}

async function wake(change: Change, personId: string, who: Reachable, noticeId: string): Promise<void> {
	const runAt = wakesAt(change.now, who.nights);
	const which = runAt === change.now ? noticeId : `morning:${dayOf(runAt, who.nights[0]?.zone ?? 'UTC')}`;
	for (const subscriptionId of who.subscriptionIds)
		await enqueue(change, {
			...{ kind: 'push', body: { subscriptionId, personId }, runAt },
			dedupe: `push:${subscriptionId}:${which}`
		});
	if (who.mail)
		await enqueue(change, { kind: 'mail', body: { personId }, runAt, dedupe: `mail:${personId}:${which}` });
}

const standing = prepared((queries: Reading, given) =>
	queries
		.select({
			role: memberships.role,
			zone: programmes.zone,
			from: programmes.nightFrom,
			until: programmes.nightUntil,
			choices: tellChoices.choices,
			subscriptionId: pushSubscriptions.id,
			mailOn: mailAddresses.on,
			confirmedAt: mailAddresses.confirmedAt
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.innerJoin(programmes, eq(programmes.id, memberships.programmeId))
		.leftJoin(tellChoices, eq(tellChoices.id, memberships.personId))
		.leftJoin(pushSubscriptions, eq(pushSubscriptions.personId, memberships.personId))
		.leftJoin(mailAddresses, eq(mailAddresses.personId, memberships.personId))
		.where(
			and(
				eq(memberships.personId, given('personId', memberships.personId)),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		)
		.orderBy(asc(memberships.createdAt), asc(memberships.id))
);

async function reachable(read: Reading, personId: string): Promise<Reachable> {
	const rows = await standing(read, { personId });
	const roles = [...new Set(rows.map(({ role }) => role))];
	const [first] = rows;
	return {
		roles,
		choices: first?.choices ?? {},
		nights: rows.map(({ zone, from, until }) => ({ zone, night: { from, until } })),
		subscriptionIds: [...new Set(rows.flatMap(({ subscriptionId }) => subscriptionId ?? []))],
		mail: first?.mailOn === true && first.confirmedAt !== null && !roles.includes('young')
	};
}

/** What is over or answered, and whom it was told. */
export interface Settled {
	personIds: readonly (string | null)[];
	kinds: readonly Told[];
	pairingId?: string;
	subjectId?: string;
}

/** Takes back what somebody has not seen yet and need not know any more: nobody is woken for what is settled. */
export async function settle(
	change: Change,
	{ personIds, kinds, pairingId, subjectId }: Settled
): Promise<void> {
	const whose = personIds.filter((id) => id !== null);
	const rows = await change.tx
		.select({ id: notices.id, spaceId: notices.spaceId })
		.from(notices)
		.where(
			and(
				inArray(notices.personId, whose),
				isNull(notices.seenAt),
				inArray(notices.kind, [...kinds]),
				pairingId === undefined ? undefined : eq(notices.pairingId, pairingId),
				subjectId === undefined ? undefined : eq(notices.subjectId, subjectId)
			)
		);
	await markSeen(change, rows);
}

/** Notes that notices were looked at, or need not be any more. */
export async function markSeen(
	change: Change,
	rows: readonly { id: string; spaceId: string }[]
): Promise<void> {
	for (const spaceId of new Set(rows.map((row) => row.spaceId))) {
		const ids = rows.filter((row) => row.spaceId === spaceId).map(({ id }) => id);
		const revision = await change.revision(spaceId);
		await change.tx
			.update(notices)
			.set({ seenAt: change.now, revision })
			.where(and(inArray(notices.id, ids), isNull(notices.seenAt)));
	}
}
