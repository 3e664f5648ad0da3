import { describe, expect, it } from 'vitest';
import { ROLES } from '../people/roles';
import { LEAST_REASON } from './look';
import { mayOpen, seeing, THINGS, VIEWERS, viewerOf, viewersOf, type Answer, type Thing } from './visibility';

const reason = 'a'.repeat(LEAST_REASON);

describe('who can see what', () => {
	// In the order young, mentor, cover, coordinator, safeguarding, others.
	const expected: Record<Thing, [Answer, Answer, Answer, Answer, Answer, Answer]> = {
		check_in: ['always', 'always', 'while_covering', 'with_a_reason', 'with_a_reason', 'never'],
		message: ['always', 'always', 'while_covering', 'with_a_reason', 'with_a_reason', 'never'],
		held_message: ['never', 'always', 'never', 'never', 'never', 'never'],
		meeting: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		meeting_note: ['always', 'always', 'while_covering', 'with_a_reason', 'with_a_reason', 'never'],
		meeting_idea: ['always', 'always', 'while_covering', 'with_a_reason', 'with_a_reason', 'never'],
		how_was_it: ['always', 'never', 'never', 'always', 'never', 'never'],
		agreement: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		name: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		wish: ['always', 'never', 'never', 'always', 'never', 'never'],
		about: ['always', 'if_shared', 'never', 'never', 'never', 'never'],
		card: ['always', 'always', 'never', 'always', 'always', 'never'],
		no_thanks: ['always', 'never', 'never', 'always', 'never', 'never'],
		yes: ['always', 'always', 'never', 'always', 'never', 'never'],
		parting: ['always', 'if_shared', 'never', 'always', 'never', 'never'],
		seen: ['always', 'always', 'while_covering', 'with_a_reason', 'with_a_reason', 'never'],
		late: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		look: ['always', 'never', 'never', 'always', 'always', 'never'],
		sign_in: ['always', 'never', 'never', 'never', 'never', 'never'],
		device: ['always', 'never', 'never', 'never', 'never', 'never'],
		unsent: ['always', 'never', 'never', 'never', 'never', 'never'],
		notice: ['always', 'never', 'never', 'never', 'never', 'never'],
		tell_choice: ['always', 'never', 'never', 'never', 'never', 'never'],
		goal: ['always', 'always', 'while_covering', 'with_a_reason', 'with_a_reason', 'never'],
		goal_count: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		path: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		look_back: ['always', 'if_shared', 'if_shared', 'never', 'never', 'never'],
		outcome: ['always', 'if_shared', 'if_shared', 'never', 'never', 'never'],
		goodbye_waiting: ['always', 'never', 'never', 'never', 'never', 'never'],
		goodbye: ['always', 'always', 'while_covering', 'with_a_reason', 'with_a_reason', 'never'],
		ending: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		afterwards: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		look_in: ['always', 'never', 'never', 'always', 'always', 'never'],
		keepsake: ['always', 'never', 'never', 'never', 'never', 'never'],
		trusted_person: ['always', 'if_shared', 'if_shared', 'never', 'never', 'never'],
		gathering: ['always', 'always', 'while_covering', 'always', 'always', 'never'],
		safety_plan: ['always', 'if_shared', 'if_shared', 'never', 'never', 'never'],
		circle: ['always', 'never', 'never', 'always', 'always', 'never']
	};

	it.each(THINGS.map((thing) => [thing]))('%s', (thing) => {
		const inNoGroup = viewersOf(thing).filter(({ viewer }) => viewer !== 'worker' && viewer !== 'circle');
		expect(inNoGroup.map(({ answer }) => answer)).toEqual(expected[thing]);
	});

	it('whoever leads a small group, and the others in it, see the group and nothing else', () => {
		for (const viewer of ['worker', 'circle'] as const)
			for (const thing of THINGS) expect(seeing(thing, viewer)).toBe(thing === 'circle' ? 'always' : 'never');
	});

	it('names every viewer once, nearest to the young person first', () => {
		expect(viewersOf('message').map(({ viewer }) => viewer)).toEqual([...VIEWERS]);
	});

	it('is never anybody outside the programme, whatever they say', () => {
		for (const thing of THINGS) expect(mayOpen(thing, 'others', reason)).toBe(false);
	});
});

