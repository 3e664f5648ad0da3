/** Whether the last day is known from the first: `flexible` says about when, `open` that there is none. */
export const ENDING_KINDS = ['planned', 'flexible', 'open'] as const;
export type EndingKind = (typeof ENDING_KINDS)[number];
