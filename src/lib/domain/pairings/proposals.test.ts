import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, inForce, USUAL_ANSWER_MINUTES, USUAL_HOURS, type Agreement } from './agreement';
import {
	isTheirOwn,
	mayAnswerProposal,
	mayPropose,
	type ProposalAnswerBody,
	type ProposalBody,
	type ProposalFacts
} from './proposals';
import { firstTerms, USUAL_LIMITS, type Terms } from './terms';
import { afterAnswer, afterProposal, withChanged } from './versions';

const NOW = Date.parse('2026-11-24T18:00:00Z');
const [ASH, SAM, DEE] = ['person-ash', 'person-sam', 'person-dee'];
const pairing = {
	...{ id: 'pairing-1', youngId: ASH, mentorId: SAM },
	...{ state: 'active' as const, coverOfferId: DEE as string | null }
};
const terms = firstTerms(USUAL_LIMITS, '2026-11-24');
const starting: Agreement = {
	...{ id: 'version-1', pairingId: pairing.id, version: 1, zone: 'Europe/London', from: 1, proposedBy: null },
	...{ hours: USUAL_HOURS, answerWithinMinutes: USUAL_ANSWER_MINUTES, terms, proposedAt: 1 },
	...{ youngYesAt: null, mentorYesAt: null, closedAt: null, closedWhy: null }
};
const programme = { zone: 'Europe/London', agreementLimits: null };

const facts = (side: ProposalFacts['side'], more: Partial<ProposalFacts> = {}): ProposalFacts => ({
	...{ pairing, side, agreements: [starting], programme },
	...more
});
const proposing = (change: Partial<Terms> = {}, more: Partial<ProposalBody> = {}): ProposalBody => ({
	...{ pairingId: pairing.id, basedOn: starting.id, hours: USUAL_HOURS },
	...{ answerWithinMinutes: USUAL_ANSWER_MINUTES, terms: { ...terms, ...change } },
	...more
});
const refused = (why: string) => ({ is: 'refuse', why });
const sent = { is: 'send' };

/** Two phones and a server, step by step: what is refused changes nothing. */
class Town {
	agreements: Agreement[] = [starting];
	verdicts: string[] = [];
	#now = NOW;

	constructor(readonly state: ProposalFacts['pairing'] = pairing) {}

