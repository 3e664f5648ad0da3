import type { EntryBodies } from '$lib/domain/entries/kinds';
import { send, type Verdict } from '$lib/domain/entries/verdict';
import { afterGoalSaying, mayGoalSay, type AboutGoalKind, type GoalSaid } from '$lib/domain/goals/said';
import type { Writing } from '../entries/effect';
import type { Change } from '../spaces';
import { planNow } from '../telling/plan';
import { settle } from '../telling/tell';
import { goalFacts } from './facts';
import { writeGoalRows } from './write';

/** How each kind of entry is told in the audit. */
const ACTION: Record<AboutGoalKind, string> = {
	goal: 'goal.written',
	'goal-answer': 'goal.answered',
	'goal-change': 'goal.changed',
	'goal-step': 'goal.step_written',
	'goal-step-tick': 'goal.step_ticked',
	'goal-step-gone': 'goal.step_put_away',
	'goal-mark': 'goal.line_moved',
	'goal-promise': 'goal.promised',
	'goal-promise-kept': 'goal.promise_kept',
	'goal-promise-gone': 'goal.promise_taken_back',
	'goal-note': 'goal.note_written'
};

/** Keeps what somebody says of a goal. What changes nothing any more, such as a second tick, writes nothing. */
export const keepGoalSaid =
	<Kind extends AboutGoalKind>(kind: Kind) =>
	async (change: Change, entry: Writing<EntryBodies[Kind]>): Promise<Verdict> => {
		const { id, authorId: personId } = entry;
		const said = { kind, body: entry.body } as unknown as GoalSaid;
		const facts = await goalFacts(change.house, change.tx, said, personId, change.now);
		// A phone that is ahead does not have the last word for ever.
		const writtenAt = Math.min(entry.writtenAt, change.now);
		const verdict = mayGoalSay(facts, said, { writtenAt });
		if (verdict.is !== 'send' || !facts.pairing || !facts.side) return verdict;
		const maker = { id, personId, side: facts.side, writtenAt, at: change.now };
		const changed = afterGoalSaying(facts, maker, said);
		if (Object.keys(changed).length === 0) return send;
		await writeGoalRows(change, facts.pairing.spaceId, id, changed);
		await change.record(facts.pairing.spaceId, ACTION[kind], id);
		await remindOf(change, facts.pairing.id, said);
		return send;
	};

/** A promise has a day to be reminded of, until it is kept or taken back. */
async function remindOf(change: Change, pairingId: string, { kind, body }: GoalSaid): Promise<void> {
	if (kind === 'goal-promise') await planNow(change, pairingId);
	if (kind === 'goal-promise-kept' || kind === 'goal-promise-gone')
		await settle(change, {
			...{ personIds: [change.personId], kinds: ['promise_due'], subjectId: body.promiseId }
		});
}
