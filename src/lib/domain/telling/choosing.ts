import * as v from 'valibot';
import { refuse, send, type Verdict } from '../entries/verdict';
import type { Role } from '../people/roles';
import { TELLING, TOLD, toldIn, type TellChoices } from './kinds';

/** How somebody wants to be told of one kind of thing from now on. */
export const TellChoiceBody = v.object({ kind: v.picklist(TOLD), telling: v.picklist(TELLING) });
export type TellChoiceBody = v.InferOutput<typeof TellChoiceBody>;

/** Whether somebody who holds `roles` may choose so: of what they are told of at all, everything. */
export function mayChoose(roles: readonly Role[], { kind }: TellChoiceBody): Verdict {
	return toldIn(roles).includes(kind) ? send : refuse('not_yours_to_do');
}

/** What somebody chose, with one choice more: the last word counts. */
export function withChoice(choices: TellChoices, { kind, telling }: TellChoiceBody): TellChoices {
	return { ...choices, [kind]: telling };
}
