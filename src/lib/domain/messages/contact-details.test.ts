import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { UK_HELP_LINES } from '../programmes/help-lines';
import { contactDetails } from './contact-details';

// Many cases on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kindsIn = (text: string) => contactDetails(text).map(({ kind }) => kind);

describe('phone numbers are noticed', () => {
	it.each([
		['07700900123'],
		['my number is 07700 900123'],
		['ring 07700 900 123 after 6'],
		['07700-900-123'],
		['07700.900.123'],
		['(07700) 900123'],
		['0 7 7 0 0 9 0 0 1 2 3'],
		['0-7-7-0-0-9-0-0-1-2-3'],
		['0, 7, 7, 0, 0, 9, 0, 0, 1, 2, 3'],
		['07700,900,123'],
		['07700/900123'],
		['07 70 09 00 12 3'],
		['07700\n900123'],
		['07700 … 900123'],
		['+447700900123'],
		['+44 7700 900123'],
		['+44 (0)7700 900123'],
		['0044 7700 900123'],
		['00447700900123'],
		['447700900123'],
		['44 7700 900123'],
		['7700900123 its missing the first 0'],
		['7700 900123'],
		['020 7946 0958'],
		['01632 960983'],
		['(0161) 496 0123'],
		['0121 496 0123 is home'],
		['+1 202 555 0143'],
		['202-555-0143'],
		['(202) 555-0143'],
		['06 39 98 12 47'],
		['+353 85 012 3456'],
		['+48 512 345 678'],
		['oh seven seven double oh nine double oh one two three'],
		['Oh Seven Seven Zero Zero Nine Zero Zero One Two Three'],
		['zero seven seven oh oh, nine oh oh, one two three'],
		['oh double seven double oh, nine hundred, one two three'],
		['oh triple seven nine oh oh one two three four'],
		['plus four four seven seven double oh nine double oh one two three'],
		['o77oo 9oo 123'],
		['O7700 900123'],
		['０７７００９００１２３'],
		['٠٧٧٠٠٩٠٠١٢٣'],
		['۰۷۷۰۰ ۹۰۰۱۲۳'],
		['०७७००९००१२३'],
		['𝟎𝟕𝟕𝟎𝟎𝟗𝟎𝟎𝟏𝟐𝟑'],
		['⓪⑦⑦⓪⓪⑨⓪⓪①②③'],
		['0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣'],
		['0🔥7🔥7🔥0🔥0🔥9🔥0🔥0🔥1🔥2🔥3'],
		['077\u200b00900\u200b123'],
		['in 2024 i got a new number 07700900123'],
		['at 4.30 ring 07700 900123'],
		['0.7700900123'],
		['call 999 or me on 07700 900123'],
		['£5 if you text 07700900123']
	])('%s', (text) => {
		expect(kindsIn(text)).toEqual(['phone']);
	});

	it('both of two numbers side by side', () => {
		expect(contactDetails('07700900123 07700 900456').map(({ text }) => text)).toEqual([
			'07700900123',
			'07700 900456'
		]);
	});

	it('as they were written, and each once', () => {
		expect(contactDetails('ring 07700-900 123 ok? 07700-900 123')).toEqual([
			{ kind: 'phone', text: '07700-900 123' }
		]);
	});

	it('with nine to fifteen figures after a plus, and not with eight or sixteen', () => {
		expect(kindsIn('+12345067')).toEqual([]);
		expect(kindsIn('+123450678')).toEqual(['phone']);
		expect(kindsIn('+123450678123456')).toEqual(['phone']);
		expect(kindsIn('+1234506781234567')).toEqual([]);
	});
});

