import type { MentorCard } from '$lib/domain/mentors/card';
import { character, DEE, SAM, type Character } from './cast';

export const MAYA = character('maya', 'Maya', ['mentor'], 'river stone');
export const IBRAHIM = character('ibrahim', 'Ibrahim', ['mentor'], 'morning bell');
export const GRACE = character('grace', 'Grace', ['mentor'], 'orchard wall');

/** A mentor of the demo: their card in their own words, and how they stand. */
export interface CastMentor {
	who: Character;
	capacity: number;
	card: MentorCard;
	/** In how many days their newest check runs out; less than nothing is over. */
	checkEndsIn: number;
	/** Whether a coordinator has approved the card. */
	approved: boolean;
}

const mentor = (
	who: Character,
	drawn: string,
	facts: MentorCard['facts'],
	words: MentorCard['words'],
	rest: Pick<CastMentor, 'capacity'> & Partial<CastMentor>
): CastMentor => ({
	who,
	card: { firstName: who.firstName, picture: { drawn }, facts, words },
	checkEndsIn: 500,
	approved: true,
	...rest
});

export const CAST_MENTORS: readonly CastMentor[] = [
	mentor(
		SAM,
		'kite',
		{
			age: ['20s_30s'],
			gender: ['man'],
			languages: ['english', 'polish'],
			been_through: ['school', 'adhd_autism'],
			together: ['do', 'push'],
			interests: ['gym', 'bikes', 'films', 'cooking'],
			cant_stand: ['waiting', 'showing_off', 'forms'],
			places: ['outside', 'cafe'],
			days: ['tue_after_school', 'wed_after_school', 'thu_after_school', 'thu_evening'],
			how_often: ['weekly'],
			reach: ['messages'],
			paid: ['volunteer']
		},
		{
			likes: 'Climbing, badly. Films with the sound up. Feeding people.',
			cantStand: 'Queues, and people who talk over you.',
			how: 'I listen more than I talk. I’m always on time. If I say I’ll do it, I do it.',
			why: 'Someone did this for me when I was 14. I’d like to pass it on.'
		},
		{ capacity: 3 }
	),
	mentor(
		DEE,
		'cup',
		{
			age: ['40s_50s'],
			gender: ['woman'],
			heritage: ['caribbean'],
			languages: ['english'],
			together: ['listen', 'sort'],
			interests: ['music', 'gaming', 'eating_out', 'plants'],
			cant_stand: ['noise', 'fake', 'phone_calls'],
			places: ['cafe', 'library'],
			days: ['mon_evening', 'wed_after_school', 'sat_daytime'],
			how_often: ['weekly', 'fortnightly'],
			reach: ['messages', 'not_between'],
			paid: ['volunteer']
		},
		{
			likes: 'Old soul records, long lunches, getting things to grow.',
			cantStand: 'Loud rooms. Being rung when a message would do.',
			how: 'Calm. I won’t push you to talk. We can just sit.',
			why: 'My own children are grown. I have the time, and I like the company.'
		},
		{ capacity: 2 }
	),
	mentor(
		MAYA,
		'star',
		{
			age: ['close'],
			gender: ['woman'],
			heritage: ['pakistani'],
			faith: ['muslim'],
			languages: ['english', 'urdu'],
			been_through: ['care', 'moving', 'school'],
			together: ['listen', 'do'],
			interests: ['drawing', 'anime', 'making_music', 'hair_clothes'],
			cant_stand: ['crowds', 'being_asked', 'plans_change'],
			places: ['town', 'library', 'cafe'],
			days: ['wed_after_school', 'fri_evening', 'sun_daytime'],
			how_often: ['weekly'],
			reach: ['messages', 'video'],
			paid: ['volunteer']
		},
		{
			likes: 'Drawing in cafés, anime, trying every bubble tea in town.',
			cantStand: 'Crowds, and plans that change at the last minute.',
			how: 'A bit shy at first, then I don’t stop. I never ask “how does that make you feel”.',
			why: 'I lived in four homes before I was 16. I know how odd the first meeting is.'
		},
		{ capacity: 1 }
	),
	mentor(
		IBRAHIM,
		'boat',
		{
			age: ['60_over'],
			gender: ['man'],
			heritage: ['arab'],
			faith: ['muslim'],
			languages: ['english', 'arabic', 'french'],
			been_through: ['new_country', 'loss'],
			together: ['sort', 'listen'],
			interests: ['chess', 'football', 'fishing', 'cooking'],
			cant_stand: ['late', 'small_talk', 'forms'],
			places: ['outside', 'library', 'youth_club'],
			days: ['mon_daytime', 'tue_daytime', 'wed_after_school', 'sat_daytime'],
			how_often: ['weekly', 'fortnightly'],
			reach: ['calls', 'messages'],
			paid: ['volunteer']
		},
		{
			likes: 'Chess, sea fishing, cooking for too many people.',
			cantStand: 'Lateness, mine first of all. Talking about the weather.',
			how: 'Straight with you. Patient. Good with letters and offices.',
			why: 'I came here with one bag. Two people helped me, and I remember both names.'
		},
		{ capacity: 2, checkEndsIn: 19 }
	),
	mentor(
		GRACE,
		'leaf',
		{
			age: ['20s_30s'],
			gender: ['woman'],
			languages: ['english', 'bsl'],
			together: ['push', 'do'],
			interests: ['running', 'swimming', 'animals', 'photos'],
			cant_stand: ['fuss', 'mornings', 'told'],
			places: ['outside', 'sport'],
			days: ['thu_evening', 'sun_daytime'],
			how_often: ['fortnightly'],
			reach: ['messages'],
			paid: ['paid']
		},
		{
			likes: 'Cold water, dogs that aren’t mine, taking photos of both.',
			cantStand: 'Early mornings, and being told to smile.',
			how: 'Lively. I’ll set you a dare and do it with you.',
			why: 'This is my job, and I chose it twice.'
		},
		{ capacity: 1, approved: false }
	)
];
