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
	const mine = (await programmesHere(event, who)).filter(({ id }) => runs(who).includes(id));
	const asked = event.url.searchParams.get('programme');
	const programme = asked ? mine.find(({ id }) => id === asked) : mine[0];
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
