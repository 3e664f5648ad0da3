import type { Day } from '../domain/clock/zones';
import type { AgreementCard } from '../domain/pairings/cards';
import type { Says } from '../domain/pairings/terms';
import { asTitle, sayDate, sayStretch } from './dates';
import { sayDays, sayHours } from './hours';
import { sayLength } from './lengths';
import { m } from './messages';
import { sayRepeats } from './repeats';

/** Whoever reads an agreement: on which side, and the other’s first name. At the desk, both have names. */
export type Reader =
	{ side: 'young' | 'mentor'; name: string } | { side: 'desk'; young: string; mentor: string };

/** The question that a card answers. */
export function sayCardTitle(card: AgreementCard, reader: Reader): string {
	if (reader.side === 'desk') return atDesk(card, reader);
	const { name, side } = reader;
	const young = side === 'young';
	switch (card) {
		case 'messages':
			return young ? m.agreement_card_messages({ name }) : m.agreement_card_messages_mine();
		case 'young_reaches':
			return young ? m.agreement_card_i_reach({ name }) : m.agreement_card_they_reach({ name });
		case 'mentor_reaches':
			return young ? m.agreement_card_they_reach({ name }) : m.agreement_card_i_reach({ name });
		case 'cover':
			return young ? m.agreement_card_cover({ name }) : m.agreement_card_cover_mine();
		default:
			return PLAIN[card]();
	}
}

const PLAIN: Record<
	Exclude<AgreementCard, 'messages' | 'young_reaches' | 'mentor_reaches' | 'cover'>,
	() => string
> = {
	purpose: m.agreement_card_purpose,
	where: m.agreement_card_where,
	when: m.agreement_card_when,
	meets: m.agreement_card_meets,
	shared: m.agreement_card_shared,
	never: m.agreement_card_never,
	cannot_come: m.agreement_card_cannot_come,
	review: m.agreement_card_review
};

function atDesk(card: AgreementCard, { young, mentor }: { young: string; mentor: string }): string {
	switch (card) {
		case 'messages':
			return m.agreement_card_messages({ name: mentor });
		case 'young_reaches':
			return m.desk_agreed_reaches({ one: young, other: mentor });
		case 'mentor_reaches':
			return m.desk_agreed_reaches({ one: mentor, other: young });
		case 'cover':
			return m.agreement_card_cover({ name: mentor });
		default:
			return PLAIN[card]();
	}
}

interface Around {
	today: Day;
	/** Who is named to stand in. */
	cover: string | undefined;
}

/** What a card says. Words of the two are as they wrote them. */
export function sayCard(
	card: AgreementCard,
	{ terms, hours, answerWithinMinutes }: Says,
	{ today, cover }: Around
): string {
	switch (card) {
		case 'when':
			return m.agreement_when({
				days: asTitle(sayDays(terms.days)),
				hours: sayStretch(terms.earliest, terms.latest),
				long: asTitle(sayLength(terms.mostMinutes))
			});
		case 'meets':
			return terms.meets ? asTitle(sayRepeats(terms.meets)) : m.path_meets_planned();
		case 'messages':
			return m.agreement_messages({ hours: sayHours(hours), long: sayLength(answerWithinMinutes) });
		case 'young_reaches':
			return written(terms.youngReaches);
		case 'mentor_reaches':
			return written(terms.mentorReaches);
		case 'cannot_come':
			return [written(terms.cannotCome), sayNotice(terms.noticeHours)].filter(Boolean).join(' ');
		case 'cover':
			return cover === undefined ? m.agreement_cover_nobody() : m.agreement_cover({ name: cover });
		case 'review':
			return terms.reviewOn === null
				? m.agreement_review_never()
				: m.agreement_review_on({ day: sayDate(terms.reviewOn, today) });
		default:
			return written(terms[card]);
	}
}

const written = (words: string) => (words === '' ? m.agreement_nothing_written() : words);

const sayNotice = (hours: number) => (hours === 0 ? '' : m.agreement_notice({ long: sayLength(hours * 60) }));