describe('figures that are no phone numbers are left alone', () => {
	it.each([
		['see you at 4.30 or 5.15 or 6.45 tomorrow'],
		['09:30 10:15 11:00 11:45 12:30'],
		['09.30 10.15 11.00 11.45 12.30'],
		['open 9:00-17:30, 10:00-16:00 sundays'],
		['my birthday is 12/03/2012'],
		['2026-11-22 and 2026-11-29'],
		['22.11.2026 16.30'],
		['22 11 2026 29 11 2026 06 12 2026'],
		['05/11/26 06/11/26 07/11/26'],
		['2024 2025 2026'],
		['from 2019-2020 to 2024-2025'],
		['we won 3-1 then lost 0-2 then drew 2-2 then 0-1 4-3'],
		['scores were 10-8 11-9 9-11 12-10'],
		['won 3:1 2:0 4:4'],
		['1 2 3 4 5 6 7 8 9 10'],
		['one two three four five six seven eight nine ten'],
		['0 1 2 3 4 5 6 7 8 9'],
		['0123456789'],
		['1234567890'],
		['9876543210'],
		['10 20 30 40 50 60 70 80'],
		['100 200 300 400'],
		['5 6 7 0 2 3 4 5 6 7 8 9 out of ten each day'],
		['£1,000,000,000'],
		['it cost £12.99 and £3.50 and 45p'],
		['$1500000000'],
		['i love you 1000000000'],
		['1000000000% true'],
		['+1000000000 aura'],
		['-10000 aura 100000000 aura'],
		['999999999'],
		['haha 00000000000'],
		['8888888888888'],
		['1,234,567,890 people'],
		['pi is 3.14159265358979'],
		['0.3333333333'],
		['7 x 8 = 56, 9 x 12 = 108, 11 x 12 = 132'],
		['my score was 123987456'],
		['i got 284719365 points'],
		['the seed is 840271936452'],
		['10 reps 12 reps 15 reps, 100 press ups, 200 sit ups'],
		['lottery 07, 12, 23, 34, 45, 49'],
		['4111 1111 1111 1111 2'],
		['bus 192 then the 42 then walk 10 mins'],
		['room 204, form 10B, period 5'],
		['oh one more thing'],
		['oh no not one but two of them'],
		['number one fan'],
		['double maths then triple science'],
		['im 14 and a half, my brother is 9 and my sister is 2'],
		['in 2023 there were 10500 people there'],
		['16gb 512gb 1080p 144hz'],
		['gcses: 9 8 7 7 6 5 5'],
		['w8 4 me m8 c u 2nite'],
		['call 999'],
		['text SHOUT to 85258 or ring 116 123'],
		['ring 116123 or 111 or 101'],
		['999 111 101 116123'],
		['childline is 0800 1111'],
		['08001111 or 116 000'],
		['0800 1111 116 123'],
		['+44 800 1111'],
		['papyrus 0800 068 4141'],
		['0800 068 4141 0800 1111']
	])('%s', (text) => {
		expect(contactDetails(text)).toEqual([]);
	});

	it('every number of the help lines', () => {
		for (const line of UK_HELP_LINES) {
			expect(contactDetails(`you can ring ${line.call} or text ${line.text?.to}`)).toEqual([]);
			expect(contactDetails(`look at ${line.link} tonight`)).toEqual([]);
		}
	});
});

describe('e-mail addresses are noticed', () => {
	it.each([
		['jaz@example.com'],
		['my email is jaz.b+home@mail.example.co.uk ok'],
		['JAZ@EXAMPLE.COM'],
		['mailto:jaz@example.com'],
		['(jaz_99@example.org)'],
		['jaz@müller.de'],
		['ｊａｚ＠example.com'],
		['jaz at gmail dot com'],
		['jaz at gmail'],
		['jaz@gmail'],
		['jaz (at) example (dot) com'],
		['jaz[at]example[dot]org'],
		['jaz at example dot co dot uk'],
		['jaz @ hotmail . com'],
		['j\u200baz@exa\u200bmple.com']
	])('%s', (text) => {
		expect(kindsIn(text)).toEqual(['email']);
	});
});

describe('links are noticed', () => {
	it.each([
		['https://example.com/a?b=c#d'],
		['HTTP://EXAMPLE.COM'],
		['look at www.example.photography'],
		['example.com'],
		['go on example.co.uk its good'],
		['example.org/chat'],
		['youtu.be/abc123'],
		['t.me/jazzy'],
		['wa.me/447700900123'],
		['discord.gg/abcdef'],
		['chat.whatsapp.com/AbC'],
		['linktr.ee/jazzy'],
		['bbc dot co dot uk'],
		['jazzy dot com'],
		['ｅｘａｍｐｌｅ.com'],
		['http://192.168.0.1/x'],
		['fearless.org.example.com'],
		['notfearless.org']
	])('%s', (text) => {
		expect(kindsIn(text)).toEqual(['link']);
	});

	it.each([
		['it was great.it was so fun'],
		['ok.so i went home.my mum was there'],
		['yeah.no'],
		['i hate it.is that ok'],
		['at school.in maths.we did fractions'],
		['got there at 4.then left at 5.so tired'],
		['p.e was bad. r.e was worse. d.t is ok'],
		['e.g. like this i.e. that, a.m. p.m. u.k.'],
		['mr.smith and mrs.jones'],
		['and/or him/her 50/50 24/7 n/a w/e'],
		['lol......ok'],
		['v.good m8.thanks'],
		['made homework.doc and main.py and pic.jpg'],
		['https is what'],
		['polka dot dress'],
		['join the dots. dot was there'],
		['on the dot. come on'],
		['// me when'],
		['look at live music and stay at home']
	])('but not in: %s', (text) => {
		expect(contactDetails(text)).toEqual([]);
	});
});

