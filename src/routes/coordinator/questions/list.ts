/** The list of a programme's questions, with what has just been done, at the one that it was done to. */
export function listOf(programmeId: string, done: string, at?: string): string {
	const asked = new URLSearchParams({ programme: programmeId, done });
	return `/coordinator/questions?${asked}${at ? `#${at}` : ''}`;
}
