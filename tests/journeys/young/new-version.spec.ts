import { appendFile, cp, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { be, expect, test } from '../test';

const TREE = resolve(import.meta.dirname, '../../..');

test('a newer version waits until Ash says so, and is used from then on', async ({ page, server }, info) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();

	const newer = info.outputPath('newer');
	const worker = join(newer, 'client/service-worker.js');
	await cp(join(TREE, 'build'), newer, { recursive: true });
	await symlink(join(TREE, 'node_modules'), join(newer, 'node_modules'));
	await appendFile(worker, '\nself.newer = true;\n');
	for (const packed of ['br', 'gz']) await rm(`${worker}.${packed}`, { force: true });
	await server.stop();
	server.app = join(newer, 'handler.js');
	await server.start();

	await page.reload();
	await expect(page.getByText('A new version is ready')).toBeVisible();
	await page.getByRole('link', { name: 'Messages' }).click();
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
	await page.getByRole('button', { name: 'Use it' }).click();
	await expect(page.getByText('A new version is ready')).toHaveCount(0);
	await expect(page.getByText('Not walking out is huge.')).toBeVisible();
	const waiting = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
	expect(await waiting()).toBe(false);
});
