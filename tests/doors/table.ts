import { ASH, PROGRAMME, SAM } from '../../src/lib/cast/cast';
import { PAIRINGS } from '../../src/lib/cast/history';
import { DEAD, OVER, PARTING, personOf, VISITORS, type Town, type Visitor } from './visitors';

/** Who a door opens to. For everybody else it stays shut, and says no more than that there is nothing there. */
export interface Row {
	opensTo: readonly Visitor[];
	/** Where the door stands when its address names something: always something of Ash’s. */
	path?: (town: Town) => Promise<string> | string;
	body?: (visitor: Visitor) => unknown;
	/** What a form sends. */
	form?: Record<string, string>;
	/** Opens only with a secret in its address, which nobody here has: who one is makes no difference. */
	secret?: boolean;
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
const changing = (path: string, form: Record<string, string> = {}): Row => ({
	opensTo: ['coordinator'],
	path: () => path,
	form: { programmeId: PROGRAMME.id, ...form }
});

/** Something that only whoever runs the programme finds: wishes are not for the safeguarding lead. */
const runners = (path: string): Row => ({ opensTo: ['coordinator'], path: () => path });

const mentors: Row = { opensTo: ['mentor', 'other-mentor', 'cover-mentor', 'elsewhere-mentor'] };

/** This server sends no e-mail, so nobody finds anything there; tests/server/mail has one that does. */
const noMail: Row = { opensTo: [] };

const studio: Row = { opensTo: ['group', 'facilitator'] };

const ash = `/coordinator/people/${ASH.id}`;
const ashsWish = `/coordinator/matching/${ASH.id}`;
const sam = `/coordinator/mentors/${SAM.id}`;
const NOTHING = '00000000-0000-7000-8000-000000000000';
/** The demo has no small group; tests/server/circles has one, and who finds it. */
const noCircle: Row = { opensTo: [], path: () => `/coordinator/circles/${NOTHING}` };
const changingNoCircle: Row = { ...noCircle, form: { personId: NOTHING } };
const matching = {
	offer: { id: NOTHING, youngId: ASH.id, mentorId: SAM.id },
	meet: { introductionId: NOTHING, on: '2026-01-01', at: '16:00', place: 'The café' }
};
const pairing = `/coordinator/pairings/${PAIRINGS.ashAndSam}`;
const ending = `${pairing}/ending`;

/** A door whose address holds a secret: with a wrong one, everybody finds nothing there. */
const withASecret = (path: string, body?: Row['body']): Row => ({
	opensTo: [],
	secret: true,
	path: () => path,
	...(body ? { body } : {})
});
const slip = { slip: 'not-a-slip-of-ours-at-all-00000000' };
const invitation = `/invitation/${slip.slip}`;

const phonePages = [
	'/young',
	'/young/ending',
	'/young/goals',
	'/young/goals/again',
	'/young/goals/new',
	'/young/path',
	'/young/help',
	'/young/keepsake',
	'/young/meet',
	'/young/meetings',
	'/young/messages',
	'/young/out-and-about',
	'/young/wish',
	'/young/wish/go-on',
	'/young/wish/in-mind',
	'/young/wish/tell-me-more',
	'/young/you',
	'/young/you/about',
	'/young/you/agreement',
	'/young/you/change',
	'/young/you/devices',
	'/young/you/group',
	'/young/you/install',
	'/young/you/leaving',
	'/young/you/looks',
	'/young/you/notifications',
	'/young/you/nobody-answers',
	'/young/you/people',
	'/young/you/private',
	'/young/you/safety',
	'/young/you/told',
	'/mentor',
	'/mentor/help',
	'/mentor/hours',
	'/mentor/meetings',
	'/mentor/you',
	'/mentor/you/away',
	'/mentor/you/calendar',
	'/mentor/you/card',
	'/mentor/you/devices',
	'/mentor/you/install',
	'/mentor/you/leaving',
	'/mentor/you/notifications',
	'/mentor/you/private',
	'/mentor/you/told'
];

export const TABLE: Record<string, Row> = {
	...Object.fromEntries(phonePages.map((path) => [`GET ${path}`, shell])),
	'GET /mentor/[pairing]': { ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}` },
	'GET /mentor/[pairing]/agreement': { ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/agreement` },
	'GET /mentor/[pairing]/ending': { ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/ending` },
	'GET /mentor/[pairing]/network': { ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/network` },
	'GET /mentor/circles/[circle]': { ...shell, path: () => '/mentor/circles/any-circle' },
	'GET /mentor/[pairing]/goals': { ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/goals` },
	'GET /mentor/[pairing]/goals/new': { ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/goals/new` },
	'GET /mentor/[pairing]/goals/[goal]': {
		...{ ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/goals/any-goal` }
	},
	'GET /young/keepsake/[pairing]': { ...shell, path: () => `/young/keepsake/${PAIRINGS.ashAndSam}` },
	'GET /young/keepsake/[pairing]/[part]': {
		...{ ...shell, path: () => `/young/keepsake/${PAIRINGS.ashAndSam}/goals` }
	},
	'GET /mentor/[pairing]/path': { ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/path` },
	'GET /mentor/[pairing]/path/[which]': {
		...{ ...shell, path: () => `/mentor/${PAIRINGS.ashAndSam}/path/half_year_1` }
	},
	'GET /young/path/[which]': { ...shell, path: () => '/young/path/half_year_1' },
	'GET /young/goals/[goal]': { ...shell, path: () => '/young/goals/any-goal' },
	'GET /young/meetings/[meeting]': { ...shell, path: () => '/young/meetings/any-meeting' },
	'GET /mentor/meetings/[meeting]': { ...shell, path: () => '/mentor/meetings/any-meeting' },
	'GET /young/meet/[introduction]': { ...shell, path: () => '/young/meet/somebody-at-all' },
	'GET /young/wish/[question]': { ...shell, path: () => '/young/wish/age' },
	'GET /mentor/asked/[asking]': { ...shell, path: () => '/mentor/asked/somebody' },
	'GET /shell': shell,
	'GET /start': shell,
	'GET /help': shell,
	'GET /private': shell,
	'GET /times-tables': shell,

	'GET /': anyone,
	'GET /sign-in': anyone,
	'POST /sign-in ?/default': anyone,
	'GET /invitation': anyone,
	'POST /invitation ?/default': anyone,
	'GET /invitation/[token]': withASecret(invitation),
	'GET /invitation/[token]/words': withASecret(`${invitation}/words`),
	'POST /invitation/[token]/words ?/other-name': withASecret(`${invitation}/words`),
	'POST /invitation/[token]/words ?/other-words': withASecret(`${invitation}/words`),
	'POST /invitation/[token]/words ?/pick': withASecret(`${invitation}/words`),
	'POST /invitation/[token]/words ?/keep': withASecret(`${invitation}/words`),
	'POST /invitation/[token]/words ?/join': withASecret(`${invitation}/words`),
	'GET /set-up/[token]': withASecret(`/set-up/${slip.slip}`),
	'GET /demo': { ...anyone, demo: true },
	'GET /demo/[key]': { ...anyone, demo: true, path: () => '/demo/young' },

	'GET /api/health': anyone,
	'POST /api/passkeys/join/ask': withASecret('/api/passkeys/join/ask', () => slip),
	'POST /api/passkeys/join/answer': { ...anyone, body: () => slip },
	'POST /api/passkeys/set-up/ask': { ...anyone, body: () => slip },
	'POST /api/passkeys/set-up/answer': { ...anyone, body: () => slip },
	'POST /api/passkeys/sign-in/ask': { ...anyone, body: () => ({}) },
	'POST /api/passkeys/sign-in/answer': { ...anyone, body: () => ({}) },
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
	'GET /api/push': signedIn,
	'POST /api/push': { ...signedIn, body: () => ({}) },
	'DELETE /api/push': signedIn,
	'DELETE /api/push/[id]': {
		opensTo: ['young'],
		path: async (town) => `/api/push/${await town.wokenDeviceOf('young')}`
	},
	'GET /api/mail': noMail,
	'POST /api/mail': { ...noMail, body: () => ({ address: 'somebody@example.org' }) },
	'DELETE /api/mail': noMail,
	'GET /mail/[secret]': withASecret(`/mail/${slip.slip}`),
	'POST /mail/[secret] ?/default': withASecret(`/mail/${slip.slip}`),
	'GET /mail/stop/[secret]': withASecret(`/mail/stop/${slip.slip}`),
	'POST /mail/stop/[secret] ?/default': withASecret(`/mail/stop/${slip.slip}`),
	'GET /api/calendar': mentors,
	'POST /api/calendar': mentors,
	'DELETE /api/calendar': mentors,
	'GET /api/calendar/[secret]': withASecret(`/api/calendar/${NOTHING}.${'A'.repeat(43)}.ics`),
	'GET /api/meetings/[meeting]/calendar': {
		opensTo: ['young', 'mentor'],
		path: async (town) => `/api/meetings/${await town.meetingOf(PAIRINGS.ashAndSam)}/calendar`
	},

	'GET /coordinator': desk,
	'POST /coordinator ?/settle': changing('/coordinator', { partingId: PARTING }),
	'GET /coordinator/agreements': coordinatorsOnly,
	'POST /coordinator/agreements ?/default': changing('/coordinator/agreements'),
	'GET /coordinator/notifications': desk,
	'POST /coordinator/notifications ?/choose': { ...desk, form: {} },
	'GET /coordinator/phones': coordinatorsOnly,
	'POST /coordinator/phones ?/default': changing('/coordinator/phones'),
	'GET /coordinator/help-lines': desk,
	'POST /coordinator/help-lines ?/checked': changing('/coordinator/help-lines', { lineId: 'childline' }),
	'GET /coordinator/not-done': coordinatorsOnly,
	'POST /coordinator/not-done ?/again': changing('/coordinator/not-done', { jobId: DEAD }),
	'GET /coordinator/people': desk,
	'GET /coordinator/people/new': coordinatorsOnly,
	'POST /coordinator/people/new ?/default': coordinatorsOnly,
	'GET /coordinator/people/[person]': about(ash),
	'POST /coordinator/people/[person] ?/slip': changing(ash),
	'POST /coordinator/people/[person] ?/takeBack': changing(ash, {
		invitationId: '00000000-0000-7000-8000-000000000000'
	}),
	'POST /coordinator/people/[person] ?/give': changing(ash, { role: 'group' }),
	'POST /coordinator/people/[person] ?/end': changing(ash, { role: 'group' }),
	'GET /coordinator/matching': coordinatorsOnly,
	'POST /coordinator/matching ?/offer': changing('/coordinator/matching', matching.offer),
	'POST /coordinator/matching ?/step': changing('/coordinator/matching', {
		introductionId: OVER,
		step: 'withdraw'
	}),
	'POST /coordinator/matching ?/meet': changing('/coordinator/matching', matching.meet),
	'GET /coordinator/matching/[young]': runners(ashsWish),
	'POST /coordinator/matching/[young] ?/offer': changing(ashsWish, matching.offer),
	'POST /coordinator/matching/[young] ?/step': changing(ashsWish, { introductionId: OVER, step: 'withdraw' }),
	'POST /coordinator/matching/[young] ?/meet': changing(ashsWish, matching.meet),
	'POST /coordinator/matching/[young] ?/apart': changing(ashsWish, { mentorId: SAM.id, apart: 'no' }),
	'GET /coordinator/mentors': coordinatorsOnly,
	'GET /coordinator/mentors/[mentor]': runners(sam),
	'POST /coordinator/mentors/[mentor] ?/approve': changing(sam, { read: '1' }),
	'POST /coordinator/mentors/[mentor] ?/giveBack': changing(sam, { read: '1', why: '' }),
	'POST /coordinator/mentors/[mentor] ?/approval': changing(sam, { kind: 'none' }),
	'POST /coordinator/mentors/[mentor] ?/takeBack': changing(sam, { approvalId: NOTHING }),
	'POST /coordinator/mentors/[mentor] ?/takeUp': changing(sam, { id: NOTHING, note: '', events: '' }),
	'GET /coordinator/questions': coordinatorsOnly,
	'POST /coordinator/questions ?/move': changing('/coordinator/questions', { key: 'age', to: 'earlier' }),
	'POST /coordinator/questions ?/switch': changing('/coordinator/questions', { key: 'age', on: 'yes' }),
	'POST /coordinator/questions ?/first': changing('/coordinator/questions'),
	'POST /coordinator/questions ?/needed': changing('/coordinator/questions'),
	'GET /coordinator/questions/new': coordinatorsOnly,
	'POST /coordinator/questions/new ?/default': changing('/coordinator/questions/new', { key: 'hands' }),
	'GET /coordinator/questions/[question]': { ...coordinatorsOnly, path: () => '/coordinator/questions/age' },
	'POST /coordinator/questions/[question] ?/default': changing('/coordinator/questions/age'),
	'GET /coordinator/meetings': coordinatorsOnly,
	'GET /coordinator/pairings': desk,
	'GET /coordinator/pairings/new': coordinatorsOnly,
	'POST /coordinator/pairings/new ?/default': coordinatorsOnly,
	'GET /coordinator/pairings/[pairing]': about(pairing),
	'POST /coordinator/pairings/[pairing] ?/hours': changing(pairing),
	'POST /coordinator/pairings/[pairing] ?/meeting': changing(pairing),
	'POST /coordinator/pairings/[pairing] ?/stop': changing(pairing),
	'POST /coordinator/pairings/[pairing] ?/end': changing(pairing),
	'POST /coordinator/pairings/[pairing] ?/cover': changing(pairing, { coverId: '' }),
	'POST /coordinator/pairings/[pairing] ?/says': changing(pairing),
	'POST /coordinator/pairings/[pairing] ?/stage': changing(pairing),
	'GET /coordinator/pairings/[pairing]/ending': about(ending),
	'POST /coordinator/pairings/[pairing]/ending ?/say': changing(ending),
	'POST /coordinator/pairings/[pairing]/ending ?/letter': changing(ending),
	'POST /coordinator/pairings/[pairing]/ending ?/next': changing(ending),
	'POST /coordinator/pairings/[pairing]/ending ?/away': changing(ending, { id: NOTHING }),
	'POST /coordinator/pairings/[pairing]/ending ?/graduation': changing(ending),
	'POST /coordinator/pairings/[pairing]/ending ?/noGraduation': changing(ending),
	'POST /coordinator/pairings/[pairing]/ending ?/now': changing(ending),
	'POST /coordinator/pairings/[pairing]/ending ?/looked': changing(ending, { on: '2026-01-01' }),
	'GET /coordinator/paths': desk,
	'GET /coordinator/paths/outcomes': coordinatorsOnly,
	'GET /coordinator/pairings/[pairing]/conversation': about(`${pairing}/conversation`),
	'POST /coordinator/pairings/[pairing]/conversation ?/default': about(`${pairing}/conversation`),

	'GET /coordinator/programmes': coordinatorsOnly,
	'GET /coordinator/programmes/new': coordinatorsOnly,
	'POST /coordinator/programmes/new ?/default': {
		...{
			...coordinatorsOnly,
			path: () => '/coordinator/programmes/new',
			form: { id: NOTHING, model: 'chance_uk' }
		}
	},
	'GET /coordinator/programmes/[programme]': runners(`/coordinator/programmes/${PROGRAMME.id}`),
	'GET /coordinator/programmes/[programme]/change': runners(`/coordinator/programmes/${PROGRAMME.id}/change`),
	'POST /coordinator/programmes/[programme]/change ?/default': changing(
		`/coordinator/programmes/${PROGRAMME.id}/change`,
		{ id: NOTHING }
	),
	'GET /coordinator/pairings/[pairing]/plan': runners(`${pairing}/plan`),
	'POST /coordinator/pairings/[pairing]/plan ?/default': changing(`${pairing}/plan`, { planId: 'demo-plan' }),
	'GET /coordinator/circles': desk,
	'GET /coordinator/circles/new': coordinatorsOnly,
	'POST /coordinator/circles/new ?/default': changing('/coordinator/circles/new'),
	'GET /coordinator/circles/[circle]': noCircle,
	'POST /coordinator/circles/[circle] ?/in': changingNoCircle,
	'POST /coordinator/circles/[circle] ?/out': changingNoCircle,
	'POST /coordinator/circles/[circle] ?/last': changingNoCircle,
	'POST /coordinator/circles/[circle] ?/end': changingNoCircle,

	'GET /group': studio,
	'GET /group/private': studio,
	'POST /sign-out': signedIn
};
