import * as v from 'valibot';
import { GOAL_KINDS } from '../goals/goal';
import { ENDING_KINDS } from '../endings/policy';
import { REPEATS } from '../meetings/series';
import { clean } from '../messages/text';

/** How long something lasts: whole months or whole weeks. */
const Lasts = v.variant('in', [
	v.object({
		in: v.literal('months'),
		many: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120))
	}),
	v.object({ in: v.literal('weeks'), many: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(260)) })
]);
export type Lasts = v.InferOutput<typeof Lasts>;

/** What a stage is about. The last of a pairing with an end is `winding_down`. */
export const STAGE_KINDS = ['getting_to_know', 'going_on', 'winding_down'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** What a programme can switch on, beside meetings, which every programme has. */
export const FEATURES = [
	'messages',
	'check_ins',
	/** The young person's own map of people they trust. */
	'trusted_people',
	/** Meetings with several adults of that map. */
	'network_meetings',
	/** A plan for staying safe, that the young person writes. */
	'safety_plan'
] as const;
export type Feature = (typeof FEATURES)[number];

/** How a programme works with goals. Source: product.md, "Programme models". */
export const GOAL_POLICIES = [
	/** There are none. */
	'none',
	/** For whoever wants them. */
	'optional',
	/** One of each kind, once the stage that is for them has begun. */
	'one_of_each',
	/** Short- and long-term goals together make a plan. */
	'action_plan',
	/** Each goal stands in one of the programme's resilience domains. */
	'resilience'
] as const;
export type GoalPolicyKind = (typeof GOAL_POLICIES)[number];

/** Names of the parts of a plan: short, and no words of anybody's. */
const Key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/));
const words = (most: number) =>
	v.pipe(v.string(), v.maxLength(10_000), v.transform(clean), v.minLength(1), v.maxLength(most));
const Age = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(99));

const Stage = v.object({
	id: Key,
	kind: v.picklist(STAGE_KINDS),
	name: words(60),
	/** What it is for, in words to the young person. */
	purpose: words(300),
	/** Null: it goes on, with no end date. */
	lasts: v.nullable(Lasts),
	/** How often the two meet in it. */
	meets: v.picklist(REPEATS.filter((one) => one !== 'once')),
	/** How long a meeting is, in minutes; null where the seed says nothing. */
	minutes: v.nullable(v.object({ least: v.number(), most: v.number() }))
});
export type Stage = v.InferOutput<typeof Stage>;

/** Who is asked a question. */
export const ASKED = ['young', 'mentor', 'both'] as const;

const Question = v.object({ id: Key, asks: v.picklist(ASKED), words: words(200) });
export type Question = v.InferOutput<typeof Question>;

const LookBackPlan = v.object({
	id: Key,
	name: words(60),
	when: v.variant('at', [
		/** On the first day of a stage. */
		v.object({ at: v.literal('stage'), stage: Key }),
		/** Once, so long after the start. */
		v.object({ at: v.literal('after'), lasts: Lasts }),
		/** Again and again, at this distance. */
		v.object({ at: v.literal('every'), lasts: Lasts })
	]),
	questions: v.pipe(v.array(Question), v.minLength(1), v.maxLength(12)),
	/** Whether it also asks, in one tap each, whether something is more or less than it was. */
	outcomes: v.boolean()
});
export type LookBackPlan = v.InferOutput<typeof LookBackPlan>;

const GoalPlan = v.object({
	is: v.picklist(GOAL_POLICIES),
	kinds: v.pipe(v.array(v.picklist(GOAL_KINDS)), v.maxLength(GOAL_KINDS.length)),
	/** The stage with which goals begin; null: from the first day. */
	from: v.nullable(Key),
	/** What the programme calls its kinds; null: the usual words. */
	words: v.nullable(v.record(v.picklist(GOAL_KINDS), words(40))),
	/** The resilience domains, where goals stand in them, and of which kind a goal in each is. */
	domains: v.pipe(
		v.array(v.object({ id: Key, name: words(60), kind: v.picklist(GOAL_KINDS) })),
		v.maxLength(12)
	)
});
export type GoalPlan = v.InferOutput<typeof GoalPlan>;

const EndingPlan = v.object({
	is: v.picklist(ENDING_KINDS),
	/** How long before the last day winding down begins, where an end is set without a stage for it. */
	windDown: Lasts,
	/** What both can rely on before an end is thought of; null where nothing is promised. */
	atLeast: v.nullable(Lasts),
	graduation: v.boolean(),
	/** For so many months after the last day both can read what there was. */
	readableMonths: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
	/** Somebody looks in so many months after it, if the young person wants that. */
	lookInMonths: v.pipe(
		v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
		v.maxLength(4)
	)
});
export type EndingPlan = v.InferOutput<typeof EndingPlan>;

/**
 * How a programme goes: its stages, rhythm, goals, looking back and ending, as data. A pairing keeps the version that
 * it began with until somebody at the desk moves it to a newer one. Source: product.md, "Programme models".
 */
export const Plan = v.object({
	/** Which model it began as. */
	model: Key,
	/** Two people, or a small group with one worker and no pairings. */
	shape: v.picklist(['pairing', 'circle']),
	/** Who mentors, and what they are called on screen. */
	mentors: v.object({
		are: v.picklist(['volunteer', 'peer', 'paid']),
		called: words(40),
		from: v.nullable(Age),
		to: v.nullable(Age),
		/** They have been through something similar themselves. */
		experience: v.boolean()
	}),
	young: v.object({ from: Age, to: Age }),
	stages: v.pipe(v.array(Stage), v.minLength(1), v.maxLength(8)),
	goals: GoalPlan,
	lookBacks: v.pipe(v.array(LookBackPlan), v.maxLength(6)),
	ending: EndingPlan,
	/** What is asked of both while winding down. */
	windingDown: v.pipe(v.array(Question), v.minLength(1), v.maxLength(12)),
	features: v.array(v.picklist(FEATURES))
});
export type Plan = v.InferOutput<typeof Plan>;

/** One version of a programme's plan, in its programme's space. Never changed: a change is a new version. */
export interface KeptPlan {
	id: string;
	spaceId: string;
	programmeId: string;
	version: number;
	plan: Plan;
	madeAt: number;
}
