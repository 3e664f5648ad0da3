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
const OTHER_SCREENS = [/\/src\/routes\/(young|mentor|start|shell)\/(.+\/)?\+(layout|page)\.(svelte|ts)$/];

/** What the first screen fetches only when it is needed, and the others at once. */
const LATE = [/\/src\/lib\/device\/(agreement|goals|meetings)\.ts$/];

/** It names every page there is. Were it in a pack, SvelteKit would lose count of which styles a page needs. */
const ALL_PAGES = /\/client-optimized\/app\.js$/;

const SENTENCE = /\/wording\/paraglide\/messages\/(\w+)\.js$/;
const SENTENCES = /\/wording\/paraglide\/messages(\/_index)?\.js$/;
const DESCRIBES = /(?<=[\s([,])(v\.\w+|written\w+)\(/g;
const SAID = /\bm\.(\w+)/g;

/**
 * Packs what the phone apps are made of into four files instead of a hundred: small files squeeze badly, and each
 * brings its own headers. The other pages stay as they are. See decision 13.
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
			codeSplitting: {
				// Each pack holds all that it needs, but for what the packs before it hold.
				includeDependenciesRecursively: false,
				groups: [{ debugName: 'phone', name: (/** @type {string} */ id) => packs.get(id) ?? null }]
			}
		})
	};
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
	/** @type {Map<string, string>} */
	const packs = new Map();
	for (const id of neededBy(graph, OTHER_SCREENS)) packs.set(id, 'other-screens');
	// A pack of its own, without styles: where one pack is reached both at once and late, SvelteKit forgets them.
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
