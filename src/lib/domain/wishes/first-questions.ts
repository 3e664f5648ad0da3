import { LIKES, NOT_LIKES } from './first-interests';
import type { Matches, Picks, WishChoice, WishQuestion } from './question';

const choice = (key: string, says: string, picture?: string, tells?: string): WishChoice => ({
	key,
	says,
	...(picture && { picture }),
	...(tells && { tells })
});

/** How a question is answered and matched, and whether *must have* makes sense. */
const how = (picks: Picks, matches: Matches, weighed: boolean, words = false) => ({
	picks,
	matches,
	weighed,
	words
});

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const TIMES = [
	['daytime', 'daytime', 'sun'],
	['after_school', 'after school', 'school'],
	['evening', 'evening', 'moon']
] as const;

/** `mon_daytime` to `sun_evening`; there is no school to come out of at the weekend. */
const TIMES_OF_THE_WEEK = DAYS.flatMap((day, index) =>
	TIMES.filter(([time]) => time !== 'after_school' || index < 5).map(([time, says, picture]) =>
		choice(`${day.slice(0, 3).toLowerCase()}_${time}`, `${day}, ${says}`, picture)
	)
);

/** What a new programme asks, until its participation group changes the words. */
export const FIRST_QUESTIONS: WishQuestion[] = [
	{
		key: 'age',
		asks: 'How old would they be?',
		hint: 'Pick more than one if you like.',
		tells: 'How old are you, roughly?',
		...how('many', 'same', true),
		choices: [
			choice('close', 'Close to my age (16 to 24)', 'users', '16 to 24'),
			choice('20s_30s', 'In their 20s or 30s', 'user-round'),
			choice('40s_50s', 'In their 40s or 50s', 'coffee'),
			choice('60_over', '60 and over', 'book-open')
		]
	},
	{
		key: 'gender',
		asks: 'Who do you feel most at ease with?',
		tells: 'Which of these are you?',
		...how('many', 'same', true, true),
		choices: [
			choice('woman', 'A woman', 'venus'),
			choice('man', 'A man', 'mars'),
			choice('non_binary', 'Someone non-binary', 'circle-dashed')
		]
	},
	{
		key: 'heritage',
		asks: 'Does it matter where their family is from?',
		hint: 'Some people like someone who knows their culture without being told.',
		tells: 'Where is your family from?',
		...how('many', 'same', true, true),
		choices: [
			choice('african', 'African'),
			choice('arab', 'Arab'),
			choice('bangladeshi', 'Bangladeshi'),
			choice('caribbean', 'Caribbean'),
			choice('chinese', 'Chinese'),
			choice('east_european', 'East European'),
			choice('english_scottish_welsh', 'English, Scottish or Welsh'),
			choice('indian', 'Indian'),
			choice('irish', 'Irish'),
			choice('kurdish', 'Kurdish'),
			choice('latin_american', 'Latin American'),
			choice('mixed', 'More than one of these'),
			choice('pakistani', 'Pakistani'),
			choice('roma_traveller', 'Gypsy, Roma or Traveller'),
			choice('turkish', 'Turkish')
		]
	},
	{
		key: 'faith',
		asks: 'Does their faith matter to you?',
		tells: 'Do you have a faith?',
		...how('many', 'same', true, true),
		choices: [
			choice('buddhist', 'Buddhist'),
			choice('christian', 'Christian'),
			choice('hindu', 'Hindu'),
			choice('jewish', 'Jewish'),
			choice('muslim', 'Muslim'),
			choice('sikh', 'Sikh'),
			choice('none', 'No faith')
		]
	},
	{
		key: 'languages',
		asks: 'Which languages would you like to talk in?',
		tells: 'Which languages do you speak well?',
		...how('many', 'shared', true, true),
		choices: [
			choice('english', 'English'),
			choice('bsl', 'British Sign Language', 'hand-heart'),
			choice('albanian', 'Albanian'),
			choice('arabic', 'Arabic'),
			choice('bengali', 'Bengali'),
			choice('farsi_dari', 'Farsi or Dari'),
			choice('french', 'French'),
			choice('kurdish', 'Kurdish'),
			choice('pashto', 'Pashto'),
			choice('polish', 'Polish'),
			choice('portuguese', 'Portuguese'),
			choice('punjabi', 'Punjabi'),
			choice('romanian', 'Romanian'),
			choice('somali', 'Somali'),
			choice('spanish', 'Spanish'),
			choice('tigrinya', 'Tigrinya'),
			choice('turkish', 'Turkish'),
			choice('ukrainian', 'Ukrainian'),
			choice('urdu', 'Urdu'),
			choice('vietnamese', 'Vietnamese'),
			choice('welsh', 'Welsh')
		]
	},
	{
		key: 'been_through',
		asks: 'Would you like someone who’s been through something similar?',
		hint: 'You don’t have to say more than you tick. They don’t see what you ticked.',
		tells: 'What have you been through yourself, that you’re fine to say on your card?',
		...how('many', 'shared', true, true),
		choices: [
			choice('care', 'Living away from family', 'house'),
			choice('moving', 'Moving home a lot', 'footprints'),
			choice('new_country', 'Coming to a new country', 'globe'),
			choice('loss', 'Losing someone', 'heart'),
			choice('school', 'A hard time at school', 'school'),
			choice('police', 'Trouble with the police', 'siren'),
			choice('low', 'Feeling very low or anxious', 'cloud-rain'),
			choice('adhd_autism', 'ADHD or autism', 'brain'),
			choice('disability', 'A disability or long illness', 'accessibility'),
			choice('lgbt', 'Being LGBT+', 'sparkles'),
			choice('parent', 'Being a young parent', 'baby')
		]
	},
	{
		key: 'together',
		asks: 'What would you mostly do together?',
		tells: 'What are you best at with people?',
		...how('many', 'shared', true),
		choices: [
			choice('listen', 'Listen to me', 'ear', 'Listening'),
			choice('do', 'Do things with me', 'footprints', 'Doing things'),
			choice('sort', 'Help me sort things out', 'list-checks', 'Sorting things out'),
			choice('push', 'Push me a bit', 'rocket', 'A friendly push')
		]
	},
	{
		key: 'interests',
		asks: 'What are you into?',
		tells: 'What are you into?',
		...how('many', 'shared', false, true),
		choices: LIKES
	},
	{
		key: 'cant_stand',
		asks: 'What can’t you stand?',
		hint: 'People who can’t stand the same things often get on.',
		tells: 'What can’t you stand?',
		...how('many', 'dislikes', false, true),
		choices: NOT_LIKES
	},
	{
		key: 'places',
		asks: 'Where would you like to meet?',
		tells: 'Where are you happy to meet?',
		...how('many', 'places', true, true),
		choices: [
			choice('cafe', 'A café', 'coffee'),
			choice('outside', 'A park or a walk', 'trees'),
			choice('sport', 'A gym or a pitch', 'dumbbell'),
			choice('library', 'A library', 'library'),
			choice('town', 'In town', 'store'),
			choice('youth_club', 'A youth club', 'users-round'),
			choice('home', 'Where I live', 'house', 'Where they live'),
			choice('school', 'At school or college', 'school'),
			choice('online', 'A video call', 'video')
		]
	},
	{
		key: 'days',
		asks: 'Which days and times are good?',
		tells: 'When can you usually meet?',
		...how('many', 'days', true),
		choices: TIMES_OF_THE_WEEK
	},
	{
		key: 'how_often',
		asks: 'How often would you meet?',
		tells: 'How often can you meet?',
		...how('many', 'same', true),
		choices: [
			choice('weekly', 'Every week', 'calendar-days'),
			choice('fortnightly', 'Every two weeks', 'calendar-range'),
			choice('monthly', 'Once a month', 'calendar')
		]
	},
	{
		key: 'reach',
		asks: 'Between meetings, how may they reach you?',
		tells: 'Between meetings, how can you be reached?',
		...how('many', 'shared', true),
		choices: [
			choice('messages', 'Messages in this app', 'message-square'),
			choice('calls', 'A phone call', 'phone'),
			choice('video', 'A video call', 'video'),
			choice('not_between', 'Only when we meet', 'calendar')
		]
	},
	{
		key: 'paid',
		asks: 'Volunteer or paid?',
		hint: 'A volunteer isn’t paid to see you. For a paid worker, it is their job.',
		tells: 'Are you a volunteer, or is this your job?',
		...how('one', 'same', true),
		choices: [choice('volunteer', 'A volunteer', 'hand-heart'), choice('paid', 'A paid worker', 'briefcase')]
	},
	{
		key: 'called',
		asks: 'What would you call them?',
		tells: 'What do you like to be called?',
		...how('one', 'none', false, true),
		choices: [
			choice('name', 'Just their name', 'smile'),
			choice('mentor', 'My mentor', 'graduation-cap'),
			choice('ally', 'My ally', 'heart-handshake'),
			choice('visitor', 'My visitor', 'door-open')
		]
	}
];

/** What a programme asks: its own words, or the first ones. */
export function questionsOf({ wishQuestions }: { wishQuestions: WishQuestion[] | null }): WishQuestion[] {
	return wishQuestions ?? FIRST_QUESTIONS;
}
