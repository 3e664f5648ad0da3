import type { KeptAbout } from '../about/about';
import type { CheckIn } from '../check-ins/check-in';
import type { Instant } from '../clock/zones';
import type { Circle, CircleMember } from '../circles/circle';
import type { Afterwards, Ending, Goodbye, KeepsakePick, LookIns } from '../endings/ending';
import type { Asking, Introduction } from '../introductions/introduction';
import type { Goal, GoalChange, GoalMark, GoalNote, GoalPromise, GoalStep } from '../goals/goal';
import type { LookBack } from '../look-backs/look-back';
import type { HowItWas, Idea, MeetingNote, MeetingRecord, Move } from '../meetings/meeting';
import type { Series } from '../meetings/series';
import type { KeptCard } from '../mentors/kept-card';
import type { Message } from '../messages/message';
import type { Seen } from '../messages/seen';
import type { Gathering, GatheringAnswer, TrustedPerson } from '../network/network';
import type { Agreement } from '../pairings/agreement';
import type { Away } from '../pairings/away';
import type { Pairing } from '../pairings/pairing';
import type { Parting } from '../pairings/parting';
import type { StageStart } from '../pairings/path';
import type { KeptPlan } from '../programmes/plan';
import type { Programme } from '../programmes/programme';
import type { SafetyPlan, SharedSafetyPlan } from '../safety-plans/safety-plan';
import type { KeptChoices, Notice } from '../telling/notice';
import type { Look } from '../visibility/look';
import type { KeptWish } from '../wishes/kept';

/** Every kind of row that a phone keeps. Each belongs to exactly one space. */
export interface SyncedRows {
	programmes: Programme[];
	pairings: Pairing[];
	agreements: (Agreement & { spaceId: string; coverName: string | null })[];
	series: Series[];
	meetings: MeetingRecord[];
	moves: Move[];
	ideas: Idea[];
	meetingNotes: MeetingNote[];
	hows: HowItWas[];
	aways: Away[];
	checkIns: CheckIn[];
	messages: Message[];
	seen: Seen[];
	looks: Look[];
	wishes: KeptWish[];
	abouts: KeptAbout[];
	introductions: Introduction[];
	mentorCards: KeptCard[];
	askings: Asking[];
	partings: Parting[];
	notices: Notice[];
	tellChoices: KeptChoices[];
	goals: Goal[];
	goalSteps: GoalStep[];
	goalMarks: GoalMark[];
	goalPromises: GoalPromise[];
	goalNotes: GoalNote[];
	goalChanges: GoalChange[];
	plans: KeptPlan[];
	stageStarts: StageStart[];
	lookBacks: LookBack[];
	endings: Ending[];
	goodbyes: Goodbye[];
	afterwards: Afterwards[];
	lookIns: LookIns[];
	keepsakePicks: KeepsakePick[];
	trustedPeople: TrustedPerson[];
	gatherings: Gathering[];
	gatheringAnswers: GatheringAnswer[];
	circles: Circle[];
	circleMembers: CircleMember[];
	safetyPlans: SafetyPlan[];
	sharedSafetyPlans: SharedSafetyPlan[];
}

export const SYNCED_TABLES = [
	'programmes',
	'pairings',
	'agreements',
	'series',
	'meetings',
	'moves',
	'ideas',
	'meetingNotes',
	'hows',
	'aways',
	'checkIns',
	'messages',
	'seen',
	'looks',
	'wishes',
	'abouts',
	'introductions',
	'mentorCards',
	'askings',
	'partings',
	'notices',
	'tellChoices',
	'goals',
	'goalSteps',
	'goalMarks',
	'goalPromises',
	'goalNotes',
	'goalChanges',
	'plans',
	'stageStarts',
	'lookBacks',
	'endings',
	'goodbyes',
	'afterwards',
	'lookIns',
	'keepsakePicks',
	'trustedPeople',
	'gatherings',
	'gatheringAnswers',
	'circles',
	'circleMembers',
	'safetyPlans',
	'sharedSafetyPlans'
] as const satisfies readonly (keyof SyncedRows)[];

/** How far a phone has read in each of its spaces: space id to revision. */
export type Cursors = Record<string, number>;

/** The most messages, check-ins and looks that one answer carries to a phone that asks on for more. */
export const MOST_AT_ONCE = 500;

/** What a phone gets back: the spaces it reaches now, those it has lost, and what changed since its cursors. */
export interface SyncAnswer {
	now: Instant;
	/** How far this answer brings each space: the next cursors. */
	spaces: Cursors;
	gone: string[];
	rows: Partial<SyncedRows>;
	/** There is more already: ask on with the new cursors. */
	more?: true;
}

/** Who a phone belongs to, as `GET /api/session` says. */
export interface SessionAnswer {
	person: { id: string; firstName: string };
	sessionId: string;
	memberships: { programmeId: string; role: import('../people/roles').Role }[];
	programmes: { id: string; appName: string }[];
	/** Opens and seals this person's unsent entries on this phone; base64url, 32 bytes. */
	outboxKey: string;
	now: Instant;
}
