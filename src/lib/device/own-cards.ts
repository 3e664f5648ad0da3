import type { Reason } from '../domain/entries/verdict';
import type { MentorCard } from '../domain/mentors/card';
import type { KeptCard } from '../domain/mentors/kept-card';
import type { Programme } from '../domain/programmes/programme';
import type { PersonDatabase } from './database';
import type { Pending } from './outbox/pending';

/**
 * Where a mentor's card stands. `none` was never sent; `here` has not left this phone; `waits` for a coordinator;
 * `changed` waits too, and young people see the one that was approved before.
 */
export type CardStanding =
	| { is: 'none' | 'here' | 'waits' | 'approved' | 'changed' }
	| { is: 'returned'; why: string }
	| { is: 'refused'; why: Reason; id: string };

/** A mentor's card in one programme, the newest words of it wherever they are kept just now. */
export interface OwnCard {
	programme: Programme;
	standing: CardStanding;
	written: { card: MentorCard; capacity: number } | undefined;
	/** What young people are shown meanwhile. */
	approved: MentorCard | null;
}

/**
 * The cards of a mentor, one a programme, what has not left yet laid over what came by sync.
 * @param programmeIds the programmes in which they are a mentor
 * @param pending a promise, so that all databases are asked before anything is opened
 */
export async function ownCards(
	rows: PersonDatabase,
	programmeIds: readonly string[],
	pending: Promise<Pending[]>
): Promise<OwnCard[]> {
	const [programmes, kept, waiting] = await Promise.all([
		rows.programmes.bulkGet([...programmeIds]),
		rows.mentorCards.toArray(),
		pending
	]);
	return programmes
		.filter((programme) => programme !== undefined)
		.map((programme) => {
			const card = kept.find(({ programmeId }) => programmeId === programme.id);
			const newest = waiting.findLast(
				(one) => one.kind === 'mentor-card' && one.body.programmeId === programme.id
			);
			return cardNow(programme, card, newest);
		});
}

function cardNow(programme: Programme, kept: KeptCard | undefined, unsent: Pending | undefined): OwnCard {
	const approved = kept?.approved ?? null;
	if (unsent?.kind !== 'mentor-card' || isOlder(unsent, kept))
		return { programme, approved, written: kept, standing: kept ? standingOf(kept) : { is: 'none' } };
	const { outcome, body, id } = unsent;
	if (outcome?.is === 'refused')
		return { programme, approved, written: body, standing: { is: 'refused', why: outcome.why, id } };
	return { programme, approved, written: body, standing: { is: outcome ? 'waits' : 'here' } };
}

/** Another phone of theirs has sent a newer one since. */
const isOlder = ({ writtenAt }: Pending, kept: KeptCard | undefined) =>
	kept !== undefined && kept.writtenAt > writtenAt;

function standingOf({ state, approved, returnedWhy }: KeptCard): CardStanding {
	if (state === 'approved') return { is: 'approved' };
	if (state === 'returned') return { is: 'returned', why: returnedWhy };
	return { is: approved ? 'changed' : 'waits' };
}
