import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../architecture/imports';

/** One way into the server: a method on a route, with `?/name` for a form action. */
export interface Door {
	/** Such as `POST /coordinator/people/new ?/default`. */
	name: string;
	method: string;
	route: string;
	action: string | undefined;
	kind: 'page' | 'api';
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

interface Manifest {
	_: {
		nodes: (() => Promise<{ server?: { load?: unknown; actions?: Record<string, unknown> } }>)[];
		routes: { id: string; page: { leaf: number } | null; endpoint: (() => Promise<object>) | null }[];
	};
}

/** Every door of what was built, read from the manifest that the server itself uses. */
export async function builtDoors(): Promise<Door[]> {
	const file = join(ROOT, '.svelte-kit/output/server/manifest-full.js');
	readFileSync(file);
	const { manifest } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { manifest: Manifest };
	const doors: Door[] = [];
	for (const route of manifest._.routes) {
		const add = (kind: Door['kind'], method: string, action?: string) =>
			doors.push({ name: nameOf(method, route.id, action), method, route: route.id, action, kind });
		if (route.endpoint) {
			const methods = Object.keys(await route.endpoint());
			for (const method of METHODS) if (methods.includes(method)) add('api', method);
		}
		if (route.page) {
			add('page', 'GET');
			const leaf = await manifest._.nodes[route.page.leaf]?.();
			for (const action of Object.keys(leaf?.server?.actions ?? {})) add('page', 'POST', action);
		}
	}
	return doors;
}

const nameOf = (method: string, route: string, action?: string) =>
	`${method} ${route.replace(/\/\([^)]+\)/g, '') || '/'}${action ? ` ?/${action}` : ''}`;
