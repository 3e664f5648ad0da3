import { addDays, type Day } from '../clock/zones';
import type { Pairing } from './pairing';
import type { AgreementLimits, Says, Terms } from './terms';

/** An agreement as people read and change it: one question a card. */
export const AGREEMENT_CARDS = [
	'purpose',
	'where',
	'when',
	'meets',
	'messages',
	'young_reaches',
	'mentor_reaches',
	'shared',
	'never',
	'cannot_come',
	'cover',
	'review'
] as const;
export type AgreementCard = (typeof AGREEMENT_CARDS)[number];

/** Everything that cards are made of, side by side. */
type Whole = Terms & Pick<Says, 'hours' | 'answerWithinMinutes'>;
/** What somebody would like to change, before it is a proposal. */
export type Changes = Partial<Whole>;

const HOLDS: Record<AgreementCard, readonly (keyof Whole)[]> = {
	purpose: ['purpose'],
	where: ['where'],
	when: ['days', 'earliest', 'latest', 'mostMinutes'],
	meets: ['meets'],
	messages: ['hours', 'answerWithinMinutes'],
	young_reaches: ['youngReaches'],
	mentor_reaches: ['mentorReaches'],
	shared: ['shared'],
	never: ['never'],
	cannot_come: ['cannotCome', 'noticeHours'],
	cover: ['coverId'],
	review: ['reviewOn']
};

const whole = ({ terms, hours, answerWithinMinutes }: Says): Whole => ({
	...terms,
	...{ hours, answerWithinMinutes }
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The cards on which two versions differ, in order. */
export function changedCards(before: Says, after: Says): AgreementCard[] {
	const [one, other] = [whole(before), whole(after)];
	return AGREEMENT_CARDS.filter((card) => HOLDS[card].some((key) => !same(one[key], other[key])));
}

/** What a version changed of another, to be laid over a third. */
export function changesBetween(before: Says, after: Says): Changes {
	const cards = changedCards(before, after);
	const keys = new Set<string>(cards.flatMap((card) => HOLDS[card]));
	return Object.fromEntries(Object.entries(whole(after)).filter(([key]) => keys.has(key)));
}

/** A version with changes laid over it. */
export function withChanges(base: Says, changes: Changes): Says {
	const { hours, answerWithinMinutes, ...terms } = { ...whole(base), ...changes };
	return { hours, answerWithinMinutes, terms };
}

/**
 * What is proposed by laying changes over a version. Where a programme has narrowed its limits since, or the desk
 * offers nobody to stand in any more, what is carried along is brought within; a review that is due moves on.
 */
export function proposed(
	base: Says,
	changes: Changes,
	{ limits, today, coverOfferId }: { limits: AgreementLimits; today: Day } & Pick<Pairing, 'coverOfferId'>
): Says {
	const { hours, answerWithinMinutes, terms } = withChanges(base, changes);
	const last = addDays(today, limits.reviewWithinDays);
	const due = terms.reviewOn === null || terms.reviewOn <= today || terms.reviewOn > last;
	const carried = (key: keyof Whole) => !(key in changes);
	return {
		hours,
		answerWithinMinutes: carried('answerWithinMinutes')
			? Math.min(answerWithinMinutes, limits.mostAnswerMinutes)
			: answerWithinMinutes,
		terms: {
			...terms,
			earliest: carried('earliest') && terms.earliest < limits.earliest ? limits.earliest : terms.earliest,
			latest: carried('latest') && terms.latest > limits.latest ? limits.latest : terms.latest,
			mostMinutes: carried('mostMinutes')
				? Math.min(terms.mostMinutes, limits.mostMinutes)
				: terms.mostMinutes,
			coverId: terms.coverId === coverOfferId ? coverOfferId : null,
			reviewOn: carried('reviewOn') && due ? last : terms.reviewOn
		}
	};
}
