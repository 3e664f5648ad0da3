import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { afterMentor, afterYoungPerson, whatFollows, whenMentorBegan, whenYoungPersonBegan } from './course';
import { mayAnswerAsking, mayAnswerIntroduction } from './answers';
import { askingState, holdsPlace, isOpen, placesLeft, type Course } from './introduction';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const OFFERED: Course = {
	state: 'offered',
	expiresAt: 1_000_000,
	answer: null,
	mentorSaid: null,
	firstMeetingAt: null,
	youngAfter: null,
	mentorAfter: null
};
const free = { placesLeft: 1, approved: true };
const yes: Course = { ...OFFERED, state: 'asked', answer: 'yes' };
const meet: Course = { ...OFFERED, state: 'asked', answer: 'meet_first' };

describe('a yes', () => {
	it('asks the mentor, and with theirs it begins', () => {
		expect(afterYoungPerson(OFFERED, 'yes', free)).toMatchObject({ state: 'asked', answer: 'yes' });
		expect(afterMentor(yes, 'yes', free)).toMatchObject({ state: 'begun', mentorSaid: 'yes' });
	});

	it('waits for the last place once somebody has it, and for an approval that has run out', () => {
		const waits = (mentor: { placesLeft: number; approved: boolean }) =>
			afterYoungPerson(OFFERED, 'yes', mentor);
		expect(waits({ placesLeft: 0, approved: true })).toMatchObject({ state: 'waiting', waitsFor: 'place' });
		expect(waits({ placesLeft: 1, approved: false })).toMatchObject({
			state: 'waiting',
			waitsFor: 'approval'
		});
	});
});

describe('meeting first', () => {
	it('asks the mentor even where no place is free, and begins only with a yes of both after it', () => {
		expect(afterYoungPerson(OFFERED, 'meet_first', { ...free, placesLeft: 0 }).state).toBe('asked');
		const toMeet = { ...meet, ...afterMentor(meet, 'yes', free) };
		expect(toMeet.state).toBe('to_meet');
		const one = { ...toMeet, ...afterYoungPerson(toMeet, 'after_yes', free) };
		expect(one.state).toBe('to_meet');
		expect(afterMentor(one, 'after_yes', free).state).toBe('begun');
		expect(afterMentor(one, 'after_yes', { ...free, placesLeft: 0 })).toMatchObject({
			state: 'waiting',
			waitsFor: 'place'
		});
	});

	it('ends with a no of either after it', () => {
		const toMeet = { ...meet, ...afterMentor(meet, 'yes', free) };
		expect(afterYoungPerson(toMeet, 'after_no', free).state).toBe('declined');
		expect(afterMentor(toMeet, 'after_no', free)).toMatchObject({
			state: 'not_possible',
			whyNot: 'not_after'
		});
	});
});

/** One thing that can happen to one of four introductions of the same mentor. */
const happening = fc.record({
	which: fc.nat(3),
	what: fc.oneof(
		fc.constantFrom('yes', 'no_thanks', 'meet_first', 'after_yes', 'after_no').map((says) => ({
			by: 'young' as const,
			says: says as 'yes'
		})),
		fc.constantFrom('yes', 'no', 'after_yes', 'after_no').map((says) => ({
			by: 'mentor' as const,
			says: says as 'yes'
		})),
		fc.constantFrom('meet', 'go_on', 'approved', 'expired').map((does) => ({
			by: 'desk' as const,
			does
		}))
	)
});

/** A mentor and everybody who was shown them, moved on as the server does. */
class Town {
	courses: Course[] = Array.from({ length: 4 }, () => OFFERED);
	known = new Set<number>();
	approved = true;
	begun = 0;

	constructor(
		readonly capacity: number,
		private check: (town: Town) => void
	) {}

	mentor(left: number) {
		const held = this.courses.filter((course, index) => index !== left && holdsPlace(course)).length;
		return { placesLeft: placesLeft(this.capacity, this.begun, held), approved: this.approved };
	}

	take(which: number, step: Partial<Course> | undefined) {
		const before = this.courses[which];
		if (!before || !step) return;
		const next = { ...before, ...step };
		expect(isOpen(before)).toBe(true);
		this.courses[which] = next;
		if (askingState(next, this.known.has(which))) this.known.add(which);
		if (next.state !== 'begun') return;
		this.begun += 1;
		this.courses.forEach((course, index) => {
			if (index !== which) this.take(index, whenMentorBegan(course, this.mentor(index).placesLeft));
		});
	}

	happens({ which, what }: { which: number; what: { by: string; says?: 'yes'; does?: string } }) {
		const course = this.courses[which];
		if (!course) return;
		const body = { introductionId: 'an-introduction', why: '', show: [], says: what.says ?? 'yes' };
		if (what.by === 'young' && mayAnswerIntroduction(course, body, 10).is === 'send')
			this.take(which, afterYoungPerson(course, body.says, this.mentor(which)));
		const reachable = this.known.has(which) && course.state !== 'waiting';
		if (what.by === 'mentor' && reachable && mayAnswerAsking(course, body, 10).is === 'send')
			this.take(which, afterMentor(course, body.says, this.mentor(which)));
		if (what.does === 'meet' && course.state === 'to_meet') this.take(which, { firstMeetingAt: 5 });
		if (what.does === 'go_on' && course.state === 'waiting')
			this.take(which, whatFollows(course, this.mentor(which)));
		if (what.does === 'approved') this.approved = true;
		if (what.does === 'expired') this.approved = false;
		this.check(this);
	}
}

describe('however answers, refusals and places come', () => {
	const always = (check: (town: Town) => void, settle: (town: Town) => void = () => {}) =>
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 3 }),
				fc.array(happening, { minLength: 1, maxLength: 40 }),
				(capacity, all) => {
					const town = new Town(capacity, check);
					all.forEach((one) => town.happens(one));
					settle(town);
				}
			),
			{ numRuns: 2000 }
		);

	it('never more pairings begin than the mentor has places', () => {
		always(({ begun, capacity }) => expect(begun).toBeLessThanOrEqual(capacity));
	});

	it('a “no thanks” to somebody who was never asked never becomes known to them', () => {
		always(({ courses, known }) =>
			courses.forEach((course, index) => {
				if (course.answer === null) expect(known.has(index)).toBe(false);
				if (course.state === 'declined' && !known.has(index))
					expect(askingState(course, false)).toBeUndefined();
			})
		);
	});

	it('the mentor reads nothing but four states, and none before they were asked', () => {
		always(({ courses, known }) =>
			courses.forEach((course, index) => {
				const state = askingState(course, known.has(index));
				expect(state === undefined).toBe(!known.has(index));
				if (state) expect(['asked', 'to_meet', 'begun', 'over']).toContain(state);
			})
		);
	});

	it('what is settled stays settled', () => {
		// `take` insists on it at every step; here nothing more can even be said.
		always(({ courses }) =>
			courses
				.filter((course) => !isOpen(course))
				.forEach((course) => {
					const asks = { introductionId: 'an-introduction', why: '', show: [] };
					for (const says of ['yes', 'no_thanks', 'meet_first', 'after_yes', 'after_no'] as const)
						expect(mayAnswerIntroduction(course, { ...asks, says }, 10).is).toBe('refuse');
					for (const says of ['yes', 'no', 'after_yes', 'after_no'] as const)
						expect(mayAnswerAsking(course, { ...asks, says }, 10).is).toBe('refuse');
					expect(whenMentorBegan(course, 0)).toBeUndefined();
					expect(whenYoungPersonBegan(course)).toBeUndefined();
				})
		);
	});
});
