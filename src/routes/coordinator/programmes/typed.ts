import type { Lasts, Plan, Question } from '$lib/domain/programmes/plan';
import type { Typed } from '../forms';
import { withRows } from './rows';

const lasting = (box: string, lasts: Lasts | null): Typed => ({
	[`${box}.many`]: lasts ? String(lasts.many) : '',
	[`${box}.in`]: lasts?.in ?? 'months'
});
const number = (value: number | null | undefined) => (value == null ? '' : String(value));
const ticked = (box: string, on: boolean): Typed => (on ? { [box]: 'on' } : {});
const ticks = (box: string, options: readonly string[]): Typed =>
	Object.fromEntries(options.map((one) => [`${box}.${one}`, 'on']));
const asked = (questions: readonly Question[]): Typed[] => questions.map((question) => ({ ...question }));

/** A plan as the boxes of its form hold it. */
export function planTyped({ stages, goals, lookBacks, ending, ...plan }: Plan): Typed {
	const { mentors, young } = plan;
	const flat: Typed = {
		...{ 'mentors.are': mentors.are, 'mentors.called': mentors.called },
		...{ 'mentors.from': number(mentors.from), 'mentors.to': number(mentors.to) },
		...ticked('mentors.experience', mentors.experience),
		...{ 'young.from': number(young.from), 'young.to': number(young.to) },
		...{ 'goals.is': goals.is, 'goals.from': goals.from ?? '' },
		...ticks('goals.kinds', goals.kinds),
		...Object.fromEntries(
			Object.entries(goals.words ?? {}).map(([kind, word]) => [`goals.words.${kind}`, word])
		),
		'ending.is': ending.is,
		...lasting('ending.windDown', ending.windDown),
		...lasting('ending.atLeast', ending.atLeast),
		...ticked('ending.graduation', ending.graduation),
		'ending.readableMonths': number(ending.readableMonths),
		'ending.lookInMonths': ending.lookInMonths.join(', '),
		...ticks('features', plan.features)
	};
	const rows: [string, Typed[]][] = [
		['stages', stages.map(stageTyped)],
		['goals.domains', goals.domains.map((domain) => ({ ...domain }))],
		['lookBacks', lookBacks.map(lookBackTyped)],
		['windingDown', asked(plan.windingDown)]
	];
	return rows.reduce((typed, [list, boxes]) => withRows(typed, list, boxes), flat);
}

const stageTyped = ({ id, kind, name, purpose, lasts, meets, minutes }: Plan['stages'][number]): Typed => ({
	...{ id, kind, name, purpose, meets },
	...lasting('lasts', lasts),
	...{ 'minutes.least': number(minutes?.least), 'minutes.most': number(minutes?.most) }
});

function lookBackTyped({ id, name, when, questions, outcomes }: Plan['lookBacks'][number]): Typed {
	const times: Typed = when.at === 'stage' ? { 'when.stage': when.stage } : lasting('when', when.lasts);
	const flat = { id, name, 'when.at': when.at, ...times, ...ticked('outcomes', outcomes) };
	return withRows(flat, 'questions', asked(questions));
}
