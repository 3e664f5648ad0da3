import { and, eq, inArray, isNull } from 'drizzle-orm';
import { dayOf, type Day, type Instant } from '$lib/domain/clock/zones';
import { holdsPlace } from '$lib/domain/introductions/introduction';
import { standing, USUALLY_NEEDED, type ApprovalKind, type Standing } from '$lib/domain/mentors/approvals';
import type { MentorCard } from '$lib/domain/mentors/card';
import { questionsOf } from '$lib/domain/wishes/first-questions';
import type { KeptWish } from '$lib/domain/wishes/kept';
import type { WishQuestion } from '$lib/domain/wishes/question';
import type { MentorPlace } from '$lib/domain/wishes/rank';
import {
	introductions,
	mentorCards,
	memberships,
	pairings,
	people,
	programmes,
	vetoes,
	wishes
} from '../database/schema';
import type { House } from '../house';
import { approvalsOf } from '../introductions/facts';
import { notEnded } from '../pairings/running';
import { openWish } from '../wishes/rows';

/** A young person who has nobody yet, as the desk matches them. */
export interface Seeker {
	id: string;
	firstName: string;
	/** Since when they have waited: since they said yes, or since they came. */
	since: Instant;
	wish: KeptWish | undefined;
	/** Mentors they declined, or who are kept from them. */
	notThese: ReadonlySet<string>;
}

/** A mentor at the desk. */
export interface DeskMentor extends MentorPlace {
	firstName: string;
	standing: Standing;
	card: MentorCard | null;
}

/** Everything that matching in one programme looks at, read once. */
export interface Gathered {
	programmeId: string;
	today: Day;
	questions: WishQuestion[];
	needed: ApprovalKind[];
	seekers: Seeker[];
	mentors: DeskMentor[];
}

/** Reads a programme's young people without a mentor, longest waiting first, and its mentors. */
export async function gather(house: House, programmeId: string): Promise<Gathered | undefined> {
	const { read } = house.store;
	const [programme] = await read.select().from(programmes).where(eq(programmes.id, programmeId));
	if (!programme) return undefined;
	const [members, running, offers] = await Promise.all([
		membersOf(house, programmeId),
		read
			.select({ youngId: pairings.youngId, mentorId: pairings.mentorId })
			.from(pairings)
			.where(and(eq(pairings.programmeId, programmeId), notEnded())),
		read
			.select({
				youngId: introductions.youngId,
				mentorId: introductions.mentorId,
				state: introductions.state,
				answer: introductions.answer
			})
			.from(introductions)
			.where(eq(introductions.programmeId, programmeId))
	]);
	const today = dayOf(house.now(), programme.zone);
	const needed = programme.approvalsNeeded ?? USUALLY_NEEDED;
	const mentors = await deskMentors(house, programmeId, { members, running, offers, today, needed });
	const seekers = await seekersOf(house, programmeId, { members, running, offers });
	return { programmeId, today, questions: questionsOf(programme), needed, seekers, mentors };
}

type Member = Awaited<ReturnType<typeof membersOf>>[number];
interface Known {
	members: Member[];
	running: { youngId: string; mentorId: string }[];
	offers: { youngId: string; mentorId: string; state: string; answer: 'yes' | 'meet_first' | null }[];
}

async function membersOf({ store }: House, programmeId: string) {
	return store.read
		.select({
			id: people.id,
			firstName: people.firstName,
			role: memberships.role,
			since: memberships.createdAt
		})
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(memberships.programmeId, programmeId),
				inArray(memberships.role, ['young', 'mentor']),
				isNull(memberships.endedAt),
				isNull(people.disabledAt)
			)
		);
}

async function seekersOf(house: House, programmeId: string, { members, running, offers }: Known) {
	const { read } = house.store;
	const rows = await read.select().from(wishes).where(eq(wishes.programmeId, programmeId));
	const kept = await read.select().from(vetoes).where(eq(vetoes.programmeId, programmeId));
	const byYoung = new Map(rows.map((row) => [row.youngId, openWish(house, row)]));
	const paired = new Set(running.map(({ youngId }) => youngId));
	const apart = new Map<string, Set<string>>();
	const never = offers.filter(({ state }) => state === 'declined');
	for (const { youngId, mentorId } of [...kept, ...never])
		apart.set(youngId, (apart.get(youngId) ?? new Set()).add(mentorId));
	return members
		.filter(({ id, role }) => role === 'young' && !paired.has(id))
		.map(({ id, firstName, since }): Seeker => {
			const wish = byYoung.get(id);
			const asked = wish?.wanted === 'yes' ? wish.wantedAt : since;
			return { id, firstName, since: asked, wish, notThese: apart.get(id) ?? new Set() };
		})
		.sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1));
}

async function deskMentors(
	{ store }: House,
	programmeId: string,
	{ members, running, offers, today, needed }: Known & { today: Day; needed: ApprovalKind[] }
): Promise<DeskMentor[]> {
	const them = members.filter(({ role }) => role === 'mentor');
	const cards = await store.read.select().from(mentorCards).where(eq(mentorCards.programmeId, programmeId));
	const byMentor = new Map(cards.map((card) => [card.mentorId, card]));
	const records = await approvalsOf(
		store.read,
		programmeId,
		them.map(({ id }) => id)
	);
	return them.map(({ id, firstName }) => {
		const card = byMentor.get(id);
		const held = offers.filter(
			(one) => one.mentorId === id && holdsPlace(one as Parameters<typeof holdsPlace>[0])
		);
		return {
			id,
			firstName,
			card: card?.approved ?? null,
			places: card?.capacity ?? 0,
			taken: running.filter(({ mentorId }) => mentorId === id).length + held.length,
			standing: standing(
				records.filter(({ mentorId }) => mentorId === id),
				needed,
				today
			),
			lastIntroducedAt: card?.introducedAt ?? null
		};
	});
}
