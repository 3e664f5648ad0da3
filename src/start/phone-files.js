import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }} Chunk */

const GENERATED = '.svelte-kit/generated/client-optimized';
const CHUNKS = '.svelte-kit/output/client/.vite/manifest.json';

/** The pages that must open with no signal, and what every page stands in. */
const ON_THE_PHONE = /src\/routes\/(young|mentor|start|shell|\+layout|\+error)/;

/**
 * What the worker keeps on a phone, by its address: not the scripts of the desk, the studio and signing in, which
 * need the server anyway.
 * @param {{ url: string, revision: string | null, size: number }[]} built paths below the build's folder
 */
export function onlyThePhones(built) {
	const kept = phoneFiles();
	const manifest = built
		.map((entry) => ({ ...entry, url: addressOf(entry.url) }))
		.filter(({ url }) => !url.startsWith('_app/immutable/') || kept.has(url));
	return { manifest, warnings: [] };
}

/** @param {string} path */
const addressOf = (path) =>
	path.replace(/^client\//, '').replace(/^prerendered\/pages\/(.+)\.html$/, (_, page) => page);

/** Every built file that the phone apps load, by path below the client's folder. */
function phoneFiles() {
	/** @type {Record<string, Chunk>} */
	const chunks = existsSync(CHUNKS) ? JSON.parse(readFileSync(CHUNKS, 'utf8')) : {};
	/** @type {Set<string>} */
	const kept = new Set();
	/** @type {Set<string>} */
	const seen = new Set();
	/** @param {string} name @param {boolean} later whether to follow what is only loaded later */
	const take = (name, later) => {
		const chunk = chunks[name];
		if (!chunk || seen.has(name)) return;
		seen.add(name);
		for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) kept.add(file);
		for (const next of chunk.imports ?? []) take(next, later);
		if (later) for (const next of chunk.dynamicImports ?? []) take(next, later);
	};
	for (const name of Object.keys(chunks))
		if (/runtime\/client\/entry\.js$|client-optimized\/app\.js$/.test(name)) take(name, false);
	const opened = new Set(chunks[`${GENERATED}/app.js`]?.dynamicImports);
	for (const node of readdirSync(join(GENERATED, 'nodes'))) {
		if (!ON_THE_PHONE.test(readFileSync(join(GENERATED, 'nodes', node), 'utf8'))) continue;
		const door = `${GENERATED}/nodes/${node}`;
		// Where the app goes straight to what is behind a door, the door stays where it is.
		for (const next of opened.has(door) ? [door] : (chunks[door]?.imports ?? [])) take(next, true);
	}
	return kept;
}
