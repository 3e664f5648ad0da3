import type { RequestEvent } from '@sveltejs/kit';
import { deskProgrammes, type DeskProgramme } from '$lib/server/desk/programmes';
import { sees } from '$lib/server/desk/scope';
import type { Who } from '$lib/server/guard';
import { house } from '$lib/server/house';

const asked = new WeakMap<App.Locals, Promise<DeskProgramme[]>>();

/** The programmes of this desk, by name: asked for once in a request, however many loads want them. */
export function programmesHere({ locals }: Pick<RequestEvent, 'locals'>, who: Who): Promise<DeskProgramme[]> {
	let programmes = asked.get(locals);
	if (!programmes) asked.set(locals, (programmes = deskProgrammes(house(), sees(who))));
	return programmes;
}
