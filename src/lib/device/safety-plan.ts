import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import type { Role } from '../domain/people/roles';
import type { SafetyLine } from '../domain/safety-plans/safety-plan';
import {
	afterSafetyLine,
	hasSafetyPlans,
	type SafetyFacts,
	type SafetyLineBody,
	type SafetyShareFacts
} from '../domain/safety-plans/writing';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';
import { planOn } from './gathering-facts';
import type { Pending } from './outbox/pending';
import { stands } from './partings';

/** What could not be kept of a plan, with its words. */
export interface SafetyRefused {
	/** The entry's. */
	id: string;
	body: SafetyLineBody;
	why: Reason;
}

/** A young person's own plan on this phone, with what waits to leave laid over it. */
export interface SafetyOnPhone {
	lines: SafetyLine[];
	/** The pairings it is shown to. */
	sharedWith: string[];
	/** Nothing of it waits to leave. */
	sent: boolean;
	refused: SafetyRefused[];
}

export async function safetyPlanOn(
	rows: PersonDatabase,
	pending: Promise<Pending[]>
): Promise<SafetyOnPhone> {
	const [kept, waiting] = await Promise.all([rows.safetyPlans.get(rows.personId), pending]);
	let [lines, sharedWith] = [kept?.lines ?? [], kept?.sharedWith ?? []];
	let sent = true;
	const refused: SafetyRefused[] = [];
	for (const one of waiting) {
		if (one.kind !== 'safety-line' && one.kind !== 'safety-plan-share') continue;
		if (one.outcome?.is === 'refused') {
			if (one.kind === 'safety-line') refused.push({ id: one.id, body: one.body, why: one.outcome.why });
			continue;
		}
		sent &&= one.state === 'acknowledged';
		if (one.kind === 'safety-line') lines = afterSafetyLine(lines, one.id, one.body);
		else {
			const { pairingId, shared } = one.body;
			const others = sharedWith.filter((id) => id !== pairingId);
			sharedWith = shared ? [...others, pairingId] : others;
		}
	}
	return { lines, sharedWith, sent, refused };
}

/** What this phone knows of whether somebody may write: the same facts that the server reads before it decides. */
export async function safetyFacts(
	rows: PersonDatabase,
	memberships: readonly { programmeId: string; role: Role }[],
	waiting: readonly Pending[]
): Promise<SafetyFacts> {
	const kept = await rows.safetyPlans.get(rows.personId);
	const written = waiting.filter((one) => one.kind === 'safety-line' && stands(one)) as Extract<
		Pending,
		{ kind: 'safety-line' }
	>[];
	const lines = kept || written.length > 0 ? (kept?.lines ?? []) : undefined;
	return {
		roles: memberships.map(({ role }) => role),
		on: await canBegin(rows, memberships),
		lines: lines && written.reduce((all, { id, body }) => afterSafetyLine(all, id, body), lines)
	};
}

/** Whether any programme, pairing or circle that somebody is in as a young person works with such plans. */
export async function canBegin(
	rows: PersonDatabase,
	memberships: readonly { programmeId: string; role: Role }[]
): Promise<boolean> {
	const young = memberships.filter(({ role }) => role === 'young').map(({ programmeId }) => programmeId);
	const [programmes, pairings, circles, members] = await Promise.all([
		rows.programmes.bulkGet(young),
		rows.pairings.filter(({ youngId, state }) => youngId === rows.personId && state !== 'ended').toArray(),
		rows.circles.filter(({ endedAt }) => endedAt === null).toArray(),
		rows.circleMembers
			.filter(({ personId, leftAt }) => personId === rows.personId && leftAt === null)
			.toArray()
	]);
	const mine = circles.filter(({ id }) => members.some(({ circleId }) => circleId === id));
	const ids = [...programmes, ...pairings, ...mine].map((one) => one?.planId);
	return hasSafetyPlans(await Promise.all(ids.map((id) => planOn(rows, id))));
}

export async function safetyShareFacts(
	rows: PersonDatabase,
	pairingId: string,
	now: Instant
): Promise<SafetyShareFacts> {
	const { pairing, side } = await pairingFacts(rows, pairingId, now);
	return { pairing, side, plan: await planOn(rows, pairing?.planId) };
}
