import type { AboutLineBody } from '$lib/domain/about/about';
import { DAY, type Instant } from '$lib/domain/clock/zones';
import type { WishAnswerBody } from '$lib/domain/wishes/answer';
import { character, PROGRAMME } from './cast';
import type { Told } from './history';

export const NOOR = character('noor', 'Noor', ['young'], 'paper lantern');

const answers: Record<string, Partial<WishAnswerBody>> = {
	age: { choices: ['close', '20s_30s'], weight: 'like' },
	gender: { choices: ['woman'], weight: 'must' },
	been_through: { choices: ['care', 'moving'], weight: 'like' },
	together: { choices: ['listen', 'do'], weight: 'like' },
	interests: { choices: ['drawing', 'anime', 'music'], weight: 'like' },
	cant_stand: { choices: ['crowds', 'being_asked'], weight: 'like' },
	places: { choices: ['cafe', 'town'], weight: 'like' },
	days: { choices: ['wed_after_school', 'sun_daytime'], weight: 'must' }
};

const about: AboutLineBody[] = [
	{ line: 'good_at', words: 'drawing, and remembering lyrics', shared: true },
	{ line: 'please_dont', words: 'ask about my dad', shared: false }
];

/** Noor has waited for three weeks: so that a desk has somebody to match. */
export function noorsWish(now: Instant): Told[] {
	const at = now - 21 * DAY;
	const programmeId = PROGRAMME.id;
	return [
		{
			...{ by: NOOR.id, at, id: 'demo-wish-noor', kind: 'wish' as const },
			body: { programmeId, wanted: 'yes' as const, inMind: null }
		},
		...Object.entries(answers).map(([question, given], index) => ({
			...{
				by: NOOR.id,
				at: at + index * 1000,
				id: `demo-wish-noor-${question}`,
				kind: 'wish-answer' as const
			},
			body: { programmeId, question, choices: [], words: '', weight: 'like' as const, ...given }
		})),
		...about.map((body) => ({
			...{ by: NOOR.id, at, id: `demo-about-noor-${body.line}`, kind: 'about-line' as const },
			body
		}))
	];
}
