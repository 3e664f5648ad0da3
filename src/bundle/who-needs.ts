import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the bundler knows of who imports whom. */
export interface Graph {
	getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/**
 * What a page is to a phone: the first screen of one of its two apps, a later one, or a page elsewhere that has
 * a script of its own.
 */
export type Part = 'young' | 'mentor' | 'later' | 'elsewhere';

const APPS: readonly Part[] = ['young', 'mentor'];
const WITHOUT_SCRIPT = ['coordinator', 'group', 'demo', 'times-tables', 'shell'];
/** The framework, and what it loads with any page: the outermost frame, and the page that says something failed. */
const BY_EVERY_PAGE = /\/kit\/src\/runtime\/client\/|preload-helper|\/src\/routes\/\+/;
const PAGE = /\/src\/routes\/(?:([^/+]+)\/)?(.*\+(?:page|layout|error)[^/]*)$/;

/** Finds out which parts can't do without a module. */
export function whoNeeds(root: string): (id: string, graph: Graph) => ReadonlySet<Part> {
	const sayers = sayersIn(resolve(root, 'src'));
	const usersOf = (id: string, graph: Graph) => {
		const sentence = /\/paraglide\/messages\/(\w+)\.js$/.exec(id)?.[1];
		return (sentence ? sayers.get(sentence) : graph.getModuleInfo(id)?.importers) ?? [];
	};
	const walk = (id: string, graph: Graph, seen: Set<string>): readonly Part[] => {
		if (seen.has(id)) return [];
		seen.add(id);
		if (BY_EVERY_PAGE.test(id)) return [...APPS, 'elsewhere'];
		const [, folder = '', page] = PAGE.exec(id) ?? [];
		if (page) return partOf(folder, page);
		return usersOf(id, graph).flatMap((user) => walk(user, graph, seen));
	};
	return (id, graph) => new Set(walk(id, graph, new Set()));
}

function partOf(folder: string, page: string): readonly Part[] {
	if (folder === 'start') return APPS;
	if (WITHOUT_SCRIPT.includes(folder)) return [];
	const app = APPS.find((name) => name === folder);
	if (!app) return ['elsewhere'];
	return [/^\+(page|layout)/.test(page) ? app : 'later'];
}

/** Whoever imports one sentence imports them all, so the files that say one are found by reading them. */
function sayersIn(folder: string): Map<string, string[]> {
	const sayers = new Map<string, string[]>();
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(svelte|ts)$/.test(name) || /\.test\.ts$|paraglide/.test(name)) continue;
		const file = resolve(folder, name);
		for (const [, sentence = ''] of readFileSync(file, 'utf8').matchAll(/\bm\.(\w+)/g))
			sayers.set(sentence, [...(sayers.get(sentence) ?? []), file]);
	}
	return sayers;
}
