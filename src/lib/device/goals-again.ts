import type { EntryBodies } from '../domain/entries/kinds';
import { bodyAgain, roomFor, theirsOf, type Before } from '../domain/goals/again';
import type { GoalFacts } from '../domain/goals/facts';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';

/** A goal of before, by the name that it has once it has begun again. */
export interface GoalBefore extends Before {
	id: string;
	/** With whom it was. */
	withName: string;
	/** It has begun again already, on this phone or another. */
	already: boolean;
}

/**
 * What a young person can bring along from pairings that are over into the one that begins.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function goalsBefore(
	rows: PersonDatabase,
	facts: GoalFacts,
	pending: Promise<Pending[]>
): Promise<GoalBefore[]> {
	const { pairing, side } = facts;
	if (!pairing || side !== 'young') return [];
	const [pairings, goals, steps, waiting] = await Promise.all([
		rows.pairings.toArray(),
		rows.goals.toArray(),
		rows.goalSteps.toArray(),
		pending
	]);
	const over = new Map(
		pairings
			.filter(({ id, youngId, state }) => id !== pairing.id && youngId === rows.personId && state === 'ended')
			.map((one) => [one.id, one])
	);
	const here = new Set([...goals, ...waiting].map(({ id }) => id));
	const before = goals
		.filter(({ pairingId }) => over.has(pairingId))
		.map((goal) => ({ goal, steps: steps.filter(({ goalId }) => goalId === goal.id) }));
	const all = await Promise.all(
		theirsOf(before).map(async (one) => {
			const id = await nameAgain(pairing.id, one.goal.id);
			const withName = over.get(one.goal.pairingId)?.mentorName ?? '';
			return { ...one, id, withName, already: here.has(id) };
		})
	);
	return all.filter(({ goal, already }) => already || roomFor(facts, [goal]).length > 0);
}

type Write = <Kind extends 'goal' | 'goal-step'>(
	kind: Kind,
	body: EntryBodies[Kind],
	id: string
) => Promise<string>;

/**
 * Writes what was picked anew, as ordinary goals and steps. Tapped twice, or on two phones without signal, it is there
 * once: what begins again has its name from what it was.
 * @param stepIds the steps that were picked, of any of these goals
 */
export async function beginAgain(
	write: Write,
	facts: GoalFacts,
	picked: readonly GoalBefore[],
	stepIds: ReadonlySet<string>
): Promise<void> {
	const pairingId = facts.pairing?.id;
	if (!pairingId) return;
	const fits = new Set(
		roomFor(
			facts,
			picked.map(({ goal }) => goal)
		)
	);
	for (const { goal, steps, id } of picked) {
		if (!fits.has(goal)) continue;
		await write('goal', bodyAgain(facts, goal), id);
		for (const step of steps.filter((one) => stepIds.has(one.id)))
			await write(
				'goal-step',
				{ pairingId, goalId: id, words: step.words },
				await nameAgain(pairingId, step.id)
			);
	}
}

/** The same for the same two, wherever it is asked. */
async function nameAgain(pairingId: string, id: string): Promise<string> {
	const words = new TextEncoder().encode(`again ${pairingId} ${id}`);
	const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', words));
	const hex = [...bytes.slice(0, 20)].map((byte) => byte.toString(16).padStart(2, '0'));
	return `again-${hex.join('')}`;
}
