import type { Clash, Decided } from '../domain/wishes/clashes';
import type { WishQuestion } from '../domain/wishes/question';
import type { AGAINST, Because, EXCLUDED, FOR } from '../domain/wishes/rank';
import type { Sought } from '../domain/wishes/recruit';
import { m } from './messages';
import { getLocale } from './paraglide/runtime.js';

/*
 * Why two people fit, or do not, as a coordinator reads it: the programme's own choice words, and never a number
 * that weighs anybody.
 */

/** Whose wish it is, and the programme's questions. */
export interface Of {
	young: string;
	questions: readonly WishQuestion[];
}

type Reason<Is extends readonly string[]> = Because<Is[number]>;

/** What speaks for a mentor: “Both can’t stand crowds”, “Wednesdays work”. */
export function sayFor(reason: Reason<typeof FOR>, { young, questions }: Of): string {
	const words = choicesOf(reason, questions);
	switch (reason.is) {
		case 'meets_must':
			return m.desk_fit_must({ choices: all(words.map(quoted)) });
		case 'meets_like':
			return m.desk_fit_like({ young, choices: all(words.map(quoted)) });
		case 'shares_dislike':
			return m.desk_fit_dislike({ choices: listed(words.map(inside)) });
		case 'shares': {
			const choices = listed(words.map(inside));
			return reason.question === 'interests' ? m.desk_fit_into({ choices }) : m.desk_fit_common({ choices });
		}
		case 'shares_day':
			return sayDays(reason.choices) ?? m.desk_fit_times({ choices: listed(words) });
		case 'shares_place':
			return m.desk_fit_places({ choices: listed(words.map(inside)) });
	}
}

/** What speaks against one who can be introduced all the same: “Not the age Remi would like”. */
export function sayAgainst(reason: Reason<typeof AGAINST>, { young, questions }: Of): string {
	const choices = either(choicesOf(reason, questions).map(quoted));
	const topic = topicOf(reason.question);
	const asks = asksOf(reason.question, questions);
	switch (reason.is) {
		case 'misses_like':
			return topic
				? m.desk_fit_not_the({ topic, young, choices })
				: m.desk_fit_not_what({ young, asks, choices });
		case 'like_not_said':
			return topic ? m.desk_fit_silent({ topic }) : m.desk_fit_silent_on({ asks });
		case 'no_shared_day':
			return m.desk_fit_no_day();
		case 'days_not_said':
			return m.desk_fit_days_silent();
		case 'no_shared_place':
			return m.desk_fit_no_place();
		case 'places_not_said':
			return m.desk_fit_places_silent();
	}
}

/** Why a mentor cannot be introduced. Why two people are not offered to each other is for the desk to add. */
export function sayExcluded(reason: Reason<typeof EXCLUDED>, { young, questions }: Of): string {
	const choices = either(choicesOf(reason, questions).map(quoted));
	const topic = topicOf(reason.question);
	switch (reason.is) {
		case 'not_these':
			return m.desk_fit_not_offered();
		case 'not_approved':
			return m.desk_fit_not_approved();
		case 'no_card':
			return m.desk_fit_no_card();
		case 'no_place':
			return m.desk_fit_full();
		case 'misses_must':
			return topic
				? m.desk_fit_misses_must({ topic, young, choices })
				: m.desk_fit_misses_must_what({ young, asks: asksOf(reason.question, questions), choices });
		case 'must_not_said':
			return m.desk_fit_must_silent({ young, choices });
	}
}

const DECIDED: Record<Decided, (two: { one: string; other: string }) => string> = {
	else_nobody: m.desk_clash_else_nobody,
	nearer_together: m.desk_clash_nearer,
	waited_longer: m.desk_clash_longer,
	as_long: m.desk_clash_as_long
};

/**
 * A popular mentor and how the places were shared: “Two people would like Dee first. Remi has waited longer than
 * Ash.”
 * @param wanting how many would like them first: who is missed by, and whoever is given them and wanted that most
 */
