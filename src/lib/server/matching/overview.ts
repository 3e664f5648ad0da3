import { setImmediate as letOthersGo } from 'node:timers/promises';
import type { House } from '../house';
import { proposing, type Proposal, type Waiting } from '$lib/domain/wishes/assign';
import { rank, type Candidate } from '$lib/domain/wishes/rank';
import { mustsNobodyMeets, wishedWithNobodyLeft, type Sought } from '$lib/domain/wishes/recruit';
import { gather, type Gathered, type Seeker } from './gathered';

/** How long one piece of the matching goes on before other requests are let in. Milliseconds. */
const SLICE = 8;

/** What the desk sees of everyone who waits. */
export interface Overview extends Gathered {
	/** Who wants somebody now; the others said "not now", or nothing yet, and nobody chases them. */
	waiting: Seeker[];
	proposal: Proposal;
	/** What to recruit for: counts, never names. */
	recruit: { musts: Sought[]; nobodyLeft: Sought[] };
}

/** @returns undefined when there is no such programme */
export async function overview(house: House, programmeId: string): Promise<Overview | undefined> {
	const gathered = await gather(house, programmeId);
	if (!gathered) return undefined;
	const { questions, mentors, seekers } = gathered;
	const waiting = seekers.filter(({ wish }) => wish?.wanted === 'yes');
	const asked = waiting.map(asWaiting);
	const proposal = await inSlices(proposing(asked, mentors, questions));
	const recruit = {
		musts: mustsNobodyMeets(asked, mentors, questions),
		nobodyLeft: wishedWithNobodyLeft(asked, mentors, questions)
	};
	return { ...gathered, waiting, proposal, recruit };
}

/** Every mentor beside one young person's wish, with the reasons. */
export function candidatesFor(
	{ mentors, questions }: Pick<Gathered, 'mentors' | 'questions'>,
	seeker: Seeker
): { fit: Candidate[]; out: Candidate[] } {
	return rank(asWaiting(seeker), mentors, questions);
}

const asWaiting = ({ id, since, wish, notThese }: Seeker): Waiting => ({
	...{ id, since, notThese },
	answers: wish?.answers ?? {}
});

/** Runs work that pauses by itself, letting other requests in whenever it has gone on for a slice. */
async function inSlices<R>(steps: Generator<void, R>): Promise<R> {
	let since = performance.now();
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (performance.now() - since < SLICE) continue;
		await letOthersGo();
		since = performance.now();
	}
}