	#facts(who: string): ProposalFacts {
		const side = who === ASH ? 'young' : 'mentor';
		return { pairing: this.state, side, agreements: this.agreements, programme };
	}

	propose(who: string, id: string, change: Partial<Terms>, basedOn: string | null = starting.id) {
		const body = proposing(change, { basedOn });
		const verdict = mayPropose(this.#facts(who), body, (this.#now += 1));
		if (verdict.is === 'send') {
			const by = { id, personId: who, zone: programme.zone };
			this.#keep(afterProposal(pairing, this.agreements, by, body, this.#now));
		}
		return verdict;
	}

	answer(
		who: string,
		agreementId: string,
		says: ProposalAnswerBody['says'],
		basedOn: string | null = starting.id
	) {
		const body = { pairingId: pairing.id, agreementId, says, basedOn };
		const verdict = mayAnswerProposal(this.#facts(who), body, (this.#now += 1));
		if (verdict.is === 'send') this.#keep(afterAnswer(pairing, this.agreements, body, this.#now));
		return verdict;
	}

	#keep(changed: Agreement[]) {
		this.agreements = withChanged(this.agreements, changed);
	}

	get counts() {
		return inForce(this.agreements, this.#now)!;
	}
	version(id: string) {
		return this.agreements.find((one) => one.id === id)!;
	}
}

describe('a proposal', () => {
	it('is made by either of the two, and by nobody else', () => {
		expect(mayPropose(facts('young'), proposing(), NOW)).toEqual(sent);
		expect(mayPropose(facts('mentor'), proposing(), NOW)).toEqual(sent);
		expect(mayPropose(facts('cover'), proposing(), NOW)).toEqual(refused('not_yours_to_do'));
		expect(mayPropose(facts(undefined), proposing(), NOW)).toEqual(refused('not_found'));
	});

	it('waits out a pause only on the mentor’s side, and comes too late after the end', () => {
		const paused = { pairing: { ...pairing, state: 'paused' as const } };
		const ended = { pairing: { ...pairing, state: 'ended' as const } };
		expect(mayPropose(facts('young', paused), proposing(), NOW)).toEqual(sent);
		expect(mayPropose(facts('mentor', paused), proposing(), NOW)).toEqual(refused('pairing_paused'));
		expect(mayPropose(facts('young', ended), proposing(), NOW)).toEqual(refused('pairing_ended'));
	});

	it('stands on the version in force', () => {
		const other = proposing({}, { basedOn: 'version-0' });
		expect(mayPropose(facts('young'), other, NOW)).toEqual(refused('agreement_changed'));
		const none = proposing({}, { basedOn: null });
		expect(mayPropose(facts('young'), none, NOW)).toEqual(refused('agreement_changed'));
		expect(mayPropose(facts('young', { agreements: [] }), none, NOW)).toEqual(sent);
	});

	it('keeps within the programme’s limits, and names only whoever may stand in', () => {
		expect(mayPropose(facts('young'), proposing({ latest: '21:01' }), NOW)).toEqual(
			refused('outside_limits')
		);
		expect(mayPropose(facts('young'), proposing({ coverId: DEE }), NOW)).toEqual(sent);
		expect(mayPropose(facts('young'), proposing({ coverId: SAM }), NOW)).toEqual(refused('cover_changed'));
	});

	it('may not carry a mentor’s number, and may carry a young person’s', () => {
		const number = { youngReaches: 'ring me on 07700 900123' };
		expect(mayPropose(facts('mentor'), proposing(number), NOW)).toEqual(refused('contact_details'));
		expect(mayPropose(facts('young'), proposing(number), NOW)).toEqual(sent);
		const stood = { ...starting, terms: { ...terms, ...number } };
		expect(mayPropose(facts('mentor', { agreements: [stood] }), proposing(number), NOW)).toEqual(sent);
	});

	it('takes the place of one’s earlier one', () => {
		const town = new Town();
		town.propose(ASH, 'first', { purpose: 'football' });
		town.propose(ASH, 'second', { purpose: 'films' });
		expect(town.version('first')).toMatchObject({ closedWhy: 'withdrawn', from: null });
		expect(town.agreements.filter(isOpen).map(({ id }) => id)).toEqual(['second']);
		expect(town.counts.id).toBe(starting.id);
	});

	it('that both made, word for word, is agreed', () => {
		const town = new Town();
		town.propose(ASH, 'hers', { purpose: 'football' });
		expect(town.propose(SAM, 'his', { purpose: 'football' })).toEqual(sent);
		expect(town.counts).toMatchObject({ id: 'hers', closedAt: null });
		expect(town.agreements).toHaveLength(2);
		expect(town.version(starting.id).closedWhy).toBe('replaced');
	});
});

describe('an answer', () => {
	const town = () => {
		const made = new Town();
		made.propose(ASH, 'hers', { purpose: 'football' });
		made.propose(SAM, 'his', { purpose: 'chess' });
		return made;
	};

	it('yes puts it in force at once and closes what it overtakes', () => {
		const made = town();
		expect(isTheirOwn(made.counts)).toBe(false);
		expect(made.answer(SAM, 'hers', 'yes')).toEqual(sent);
		expect(made.counts).toMatchObject({ id: 'hers', version: 2, proposedBy: ASH });
		expect(isTheirOwn(made.counts)).toBe(true);
		expect(made.counts.mentorYesAt).toBe(made.counts.from);
		expect(made.version('his')).toMatchObject({ closedWhy: 'overtaken', from: null });
		expect(made.version(starting.id)).toMatchObject({ closedWhy: 'replaced', closedAt: made.counts.from });
	});

	it('leaves what counted before for the time before', () => {
		const made = town();
		made.answer(SAM, 'hers', 'yes');
		expect(inForce(made.agreements, made.counts.from! - 1)?.id).toBe(starting.id);
	});

	it('no thanks closes it and changes nothing else', () => {
		const made = town();
		expect(made.answer(SAM, 'hers', 'no')).toEqual(sent);
		expect(made.version('hers')).toMatchObject({ closedWhy: 'no_thanks' });
		expect(made.counts.id).toBe(starting.id);
		expect(made.answer(SAM, 'hers', 'yes')).toEqual(refused('agreement_changed'));
	});

	it('comes from the other side; only its own side withdraws', () => {
		const made = town();
		expect(made.answer(ASH, 'hers', 'yes')).toEqual(refused('not_yours_to_do'));
		expect(made.answer(SAM, 'hers', 'withdraw')).toEqual(refused('not_yours_to_do'));
		expect(made.answer(ASH, 'hers', 'withdraw')).toEqual(sent);
		expect(made.answer(SAM, 'hers', 'yes')).toEqual(refused('agreement_changed'));
		expect(made.answer(SAM, starting.id, 'yes')).toEqual(refused('not_yours_to_do'));
		expect(made.answer(SAM, 'nobody’s', 'yes')).toEqual(refused('not_found'));
	});

	it('said again changes nothing and is no error', () => {
		const made = town();
		made.answer(SAM, 'hers', 'yes');
		const before = made.agreements;
		expect(made.answer(SAM, 'hers', 'yes')).toEqual(sent);
		expect(made.agreements).toEqual(before);
		expect(made.answer(SAM, 'hers', 'no')).toEqual(refused('agreement_changed'));
		expect(made.answer(ASH, 'his', 'no')).toEqual(sent);
		expect(made.agreements).toEqual(before);
	});

	it('to what was replaced comes too late', () => {
		const made = town();
		made.answer(SAM, 'hers', 'yes');
		made.propose(SAM, 'later', { purpose: 'chess' }, 'hers');
		made.answer(ASH, 'later', 'yes', 'hers');
		expect(made.counts.id).toBe('later');
		expect(made.answer(SAM, 'hers', 'yes')).toEqual(refused('agreement_changed'));
	});

	it('yes waits for whoever stands in to be asked still', () => {
		const made = new Town();
		made.propose(ASH, 'hers', { coverId: DEE });
		const now = { pairing: { ...pairing, coverOfferId: null }, agreements: made.agreements };
		const yes = { pairingId: pairing.id, agreementId: 'hers', says: 'yes' as const, basedOn: starting.id };
		expect(mayAnswerProposal(facts('mentor', now), yes, NOW)).toEqual(refused('cover_changed'));
	});

	it('yes by somebody who has seen that the other counts comes too late', () => {
		const made = town();
		made.answer(SAM, 'hers', 'yes');
		expect(made.answer(ASH, 'his', 'yes', 'hers')).toEqual(refused('agreement_changed'));
		expect(made.counts.id).toBe('hers');
	});
});

describe('what crosses on the way', () => {
	it('comes out the same in every order of two yeses', () => {
		const order = fc.shuffledSubarray(['ash', 'sam', 'ash again', 'sam again'], { minLength: 4 });
		const words = fc.constantFrom('football', 'chess', 'films');
		fc.assert(
			fc.property(order, words, words, fc.boolean(), (steps, hers, his, sheFirst) => {
				const town = new Town();
				const both = [
					() => town.propose(ASH, 'hers', { purpose: hers }),
					() => town.propose(SAM, 'his', { purpose: `not ${his}` })
				];
				for (const propose of sheFirst ? both : both.reverse()) propose();
				const later = sheFirst ? 'his' : 'hers';
				for (const step of steps) {
					if (step.startsWith('ash')) town.answer(ASH, 'his', 'yes');
					else town.answer(SAM, 'hers', 'yes');
				}
				expect(town.counts.id).toBe(later);
			})
		);
	});

	it('never leaves two in force, a proposal on old ground, or an older version over a newer', () => {
		const step = fc.record({
			who: fc.constantFrom(ASH, SAM),
			does: fc.constantFrom('propose', 'yes', 'no', 'withdraw'),
			words: fc.constantFrom('football', 'chess'),
			which: fc.nat({ max: 12 }),
			late: fc.boolean()
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
				const town = new Town();
				let seen = starting.id;
				steps.forEach(({ who, does, words, which, late }, place) => {
					const before = town.counts;
					const basedOn = late ? seen : before.id;
					seen = before.id;
					if (does === 'propose') town.propose(who, `made-${place}`, { purpose: words }, basedOn);
					else {
						const one = town.agreements[which % town.agreements.length]!;
						town.answer(who, one.id, does as 'yes', basedOn);
					}
					const after = town.counts;
					const standing = town.agreements.filter((one) => one.from !== null && one.closedAt === null);
					expect(standing).toEqual([after]);
					expect(after.version).toBeGreaterThanOrEqual(before.version);
					const open = town.agreements.filter(isOpen);
					expect(open.length).toBeLessThanOrEqual(2);
					expect(new Set(open.map(({ proposedBy }) => proposedBy)).size).toBe(open.length);
					expect(open.every((one) => one.proposedAt > after.from!)).toBe(true);
					if (after.id !== starting.id) {
						expect(after.youngYesAt).not.toBeNull();
						expect(after.mentorYesAt).not.toBeNull();
					}
					expect(new Set(town.agreements.map(({ version }) => version)).size).toBe(town.agreements.length);
				});
			})
		);
	});
});