describe('opening', () => {
	it('what is always seen needs no reason', () => {
		expect(mayOpen('message', 'young')).toBe(true);
		expect(mayOpen('meeting', 'coordinator')).toBe(true);
	});

	it('a conversation from outside needs a reason of ten characters', () => {
		expect(mayOpen('message', 'coordinator')).toBe(false);
		expect(mayOpen('message', 'coordinator', reason.slice(1))).toBe(false);
		expect(mayOpen('message', 'coordinator', reason)).toBe(true);
	});

	it('is refused for a reason made of spaces', () => {
		expect(mayOpen('message', 'safeguarding', ' '.repeat(40))).toBe(false);
		expect(mayOpen('message', 'safeguarding', `a${' '.repeat(40)}b`)).toBe(false);
	});

	it('what is never seen stays shut for the best of reasons', () => {
		expect(mayOpen('held_message', 'safeguarding', reason)).toBe(false);
		expect(mayOpen('unsent', 'mentor', reason)).toBe(false);
	});

	it('by whoever stands in needs no reason, and goes no further than what is between the two', () => {
		const open = THINGS.filter((thing) => mayOpen(thing, 'cover', reason));
		expect(open).toEqual([
			...['check_in', 'message', 'meeting', 'meeting_note', 'meeting_idea'],
			...['agreement', 'name', 'seen', 'late', 'goal', 'goal_count'],
			...['path', 'goodbye', 'ending', 'afterwards', 'gathering']
		]);
		expect(open.every((thing) => mayOpen(thing, 'cover'))).toBe(true);
	});

	it('agrees with the table for every thing and viewer', () => {
		for (const thing of THINGS)
			for (const viewer of VIEWERS) {
				const answer = seeing(thing, viewer);
				const free = ['always', 'while_covering'].includes(answer);
				expect(mayOpen(thing, viewer)).toBe(free);
				expect(mayOpen(thing, viewer, reason)).toBe(free || answer === 'with_a_reason');
			}
	});
});

describe('who somebody is', () => {
	it('is their side of the pairing, in that role only', () => {
		expect(viewerOf('young', 'young')).toBe('young');
		expect(viewerOf('mentor', 'mentor')).toBe('mentor');
		expect(viewerOf('coordinator', 'mentor')).toBe('others');
		expect(viewerOf('mentor', 'young')).toBe('others');
	});

	it('is whoever stands in, as a mentor only, while they do', () => {
		expect(viewerOf('mentor', 'cover')).toBe('cover');
		for (const role of ROLES.filter((role) => role !== 'mentor'))
			expect(viewerOf(role, 'cover')).toBe('others');
		expect(viewerOf('mentor', 'none')).toBe('others');
	});

	it('is their place in a small group, in that role only', () => {
		expect(viewerOf('mentor', 'worker')).toBe('worker');
		expect(viewerOf('young', 'circle')).toBe('circle');
		expect(viewerOf('young', 'worker')).toBe('others');
		expect(viewerOf('mentor', 'circle')).toBe('others');
	});

	it('is their work for the programme', () => {
		expect(viewerOf('coordinator', 'programme')).toBe('coordinator');
		expect(viewerOf('safeguarding', 'programme')).toBe('safeguarding');
	});

	it('is nobody for another young person, another mentor, the group and its facilitator', () => {
		for (const role of ['young', 'mentor', 'group', 'facilitator'] as const)
			expect(viewerOf(role, 'programme')).toBe('others');
	});

	it('is nobody in another programme, whatever the role', () => {
		for (const role of ROLES) expect(viewerOf(role, 'none')).toBe('others');
	});
});
