import type { Feeling, Hope } from '$lib/domain/check-ins/check-in';

/** What is being written, wherever in the app one goes meanwhile. In memory only: leaving leaves nothing of it. */
class Drafts {
	message = $state('');
	feeling = $state<Feeling>();
	line = $state('');
	hope = $state<Hope>('reply');

	/** Puts a check-in that was taken back where it came from. */
	putBack(checkIn: { feeling: Feeling; line: string; hope: Hope }): void {
		this.feeling = checkIn.feeling;
		this.line = checkIn.line;
		this.hope = checkIn.hope;
	}

	clearCheckIn(): void {
		this.feeling = undefined;
		this.line = '';
		this.hope = 'reply';
	}
}

export const drafts = new Drafts();
