import { addDays, dayOf, instantAt, weekdayOf, type Instant } from '$lib/domain/clock/zones';
import type { EntryBodies } from '$lib/domain/entries/kinds';
import type { AboutGoalKind } from '$lib/domain/goals/said';
import { ASH, JO, PROGRAMME, SAM } from './cast';
import type { Told } from './history';

const THURSDAY = 4;

/** Ash is half-way with a goal of each kind, and Sam late with one promise; Jo, who is near the end, has done theirs. */
export function goalsOf(pairings: { ashAndSam: string; joAndSam: string }, now: Instant): Told[] {
	const today = dayOf(now, PROGRAMME.zone);
	const thursday = addDays(today, (THURSDAY - weekdayOf(today) + 7) % 7);
	const ago = (days: number, time = '17:00') => instantAt(addDays(today, -days), time, PROGRAMME.zone);
	const ash = saying('ash', pairings.ashAndSam);
	const jo = saying('jo', pairings.joAndSam);
	return [
		...ash('walk', [
			goal(ASH.id, ago(40), 'handling', 'walk away when it kicks off', 'i lose it', 'i just walk'),
			step(ASH.id, ago(40, '17:05'), 'know what sets me off', ago(33)),
			step(ASH.id, ago(40, '17:06'), 'count to ten, even out loud', ago(12)),
			step(ASH.id, ago(40, '17:07'), 'go outside for five minutes'),
			mark(ASH.id, ago(40, '17:10'), 2, 'every day basically'),
			mark(ASH.id, ago(19), 5, 'did it once in maths'),
			mark(ASH.id, ago(5), 4, 'bad week'),
			promise(SAM.id, ago(6, '16:40'), 'Practise it with you', thursday),
			note(SAM.id, ago(4, '18:10'), 'A bad week takes nothing away. You still walked out of maths.')
		]),
		...ash('grandad', [
			goal(SAM.id, ago(30), 'learning', 'Finish a project about your grandad'),
			said(ASH.id, ago(29), 'goal-answer', { says: 'yes', words: 'finish my project about grandad' }),
			step(ASH.id, ago(28), 'ask nan for the photos', ago(21)),
			step(ASH.id, ago(28, '17:05'), 'write down three stories'),
			promise(SAM.id, ago(20, '16:30'), 'Ask the library for the quiet room', addDays(today, -5))
		]),
		...ash('climb', [
			goal(ASH.id, ago(24), 'fun', 'get up the big wall', 'feet on the floor', 'i ring the bell'),
			step(ASH.id, ago(24, '17:05'), 'go once and watch', ago(16)),
			step(ASH.id, ago(24, '17:06'), 'do the small wall'),
			promise(
				SAM.id,
				ago(23, '18:00'),
				'Come to the first session with you',
				addDays(today, -16),
				ago(16, '19:30')
			),
			mark(ASH.id, ago(16, '20:00'), 3)
		]),
		...jo('film', [
			goal(JO.id, ago(90), 'fun', 'make a film on my phone'),
			step(JO.id, ago(90, '17:05'), 'write what happens', ago(70)),
			step(JO.id, ago(90, '17:06'), 'film it with my cousin', ago(48)),
			promise(SAM.id, ago(88), 'Lend you the tripod', addDays(today, -60), ago(61)),
			said(JO.id, ago(20), 'goal-change', { part: 'state', to: 'done' })
		]),
		...jo('bus', [
			goal(SAM.id, ago(85), 'handling', 'Take the bus on your own'),
			said(JO.id, ago(84), 'goal-answer', { says: 'yes', words: 'get the bus by myself' }),
			said(JO.id, ago(34), 'goal-change', { part: 'state', to: 'done' })
		]),
		...jo('spanish', [
			goal(JO.id, ago(60), 'learning', 'learn some spanish'),
			said(JO.id, ago(30), 'goal-change', { part: 'state', to: 'parked' })
		])
	];
}

/** One thing said of a goal, before it is known of which. */
type Line = { by: string; at: Instant; kind: AboutGoalKind; body: object; then?: (id: string) => Line[] };

const said = <Kind extends AboutGoalKind>(
	by: string,
	at: Instant,
	kind: Kind,
	body: Omit<EntryBodies[Kind], 'pairingId' | 'goalId'>
): Line => ({ by, at, kind, body });
const goal = (
	by: string,
	at: Instant,
	kind: EntryBodies['goal']['kind'],
	words: string,
	lowWords = '',
	highWords = ''
) => said(by, at, 'goal', { kind, words, lowWords, highWords });
const mark = (by: string, at: Instant, line: number, words = '') =>
	said(by, at, 'goal-mark', { line, words });
const note = (by: string, at: Instant, words: string) => said(by, at, 'goal-note', { words });
const step = (by: string, at: Instant, words: string, doneAt?: Instant): Line => ({
	...said(by, at, 'goal-step', { words }),
	...(doneAt && { then: (stepId) => [said(by, doneAt, 'goal-step-tick', { stepId, done: true })] })
});
const promise = (by: string, at: Instant, words: string, dueOn: string, keptAt?: Instant): Line => ({
	...said(by, at, 'goal-promise', { words, dueOn }),
	...(keptAt && { then: (promiseId) => [said(by, keptAt, 'goal-promise-kept', { promiseId })] })
});

/** Each with an id of its own that is always the same. The first of them is the goal. */
const saying =
	(whose: string, pairingId: string) =>
	(which: string, lines: readonly Line[]): Told[] => {
		const goalId = `demo-goal-${whose}-${which}`;
		return lines.flatMap((line, place) => {
			const id = place === 0 ? goalId : `${goalId}-${place}`;
			const told = ({ by, at, kind, body }: Line, entryId: string) => {
				const about = kind === 'goal' ? { pairingId } : { pairingId, goalId };
				return { by, at, id: entryId, kind, body: { ...about, ...body } } as Told;
			};
			return [told(line, id), ...(line.then?.(id) ?? []).map((one) => told(one, `${id}-then`))];
		});
	};
