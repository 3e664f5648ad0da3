import type { Day, Instant } from '../clock/zones';
import { after, type PathFacts, pathOf } from '../pairings/path';
import type { LookBackPlan, Question } from '../programmes/plan';

/** What something is to a young person since they have a mentor. There is no number to it. */
export const OUTCOME_SAYS = ['more', 'same', 'less'] as const;
export type OutcomeSays = (typeof OUTCOME_SAYS)[number];

/**
 * What one person wrote when they looked back: their own, in their own space, until they share it with the other of
 * the pairing, and from then on in the pairing's. One row a person and time.
 */
export interface LookBack {
	/** `<pairing>:<which>:<person>`. */
	id: string;
	spaceId: string;
	pairingId: string;
	/** Which time it is: see `lookBacksOf`; or `WINDING_DOWN_PROMPTS`. */
	which: string;
	personId: string;
	/** By the id of the question. */
	answers: Record<string, string>;
	/** By the id of the outcome. */
	outcomes: Record<string, OutcomeSays>;
	/** Whether what they said of outcomes may be counted, without their name. */
	counted: boolean;
	sharedAt: Instant | null;
	at: Instant;
}

export const lookBackId = (pairingId: string, which: string, personId: string) =>
	`${pairingId}:${which}:${personId}`;

/** A time at which both are asked to look back. */
export interface LookBackTime {
	/** Names it in its pairing, whatever day it comes to lie on. */
	which: string;
	on: Day;
	plan: Pick<LookBackPlan, 'name' | 'questions' | 'outcomes'>;
}

/** What both are asked while winding down is kept like a time of looking back, by this name. */
export const WINDING_DOWN_PROMPTS = 'winding_down';

const MOST_TIMES = 60;

/**
 * Every time of a pairing at which its two are asked to look back, up to a day, in order. None is asked on its last
 * day or later. Source: seed 003, "Mentoring pilot": a baseline and a follow-up after six months.
 */
export function lookBacksOf(facts: PathFacts, upTo: Day): LookBackTime[] {
	const { plan, startsOn, endsOn } = facts;
	const path = pathOf(facts);
	const fits = (on: Day) => on <= upTo && (endsOn === null || on < endsOn);
	const times = plan.lookBacks.flatMap(({ id, when, ...said }): LookBackTime[] => {
		if (when.at === 'stage') {
			const place = path.find(({ stage }) => stage.id === when.stage);
			return place ? [{ which: id, on: place.from, plan: said }] : [];
		}
		if (when.at === 'after') return [{ which: id, on: after(startsOn, when.lasts), plan: said }];
		const { in: unit, many } = when.lasts;
		const again: LookBackTime[] = [];
		for (let time = 1; time <= MOST_TIMES; time++) {
			const on = after(startsOn, { in: unit, many: many * time });
			if (!fits(on)) break;
			again.push({ which: `${id}_${time}`, on, plan: said });
		}
		return again;
	});
	return times.filter(({ on }) => fits(on)).sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** The questions that are for one side. */
export function questionsFor(questions: readonly Question[], side: 'young' | 'mentor'): Question[] {
	return questions.filter(({ asks }) => asks === 'both' || asks === side);
}
