import letters from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import { chosenOf } from '$lib/domain/keepsakes/things';
import { pageOf } from '$lib/domain/keepsakes/page';
import look from '$lib/ui/keepsake/book.css?raw';
import tokens from '$lib/ui/tokens.css?raw';
import { bookOf } from '$lib/wording/keepsake';
import { app } from '$lib/device/app.svelte';
import type { Book } from '$lib/domain/keepsakes/book';
import type { Here } from './here';

/** The book as it stands now: exactly what was picked. */
export function bookHere({ kept, own }: Here): Book {
	const { offered, isPicked, pairing, nameOf, plan, zone, endedAt } = kept;
	const { cover, pictures } = own;
	const chosen = chosenOf(offered, isPicked);
	return bookOf({ pairing, nameOf, plan, zone, endedAt, cover, pictures, chosen, now: app.now });
}

/** How it looks where the colours and sizes of the app are there already. */
export const BOOK_LOOK = look;

/** The whole file. @param face see `theFace` */
export const pageHere = (here: Here, face: string): string => pageOf(bookHere(here), style(face));

function style(face: string): string {
	// Paper is light, whatever the phone is.
	const colours = tokens.replaceAll('@media (prefers', '@media screen and (prefers');
	const scheme = ':root { color-scheme: light dark; }';
	return [face, colours, scheme, look].join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

/** The letters of the app, to go into the file; nothing where they are not to be had, and others do as well. */
export async function theFace(): Promise<string> {
	try {
		const bytes = new Uint8Array(await (await fetch(letters)).arrayBuffer());
		const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
		const from = `url('data:font/woff2;base64,${base64}') format('woff2')`;
		return `@font-face { font-family: 'Atkinson Hyperlegible Next'; font-weight: 200 800; src: ${from}; }`;
	} catch {
		return '';
	}
}
