import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../..');

/** One arrow of the house: `from` imports `to`. Paths are relative to the root; packages keep their names. */
export interface Arrow {
	from: string;
	to: string;
}

const GENERATED = /^(src\/lib\/wording\/paraglide|node_modules|build|\.svelte-kit|data)(\/|$)/;

/** Every file below `folder` whose name ends in one of `endings`. */
export function files(folder: string, endings = ['.ts', '.js', '.svelte']): string[] {
	return readdirSync(join(ROOT, folder)).flatMap((name) => {
		const path = join(folder, name);
		if (GENERATED.test(path)) return [];
		if (statSync(join(ROOT, path)).isDirectory()) return files(path, endings);
		return endings.some((ending) => name.endsWith(ending)) ? [path] : [];
	});
}

export function text(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

/** What a file really imports, types included. */
export function arrows(path: string): Arrow[] {
	const source = path.endsWith('.svelte') ? scripts(text(path)) : text(path);
	const { importedFiles } = ts.preProcessFile(source, true, true);
	return importedFiles.map(({ fileName }) => ({ from: path, to: target(path, fileName) }));
}

function scripts(component: string): string {
	return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body).join('\n');
}

function target(from: string, name: string): string {
	if (name.startsWith('$lib/')) return `src/lib/${name.slice('$lib/'.length)}`;
	if (!name.startsWith('.')) return name;
	return relative(ROOT, resolve(ROOT, dirname(from), name));
}

/** The room a path lies in: the folder below `src/lib`, or what stands beside it. Undefined for packages. */
export function room(path: string): string | undefined {
	const inLib = /^src\/lib\/([^/]+)/.exec(path)?.[1];
	if (inLib) return inLib;
	return /^src\/(routes|start|hooks|service-worker|app)/.exec(path)?.[1];
}
