import { and, eq } from 'drizzle-orm';
import { isOpen } from '$lib/domain/introductions/introduction';
import type { Clash } from '$lib/domain/wishes/clashes';
import { vetoes } from '../database/schema';
import { notThere, type Who } from '../guard';
import type { House } from '../house';
import { gatherOne } from '../matching/gathered';
import { introductionsOf, openIntroductions } from '../matching/introductions';
import { candidatesFor, overview, type Overview } from '../matching/overview';
import { pageOf } from './pages';
import { couldBeId, opens } from './scope';

/** Wishes are for those who may read them, and for nobody else at the desk. */
function mustOpenWishes(who: Who, programmeId: string): void {
	if (!opens(who, 'wish').includes(programmeId)) notThere();
}

/** Everyone who waits in a programme, with what is happening and whom the desk proposes. @throws 404 */
export async function matchingAtDesk(house: House, who: Who, programmeId: string, page: number) {
	mustOpenWishes(who, programmeId);
	const all = (await overview(house, programmeId)) ?? notThere();
	const open = await openIntroductions(house, programmeId);
	const names = new Map([...all.mentors, ...all.seekers].map(({ id, firstName }) => [id, firstName]));
	const proposed = new Map(all.proposal.pairs.map(({ youngId, candidate }) => [youngId, candidate]));
	const without = new Map(all.proposal.without.map(({ youngId, why }) => [youngId, why]));
	const { shown, ...pages } = pageOf(all.waiting, page);
	const said = (wanted: string | null) =>
		all.seekers
			.filter(({ wish }) => (wish?.wanted ?? null) === wanted)
			.map(({ id, firstName, since, wish }) => ({ id, firstName, since, inMind: wish?.inMind ?? null }));
	return {
		...pages,
		waiting: shown.map(({ id, firstName, since }) => ({
			...{ id, firstName, since },
			open: open.filter(({ youngId }) => youngId === id),
			proposed: proposed.get(id) ?? null,
			without: without.get(id) ?? null
		})),
		/** A yes that waits for a person at the desk, and first meetings that nobody has set. */
		yeses: open.filter(({ state }) => state === 'waiting'),
		toMeet: open.filter(({ state, firstMeetingAt }) => state === 'to_meet' && firstMeetingAt === null),
		clashes: all.proposal.clashes.map((clash) => ({ clash, wanting: wanting(all, clash) })),
		recruit: all.recruit,
		inMind: said('in_mind'),
		tellMore: said('tell_me_more'),
		notNow: said('not_now'),
		nothingYet: said(null),
		names,
		questions: all.questions
	};
}
export type MatchingAtDesk = Awaited<ReturnType<typeof matchingAtDesk>>;

/** How many would like this mentor first: who goes without, and whoever is proposed them and would like that most. */
function wanting(all: Overview, { mentorId, missedBy, given }: Clash): number {
	const first = given.filter(({ youngId }) => {
		const seeker = all.waiting.find(({ id }) => id === youngId);
		return seeker && candidatesFor(all, seeker).fit[0]?.mentorId === mentorId;
	});
	return missedBy.length + first.length;
}

/** One young person: their wish, who fits and who does not, and what has been offered. @throws 404 */
export async function youngAtDesk(
	house: House,
	who: Who,
	programmeId: string,
	youngId: string,
	page: number
) {
	mustOpenWishes(who, programmeId);
	const all = couldBeId(youngId) ? await gatherOne(house, programmeId, youngId) : undefined;
	if (!all) notThere();
	const { seeker, mentors, questions } = all;
	const introductions = await introductionsOf(house, programmeId, youngId);
	const kept = await house.store.read
		.select({ mentorId: vetoes.mentorId })
		.from(vetoes)
		.where(and(eq(vetoes.programmeId, programmeId), eq(vetoes.youngId, youngId)));
	const theirs = all.running.filter((pairing) => pairing.youngId === youngId).map(({ mentorId }) => mentorId);
	const { fit, out } = candidatesFor(all, {
		...seeker,
		notThese: new Set([...seeker.notThese, ...theirs])
	});
	const named = new Map(mentors.map((mentor) => [mentor.id, mentor]));
	const { shown, ...pages } = pageOf(fit, page);
	const withMentor = (candidate: (typeof fit)[number]) => ({
		candidate,
		firstName: named.get(candidate.mentorId)?.firstName ?? '',
		card: named.get(candidate.mentorId)?.card ?? null
	});
	return {
		...pages,
		id: seeker.id,
		firstName: seeker.firstName,
		since: seeker.since,
		wish: seeker.wish,
		questions,
		zone: all.zone,
		/** Whom they are paired with now. */
		mentors: theirs.map((id) => named.get(id)?.firstName ?? ''),
		theirs,
		open: introductions.filter(isOpen),
		over: introductions.filter((one) => !isOpen(one)),
		fit: shown.map(withMentor),
		out: out.map(withMentor),
		declined: introductions.filter(({ state }) => state === 'declined').map(({ mentorId }) => mentorId),
		apart: kept.map(({ mentorId }) => mentorId)
	};
}
export type YoungAtDesk = Awaited<ReturnType<typeof youngAtDesk>>;
