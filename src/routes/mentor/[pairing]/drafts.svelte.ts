/**
 * What is being written to each young person, by pairing, wherever in the app one goes meanwhile.
 * In memory only: leaving leaves nothing of it.
 */
export const drafts = $state<Record<string, string>>({});
