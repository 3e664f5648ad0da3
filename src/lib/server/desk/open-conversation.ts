import { and, desc, eq, lte } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Feeling, Hope } from '$lib/domain/check-ins/check-in';
import type { Instant } from '$lib/domain/clock/zones';
import type { AnswerTap } from '$lib/domain/messages/message';
import { clean } from '$lib/domain/messages/text';
import { sideOf, type Side } from '$lib/domain/pairings/pairing';
import { MOST_REASON } from '$lib/domain/visibility/look';
import { mayOpen, viewerOf } from '$lib/domain/visibility/visibility';
import { checkIns, looks, messages, pairings } from '../database/schema';
import type { Transaction } from '../database/store';
import { openGoals, type OpenedGoal } from '../goals/at-desk';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { namesOf } from '../people/names';
import { Refused } from '../refused';
import { sealReason, unsealLine, unsealMessage } from '../sealed-rows';
import { change, personSpace, type Change } from '../spaces';
import { couldBeId } from './scope';

type PairingRow = typeof pairings.$inferSelect;
type Common = { id: string; side: Side; name: string; at: Instant };
export type Said =
	| (Common & { kind: 'check_in'; feeling: Feeling; line: string; hope: Hope })
	| (Common & { kind: 'message'; body: string; tap: AnswerTap | null; notMeant: boolean });

export interface Conversation {
	/** In the order in which things arrived. Held messages are nobody's but their author's. */
	said: Said[];
	/** Their goals, with what is written in them. */
	goals: (OpenedGoal & { names: Record<string, string> })[];
	/** There was more before the first of these. */
	more: boolean;
}

/** At most this much is opened at once. Older things take another look, with a reason of its own. */
export const MOST_SAID = 200;

/**
 * Opens what two people said to each other to someone outside the pairing, who says why. That they looked is
 * written into the young person's own space in the transaction that reads: either both happen or neither.
 * @param before only what arrived up to this moment
 * @throws 404, and Refused when the reason is too short or long, or when they are in the pairing themselves
 */
export async function openConversation(
	house: House,
	who: Who,
	pairingId: string,
	reason: string,
	before: Instant = house.now()
): Promise<Conversation> {
	if (!couldBeId(pairingId)) notThere();
	return change(house, who.personId, async (making) => {
		const [pairing] = await making.tx.select().from(pairings).where(eq(pairings.id, pairingId));
		const role = pairing && deskRole(who, pairing.programmeId);
		if (!pairing || !role) notThere();
		if (sideOf(pairing, who.personId)) throw new Refused('in_it_yourself');
		const why = clean(reason);
		const viewer = viewerOf(role, 'programme');
		const opens = (['message', 'check_in', 'goal'] as const).every((thing) => mayOpen(thing, viewer, why));
		if (!opens) throw new Refused('reason_too_short');
		if (why.length > MOST_REASON) throw new Refused('reason_too_long');
		await tellThem(making, pairing, { id: who.personId, name: who.firstName, role }, why);
		return read(making, pairing, before);
	});
}

function deskRole(who: Who, programmeId: string): 'coordinator' | 'safeguarding' | undefined {
	const roles = who.memberships.filter((one) => one.programmeId === programmeId).map(({ role }) => role);
	return (['coordinator', 'safeguarding'] as const).find((role) => roles.includes(role));
}

async function tellThem(
	making: Change,
	pairing: PairingRow,
	by: { id: string; name: string; role: 'coordinator' | 'safeguarding' },
	reason: string
): Promise<void> {
	const id = uuid();
	const spaceId = personSpace(pairing.youngId);
	await making.tx.insert(looks).values({
		id,
		spaceId,
		revision: await making.revision(spaceId),
		pairingId: pairing.id,
		byId: by.id,
		byName: by.name,
		byRole: by.role,
		what: 'conversation',
		reason: sealReason(making.house.secrets, id, reason),
		at: making.now
	});
	await making.record(spaceId, 'conversation.opened', pairing.id);
}

async function read({ tx, house }: Change, pairing: PairingRow, before: Instant): Promise<Conversation> {
	const wrote = await messagesBefore(tx, pairing, before);
	const felt = await checkInsBefore(tx, pairing, before);
	const theirs = await openGoals(house, tx, pairing);
	const inGoals = theirs.flatMap(({ promises, notes }) => [...promises, ...notes].map(({ byId }) => byId));
	const names = await namesOf(tx, [...[...wrote, ...felt].map(({ authorId }) => authorId), ...inGoals]);
	const by = (authorId: string) => ({
		side: sideOf(pairing, authorId) ?? ('cover' as const),
		name: names.get(authorId) ?? ''
	});
	const messages = wrote.map((row): Said => ({
		...{ kind: 'message', id: row.id, ...by(row.authorId), at: row.sentAt },
		...{ body: unsealMessage(house.secrets, row), tap: row.tap, notMeant: row.notMeantAt !== null }
	}));
	const checkIns = felt.map((row): Said => ({
		...{ kind: 'check_in', id: row.id, ...by(row.authorId), at: row.receivedAt },
		...{ feeling: row.feeling, line: unsealLine(house.secrets, row), hope: row.hope }
	}));
	const said = [...messages, ...checkIns].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	const named = Object.fromEntries(inGoals.map((id) => [id, names.get(id) ?? '']));
	const goals = theirs.map((goal) => ({ ...goal, names: named }));
	return { said: said.slice(-MOST_SAID), goals, more: said.length > MOST_SAID };
}

/** One more than is shown, to know whether there is more. */
const ENOUGH = MOST_SAID + 1;

async function messagesBefore(tx: Pick<Transaction, 'select'>, pairing: PairingRow, before: Instant) {
	return tx
		.select()
		.from(messages)
		.where(
			and(
				eq(messages.pairingId, pairing.id),
				// A held message is in its author's own space until it goes.
				eq(messages.spaceId, pairing.spaceId),
				lte(messages.sentAt, before)
			)
		)
		.orderBy(desc(messages.sentAt), desc(messages.id))
		.limit(ENOUGH);
}

async function checkInsBefore(tx: Pick<Transaction, 'select'>, pairing: PairingRow, before: Instant) {
	return tx
		.select()
		.from(checkIns)
		.where(and(eq(checkIns.pairingId, pairing.id), lte(checkIns.receivedAt, before)))
		.orderBy(desc(checkIns.receivedAt), desc(checkIns.id))
		.limit(ENOUGH);
}
