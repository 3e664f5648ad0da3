import { and, eq, inArray, isNull } from 'drizzle-orm';
import { dayOf, type Day, type Instant } from '$lib/domain/clock/zones';
import { holdsPlace } from '$lib/domain/introductions/introduction';
import { standing, USUALLY_NEEDED, type ApprovalKind, type Standing } from '$lib/domain/mentors/approvals';
import type { MentorCard } from '$lib/domain/mentors/card';
import type { CardState } from '$lib/domain/mentors/kept-card';
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
	/** How their card stands; null when they have written none. */
	cardState: CardState | null;
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
	const known = await knownOf(house, programmeId);
	if (!known) return undefined;
	const { mentors, today, needed, questions } = await mentorsFrom(house, known);
	return { programmeId, today, questions, needed, seekers: await seekersOf(house, known), mentors };
}

/** A programme's mentors alone, as the desk matches them; no wish is opened for it. */
export async function gatherMentors(house: House, programmeId: string) {
	const known = await knownOf(house, programmeId);
	return known && mentorsFrom(house, known);
}

/** One young person as the desk matches them, whether or not they have a mentor; undefined when they are none there. */
export async function gatherOne(house: House, programmeId: string, youngId: string) {
	const known = await knownOf(house, programmeId);
	if (!known) return undefined;
	const [seeker] = await seekersOf(house, known, youngId);
	return seeker && { seeker, running: known.running, ...(await mentorsFrom(house, known)) };
}

async function knownOf(house: House, programmeId: string) {
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
	return { programme, members, running, offers };
}

async function mentorsFrom(house: House, known: Known) {
	const { programme } = known;
	const today = dayOf(house.now(), programme.zone);
	const needed = programme.approvalsNeeded ?? USUALLY_NEEDED;
	const mentors = await deskMentors(house, { ...known, today, needed });
	return { mentors, today, needed, questions: questionsOf(programme), zone: programme.zone };
}

type Known = NonNullable<Awaited<ReturnType<typeof knownOf>>>;

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

/** @param only one young person, or everybody without a mentor */
async function seekersOf(house: House, { programme, members, running, offers }: Known, only?: string) {
	const { read } = house.store;
	const theirs = <T extends typeof wishes | typeof vetoes>(from: T) =>
		and(eq(from.programmeId, programme.id), only === undefined ? undefined : eq(from.youngId, only));
	const rows = await read.select().from(wishes).where(theirs(wishes));
	const kept = await read.select().from(vetoes).where(theirs(vetoes));
	const byYoung = new Map(rows.map((row) => [row.youngId, openWish(house, row)]));
	const paired = new Set(running.map(({ youngId }) => youngId));
	const apart = new Map<string, Set<string>>();
	const never = offers.filter(({ state }) => state === 'declined');
	for (const { youngId, mentorId } of [...kept, ...never])
		apart.set(youngId, (apart.get(youngId) ?? new Set()).add(mentorId));
	return members
		.filter(({ id, role }) => role === 'young' && (only === undefined ? !paired.has(id) : id === only))
		.map(({ id, firstName, since }): Seeker => {
			const wish = byYoung.get(id);
			const asked = wish?.wanted === 'yes' ? wish.wantedAt : since;
			return { id, firstName, since: asked, wish, notThese: apart.get(id) ?? new Set() };
		})
		.sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1));
}

async function deskMentors(
	{ store }: House,
	{ programme, members, running, offers, today, needed }: Known & { today: Day; needed: ApprovalKind[] }
): Promise<DeskMentor[]> {
	const programmeId = programme.id;
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
			cardState: card?.state ?? null,
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
