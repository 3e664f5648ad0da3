import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Instant } from '$lib/domain/clock/zones';
import { MOST_DEVICES, sessionLimit, type Role } from '$lib/domain/people/roles';
import { memberships, people, sessions } from '../database/schema';
import type { Reading, Store, Transaction } from '../database/store';

export type SessionRow = typeof sessions.$inferSelect;

/** A session with the person it is for, as they are now. */
export interface FoundSession {
	session: SessionRow;
	firstName: string;
	disabledAt: Instant | null;
	memberships: { programmeId: string; role: Role }[];
}

type Finding = ReturnType<typeof prepareFinding>;
const findings = new WeakMap<Reading, Finding>();

/** One query, prepared once: it runs at every request. */
function prepareFinding(read: Reading) {
	return (
		read
			.select({
				session: sessions,
				firstName: people.firstName,
				disabledAt: people.disabledAt,
				programmeId: memberships.programmeId,
				role: memberships.role
			})
			.from(sessions)
			.innerJoin(people, eq(people.id, sessions.personId))
			.leftJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
			.where(eq(sessions.id, sql.placeholder('id')))
			// PostgreSQL wants a name; SQLite takes none and minds none.
			.prepare(...(['find_session'] as unknown as []))
	);
}

/** Ids are ours: what is not even shaped like one never reaches the database. */
export async function findSession({ read }: Store, id: string): Promise<FoundSession | undefined> {
	if (!isUuid(id)) return undefined;
	let finding = findings.get(read);
	if (!finding) findings.set(read, (finding = prepareFinding(read)));
	const rows = await finding.execute({ id });
	const [first] = rows;
	if (!first) return undefined;
	const { session, firstName, disabledAt } = first;
	const held = rows.flatMap(({ programmeId, role }) => (programmeId && role ? [{ programmeId, role }] : []));
	return { session, firstName, disabledAt, memberships: held };
}

/** The roles someone holds now, in any programme. */
export async function rolesOf(read: Pick<Reading, 'select'>, personId: string): Promise<Role[]> {
	const rows = await read
		.select({ role: memberships.role })
		.from(memberships)
		.where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
	return [...new Set(rows.map((row) => row.role))];
}

/** When a session ends if it is not used again. */
export function endOf(session: SessionRow, roles: readonly Role[]): Instant {
	const { idle, absolute } = sessionLimit(roles);
	return Math.min(session.lastSeenAt + idle, session.createdAt + absolute);
}

/** Every session of a person with the moment at which each ends. */
export async function sessionsOf(
	{ read }: Store,
	personId: string
): Promise<{ row: SessionRow; endsAt: Instant }[]> {
	const roles = await rolesOf(read, personId);
	const rows = await read.select().from(sessions).where(eq(sessions.personId, personId));
	return rows.map((row) => ({ row, endsAt: endOf(row, roles) }));
}

/**
 * Keeps a new session. Those unused longest give way to it.
 * @returns the ids that gave way
 */
export async function keepSession(tx: Transaction, row: SessionRow): Promise<string[]> {
	const old = await tx
		.select({ id: sessions.id })
		.from(sessions)
		.where(eq(sessions.personId, row.personId))
		.orderBy(sessions.lastSeenAt, sessions.id);
	const tooMany = old.slice(0, Math.max(0, old.length - MOST_DEVICES + 1)).map(({ id }) => id);
	if (tooMany.length > 0) await tx.delete(sessions).where(inArray(sessions.id, tooMany));
	await tx.insert(sessions).values(row);
	return tooMany;
}

/**
 * Takes a person's sessions away, inside a change that gives a reason for it. Once the change is on disk, pass the
 * ids to `house.live.endSessions`.
 */
export async function dropSessions(tx: Transaction, personId: string, except = ''): Promise<string[]> {
	const dropped = await tx
		.delete(sessions)
		.where(and(eq(sessions.personId, personId), ne(sessions.id, except)))
		.returning({ id: sessions.id });
	return dropped.map(({ id }) => id);
}

/** The sessions of everybody that have reached their end. */
export async function overSessions({ read }: Store, now: Instant): Promise<string[]> {
	const rows = await read
		.select({ session: sessions, role: memberships.role })
		.from(sessions)
		.leftJoin(memberships, and(eq(memberships.personId, sessions.personId), isNull(memberships.endedAt)));
	const found = new Map<string, { session: SessionRow; roles: Role[] }>();
	for (const { session, role } of rows) {
		const one = found.get(session.id) ?? { session, roles: [] };
		if (role) one.roles.push(role);
		found.set(session.id, one);
	}
	return [...found.values()]
		.filter(({ session, roles }) => endOf(session, roles) <= now)
		.map(({ session }) => session.id);
}
