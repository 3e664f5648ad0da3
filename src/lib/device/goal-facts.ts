import type { Instant } from '../domain/clock/zones';
import type { GoalFacts } from '../domain/goals/facts';
import { goalPolicyOf } from '../domain/goals/policy';
import type { PersonDatabase } from './database';
import { pairingFacts } from './facts';

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
	const policy = goalPolicyOf(undefined);
	return { pairing, side, personId: rows.personId, policy, goals, steps, marks, promises, notes, changes };
}
