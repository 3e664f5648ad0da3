import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Built {
	file: string;
	imports?: string[];
	dynamicImports?: string[];
	css?: string[];
}

interface Stored {
	url: string;
	revision: string | null;
	size: number;
}

/** Pages that a phone opens without signal, and those of them that have no script. */
const ON_A_PHONE = /routes\/(young|mentor|start|shell)\/|routes\/\+/;
const WITHOUT_SCRIPT = /routes\/(times-tables|\(welcome\)\/(\+(layout|error)|help))/;

/**
 * Leaves out of the worker's list what no phone app needs (the desk, signing in), and gives the rest the address at
 * which it is served.
 * @param root the project folder, in which the pages have been built
 */
export function phoneFiles(root: string): (stored: Stored[]) => Promise<{ manifest: Stored[] }> {
	return async (stored) => {
		const wanted = wantedFiles(root);
		const manifest = stored
			.map((one) => ({ ...one, url: addressOf(one.url) }))
			.filter(({ url }) => !/immutable\/.*\.(js|css)$/.test(url) || wanted.has(url));
		return { manifest };
	};
}

const addressOf = (file: string) => file.replace(/^client\/|^prerendered\/pages\/|\.html$/g, '');

function wantedFiles(root: string): Set<string> {
	const kit = resolve(root, '.svelte-kit');
	const manifest = readFileSync(resolve(kit, 'output/client/.vite/manifest.json'), 'utf8');
	const built = JSON.parse(manifest) as Record<string, Built>;
	const wanted = new Set<string>();
	const take = (key: string, follow: boolean) => {
		const { file, css = [], imports = [], dynamicImports = [] } = built[key] ?? { file: '' };
		for (const sheet of css) wanted.add(sheet);
		if (wanted.has(file)) return;
		wanted.add(file);
		for (const next of follow ? [...imports, ...dynamicImports] : imports) take(next, follow);
	};
	for (const [key, { file, css = [] }] of Object.entries(built)) {
		const node = /client-optimized\/nodes\/\d+\.js$/.test(key)
			? readFileSync(resolve(root, key), 'utf8')
			: '';
		if (/\/entry\//.test(file)) take(key, false);
		else if (ON_A_PHONE.test(node)) take(key, true);
		else if (WITHOUT_SCRIPT.test(node)) for (const sheet of sheetsOf(built, key, css)) wanted.add(sheet);
	}
	return wanted;
}

function sheetsOf(built: Record<string, Built>, key: string, css: string[]): string[] {
	const imports = built[key]?.imports ?? [];
	return [...css, ...imports.flatMap((next) => sheetsOf(built, next, built[next]?.css ?? []))];
}
