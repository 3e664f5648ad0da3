import type { RequestEvent } from '@sveltejs/kit';
import type { DeskProgramme } from '$lib/server/desk/programmes';
import { notThere, type Who } from '$lib/server/guard';
import { runs } from '$lib/server/desk/scope';
import { programmesHere } from './here';
import type { Typed } from './forms';

/**
 * The programme that an address asks for with `?programme=`, out of those that somebody runs: the first one if none.
 * @throws 404 when it is not theirs
 */
export async function programmeAsked(event: Pick<RequestEvent, 'locals' | 'url'>, who: Who) {
	return asked(
		event,
		(await programmesHere(event, who)).filter(({ id }) => runs(who).includes(id))
	);
}

/** The same out of those that somebody sees at their desk. @throws 404 when it is not one of them */
export async function programmeSeen(event: Pick<RequestEvent, 'locals' | 'url'>, who: Who) {
	return asked(event, await programmesHere(event, who));
}

function asked({ url }: Pick<RequestEvent, 'url'>, mine: readonly DeskProgramme[]) {
	const id = url.searchParams.get('programme');
	const programme = id ? mine.find((one) => one.id === id) : mine[0];
	if (!programme) notThere();
	return { programme: named(programme), programmes: mine.map(named) };
}

const named = ({ id, name, zone }: DeskProgramme) => ({ id, name, zone });

/** The programme that a form names. @throws 404 when somebody does not run it, before anything else is read */
export async function programmeTyped(event: Pick<RequestEvent, 'locals'>, who: Who, typed: Typed) {
	const programme = (await programmesHere(event, who)).find(({ id }) => id === typed.programmeId);
	if (!programme || !runs(who).includes(programme.id)) notThere();
	return named(programme);
}
