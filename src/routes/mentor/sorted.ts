import type { Reply, StandIn } from '$lib/device/replies';

type Either = Reply | StandIn;

export interface Sorted {
	/** They wait, and nothing is on its way to them. */
	needing: Either[];
	/** Answered, but the answer has not reached them. */
	going: Either[];
	answered: Either[];
}

/** Who needs a reply, who has one coming, and everybody else; each in the order given. */
export function sorted(replies: readonly Either[]): Sorted {
	const isGoing = ({ answering }: Either) => answering !== undefined && answering.is !== 'refused';
	const waiting = replies.filter((reply) => reply.waiting.length > 0);
	return {
		needing: waiting.filter((reply) => !isGoing(reply)),
		going: waiting.filter(isGoing),
		answered: replies.filter((reply) => reply.waiting.length === 0)
	};
}
