import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Instant } from '$lib/domain/clock/zones';
import type { ApprovalKind } from '$lib/domain/mentors/approvals';
import type { Nation } from '$lib/domain/meetings/bank-holidays';
import { USUAL_CALENDAR_TITLE } from '$lib/domain/programmes/programme';
import type { AgreementLimits } from '$lib/domain/pairings/terms';
import type { Role } from '$lib/domain/people/roles';
import type { HelpLine } from '$lib/domain/programmes/help-lines';
import type { WishQuestion } from '$lib/domain/wishes/question';
import { memberships, people, programmes, sessions } from '../database/schema';
import type { House } from '../house';
import { change, letIn, openSpace, personSpace, programmeSpace, shutOut, type Change } from '../spaces';
import { dropSessions } from './session-rows';

export interface NewProgramme {
	id?: string;
	name: string;
	/** What shows on a phone: neutral, chosen by the programme. */
	appName: string;
	/** IANA. */
	zone: string;
	helpLines: HelpLine[];
	wishQuestions?: WishQuestion[] | null;
	approvalsNeeded?: ApprovalKind[] | null;
	agreementLimits?: AgreementLimits | null;
	nation?: Nation;
	calendarTitle?: string;
	createdAt?: Instant;
}

/** Makes a programme with its space. @returns its id */
export async function createProgramme(making: Change, programme: NewProgramme): Promise<string> {
	const { id = uuid(), createdAt = making.now, ...given } = programme;
	const spaceId = programmeSpace(id);
	await openSpace(making.tx, spaceId, 'programme');
	await making.tx.insert(programmes).values({
		nation: 'england_and_wales',
		calendarTitle: USUAL_CALENDAR_TITLE,
		...given,
		...{ id, spaceId, createdAt, revision: await making.revision(spaceId) }
	});
	await making.record(spaceId, 'programme.made', id);
	return id;
}

/** Makes a person with a space of their own, in no programme yet. @returns their id */
export async function createPerson(
	making: Change,
	{ id = uuid(), firstName, codeName = null }: { id?: string; firstName: string; codeName?: string | null }
): Promise<string> {
	const spaceId = personSpace(id);
	await making.tx.insert(people).values({ id, firstName, codeName, createdAt: making.now });
	await openSpace(making.tx, spaceId, 'person');
	await letIn(making.tx, spaceId, id, making.now);
	return id;
}

interface Membership {
	programmeId: string;
	personId: string;
	role: Role;
}

/** Gives someone a role in a programme, and with it what all members read. Giving it twice changes nothing. */
export async function addMembership(
	making: Change,
	{ programmeId, personId, role }: Membership
): Promise<void> {
	const spaceId = programmeSpace(programmeId);
	await making.tx
		.insert(memberships)
		.values({ id: uuid(), programmeId, personId, role, createdAt: making.now })
		.onConflictDoUpdate({
			target: [memberships.programmeId, memberships.personId, memberships.role],
			set: { endedAt: null }
		});
	await letIn(making.tx, spaceId, personId, making.now);
	await making.record(spaceId, 'membership.given', personId);
}

/**
 * Takes a role away, from the next request on. With their last role in a programme, someone no longer reads what
 * its members read. Whoever calls this decides what becomes of their pairings.
 */
export async function endMembership(
	making: Change,
	{ programmeId, personId, role }: Membership
): Promise<void> {
	const spaceId = programmeSpace(programmeId);
	const mine = and(
		eq(memberships.programmeId, programmeId),
		eq(memberships.personId, personId),
		isNull(memberships.endedAt)
	);
	const ended = await making.tx
		.update(memberships)
		.set({ endedAt: making.now })
		.where(and(mine, eq(memberships.role, role)))
		.returning({ id: memberships.id });
	if (ended.length === 0) return;
	const left = await making.tx.select({ id: memberships.id }).from(memberships).where(mine);
	if (left.length === 0) await shutOut(making, spaceId, personId);
	await making.record(spaceId, 'membership.ended', personId);
}

/** Takes a role away and closes what the person has open, so that it counts at once. */
export async function takeRoleAway(house: House, byId: string, membership: Membership): Promise<void> {
	const closing = await change(house, byId, async (making) => {
		await endMembership(making, membership);
		return making.tx
			.select({ id: sessions.id })
			.from(sessions)
			.where(eq(sessions.personId, membership.personId));
	});
	house.live.endSessions(new Set(closing.map(({ id }) => id)));
}

/** Shuts someone out everywhere at once. What they wrote stays. */
export async function disablePerson(house: House, byId: string, personId: string): Promise<void> {
	const ended = await change(house, byId, async (making) => {
		await making.tx.update(people).set({ disabledAt: making.now }).where(eq(people.id, personId));
		await making.record(personSpace(personId), 'person.disabled', personId);
		return dropSessions(making.tx, personId);
	});
	house.live.endSessions(new Set(ended));
}
