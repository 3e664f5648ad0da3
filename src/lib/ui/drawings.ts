import type { Place } from './place';

/** A drawing in the one-corner shapes: what stands behind, and what stands in front. */
interface Drawing {
	place: Place;
	plain: string;
	strong: string;
}

/** What a mentor who shows no photo can be drawn as. Things, never a stock face. */
export const DRAWINGS: Readonly<Record<string, Drawing>> = {
	sun: {
		place: 'home',
		plain: 'M48 26a22 22 0 1 1 0 44H30a4 4 0 0 1-4-4V48a22 22 0 0 1 22-22Z',
		strong: 'M45 8h6v10h-6zM45 78h6v10h-6zM8 45h10v6H8zM78 45h10v6H78zM70 22l7-7 4 4-7 7zM70 74l4-4 7 7-4 4z'
	},
	kite: {
		place: 'you',
		plain: 'M50 10a26 26 0 0 1 26 26v4L38 66a4 4 0 0 1-6-4V28a18 18 0 0 1 18-18Z',
		strong: 'M36 66l4 2c-2 8-12 8-14 18h-5c1-12 12-12 15-20ZM24 74l10 6-3 5-10-6z'
	},
	leaf: {
		place: 'goals',
		plain: 'M24 72V46a32 32 0 0 1 32-32h16a6 6 0 0 1 6 6v14a38 38 0 0 1-38 38Z',
		strong: 'M16 84c6-22 20-38 44-52l3 4C42 50 28 64 22 86Z'
	},
	boat: {
		place: 'out',
		plain: 'M50 10a34 34 0 0 1 28 40v6H50ZM44 22v34H20a4 4 0 0 1-3-6Z',
		strong: 'M12 62h72a4 4 0 0 1 4 5 26 26 0 0 1-24 17H30a4 4 0 0 1-3-1Z'
	},
	hill: {
		place: 'goals',
		plain: 'M4 84V72a26 26 0 0 1 52 0v12Z',
		strong:
			'M40 84V62a26 26 0 0 1 52 0v18a4 4 0 0 1-4 4ZM66 12a9 9 0 1 1 0 18h-7a2 2 0 0 1-2-2v-7a9 9 0 0 1 9-9Z'
	},
	star: {
		place: 'talk',
		plain: 'M48 12c4 20 12 30 36 36-24 6-32 16-36 36-4-20-12-30-36-36 24-6 32-16 36-36Z',
		strong:
			'M76 12a8 8 0 1 1 0 16h-6a2 2 0 0 1-2-2v-6a8 8 0 0 1 8-8ZM20 68a6 6 0 1 1 0 12h-4a2 2 0 0 1-2-2v-4a6 6 0 0 1 6-6Z'
	},
	cup: {
		place: 'you',
		plain:
			'M18 38h48v22a22 22 0 0 1-22 22H22a4 4 0 0 1-4-4ZM66 44h6a12 12 0 0 1 0 24h-7l2-7h5a5 5 0 0 0 0-10h-6Z',
		strong: 'M30 14c6 6-4 10 2 18h-5c-5-8 4-12-1-18ZM48 14c6 6-4 10 2 18h-5c-5-8 4-12-1-18Z'
	},
	owl: {
		place: 'home',
		plain: 'M48 14a32 32 0 0 1 32 32v20a18 18 0 0 1-18 18H20a4 4 0 0 1-4-4V46a32 32 0 0 1 32-32Z',
		strong:
			'M34 34a10 10 0 1 1 0 20h-8a2 2 0 0 1-2-2v-8a10 10 0 0 1 10-10ZM62 34a10 10 0 1 1 0 20h-8a2 2 0 0 1-2-2v-8a10 10 0 0 1 10-10ZM44 58h8l-4 9Z'
	}
};

/** The names of all drawings, in the order in which they are offered. */
export const DRAWN = Object.keys(DRAWINGS);
