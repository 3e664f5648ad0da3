import { dayOf, type Instant } from '../domain/clock/zones';
import type { GoalFacts } from '../domain/goals/facts';
import { goalPolicyOf, goalsBegin } from '../domain/goals/policy';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';
import { pathFactsOn } from './path';

/** What this phone knows of a pairing's goals: the same facts that the server reads before it decides. */
export async function goalFacts(rows: PersonDatabase, pairingId: string, now: Instant): Promise<GoalFacts> {
	const [{ pairing, side }, goals, steps, marks, promises, notes, changes] = await Promise.all([
		pairingFacts(rows, pairingId, now),
		rows.goals.where({ pairingId }).toArray(),
		rows.goalSteps.filter((row) => row.pairingId === pairingId).toArray(),
		rows.goalMarks.filter((row) => row.pairingId === pairingId).toArray(),
		rows.goalPromises.filter((row) => row.pairingId === pairingId).toArray(),
		rows.goalNotes.filter((row) => row.pairingId === pairingId).toArray(),
		rows.goalChanges.filter((row) => row.pairingId === pairingId).toArray()
	]);
	const known = { pairing, side, personId: rows.personId, goals, steps, marks, promises, notes, changes };
	if (!pairing) return { ...known, policy: goalPolicyOf() };
	const path = await pathFactsOn(rows, pairing);
	const policy = goalPolicyOf(path.plan);
	const zone = (await rows.programmes.get(pairing.programmeId))?.zone ?? 'UTC';
	return { ...known, policy, notUntil: goalsBegin(policy, path, dayOf(now, zone)) };
}
