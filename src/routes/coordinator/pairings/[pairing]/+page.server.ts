import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Id } from '$lib/domain/entries/entry';
import { SeriesBody } from '$lib/domain/meetings/series';
import { DESK_SAYS } from '$lib/domain/pairings/pairing';
import { StageMoveBody } from '$lib/domain/pairings/stage-moves';
import { offerCover } from '$lib/server/desk/cover-offer';
import { sayLookedInto } from '$lib/server/desk/late';
import { moveStage } from '$lib/server/desk/move-stage';
import { setEnd, setHours, setMeeting, stopMeeting } from '$lib/server/desk/pair-up';
import { pairingAtDesk } from '$lib/server/desk/pairing';
import { pairingsPlan } from '$lib/server/desk/plans';
import { runs } from '$lib/server/desk/scope';
import { member, notThere } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { PlannedEnd } from '../../ends';
import { back, typedIn, unlessRefused, wrongIn } from '../../forms';
import { readHours, rowsOf } from '../../hours';

export const load = async (event) => {
	const who = member(event, 'coordinator', 'safeguarding');
	const pairing = await pairingAtDesk(house(), who, event.params.pairing);
	if (!pairing) notThere();
	return {
		pairing,
		/** For whoever runs the programme. */
		plan: runs(who).includes(pairing.programmeId) ? await pairingsPlan(house(), who, pairing.id) : null,
		rows: rowsOf(pairing.agreement?.hours ?? []),
		now: house().now(),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	hours: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const read = readHours(typed);
		if ('wrong' in read) return back('hours', typed, read.wrong);
		const { pairing } = event.params;
		const set = await unlessRefused('hours', typed, () => setHours(house(), who, pairing, read.hours));
		return set.failed ?? done(event, 'hours');
	},
	meeting: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { today } = (await pairingAtDesk(house(), who, event.params.pairing)) ?? notThere();
		const asked = v.safeParse(SeriesBody, typed);
		if (!asked.success) return back('meeting', typed, wrongIn(asked.issues, 'until'));
		if (asked.output.startsOn < today) return back('meeting', typed, ['startsOn']);
		const { pairing } = event.params;
		const set = await unlessRefused('meeting', typed, () => setMeeting(house(), who, pairing, asked.output));
		return set.failed ?? done(event, 'meeting');
	},
	stop: async (event) => {
		const who = member(event, 'coordinator');
		const { pairing } = event.params;
		const set = await unlessRefused('stop', {}, () => stopMeeting(house(), who, pairing));
		return set.failed ?? done(event, 'stopped');
	},
	cover: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const cover = v.safeParse(v.union([v.literal(''), Id]), typed.coverId ?? '');
		if (!cover.success) return back('cover', typed, ['coverId']);
		const { pairing } = event.params;
		const set = await unlessRefused('cover', typed, () =>
			offerCover(house(), who, pairing, cover.output || null)
		);
		return set.failed ?? done(event, 'cover');
	},
	end: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const { today } = (await pairingAtDesk(house(), who, event.params.pairing)) ?? notThere();
		const ends = v.safeParse(PlannedEnd(today), typed.endsOn ?? '');
		if (!ends.success) return back('end', typed, ['endsOn']);
		const { pairing } = event.params;
		const set = await unlessRefused('end', typed, () => setEnd(house(), who, pairing, ends.output));
		return set.failed ?? done(event, 'end');
	},
	says: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const says = v.safeParse(v.picklist(DESK_SAYS), typed.says);
		if (!says.success) return back('says', typed, ['says']);
		const { pairing } = event.params;
		const said = await unlessRefused('says', typed, () => sayLookedInto(house(), who, pairing, says.output));
		return said.failed ?? done(event, 'says');
	},
	stage: async (event) => {
		const who = member(event, 'coordinator');
		const typed = await typedIn(event.request);
		const asked = v.safeParse(StageMoveBody, typed);
		if (!asked.success) return back('stage', typed, wrongIn(asked.issues));
		const { pairing } = event.params;
		const moved = await unlessRefused('stage', typed, () => moveStage(house(), who, pairing, asked.output));
		return moved.failed ?? done(event, 'stage');
	}
};

/** On to the page itself, so that asking for it again sends nothing twice. */
function done({ url }: Pick<RequestEvent, 'url'>, what: string): never {
	redirect(303, `${url.pathname}?done=${what}`);
}
