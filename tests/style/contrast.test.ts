import { describe, expect, it } from 'vitest';
import { PLACES } from '../../src/lib/ui/place';
import { files, text } from '../architecture/imports';
import { coloursIn, contrast, rules, showable } from './colours';

const TOKENS = 'src/lib/ui/tokens.css';
const [onScreen, printed] = text(TOKENS).split('@media print') as [string, string];
const [light, dark] = onScreen.split('@media (prefers-color-scheme: dark)') as [string, string];
/** Dark sets again what differs: what it leaves out stays as it is in light. */
const themes = { light: coloursIn(light), dark: new Map([...coloursIn(light), ...coloursIn(dark)]) };

const tints = PLACES.map((place) => `${place}-tint`);
/** What words may stand on. An ink that names no ground of its own must be legible on every one of these. */
const GROUNDS = ['paper', 'card', 'line', ...tints];

/** Words and their grounds: 4.5 to 1. */
const WORDS: Record<string, string[]> = {
	ink: [...GROUNDS, ...PLACES],
	soft: GROUNDS,
	wrong: GROUNDS,
	paper: ['ink'],
	'slip-ink': ['slip']
};
/** Edges, marks and the focus ring, on what is around them: 3 to 1. */
const PARTS: Record<string, string[]> = {
	ink: GROUNDS,
	edge: ['paper', 'card'],
	wrong: ['paper', 'card'],
	soft: GROUNDS,
	focus: GROUNDS,
	paper: ['ink'],
	'slip-ink': ['slip'],
	...Object.fromEntries(PLACES.map((place) => [`${place}-strong`, ['paper', 'card', `${place}-tint`]]))
};
/** Colours that only please: hairlines between things, the shapes of drawings, a cut-out's rim. */
const DECORATION = ['line', 'card', 'paper', ...PLACES, ...tints];

/** `--tint` and the like stand for the colours of whichever place wears them. */
const WORN: Record<string, string[]> = {
	tint: tints,
	plain: [...PLACES],
	strong: PLACES.map((place) => `${place}-strong`)
};

interface Used {
	file: string;
	ink: string[];
	ground: string[];
	parts: string[];
}

function colours(value = ''): string[] {
	return [...value.matchAll(/var\(--([\w-]+)/g)]
		.flatMap(([, name]) => WORN[name!] ?? [name!])
		.filter((name) => themes.light.has(name));
}

function styles(file: string): string {
	if (file.endsWith('.css')) return text(file);
	return [...text(file).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');
}

const sheets = files('src', ['.svelte', '.css']).filter((file) => file !== TOKENS);
const used: Used[] = sheets.flatMap((file) =>
	[...rules(styles(file))].map((rule) => ({
		file,
		ink: colours(rule.get('color')),
		ground: colours(rule.get('background') ?? rule.get('background-color')),
		parts: [...rule]
			.filter(([name]) => /^(border|outline|fill|stroke|accent-color|box-shadow|text-decoration)/.test(name))
			.flatMap(([, value]) => colours(value))
	}))
);

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	const colour = (name: string) => themes[theme].get(name)!;

	it.each([...themes[theme].keys()])('--%s is a colour that every screen can show', (name) => {
		expect(showable(colour(name)), `--${name} in ${theme} is outside sRGB`).toBe(true);
	});

	it.each(listed(WORDS))('words in --%s on --%s have 4.5 to 1', (ink, ground) => {
		expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
	});

	it.each(listed(PARTS))('marks in --%s on --%s have 3 to 1', (mark, ground) => {
		expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3);
	});
});

it('what is printed has 4.5 to 1', () => {
	const print = coloursIn(printed);
	expect(contrast(print.get('soft')!, print.get('paper')!)).toBeGreaterThanOrEqual(4.5);
});

it('every ground in the app is one that words are checked on', () => {
	const known = [...GROUNDS, ...PLACES, 'ink', 'slip'];
	expect(strays(({ ground }) => ground.filter((name) => !known.includes(name)))).toEqual([]);
});

it('every ink is listed for the ground it names, or for all of them when it names none', () => {
	const unlisted = ({ ink, ground }: Used) =>
		ink.flatMap((name) =>
			(ground.length > 0 ? ground : GROUNDS)
				.filter((under) => !WORDS[name]?.includes(under))
				.map((under) => `${name} on ${under}`)
		);
	expect(strays(unlisted)).toEqual([]);
});

it('every edge, mark and drawing is listed', () => {
	const known = [...Object.keys(PARTS), ...DECORATION];
	expect(strays(({ parts }) => parts.filter((name) => !known.includes(name)))).toEqual([]);
});

it('no colour is written anywhere but among the tokens', () => {
	const raw = sheets.flatMap((file) =>
		[...rules(styles(file))].flatMap((rule) =>
			[...rule]
				.filter(([, value]) =>
					/#[\da-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab|lch|lab|hwb|white|black)\b/i.test(value)
				)
				.map(([name, value]) => `${file}: ${name}: ${value}`)
		)
	);
	expect(raw).toEqual([]);
});

function listed(pairs: Record<string, string[]>): [string, string][] {
	return Object.entries(pairs).flatMap(([ink, grounds]) =>
		grounds.map((ground): [string, string] => [ink, ground])
	);
}

function strays(find: (one: Used) => string[]): string[] {
	return used.flatMap((one) => find(one).map((name) => `${one.file}: ${name}`));
}
