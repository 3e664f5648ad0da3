import { USUALLY_ON } from './features';
import type { Plan } from './plan';

/**
 * What a pairing goes by that began before its programme had a plan, or whose plan this phone does not know yet: one
 * stage without an end, goals for whoever wants them, nothing that is asked for.
 */
export const USUAL_PLAN: Plan = {
	model: 'usual',
	shape: 'pairing',
	mentors: { are: 'volunteer', called: 'mentor', from: null, to: null, experience: false },
	young: { from: 10, to: 25 },
	stages: [
		{
			id: 'together',
			kind: 'going_on',
			name: 'Time together',
			purpose: 'You meet, and decide together what you do.',
			lasts: null,
			meets: 'weekly',
			minutes: null
		}
	],
	goals: { is: 'optional', kinds: ['handling', 'learning', 'fun'], from: null, words: null, domains: [] },
	lookBacks: [],
	ending: {
		is: 'open',
		windDown: { in: 'weeks', many: 8 },
		atLeast: null,
		graduation: false,
		readableMonths: 12,
		lookInMonths: [1, 3, 6]
	},
	windingDown: [
		{ id: 'good', asks: 'both', words: 'What was good?' },
		{ id: 'next', asks: 'both', words: 'What comes next for you?' },
		{ id: 'hopes', asks: 'both', words: 'What do you hope for?' },
		{ id: 'fears', asks: 'both', words: 'Is there something you worry about?' }
	],
	features: [...USUALLY_ON]
};
