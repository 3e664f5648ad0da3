import { describe, expect, test } from 'vitest';
import { pageOf } from './page';
import { DOT, someBook } from './some-book';

const STYLE = 'p { margin: 0 }';
const plain = pageOf(someBook(), STYLE);

/** Every tag of a page, without what is said in it. */
const tagsOf = (page: string) =>
	[...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/(alt|aria-label|datetime)="[^"]*"/g, '$1'));
/** What a reader reads: the page without its tags, each name for a letter read as that letter. */
const readOf = (page: string) =>
	page
		.replace(/<style>[\s\S]*<\/style>/, '')
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');

const WORDS: Record<string, string> = {
	'a tag': '<script>alert(1)</script>',
	'a picture that is none': '<img src=x onerror=alert(1)>',
	'the end of everything': '</p></figure></main></body></html><h1>mine</h1>',
	'the end of the style': '</style><style>* { display: none }',
	'a comment': '<!-- gone --> and <![CDATA[ so on ]]>',
	'double quotes': '" onmouseover="alert(1)" x="',
	'single quotes': "' onmouseover='alert(1)' x='",
	'names of letters': '&lt;b&gt; &amp;amp; &#60;b&#62; &nbsp',
	'what templates and replacing read': '§{alert(1)} {{x}} {@html x} $& $1 $` \\u003c \\'.replace('§', '$'),
	'pictures in text': '👩🏽‍🏫🏳️‍🌈👨‍👩‍👧‍👦 ok ✌️',
	'right-to-left words': 'مرحبا يا سام، שלום לך',
	'letters that turn what follows round': 'abc\u202Eedoc\u202C \u2066x\u2069',
	'a very long word': 'W'.repeat(4000),
	'many lines': 'one\n\n\ntwo\n\tthree'
};

describe('whatever somebody wrote', () => {
	test.each(Object.entries(WORDS))('%s stays words in every place of the page', (_, words) => {
		const page = pageOf(
			someBook(() => words),
			STYLE
		);
		expect(tagsOf(page)).toEqual(tagsOf(plain));
		const places = JSON.stringify(someBook(() => 'HERE')).split('"HERE"').length - 1;
		// The title is also what the window is called; the parts are named in the list of them too. Alternatives,
		// and what the list is called, are in tags.
		const parts = someBook().parts.length;
		expect(readOf(page).split(words).length - 1).toBe(places + 1 + parts - 2);
	});

	test('halves of letters and control characters do not break the page', () => {
		const page = pageOf(
			someBook(() => 'a\u0000b\ud83dc\u0007\ufffe'),
			STYLE
		);
		expect(page.isWellFormed()).toBe(true);
		expect(page).not.toMatch(/[\u0000\u0007\ufffe]/);
		expect(page).toContain('a\ufffdb\ufffdc\ufffd');
	});
});

describe('a page that opens without us', () => {
	test('asks nobody for anything: no script, no address, a rule that forbids both', () => {
		expect(plain).not.toMatch(/<script|<link|<iframe|<object|<base|\bsrcset=|\bon\w+=|https?:/i);
		expect(
			[...plain.matchAll(/(?:src|href)="([^"]{1,5})/g)].every(([, to]) => /^(data:|#)/.test(to ?? ''))
		).toBe(true);
		expect(plain).toContain('default-src &#39;none&#39;');
	});

	test('has one title, a language, headings in order, and a name for each part', () => {
		expect(plain).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
		expect(plain.match(/<h1/g)).toHaveLength(1);
		const levels = [...plain.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
		levels.reduce((before, level) => {
			expect(level).toBeLessThanOrEqual(before + 1);
			return level;
		});
		for (const { id } of someBook().parts)
			for (const there of [`id="${id}"`, `href="#${id}"`, `aria-labelledby="${id}"`])
				expect(plain.split(there).length - 1, there).toBe(1);
	});

	test('says which way words run, wherever they are somebody’s', () => {
		for (const words of ['walk away when it kicks off', 'i lose it', 'the bench', 'that he came', 'bad week'])
			expect(plain, words).toMatch(new RegExp(`dir="auto">${words}`));
	});

	test('has no list of parts where there is one part, and no parts where nothing was picked', () => {
		const { parts, ...rest } = someBook();
		expect(pageOf({ ...rest, parts: parts.slice(0, 1) }, '')).not.toContain('<nav');
		const bare = pageOf({ ...rest, parts: [] }, '');
		expect(bare).not.toContain('<section');
		expect(bare).toContain('What I’m taking with me');
	});

	test('leaves out what the cover does not say', () => {
		const book = someBook();
		const cover = { ...book.cover, line: '', about: '' };
		expect(pageOf({ ...book, cover }, '')).not.toMatch(/class="(line|about)"/);
	});
});

describe('a picture', () => {
	const withPicture = (data: string) => {
		const { parts, ...rest } = someBook();
		const pictures = parts.filter(({ id }) => id === 'pictures');
		const entries = [{ is: 'picture' as const, data, alt: 'Picture 1', words: '' }];
		return pageOf({ ...rest, parts: pictures.map((part) => ({ ...part, entries })) }, '');
	};

	test.each(['webp', 'jpeg', 'png'])('goes in as %s', (kind) => {
		expect(withPicture(`data:image/${kind};base64,AAAA`)).toContain(
			`<img src="data:image/${kind};base64,AAAA"`
		);
	});

	test.each([
		'https://example.org/a.png',
		'data:image/svg+xml;base64,AAAA',
		'data:text/html;base64,AAAA',
		'data:image/png;base64,AA"onerror="x',
		'data:image/png,AAAA',
		'javascript:alert(1)',
		''
	])('does not go in as %s', (data) => {
		expect(withPicture(data)).not.toContain('<img');
	});

	test('of one dot is one', () => {
		expect(withPicture(DOT)).toContain(DOT);
	});
});
