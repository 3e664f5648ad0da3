import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { Id } from '$lib/domain/entries/entry';
import { ApprovalBody, APPROVAL_KINDS } from '$lib/domain/mentors/approvals';
import { decideCard, removeApproval, writeApproval } from '$lib/server/desk/matching';
import { mentorAtDesk } from '$lib/server/desk/mentors';
import { couldBeId } from '$lib/server/desk/scope';
import { takeUp, TakenUpBody } from '$lib/server/desk/take-up';
import { member, notThere, type Who } from '$lib/server/guard';
import { house } from '$lib/server/house';
import { back, typedIn, unlessRefused, wrongIn, type Typed } from '../../forms';
import { programmeAsked, programmeTyped } from '../../programme-asked';

const MOST_WHY = 500;

export const load = async (event) => {
	const who = member(event, 'coordinator');
	const { programme, programmes } = await programmeAsked(event, who);
	return {
		programme,
		several: programmes.length > 1,
		mentor: await mentorAtDesk(house(), who, programme.id, event.params.mentor),
		kinds: APPROVAL_KINDS,
		/** Sent back with the form: sending it twice writes one record. */
		approvalId: uuid(),
		takenUpId: uuid(),
		done: event.url.searchParams.get('done')
	};
};

const Read = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number));
const Why = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_WHY));
const Record = v.intersect([v.object({ id: Id }), ApprovalBody]);

export const actions = {
	approve: async (event) => {
		const who = member(event, 'coordinator');
		const { typed, programmeId, mentorId } = await asked(event, who);
		const read = readOf(typed);
		const decided = await unlessRefused('card', typed, () =>
			decideCard(house(), who, { programmeId, mentorId, read, why: null })
		);
		return decided.failed ?? done(event, programmeId, 'approved');
	},
	giveBack: async (event) => {
		const who = member(event, 'coordinator');
		const { typed, programmeId, mentorId } = await asked(event, who);
		const read = readOf(typed);
		const why = v.safeParse(Why, typed.why ?? '');
		if (!why.success) return back('give-back', typed, ['why']);
		const decided = await unlessRefused('card', typed, () =>
			decideCard(house(), who, { programmeId, mentorId, read, why: why.output })
		);
		return decided.failed ?? done(event, programmeId, 'returned');
	},
	approval: async (event) => {
		const who = member(event, 'coordinator');
		const { typed, programmeId, mentorId } = await asked(event, who);
		const record = v.safeParse(Record, { ...typed, until: typed.until || null });
		if (!record.success) return back('approval', typed, wrongIn(record.issues, 'until'));
		const written = await unlessRefused('approval', typed, () =>
			writeApproval(house(), who, { ...record.output, programmeId, mentorId })
		);
		return written.failed ?? done(event, programmeId, 'approval');
	},
	takeUp: async (event) => {
		const who = member(event, 'coordinator');
		const { typed, programmeId, mentorId } = await asked(event, who);
		const body = v.safeParse(TakenUpBody, typed);
		if (!body.success) return back('take-up', typed, wrongIn(body.issues));
		const noted = await unlessRefused('take-up', typed, () =>
			takeUp(house(), who, { programmeId, mentorId }, body.output)
		);
		return noted.failed ?? done(event, programmeId, 'taken-up');
	},
	takeBack: async (event) => {
		const who = member(event, 'coordinator');
		const { typed, programmeId, mentorId } = await asked(event, who);
		const id = typed.approvalId ?? '';
		if (!couldBeId(id)) notThere();
		await removeApproval(house(), who, { id, programmeId, mentorId });
		done(event, programmeId, 'taken-back');
	}
};

type Event = RequestEvent<{ mentor: string }>;

/** What is asked of which mentor. @throws 404 unless `who` runs the programme that the form names */
async function asked(event: Event, who: Who) {
	const typed = await typedIn(event.request);
	const { id: programmeId } = await programmeTyped(event, who, typed);
	const mentorId = event.params.mentor;
	if (!couldBeId(mentorId)) notThere();
	return { typed, programmeId, mentorId };
}

function readOf(typed: Typed): number {
	const read = v.safeParse(Read, typed.read);
	if (!read.success) notThere();
	return read.output;
}

/** On to the page itself, so that asking for it again sends nothing twice. */
function done({ url }: Pick<RequestEvent, 'url'>, programmeId: string, what: string): never {
	redirect(303, `${url.pathname}?programme=${encodeURIComponent(programmeId)}&done=${what}`);
}
