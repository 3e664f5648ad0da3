import { describe, expect, it } from 'vitest';
import { USUAL_HOURS } from './agreement';
import { isToReview } from './agreement';
import { changedCards, changesBetween, proposed, withChanges } from './cards';
import { firstTerms, termsWithin, USUAL_LIMITS, type Says } from './terms';

const TODAY = '2026-11-24';
const says: Says = {
	terms: firstTerms(USUAL_LIMITS, TODAY),
	hours: USUAL_HOURS,
	answerWithinMinutes: 240
};
const fitting = { limits: USUAL_LIMITS, today: TODAY, coverOfferId: null };

describe('what changed', () => {
	it('is nothing between the same, and told card by card', () => {
		expect(changedCards(says, structuredClone(says))).toEqual([]);
		const after = withChanges(says, { latest: '18:00', answerWithinMinutes: 60, noticeHours: 48 });
		expect(changedCards(says, after)).toEqual(['when', 'messages', 'cannot_come']);
	});

	it('can be laid over another version without taking back what changed there', () => {
		const mine = changesBetween(says, withChanges(says, { purpose: 'football' }));
		expect(mine).toEqual({ purpose: 'football' });
		const theirs = withChanges(says, { never: 'nothing at all' });
		expect(withChanges(theirs, mine).terms).toMatchObject({ purpose: 'football', never: 'nothing at all' });
	});
});

describe('looking at it again', () => {
	it('is due on the day itself, not the day before', () => {
		expect(isToReview({ reviewOn: TODAY }, TODAY)).toBe(true);
		expect(isToReview({ reviewOn: '2026-11-25' }, TODAY)).toBe(false);
		expect(isToReview({ reviewOn: null }, TODAY)).toBe(false);
	});

	it('is near within fourteen days, not fifteen', () => {
		expect(isToReview({ reviewOn: '2026-12-08' }, TODAY, 14)).toBe(true);
		expect(isToReview({ reviewOn: '2026-12-09' }, TODAY, 14)).toBe(false);
	});
});

describe('a proposal', () => {
	it('moves a review on that is due, and leaves one that is not', () => {
		const due = withChanges(says, { reviewOn: TODAY });
		expect(proposed(due, {}, fitting).terms.reviewOn).toBe('2027-05-25');
		const later = withChanges(says, { reviewOn: '2026-11-25' });
		expect(proposed(later, {}, fitting).terms.reviewOn).toBe('2026-11-25');
		expect(proposed(due, { reviewOn: '2027-01-01' }, fitting).terms.reviewOn).toBe('2027-01-01');
	});

	it('brings within narrower limits what is only carried along', () => {
		const limits = {
			...USUAL_LIMITS,
			earliest: '12:00',
			latest: '18:00',
			mostMinutes: 60,
			mostAnswerMinutes: 120
		};
		const made = proposed(says, {}, { ...fitting, limits });
		expect(termsWithin(limits, made, TODAY, says)).toBeUndefined();
		const asked = proposed(says, { latest: '20:00' }, { ...fitting, limits });
		expect(termsWithin(limits, asked, TODAY, says)).toBe('outside_limits');
	});

	it('names nobody to stand in who is not offered', () => {
		expect(proposed(says, { coverId: 'dee' }, { ...fitting, coverOfferId: 'dee' }).terms.coverId).toBe('dee');
		const before = withChanges(says, { coverId: 'dee' });
		expect(proposed(before, {}, fitting).terms.coverId).toBeNull();
	});
});