export function sayClash(clash: Clash, wanting: number, nameOf: (id: string) => string): string {
	const mentor = nameOf(clash.mentorId);
	const young = nameOf(clash.missedBy[0] ?? '');
	const wanted =
		wanting === 2 ? m.desk_clash_two({ mentor }) : m.desk_clash_wanted({ count: wanting, mentor, young });
	const why = clash.given.flatMap(({ youngId, before }) =>
		before.map((other) => DECIDED[other.because]({ one: nameOf(youngId), other: nameOf(other.youngId) }))
	);
	return [wanted, ...new Set(why)].join(' ');
}

/** Whom to look for: “Two people wait for “A woman””. */
export function saySought({ question, choice, waiting }: Sought, questions: readonly WishQuestion[]): string {
	const [words = choice] = choicesOf({ question, choices: [choice] }, questions);
	return m.desk_sought({ count: waiting, choices: quoted(words) });
}

/** What a question asks, in the programme's words. */
export function asksOf(key: string | null, questions: readonly WishQuestion[]): string {
	return questions.find((question) => question.key === key)?.asks ?? key ?? '';
}

/** The programme's words for choices, in the order given. A choice that is gone keeps its key. */
export function choicesOf(
	{ question, choices }: { question: string | null; choices: readonly string[] },
	questions: readonly WishQuestion[]
): string[] {
	const known = questions.find(({ key }) => key === question)?.choices ?? [];
	return choices.map((key) => known.find((choice) => choice.key === key)?.says ?? key);
}

const TOPICS: Record<string, () => string> = {
	age: m.desk_topic_age,
	gender: m.desk_topic_gender,
	heritage: m.desk_topic_heritage,
	faith: m.desk_topic_faith,
	languages: m.desk_topic_languages,
	been_through: m.desk_topic_been_through,
	together: m.desk_topic_together,
	places: m.desk_topic_places,
	days: m.desk_topic_days,
	how_often: m.desk_topic_how_often,
	reach: m.desk_topic_reach,
	paid: m.desk_topic_paid
};

/** What a first question is about, in a word or two; undefined for a question of the programme's own. */
const topicOf = (key: string | null) =>
	key !== null && Object.hasOwn(TOPICS, key) ? TOPICS[key]?.() : undefined;

const DAYS: Record<string, () => string> = {
	mon: m.desk_fit_day_mon,
	tue: m.desk_fit_day_tue,
	wed: m.desk_fit_day_wed,
	thu: m.desk_fit_day_thu,
	fri: m.desk_fit_day_fri,
	sat: m.desk_fit_day_sat,
	sun: m.desk_fit_day_sun
};

/** “Mondays and Wednesdays work”, where each choice is a time of a day of the week. */
function sayDays(choices: readonly string[]): string | undefined {
	const days = new Set(choices.map((key) => key.slice(0, key.indexOf('_'))));
	const names = [...days].map((day) => (Object.hasOwn(DAYS, day) ? DAYS[day]?.() : undefined));
	const known = names.filter((name) => name !== undefined);
	return known.length === names.length && known.length > 0
		? m.desk_fit_days({ days: all(known) })
		: undefined;
}

const quoted = (words: string) => m.desk_fit_quoted({ words });

/** As words stand inside a sentence. What begins with several capitals stays as it is. */
const inside = (words: string) =>
	/^\p{Lu}\p{Lu}/u.test(words) ? words : words.slice(0, 1).toLocaleLowerCase(getLocale()) + words.slice(1);

const all = (words: string[]) => new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);
/** Choices may have an “and” of their own, so that commas keep them apart. */
const listed = (words: string[]) => new Intl.ListFormat(getLocale(), { type: 'unit' }).format(words);
const either = (words: string[]) => new Intl.ListFormat(getLocale(), { type: 'disjunction' }).format(words);
