import { ASH } from '../../src/lib/cast/cast';
import { PAIRINGS } from '../../src/lib/cast/history';
import { personOf, VISITORS, type Town, type Visitor } from './visitors';

/** Who a door opens to. For everybody else it stays shut, and says no more than that there is nothing there. */
export interface Row {
	opensTo: readonly Visitor[];
	/** Where the door stands when its address names something: always something of Ash’s. */
	path?: (town: Town) => Promise<string> | string;
	body?: (visitor: Visitor) => unknown;
	/** Exists in the demo only. */
	demo?: boolean;
	/** The same page for everyone, cached on phones. */
	nothingPersonal?: boolean;
}

const anyone: Row = { opensTo: VISITORS };
const shell: Row = { opensTo: VISITORS, nothingPersonal: true };
const signedIn: Row = { opensTo: VISITORS.filter((visitor) => visitor !== 'nobody') };

const coordinators = ['coordinator', 'elsewhere-coordinator'] as const;
/** The desk itself: whoever holds the role anywhere sees their own programmes there. */
const desk: Row = { opensTo: ['safeguarding', ...coordinators] };
const coordinatorsOnly: Row = { opensTo: coordinators };
/** Something of Ash’s at the desk: the desk of another programme finds nothing there. */
const about = (path: string): Row => ({ opensTo: ['safeguarding', 'coordinator'], path: () => path });
const changing = (path: string): Row => ({ opensTo: ['coordinator'], path: () => path });

const ash = `/coordinator/people/${ASH.id}`;
const pairing = `/coordinator/pairings/${PAIRINGS.ashAndSam}`;

export const TABLE: Record<string, Row> = {
	'GET /': anyone,
	'GET /shell': shell,
	'GET /start': shell,
	'GET /help': shell,
	'GET /private': shell,
	'GET /times-tables': shell,
	'GET /demo': { ...anyone, demo: true },
	'GET /demo/[key]': { ...anyone, demo: true, path: () => '/demo/young' },
	'GET /api/health': anyone,
	'GET /api/session': signedIn,
	'DELETE /api/session': anyone,
	'GET /api/devices': signedIn,
	'DELETE /api/devices/[id]': {
		opensTo: ['young'],
		path: async (town) => `/api/devices/${await town.sessionOf('young')}`
	},
	'GET /api/live': signedIn,
	'GET /api/sync': signedIn,
	'POST /api/outbox': {
		...signedIn,
		body: (visitor) => ({ person: personOf(visitor) ?? 'nobody-at-all', entries: [{}] })
	},
	'GET /coordinator': desk,
	'GET /coordinator/people/[person]': about(ash),
	'GET /coordinator/pairings/[pairing]': about(pairing)
};
void coordinatorsOnly;
void changing;
