import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { WrittenDay, WrittenTime } from '$lib/domain/clock/written';
import { instantAt } from '$lib/domain/clock/zones';
import { Id } from '$lib/domain/entries/entry';
import { isDeskStep, meetFirst, offerCard, takeStep, type DeskStep } from '$lib/server/desk/matching';
import { member, notThere, type Who } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, wrongIn, type Typed } from '../forms';
import { programmeTyped } from '../programme-asked';

/* What a coordinator does about introductions, from the list of those who wait or from one young person's page. */

const MOST_PLACE = 80;
const Offered = v.object({ id: Id, youngId: Id, mentorId: Id });
const First = v.object({
	on: WrittenDay,
	at: WrittenTime,
	place: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_PLACE))
});

const DONE: Record<DeskStep, string> = { withdraw: 'withdrawn', goOn: 'went-on', turnDown: 'turned-down' };

/** Whose form it is, so that a problem shows where it arose. */
export const formOf = (name: string, { introductionId = '' }: Typed) => `${name} ${introductionId}`;

/** The three form actions that both pages have. */
export const introducing = {
	offer: async (event: RequestEvent) => {
		const who = member(event, 'coordinator');
		return offering(event, who);
	},
	step: async (event: RequestEvent) => {
		const who = member(event, 'coordinator');
		return stepping(event, who);
	},
	meet: async (event: RequestEvent) => {
		const who = member(event, 'coordinator');
		return meeting(event, who);
	}
};

/** Offers a card. */
async function offering(event: RequestEvent, who: Who) {
	const typed = await typedIn(event.request);
	const { id: programmeId } = await programmeTyped(event, who, typed);
	const asked = v.safeParse(Offered, typed);
	if (!asked.success) return back('offer', typed, wrongIn(asked.issues));
	const made = await unlessRefused('offer', typed, () =>
		offerCard(house(), who, { ...asked.output, programmeId })
	);
	return made.failed ?? done(event, programmeId, 'offered');
}

/** Takes an open introduction back, lets it go on, or says that it can’t be. */
async function stepping(event: RequestEvent, who: Who) {
	const typed = await typedIn(event.request);
	const { id: programmeId } = await programmeTyped(event, who, typed);
	const { introductionId = '', step } = typed;
	if (!isDeskStep(step)) notThere();
	const taken = await unlessRefused('step', typed, () => takeStep(house(), who, introductionId, step));
	return taken.failed ?? done(event, programmeId, DONE[step]);
}

/** Sets a first meeting. */
async function meeting(event: RequestEvent, who: Who) {
	const typed = await typedIn(event.request);
	const { id: programmeId, zone } = await programmeTyped(event, who, typed);
	const asked = v.safeParse(First, typed);
	const form = formOf('meet', typed);
	if (!asked.success) return back(form, typed, wrongIn(asked.issues));
	const { on, at, place } = asked.output;
	const when = instantAt(on, at, zone);
	if (when <= house().now()) return back(form, typed, ['on']);
	const set = await unlessRefused(form, typed, () =>
		meetFirst(house(), who, typed.introductionId ?? '', { at: when, place })
	);
	return set.failed ?? done(event, programmeId, 'first-meeting');
}

/** On to the page itself, so that asking for it again sends nothing twice. */
export function done({ url }: Pick<RequestEvent, 'url'>, programmeId: string, what: string): never {
	redirect(303, `${url.pathname}?programme=${encodeURIComponent(programmeId)}&done=${what}`);
}
