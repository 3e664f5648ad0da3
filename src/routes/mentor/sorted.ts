import type { Reply } from '$lib/device/replies';

export interface Sorted {
	/** They wait, and nothing is on its way to them. */
	needing: Reply[];
	/** Answered, but the answer has not reached them. */
	going: Reply[];
	answered: Reply[];
}

/** Who needs a reply, who has one coming, and everybody else; each in the order given. */
export function sorted(replies: readonly Reply[]): Sorted {
	const isGoing = ({ answering }: Reply) => answering !== undefined && answering.is !== 'refused';
	const waiting = replies.filter((reply) => reply.waiting.length > 0);
	return {
		needing: waiting.filter((reply) => !isGoing(reply)),
		going: waiting.filter(isGoing),
		answered: replies.filter((reply) => reply.waiting.length === 0)
	};
}
