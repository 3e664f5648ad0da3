import { basename } from 'node:path';

/** @typedef {{ importedIds: readonly string[], code: string | null }} Module */
/** @typedef {{ getModuleIds(): Iterable<string>, getModuleInfo(id: string): Module | null }} Graph */

/** What every page with a script stands on. */
const EVERYWHERE = [
	/\/kit\/src\/runtime\/client\/entry\.js$/,
	/\/client-optimized\/app\.js$/,
	/\/src\/routes\/\+(layout|error)\.svelte$/
];
/** Signing in has scripts too: what it shares with the phone apps must not bring the rest of them along. */
const SIGNING_IN = [
	/\/src\/routes\/\(welcome\)\/.*(sign-in|set-up|invitation)\/(\[token\]\/)?\+page\.svelte$/
];
const FIRST_SCREEN = [/\/src\/routes\/young\/\+(layout|page)\.(svelte|ts)$/];
/** What the first screen shows only on some days, and fetches then. */
const SOME_DAYS = [/\/src\/routes\/young\/some-days\.ts$/];
/** The rules that the first screen fetches only when they are needed, and the others at once. */
const LATE = [/\/src\/lib\/device\/(agreement|goals|meetings)\.ts$/];
const YOUNG = [/\/src\/routes\/young\/(.+\/)?\+(layout|page)\.(svelte|ts)$/];
const MENTOR = [/\/src\/routes\/mentor\/(.+\/)?\+(layout|page)\.(svelte|ts)$/];
const EITHER = [/\/src\/routes\/(start|shell)\/\+page\.(svelte|ts)$/];
/** Pages that the server draws. They bring along the styles of what they are made of. */
const DRAWN_BY_THE_SERVER = [
	/\/src\/routes\/(coordinator|group|demo|\(welcome\))\/(.+\/)?\+(layout|page)\.svelte$/
];

/** It names every page there is. Were it in a pack, SvelteKit would lose count of which styles a page needs. */
const ALL_PAGES = /\/client-optimized\/app\.js$/;

/** Packs that only one of the two apps needs. */
const PARTS = /^(young|mentor)-/;

/** What SvelteKit makes of each page, when its component is in a pack. */
const LEADS_ON = /^export\{(\w+) as component\}from"(\.\.\/chunks\/[\w.-]+\.js)";\s*$/;

