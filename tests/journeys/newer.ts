import { appendFile, cp, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Server } from '../running-server';

const TREE = resolve(import.meta.dirname, '../..');

/** Lets the server come back with a newer version of the app, made in a folder of the test’s own. */
export async function bringNewer(server: Server, folder: string): Promise<void> {
	const worker = join(folder, 'client/service-worker.js');
	await cp(join(TREE, 'build'), folder, { recursive: true });
	await symlink(join(TREE, 'node_modules'), join(folder, 'node_modules'));
	await appendFile(worker, '\nself.newer = true;\n');
	for (const packed of ['br', 'gz']) await rm(`${worker}.${packed}`, { force: true });
	await server.stop();
	server.app = join(folder, 'handler.js');
	await server.start();
}

/** Whether a version is on this phone that nobody has said yes to. */
export function oneWaits(page: Page): Promise<boolean> {
	return page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
}
