import type { Book, BookAnswers, BookEntry, BookGoal, BookLine, BookPicture, BookWords } from './book';
import { markup, Markup } from './markup';

/** What a page that opens without us may do: nothing but look as it does. It asks nobody for anything. */
const ALONE =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'";
const PICTURE = /^data:image\/(webp|jpeg|png);base64,[A-Za-z0-9+/]+={0,2}$/;

/**
 * A keepsake as one page: a file that any browser opens, with no network and without us.
 * @param style how it looks; our own, never anybody's words
 */
export function pageOf(book: Book, style: string): string {
	const { language, cover } = book;
	const head = markup`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ALONE}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${cover.title}</title>
${new Markup(`<style>\n${style.replaceAll('</', '<\\/')}\n</style>`)}`;
	return markup`<!doctype html>
<html lang="${language}">
<head>
${head}
</head>
<body>
${bodyOf(book)}
</body>
</html>
`.text;
}

/** What is inside the page, as it can also be looked at before it is taken. */
export function bodyOf({ cover, contents, parts, made }: Book): Markup {
	return markup`<div class="book" data-colour="${cover.colour}">
<header class="cover">
${CORNERS}
<div class="title">
<h1 dir="auto">${cover.title}</h1>
${cover.line && markup`<p class="line" dir="auto">${cover.line}</p>`}
</div>
${cover.about && markup`<p class="about">${cover.about}</p>`}
</header>
${
	parts.length > 1 &&
	markup`<nav aria-label="${contents}"><ol>
${parts.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`)}</ol></nav>`
}
<main>
${parts.map(
	({ id, title, entries }) => markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div class="entries ${id}">
${entries.map(entry)}</div>
</section>
`
)}</main>
<footer><p>${made}</p></footer>
</div>`;
}

/** The one square corner, drawn three times. */
const CORNERS = markup`<svg class="corners" viewBox="0 0 320 320" aria-hidden="true" focusable="false">
<path class="far" d="M0 0H320V320A320 320 0 0 1 0 0Z"/>
<path class="near" d="M96 0H320V224A224 224 0 0 1 96 0Z"/>
<path class="nearest" d="M200 0H320V120A120 120 0 0 1 200 0Z"/>
</svg>`;

function entry(one: BookEntry): Markup | undefined {
	switch (one.is) {
		case 'goal':
			return goal(one);
		case 'said':
			return said(one, 'said');
		case 'letter':
			return said(one, 'letter');
		case 'answers':
			return answers(one);
		case 'picture':
			return picture(one);
	}
}

const time = ({ when, day }: Pick<BookWords, 'when' | 'day'>) =>
	markup`<time datetime="${day}">${when}</time>`;

function said(words: BookWords, look: 'said' | 'letter' | 'note'): Markup {
	const whose = words.mine ? 'mine' : 'theirs';
	return markup`<figure class="${look} ${whose}">
<blockquote><p dir="auto">${words.words}</p></blockquote>
<figcaption><b dir="auto">${words.from}</b> ${time(words)}</figcaption>
</figure>
`;
}

function goal({ kind, words, done, line: own, steps, notes }: BookGoal): Markup {
	return markup`<article class="goal">
<p class="kind">${kind}</p>
<h3 dir="auto">${words}</h3>
<p class="done">${done}</p>
${own && line(own)}
${
	steps &&
	markup`<h4>${steps.title}</h4>
<ul class="steps">
${steps.words.map((step) => markup`<li dir="auto">${step}</li>\n`)}</ul>`
}
${notes && markup`<h4>${notes.title}</h4>\n${notes.said.map((one) => said(one, 'note'))}`}
</article>
`;
}

function line({ title, low, high, marks }: BookLine): Markup {
	const along = (at: number) => 12 + Math.min(10, Math.max(0, at)) * 29.6;
	const first = marks.slice(0, -1);
	const last = marks.at(-1);
	return markup`<h4>${title}</h4>
<div class="own-line">
<svg viewBox="0 0 320 24" aria-hidden="true" focusable="false"><path class="rail" d="M12 12H308"/>${first.map(
		({ at }) => markup`<circle class="before" cx="${along(at)}" cy="12" r="6"/>`
	)}${last && markup`<circle class="now" cx="${along(last.at)}" cy="12" r="10"/>`}</svg>
<p class="ends"><span dir="auto">${low}</span> <span dir="auto">${high}</span></p>
<ol>
${marks.map(
	(
		mark
	) => markup`<li>${time(mark)}, <b>${mark.said}</b>${mark.words && markup`<p dir="auto">${mark.words}</p>`}</li>
`
)}</ol>
</div>`;
}

function answers(one: BookAnswers): Markup {
	return markup`<article class="answers">
<h3>${one.title}</h3>
<p class="done"><b dir="auto">${one.from}</b> ${time(one)}</p>
<dl>
${one.said.map(({ question, answer }) => markup`<dt dir="auto">${question}</dt>\n<dd dir="auto">${answer}</dd>\n`)}</dl>
</article>
`;
}

function picture({ data, alt, words }: BookPicture): Markup | undefined {
	if (!PICTURE.test(data)) return undefined;
	return markup`<figure class="picture">
<img src="${data}" alt="${alt}">
${words && markup`<figcaption dir="auto">${words}</figcaption>`}
</figure>
`;
}
