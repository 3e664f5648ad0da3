import type { WishChoice } from './question';

const choices = (lines: string): WishChoice[] =>
	lines
		.trim()
		.split('\n')
		.map((line) => {
			const [key = '', says = '', picture = ''] = line.split('|').map((part) => part.trim());
			return { key, says, picture };
		});

/** Things to be into, as a new programme lists them. */
export const LIKES = choices(`
	music        | Music                    | music
	making_music | Making music             | mic
	gaming       | Gaming                   | gamepad-2
	football     | Football                 | goal
	gym          | Gym or boxing            | dumbbell
	running      | Running                  | timer
	swimming     | Swimming                 | waves
	bikes        | Bikes or skating         | bike
	cars         | Cars and engines         | car
	walking      | Walking outdoors         | mountain
	animals      | Animals                  | dog
	fishing      | Fishing                  | fish
	drawing      | Drawing and painting     | palette
	making       | Making and fixing things | hammer
	cooking      | Cooking and baking       | chef-hat
	eating_out   | Eating out               | utensils
	films        | Films and series         | clapperboard
	anime        | Anime and comics         | book-open
	reading      | Reading                  | library
	writing      | Writing                  | pencil
	acting       | Acting and dance         | drama
	photos       | Photos and videos        | camera
	hair_clothes | Hair, make-up, clothes   | scissors
	computers    | Computers and coding     | laptop
	plants       | Growing things           | sprout
	chess        | Board games and chess    | puzzle
	travel       | Trips and travel         | plane
	changing     | Changing things          | megaphone
`);

/** Things one cannot stand: ordinary ones, that nobody is hurt to read on a card. */
export const NOT_LIKES = choices(`
	crowds         | Crowds                         | users
	noise          | Loud places                    | volume-2
	quiet          | Long silences                  | volume-x
	late           | People who are late            | alarm-clock
	small_talk     | Small talk                     | message-circle
	being_asked    | Lots of questions              | circle-question-mark
	told           | Being told what to do          | megaphone
	fake           | People who fake it             | drama
	fuss           | A fuss on my birthday          | cake
	mornings       | Early mornings                 | sunrise
	waiting        | Waiting around                 | hourglass
	meetings       | Meetings about me              | calendar-clock
	forms          | Forms                          | list-checks
	phone_calls    | Phone calls                    | phone
	photos         | Having my photo taken          | camera
	showing_off    | Showing off                    | crown
	team_sport     | Team sports                    | trophy
	sport          | Sport of any kind              | dumbbell
	shopping       | Shopping                       | store
	cooking        | Cooking                        | chef-hat
	horror         | Horror films                   | ghost
	spiders        | Spiders                        | bug
	rain           | Getting wet                    | cloud-rain
	dogs           | Dogs                           | dog
	plans_change   | Plans that change              | calendar-range
`);