const SENTENCE = /\/wording\/paraglide\/messages\/(\w+)\.js$/;
const SENTENCES = /\/wording\/paraglide\/messages(\/_index)?\.js$/;
const DESCRIBES = /(?<=[\s([,])(v\.\w+|written\w+)\(/g;
const SAID = /\bm\.(\w+)/g;

/**
 * Packs what the phone apps are made of into a few files instead of a hundred: small files squeeze badly, and each
 * brings its own headers. The name of a pack says which app it is for; see `device/kept-parts.ts`. The other pages
 * stay as they are. See decision 13.
 * @returns {import('vite').Plugin}
 */
export function phoneChunks() {
	/** @type {Map<string, string>} */
	let packs = new Map();
	return {
		name: 'corner-phone-chunks',
		applyToEnvironment: ({ name }) => name === 'client',
		// An entry may hand out more than it is asked for; packing needs that.
		options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
		buildEnd() {
			packs = packed(/** @type {Graph} */ (this));
		},
		outputOptions: (options) => ({
			...options,
			chunkFileNames: (chunk) => {
				const usual = options.chunkFileNames ?? 'chunks/[hash].js';
				const name = typeof usual === 'function' ? usual(chunk) : usual;
				return PARTS.test(chunk.name) ? name.replace('[hash]', '[name].[hash]') : name;
			},
			codeSplitting: {
				// Each pack holds all that it needs, but for what the packs before it hold.
				includeDependenciesRecursively: false,
				groups: [{ debugName: 'phone', name: (/** @type {string} */ id) => packs.get(id) ?? null }]
			}
		}),
		generateBundle: { order: 'pre', handler: (_, bundle) => withoutDoors(bundle) }
	};
}

/**
 * Leads from the list of all pages straight into the pack. SvelteKit makes a file of each page that only hands its
 * component on: fifty of them cost a phone 20 KiB, nearly all of it headers. The files stay for whoever names them.
 * @param {import('rolldown').OutputBundle} bundle
 */
function withoutDoors(bundle) {
	const pages = Object.values(bundle).find((one) => one.type === 'chunk' && one.name === 'entry/app');
	if (pages?.type !== 'chunk') return;
	for (const door of Object.values(bundle)) {
		if (door.type !== 'chunk' || !door.fileName.includes('/nodes/')) continue;
		const [, component, pack] = LEADS_ON.exec(door.code) ?? [];
		const behind = bundle[door.imports[0] ?? ''];
		// What a page that is opened directly fetches beforehand it may as well use.
		if (!component || !pack || behind?.type !== 'chunk' || behind.name === 'first-screen') continue;
		const asked = new RegExp(`import\\(([\`"'])\\.\\./nodes/${basename(door.fileName)}\\1\\)`);
		pages.code = pages.code.replace(asked, `import("${pack}").then(e=>({component:e.${component}}))`);
		pages.dynamicImports = [
			...new Set(pages.dynamicImports.map((file) => (file === door.fileName ? door.imports[0] : file)))
		].filter((file) => file !== undefined);
	}
}

/**
 * Says of what only describes a value that it does nothing by itself: the bundler sees that within one file but not
 * across two, and phones would carry schemas that only the server uses.
 * @returns {import('vite').Plugin}
 */
export function unusedSchemas() {
	return {
		name: 'corner-unused-schemas',
		applyToEnvironment: ({ name }) => name === 'client',
		transform: {
			filter: { id: /\/src\/(lib\/domain|routes)\/.*\.ts$/, code: /from ["']valibot["']/ },
			handler: (code) => ({ code: code.replaceAll(DESCRIBES, '/* @__PURE__ */ $&'), map: null })
		}
	};
}

/**
 * Which pack each module belongs to; those of no pack are left out.
 * @param {Graph} graph
 */
function packed(graph) {
	const everywhere = neededBy(graph, EVERYWHERE);
	const signingIn = neededBy(graph, SIGNING_IN);
	const first = neededBy(graph, FIRST_SCREEN);
	const young = neededBy(graph, YOUNG);
	const mentor = neededBy(graph, MENTOR);
	const either = neededBy(graph, EITHER);
	const drawn = neededBy(graph, DRAWN_BY_THE_SERVER);
	/** @type {Map<string, string>} */
	const packs = new Map();
	for (const id of either) packs.set(id, 'both-apps');
	for (const id of young) packs.set(id, mentor.has(id) ? 'both-apps' : 'young-app');
	for (const id of mentor) if (!packs.has(id)) packs.set(id, 'mentor-app');
	// Of what has styles, nothing may be reached both late and at once, or SvelteKit forgets them.
	for (const id of neededBy(graph, SOME_DAYS))
		packs.set(id, mentor.has(id) || drawn.has(id) ? 'first-screen' : 'young-some-days');
	// For the same reason a pack of its own, without styles.
	for (const id of neededBy(graph, LATE)) packs.set(id, 'late');
	for (const id of first) packs.set(id, signingIn.has(id) ? 'ground' : 'first-screen');
	for (const id of everywhere) packs.set(id, 'ground');
	for (const id of packs.keys()) if (ALL_PAGES.test(id)) packs.delete(id);
	return packs;
}

/**
 * The modules that must be there before these can run. Of the sentences, those that are said in them.
 * @param {Graph} graph @param {RegExp[]} roots
 */
function neededBy(graph, roots) {
	const all = [...graph.getModuleIds()];
	/** @type {Set<string>} */
	const needed = new Set();
	/** @type {Set<string>} */
	const said = new Set();
	/** @param {string} id */
	const take = (id) => {
		if (needed.has(id) || SENTENCES.test(id)) return;
		needed.add(id);
		const { importedIds = [], code } = graph.getModuleInfo(id) ?? {};
		for (const [, key = ''] of code?.matchAll(SAID) ?? []) said.add(key);
		for (const next of importedIds) take(next);
	};
	for (const id of all) if (roots.some((root) => root.test(id))) take(id);
	for (const id of all) if (said.has(SENTENCE.exec(id)?.[1] ?? '')) take(id);
	return needed;
}
