import {
	mayAfterwards,
	mayDropAfterwards,
	type AfterwardsBody,
	type AfterwardsFacts,
	type AfterwardsGoneBody
} from './afterwards';
import type { Verdict } from '../entries/verdict';
import type { Day } from '../clock/zones';
import { mayGoodbye, type EndingFacts, type GoodbyeBody } from './goodbye';
import { mayLookIn, type LookInBody } from './look-in';

export const ABOUT_ENDING = ['goodbye', 'afterwards', 'afterwards-gone', 'look-in'] as const;
export type AboutEndingKind = (typeof ABOUT_ENDING)[number];
export type EndingSaid =
	| { kind: 'goodbye'; body: GoodbyeBody }
	| { kind: 'afterwards'; body: AfterwardsBody }
	| { kind: 'afterwards-gone'; body: AfterwardsGoneBody }
	| { kind: 'look-in'; body: LookInBody };

/** Whether an entry speaks of how it ends. */
export function isAboutEnding<E extends { kind: string }>(entry: E): entry is E & EndingSaid {
	return (ABOUT_ENDING as readonly string[]).includes(entry.kind);
}

/** Whether somebody may say this of how it ends. `on` is the day on which they wrote it. */
export function mayEndingSay(facts: EndingFacts & AfterwardsFacts, said: EndingSaid, on: Day): Verdict {
	switch (said.kind) {
		case 'goodbye':
			return mayGoodbye(facts, said.body, on);
		case 'afterwards':
			return mayAfterwards(facts, said.body);
		case 'afterwards-gone':
			return mayDropAfterwards(facts, said.body);
		case 'look-in':
			return mayLookIn(facts);
	}
}
