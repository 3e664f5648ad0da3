import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Instant } from '../domain/clock/zones';
import type { Outcome } from '../domain/entries/entry';
import type { SessionAnswer, SyncedRows } from '../domain/entries/synced';
import type { Sealed } from './outbox/sealing';

/** Who this phone belongs to just now. The key can be used here and never read out. */
export interface Identity extends Omit<SessionAnswer, 'outboxKey' | 'now'> {
	key: CryptoKey;
}

/** Something unsent, unreadable without its author's key. Nothing about its content stands beside it. */
export interface SealedEntry extends Sealed {
	/** The order of writing on this phone. */
	order: number;
	/** `acknowledged` is safe on the server and stays on screen until a sync brings its row. */
	state: 'waiting' | 'sending' | 'acknowledged' | 'refused';
	writtenAt: Instant;
	/** Until then its author can take it back. */
	leavesAt: Instant;
	outcome?: Outcome;
}

/** Something half-written, as unreadable. Its id says which box it stood in. */
export type SealedDraft = Sealed;

type Kept =
	| { name: 'identity'; value: Identity }
	/** Someone left while the server could not be told. Nobody uses the phone apps until it has been. */
	| { name: 'leaving'; value: { person: string; session: string } }
	/** How far the server's clock is ahead of this phone's, in milliseconds. */
	| { name: 'ahead'; value: number }
	/** When each person last said "not now" to being woken on this phone, by their id. */
	| { name: 'not_woken'; value: Record<string, Instant> }
	/** When the server last answered for whoever is here, by its clock. */
	| { name: 'heard'; value: Instant };

/** What stays on the phone whoever uses it: sealed entries and drafts, and who is signed in. */
export class DeviceDatabase extends Dexie {
	declare kept: Table<Kept, string>;
	declare outbox: EntityTable<SealedEntry, 'order'>;
	declare drafts: Table<SealedDraft, [person: string, id: string]>;

	constructor() {
		super('corner');
		this.version(1).stores({ kept: 'name', outbox: '++order, &id, person' });
		this.version(2).stores({ drafts: '[person+id]' });
	}
}

/** One line a space: how far this phone has read. */
interface Cursor {
	spaceId: string;
	revision: number;
}

type RowTables = { [Name in keyof SyncedRows]: EntityTable<SyncedRows[Name][number], 'id'> };

/** What the name of each person's database begins with. */
export const ROWS_OF = 'corner-';

/** What one person can read on this phone. Deleted whole when they leave. */
export class PersonDatabase extends Dexie implements RowTables {
	declare programmes: RowTables['programmes'];
	declare pairings: RowTables['pairings'];
	declare agreements: RowTables['agreements'];
	declare series: RowTables['series'];
	declare meetings: RowTables['meetings'];
	declare moves: RowTables['moves'];
	declare ideas: RowTables['ideas'];
	declare meetingNotes: RowTables['meetingNotes'];
	declare hows: RowTables['hows'];
	declare aways: RowTables['aways'];
	declare checkIns: RowTables['checkIns'];
	declare messages: RowTables['messages'];
	declare seen: RowTables['seen'];
	declare looks: RowTables['looks'];
	declare wishes: RowTables['wishes'];
	declare abouts: RowTables['abouts'];
	declare introductions: RowTables['introductions'];
	declare mentorCards: RowTables['mentorCards'];
	declare askings: RowTables['askings'];
	declare partings: RowTables['partings'];
	declare notices: RowTables['notices'];
	declare tellChoices: RowTables['tellChoices'];
	declare goals: RowTables['goals'];
	declare goalSteps: RowTables['goalSteps'];
	declare goalMarks: RowTables['goalMarks'];
	declare goalPromises: RowTables['goalPromises'];
	declare goalNotes: RowTables['goalNotes'];
	declare goalChanges: RowTables['goalChanges'];
	declare plans: RowTables['plans'];
	declare stageStarts: RowTables['stageStarts'];
	declare lookBacks: RowTables['lookBacks'];
	declare endings: RowTables['endings'];
	declare goodbyes: RowTables['goodbyes'];
	declare afterwards: RowTables['afterwards'];
	declare lookIns: RowTables['lookIns'];
	declare keepsakePicks: RowTables['keepsakePicks'];
	declare trustedPeople: RowTables['trustedPeople'];
	declare gatherings: RowTables['gatherings'];
	declare gatheringAnswers: RowTables['gatheringAnswers'];
	declare circles: RowTables['circles'];
	declare circleMembers: RowTables['circleMembers'];
	declare safetyPlans: RowTables['safetyPlans'];
	declare sharedSafetyPlans: RowTables['sharedSafetyPlans'];
	declare cursors: EntityTable<Cursor, 'spaceId'>;

	constructor(readonly personId: string) {
		super(`${ROWS_OF}${personId}`);
		this.version(1).stores({
			programmes: 'id, spaceId',
			pairings: 'id, spaceId',
			agreements: 'id, spaceId, pairingId',
			series: 'id, spaceId, pairingId',
			meetings: 'id, spaceId, pairingId',
			moves: 'id, spaceId, pairingId',
			ideas: 'id, spaceId, pairingId',
			meetingNotes: 'id, spaceId, pairingId',
			hows: 'id, spaceId, pairingId',
			aways: 'id, spaceId, pairingId',
			checkIns: 'id, spaceId, [pairingId+receivedAt]',
			messages: 'id, spaceId, [pairingId+sentAt]',
			seen: 'id, spaceId',
			looks: 'id, spaceId, at',
			wishes: 'id, spaceId',
			abouts: 'id, spaceId',
			introductions: 'id, spaceId',
			mentorCards: 'id, spaceId',
			askings: 'id, spaceId',
			partings: 'id, spaceId, pairingId',
			cursors: 'spaceId'
		});
		this.version(2).stores({
			notices: 'id, spaceId, at',
			tellChoices: 'id, spaceId',
			goals: 'id, spaceId, pairingId',
			goalSteps: 'id, spaceId, goalId',
			goalMarks: 'id, spaceId, goalId',
			goalPromises: 'id, spaceId, goalId',
			goalNotes: 'id, spaceId, goalId',
			goalChanges: 'id, spaceId, goalId'
		});
		this.version(3).stores({
			plans: 'id, spaceId',
			stageStarts: 'id, spaceId, pairingId',
			lookBacks: 'id, spaceId, pairingId',
			endings: 'id, spaceId, pairingId',
			goodbyes: 'id, spaceId, pairingId',
			afterwards: 'id, spaceId, pairingId',
			lookIns: 'id, spaceId, pairingId',
			keepsakePicks: 'id, spaceId, pairingId',
			trustedPeople: 'id, spaceId, pairingId',
			gatherings: 'id, spaceId, pairingId',
			gatheringAnswers: 'id, spaceId, gatheringId',
			circles: 'id, spaceId',
			circleMembers: 'id, spaceId, circleId',
			safetyPlans: 'id, spaceId',
			sharedSafetyPlans: 'id, spaceId'
		});
	}
}
