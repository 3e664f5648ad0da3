import { asc, eq } from 'drizzle-orm';
import type { TellChoices } from '../../../src/lib/domain/telling/kinds';
import {
	jobs,
	notices,
	pushSubscriptions,
	sessions,
	tellChoices
} from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import { change, personSpace } from '../../../src/lib/server/spaces';
import { newId } from '../some';

/** What somebody was told of, oldest first. */
export async function toldTo({ store }: House, personId: string) {
	return store.read
		.select()
		.from(notices)
		.where(eq(notices.personId, personId))
		.orderBy(asc(notices.at), asc(notices.kind), asc(notices.id));
}

/** The kinds of what somebody was told of and has not seen, oldest first. */
export async function unseenBy(house: House, personId: string): Promise<string[]> {
	return (await toldTo(house, personId)).filter(({ seenAt }) => seenAt === null).map(({ kind }) => kind);
}

/** A device of somebody's that wants to be woken. @returns the id of its subscription */
export async function woken(house: House, personId: string, id = newId()): Promise<string> {
	await house.store.transaction(async (tx) => {
		const session = { id: `session-${id}`, personId, secretHash: id, device: 'A phone' };
		await tx.insert(sessions).values({ ...session, createdAt: 0, lastSeenAt: 0 });
		await tx.insert(pushSubscriptions).values({
			...{ id, personId, sessionId: session.id, endpoint: `https://push.example/${id}` },
			...{ p256dh: 'key', auth: 'secret', createdAt: 0 }
		});
	});
	return id;
}

/** Keeps what somebody chose, without asking any rule. */
export async function chose(house: House, personId: string, choices: TellChoices): Promise<void> {
	await change(house, null, async (making) => {
		const revision = await making.revision(personSpace(personId));
		const row = { id: personId, spaceId: personSpace(personId), revision, choices };
		await making.tx
			.insert(tellChoices)
			.values(row)
			.onConflictDoUpdate({ target: tellChoices.id, set: { choices, revision } });
	});
}

/** The jobs there are of a kind, soonest first. */
export async function jobsOf({ store }: House, kind: string) {
	return store.read.select().from(jobs).where(eq(jobs.kind, kind)).orderBy(asc(jobs.runAt), asc(jobs.dedupe));
}
