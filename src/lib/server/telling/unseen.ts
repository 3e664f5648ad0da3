import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import { DAY, type Instant } from '$lib/domain/clock/zones';
import type { Role } from '$lib/domain/people/roles';
import { tellingOf, type Told } from '$lib/domain/telling/kinds';
import { nightOf, USUAL_PUSH_WORDS, type Night } from '$lib/domain/telling/night';
import { memberships, notices, pairings, people, programmes, tellChoices } from '../database/schema';
import type { Reading } from '../database/store';

/** Older ones stand on no screen any more. */
const SHOWN_FOR = 30 * DAY;

/** What somebody has not seen, and how they may be woken for it. */
export interface Unseen {
	roles: Role[];
	nights: { night: Night; zone: string }[];
	/** All of it. */
	count: number;
	/** What they chose to be woken for, the newest first. */
	wakes: { id: string; kind: Told; at: Instant; pairingId: string | null }[];
	/** All that stands on a locked phone: as the programme of the newest says. */
	words: string;
}

/** As things stand now: roles, choices and what was looked at are read afresh. */
export async function unseenOf(read: Reading, personId: string, now: Instant): Promise<Unseen> {
	const member = await read
		.select({ role: memberships.role, programme: programmes, choices: tellChoices.choices })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.innerJoin(programmes, eq(programmes.id, memberships.programmeId))
		.leftJoin(tellChoices, eq(tellChoices.id, memberships.personId))
		.where(and(eq(memberships.personId, personId), isNull(memberships.endedAt), isNull(people.disabledAt)))
		.orderBy(asc(memberships.createdAt), asc(memberships.id));
	const roles = [...new Set(member.map(({ role }) => role))];
	const unseen = await read
		.select({ id: notices.id, kind: notices.kind, at: notices.at, pairingId: notices.pairingId })
		.from(notices)
		.where(and(eq(notices.personId, personId), isNull(notices.seenAt), gt(notices.at, now - SHOWN_FOR)))
		.orderBy(desc(notices.at), desc(notices.id));
	const choices = member[0]?.choices ?? {};
	const wakes = unseen.filter(({ kind }) => tellingOf(kind, roles, choices) === 'push');
	const own = member.map(({ programme }) => programme);
	return {
		roles,
		nights: own.map((programme) => ({ night: nightOf(programme), zone: programme.zone })),
		count: unseen.length,
		wakes,
		words: await wordsFor(read, wakes[0]?.pairingId ?? null, own)
	};
}

async function wordsFor(
	read: Reading,
	pairingId: string | null,
	own: readonly { id: string; pushWords: string }[]
): Promise<string> {
	const [of] =
		pairingId === null || own.length < 2
			? []
			: await read.select({ id: pairings.programmeId }).from(pairings).where(eq(pairings.id, pairingId));
	return (own.find(({ id }) => id === of?.id) ?? own[0])?.pushWords ?? USUAL_PUSH_WORDS;
}