describe('social names are noticed', () => {
	it.each([
		['@jazzyb'],
		['add @jaz_b99 x'],
		['@jaz.b'],
		['my insta is jazzyb'],
		['My Instagram is @jazzyb'],
		['my snap is jazzyb add me'],
		["my snap's jazzyb"],
		['my snap name is jazzyb'],
		['my discord username is jazzyb'],
		['my tiktok - jazzyb99'],
		['snap: jazzyb'],
		['Insta = jazzyb'],
		['ig: jazzyb'],
		['whatsapp: jazzyb'],
		['snap jazzy_b99'],
		['insta jaz.b'],
		['add me on snap'],
		['message me on whatsapp'],
		['msg me on my insta'],
		['hmu on snap'],
		['find me on discord'],
		['whatsapp me'],
		['what’s your snap'],
		["what's ur insta"],
		['can i have your number'],
		['give me your email'],
		['jazzyb#1234'],
		['my username is jazzyb'],
		['ｍｙ ｉｎｓｔａ ｉｓ jazzyb']
	])('%s', (text) => {
		expect(kindsIn(text)).toEqual(['handle']);
	});

	it.each([
		['my insta is private'],
		['my snap is broken'],
		['my discord is down again'],
		['my phone is dead'],
		['my tiktok is full of dogs'],
		['my insta is really boring'],
		['my snap is annoying me'],
		['my snapchat got deleted'],
		['my snap is so dry'],
		['oh snap that was close'],
		['ig so'],
		['ig 2day was ok'],
		['ig its fine: whatever'],
		['snap l8r'],
		['i was on tiktok 4 hours'],
		['insta 2moro'],
		['i got 100 followers on tiktok'],
		['no signal: again'],
		['meet @ 4'],
		['meet @4pm'],
		['meet @4.30'],
		['im @school'],
		['@ home rn'],
		['see u @maccies'],
		['give me your number one tip'],
		['what is your favourite number'],
		['xbox360 and ps5 and fifa25'],
		['played fortnite 2day with y10s'],
		['everyone added me on there'],
		['he texted me on monday'],
		['my email is broken'],
		['its on youtube'],
		['#1 #fyp #2026']
	])('but not in: %s', (text) => {
		expect(contactDetails(text)).toEqual([]);
	});
});

describe('what a young person writes on an ordinary day is left alone', () => {
	it.each([
		['hi sam. today was ok i guess. got a 7 in maths and 2 detentions lol. see you thurs at 4.30'],
		['cant come on 26th its my sisters bday. can we do 3rd dec 5pm instead??'],
		['idk.just feel rubbish.nothing happened.its just one of those days'],
		['we played 5 a side and won 6-2, i scored 3!!! best day since like 2024'],
		['bus was 20 mins late so i got there 10 past. it cost £2.50 each way = £5'],
		['i hate this place. 3 moves in 2 years. 4 schools.'],
		['my step goal is 10000 and i did 12345 today'],
		['رحت المدرسة اليوم الساعة ٤:٣٠ وكان كويس'],
		['😀😀😀 11/10 would go again 😂'],
		['a\nb\nc\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10'],
		['']
	])('%s', (text) => {
		expect(contactDetails(text)).toEqual([]);
	});
});

it('several kinds come in the order they were written', () => {
	expect(
		contactDetails('snap: jazzyb or jaz@example.com or 07700 900123 or example.com').map(({ kind }) => kind)
	).toEqual(['handle', 'email', 'phone', 'link']);
});

it('a number is found in whatever words stand around it', () => {
	const words = fc.array(
		fc.constantFrom('ok', 'so', 'ring', 'me', 'on', 'the', 'bus', 'später', 'لا', '😀', '4.30', '2026', '3-1')
	);
	fc.assert(
		fc.property(words, words, fc.constantFrom('', ' ', '-', '.'), (before, after, gap) => {
			const number = ['07700', '900', '123'].join(gap);
			const text = [...before, 'call', number, 'thanks', ...after].join(' ');
			expect(contactDetails(text)).toContainEqual({ kind: 'phone', text: number });
		})
	);
});

it('long hostile text is read in time that grows with its length', () => {
	const piece = fc.constantFrom(
		...[
			'a',
			'a.',
			'a@',
			'a-',
			'@',
			'.',
			'-',
			'0',
			'0 ',
			'0-',
			'7 ',
			'12 ',
			'1,',
			'+',
			'oh ',
			'double ',
			'www.',
			'http://'
		],
		...[
			'//a.b/(',
			"'a",
			'([{',
			'my snap ',
			'is ',
			'snap ',
			': ',
			'add me ',
			'on ',
			'at ',
			'dot ',
			'com ',
			'\u200b',
			'٣',
			'é',
			'/',
			'\n'
		]
	);
	fc.assert(
		fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
			const unit = pieces.join('');
			const text = unit.repeat(Math.ceil(4000 / unit.length));
			const began = performance.now();
			contactDetails(text);
			// A pattern that backtracks without end takes minutes; a busy machine does not take two seconds.
			expect(performance.now() - began).toBeLessThan(2000);
		}),
		{ numRuns: 60 }
	);
});
