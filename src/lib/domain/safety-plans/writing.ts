import * as v from 'valibot';
import { Id } from '../entries/entry';
import { refuse, send, type Verdict } from '../entries/verdict';
import { clean } from '../messages/text';
import type { Pairing, Side } from '../pairings/pairing';
import type { Role } from '../people/roles';
import { isOn } from '../programmes/features';
import type { Plan } from '../programmes/plan';
import { SAFETY_SECTIONS, type SafetyLine } from './safety-plan';

/** A line is a sentence or two. */
export const MOST_SAFETY_CHARACTERS = 300;
/** Ten to a question: more than can be found again in a bad moment. */
export const MOST_SAFETY_LINES = 60;

const Words = v.pipe(v.string(), v.maxLength(100_000), v.transform(clean));

/** A new line, other words for one, or none: then it goes. */
export const SafetyLineBody = v.object({
	/** Made on the phone. */
	lineId: Id,
	section: v.picklist(SAFETY_SECTIONS),
	words: Words,
	/** What stood there before, as its author saw it; nothing for a new line. */
	was: v.optional(Words, '')
});
export type SafetyLineBody = v.InferOutput<typeof SafetyLineBody>;

export const SafetyPlanShareBody = v.object({ pairingId: Id, shared: v.boolean() });
export type SafetyPlanShareBody = v.InferOutput<typeof SafetyPlanShareBody>;

/** What the rule about writing needs to know. */
export interface SafetyFacts {
	/** The roles that somebody holds, anywhere. */
	roles: readonly Role[];
	/** Whether anything that they are in works with it. */
	on: boolean;
	/** What stands there now; undefined before the first line. */
	lines: readonly SafetyLine[] | undefined;
}

/** Whether somebody may write a line. What they have begun stays theirs, whatever they are in later. */
export function maySafetyLine({ roles, on, lines }: SafetyFacts, body: SafetyLineBody): Verdict {
	if (!roles.includes('young')) return refuse('not_yours_to_do');
	if (!on && lines === undefined) return refuse('outside_limits');
	if (body.words.length > MOST_SAFETY_CHARACTERS) return refuse('too_long');
	const anew = afterSafetyLine(lines ?? [], 'anew', body);
	const grows = anew.length > (lines ?? []).length;
	return grows && anew.length > MOST_SAFETY_LINES ? refuse('list_full') : send;
}

/**
 * The lines once this was written. Whatever another phone wrote there meanwhile stays: where it is not what the
 * author saw, what they wrote stands beside it, and what they wanted gone does not go.
 * @param entryId names the line where it has to stand beside another
 */
export function afterSafetyLine(
	lines: readonly SafetyLine[],
	entryId: string,
	{ lineId, section, words, was }: SafetyLineBody
): SafetyLine[] {
	const now = lines.find(({ id }) => id === lineId);
	if (now?.words === words || (!now && words === '')) return [...lines];
	if (!now) return [...lines, { id: lineId, section, words }];
	if (now.words === was)
		return lines.flatMap((line) => (line.id !== lineId ? [line] : words === '' ? [] : [{ ...line, words }]));
	return words === '' ? [...lines] : [...lines, { id: entryId, section: now.section, words }];
}

/** What the rule about sharing needs to know. */
export interface SafetyShareFacts {
	pairing: Pick<Pairing, 'state'> | undefined;
	side: Side | undefined;
	/** The plan that the pairing goes by. */
	plan: Pick<Plan, 'features'>;
}

/** Whether somebody may show their plan to whoever is in a pairing, or no longer: that is open to them at any time. */
export function mayShareSafety(
	{ pairing, side, plan }: SafetyShareFacts,
	{ shared }: SafetyPlanShareBody
): Verdict {
	if (!pairing || !side) return refuse('not_found');
	if (side !== 'young') return refuse('not_yours_to_do');
	if (!shared) return send;
	if (pairing.state === 'ended') return refuse('pairing_ended');
	return isOn(plan, 'safety_plan') ? send : refuse('outside_limits');
}

/** Whether, going by these plans, somebody can begin one. */
export const hasSafetyPlans = (plans: readonly Pick<Plan, 'features'>[]): boolean =>
	plans.some((plan) => isOn(plan, 'safety_plan'));
