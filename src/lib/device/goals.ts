import type { Instant } from '../domain/clock/zones';
import type { Reason } from '../domain/entries/verdict';
import { besidesOf, inOrder, type Beside } from '../domain/goals/changes';
import { NOT_YET, withChangedGoals, type ChangedGoals, type GoalFacts } from '../domain/goals/facts';
import type { Goal, GoalChange, GoalMark, GoalNote, GoalPromise, GoalStep } from '../domain/goals/goal';
import { afterGoalSaying, isAboutGoal, mayGoalSay, type GoalSaid } from '../domain/goals/said';
import { standingOf, type Standing } from './conversation';
import type { PersonDatabase } from './database';
import { goalFacts } from './goal-facts';
import type { Pending } from './outbox/pending';
import { stands, withPartings } from './partings';

/** A row as a screen shows it: with how far the last thing that this phone said of it has come. */
export type OnPhone<Row> = Row & { standing: Standing };

/** Something said of a goal that could not be kept. It stays until its author puts it away. */
export interface GoalMarkOnPhone {
	/** The entry's. */
	id: string;
	goalId: string | undefined;
	said: GoalSaid;
	why: Reason;
}

/** One goal with all about it, what waits to leave laid over what came by sync. */
export interface GoalOnPhone extends OnPhone<Goal> {
	/** In the order in which they were written; those put away are left out. */
	steps: OnPhone<GoalStep>[];
	/** The oldest first. */
	marks: OnPhone<GoalMark>[];
	promises: OnPhone<GoalPromise>[];
	notes: OnPhone<GoalNote>[];
	/** Everything said of it, the oldest first. */
	changes: GoalChange[];
	besides: Beside[];
	/** When the other side last did something here that this one has not answered by doing anything. */
	newsAt: Instant | undefined;
}

/** All that this phone knows of one pairing's goals. */
export interface GoalsKept {
	facts: GoalFacts;
	/** The oldest first. */
	goals: GoalOnPhone[];
	refused: GoalMarkOnPhone[];
}

const SENT: Standing = { is: 'sent' };

/**
 * The goals of a pairing on this phone; undefined for anybody outside it.
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function goalsOn(
	rows: PersonDatabase,
	pairingId: string,
	pending: Promise<Pending[]>,
	now: Instant
): Promise<GoalsKept | undefined> {
	const [kept, waiting] = await Promise.all([goalFacts(rows, pairingId, now), pending]);
	if (!kept.pairing || !kept.side) return undefined;
	let facts: GoalFacts = { ...kept, pairing: withPartings(kept.pairing, waiting) };
	const known = idsOf(kept);
	const refused: GoalMarkOnPhone[] = [];
	const standings = new Map<string, Standing>();
	for (const one of waiting) {
		if (!isAboutGoal(one) || one.body.pairingId !== pairingId || !facts.side) continue;
		const goalId = 'goalId' in one.body ? one.body.goalId : undefined;
		if (one.outcome?.is === 'refused') {
			refused.push({ id: one.id, goalId, said: one, why: one.outcome.why });
			continue;
		}
		if (!stands(one) || known.has(one.id)) continue;
		if (mayGoalSay(facts, one, one).is !== 'send') continue;
		const { id, writtenAt } = one;
		const maker = { id, personId: rows.personId, side: facts.side, writtenAt, at: writtenAt };
		const changed = unsent(afterGoalSaying(facts, maker, one));
		facts = withChangedGoals(facts, changed);
		const standing = standingOf(one);
		for (const row of Object.values(changed).flat()) standings.set(row.id, standing);
	}
	return { facts, goals: shown(facts, standings), refused };
}

/** What has not reached the server can be known to nobody else. */
const unsent = ({ changes, ...rest }: ChangedGoals): ChangedGoals =>
	changes ? { ...rest, changes: changes.map((one) => ({ ...one, at: NOT_YET })) } : rest;

/** A second row of the same entry, such as the words of a yes, needs no looking up: they come together. */
const idsOf = ({ goals, steps, marks, promises, notes, changes }: GoalFacts) =>
	new Set([...goals, ...steps, ...marks, ...promises, ...notes, ...changes].map(({ id }) => id));

function shown(facts: GoalFacts, standings: ReadonlyMap<string, Standing>): GoalOnPhone[] {
	const { goals, steps, marks, promises, notes, changes, personId, pairing } = facts;
	const of = <Row extends { id: string; goalId: string; at: Instant }>(all: readonly Row[], id: string) =>
		all
			.filter((row) => row.goalId === id)
			.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
			.map((row) => ({ ...row, standing: standings.get(row.id) ?? SENT }));
	return [...goals]
		.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
		.map((goal) => {
			const said = inOrder(changes.filter(({ goalId }) => goalId === goal.id));
			const one = {
				steps: of(steps, goal.id).filter(({ goneAt }) => goneAt === null),
				marks: of(marks, goal.id),
				promises: of(promises, goal.id),
				notes: of(notes, goal.id),
				changes: said
			};
			return {
				...{ ...goal, ...one, besides: besidesOf(said, pairing?.youngId ?? '') },
				standing: standings.get(goal.id) ?? SENT,
				newsAt: newsIn(one, personId, personId === pairing?.youngId)
			};
		});
}

type About = Pick<GoalOnPhone, 'steps' | 'marks' | 'promises' | 'notes' | 'changes'>;

/** Whatever this side did last, it had the screen before it: only what came later is new. */
function newsIn(about: About, me: string, young: boolean): Instant | undefined {
	const { steps, marks, promises, notes, changes } = about;
	const reached = ({ at, writtenAt }: GoalChange) => (at === NOT_YET ? writtenAt : at);
	const moments = [
		...steps.flatMap(({ at, doneAt }) => [
			{ at, mine: young },
			...(doneAt ? [{ at: doneAt, mine: young }] : [])
		]),
		...marks.map(({ at }) => ({ at, mine: young })),
		...notes.map(({ at, authorId }) => ({ at, mine: authorId === me })),
		...changes.map((one) => ({ at: reached(one), mine: one.byId === me })),
		...promises.flatMap(({ at, keptAt, goneAt, byId }) =>
			[at, keptAt, goneAt].flatMap((when) => (when === null ? [] : [{ at: when, mine: byId === me }]))
		)
	];
	const latest = (mine: boolean) =>
		Math.max(0, ...moments.flatMap((one) => (one.mine === mine ? [one.at] : [])));
	return latest(false) > latest(true) ? latest(false) : undefined;
}
