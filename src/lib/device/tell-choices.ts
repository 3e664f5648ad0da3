import { withChoice } from '../domain/telling/choosing';
import type { TellChoices } from '../domain/telling/kinds';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';
import { stands } from './partings';

/** How somebody chose to be told, with what they chose on this phone laid over it. */
export async function choicesOn(rows: PersonDatabase, pending: Promise<Pending[]>): Promise<TellChoices> {
	const [kept, waiting] = await Promise.all([rows.tellChoices.get(rows.personId), pending]);
	let choices: TellChoices = kept?.choices ?? {};
	for (const one of waiting)
		if (one.kind === 'tell-choice' && stands(one)) choices = withChoice(choices, one.body);
	return choices;
}
