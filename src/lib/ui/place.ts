/** The five places of the phone app, always in this order. Each has one soft colour. */
export const PLACES = ['home', 'talk', 'goals', 'out', 'you'] as const;
export type Place = (typeof PLACES)[number];
