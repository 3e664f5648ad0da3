import { expect, test } from 'vitest';
import { fileNameOf, MOST_FILE_NAME_CHARACTERS } from './file-name';

test.each([
	['my year', 'my year.html'],
	['', 'my book.html'],
	['   ', 'my book.html'],
	['../../etc/passwd', 'etc passwd.html'],
	['a\\b:c*d?e"f<g>h|i', 'a b c d e f g h i.html'],
	['.hidden', 'hidden.html'],
	['notes.html', 'notes.html'],
	['notes.HTM ', 'notes.html'],
	['photo\u202Egpj.exe', 'photo gpj exe.html'],
	['a\u0000b\nc', 'a b c.html'],
	['كتابي', 'كتابي.html'],
	['ספר שלי', 'ספר שלי.html'],
	['best 👩🏽‍🏫 ever', 'best 👩🏽‍🏫 ever.html'],
	['???', 'my book.html']
])('%j is called %j', (chosen, name) => {
	expect(fileNameOf(chosen, 'my book')).toBe(name);
});

test('as long as it may be it stays, and one more is cut', () => {
	const most = 'x'.repeat(MOST_FILE_NAME_CHARACTERS);
	expect(fileNameOf(most, 'b')).toBe(`${most}.html`);
	expect(fileNameOf(`${most}y`, 'b')).toBe(`${most}.html`);
});

test('where nothing is left of either, it still has a name', () => {
	expect(fileNameOf('/', '*')).toBe('book.html');
});
