import type { Page } from '@playwright/test';
import { DEE } from '../../../src/lib/cast/cast';
import { agreeOnCover } from '../cover';
import { lookOver } from '../everyone/look-over';
import { bubble, say } from '../phone';
import { be, expect, test } from '../test';

test.describe.configure({ timeout: 240_000 });

async function markDays(page: Page, from: string, until: string): Promise<void> {
	await page.goto('/mentor/you/away');
	await page.getByLabel('First day').fill(from);
	await page.getByLabel('Last day').fill(until);
	await expect(page.getByText('Dee stands in, unless Ash says no thanks.')).toBeVisible();
	await expect(page.getByText(/Meetings in those days: Thursday at 4:30/)).toBeVisible();
	await page.getByRole('button', { name: 'Save these days' }).click();
	await expect(page.getByRole('heading', { name: 'Days you have marked' })).toBeVisible();
}

test('Dee has Ash’s messages on the days Sam is away, from the minute to the minute, and Ash knows it before', async ({
	page: sam,
	otherPhone,
	browser,
	server,
	contextOptions,
	viewport
}) => {
	const at = async (demoNow: string) => {
		await server.stop();
		server.settings.DEMO_NOW = demoNow;
		await server.start();
	};
	agreeOnCover(server.dataDir, DEE.id);
	await be(sam, 'mentor');
	await markDays(sam, '2026-11-25', '2026-11-26');
	await lookOver(sam, 'days away, marked');

	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await expect(ash.getByRole('heading', { name: 'Sam is away 25–26 November.' })).toBeVisible();
	await expect(ash.getByText('Dee can read and answer for Sam on those days.')).toBeVisible();
	await expect(ash.getByText('Sam is away then.')).toBeVisible();
	await lookOver(ash, 'home, asked about who stands in');
	await ash.getByRole('button', { name: 'That’s fine' }).click();
	await expect(ash.getByRole('button', { name: 'No thanks after all' })).toBeVisible();

	const third = await browser.newContext({ ...contextOptions, viewport, baseURL: server.url });
	const dee = await third.newPage();
	await at('2026-11-24T23:50:00Z');
	await dee.goto('/demo/dee');
	await expect(dee.getByText(/Kit/).first()).toBeVisible();
	await expect(dee.getByText(/^For Sam, until/)).toHaveCount(0);
	await at('2026-11-24T23:59:50Z');
	await expect(dee.getByText(/^For Sam, until/)).toBeVisible({ timeout: 60_000 });

	await at('2026-11-25T17:00:00Z');
	await ash.goto('/young/messages');
	await say(ash, 'anyone there?');
	await dee.goto('/mentor/demo-pair-ash');
	await expect(dee.getByText(/^You stand in for Sam until/)).toBeVisible();
	await expect(bubble(dee, 'anyone there?')).toBeVisible({ timeout: 30_000 });
	await lookOver(dee, 'a thread, standing in');
	await say(dee, 'I am, for Sam');
	await expect(bubble(ash, 'I am, for Sam')).toContainText('Dee, standing in for Sam', { timeout: 30_000 });
	await lookOver(ash, 'messages, answered by who stands in');

	await at('2026-11-26T23:59:50Z');
	await expect(dee.getByText('This conversation is not on this phone')).toBeVisible({ timeout: 60_000 });
	await dee.goto('/mentor');
	await expect(dee.getByText(/^For Sam, until/)).toHaveCount(0);
	await third.close();
});

test('Ash says no thanks without a reason and without signal, and nobody reads for Sam then', async ({
	page: sam,
	otherPhone,
	server
}) => {
	agreeOnCover(server.dataDir, DEE.id);
	await be(sam, 'mentor');
	await markDays(sam, '2026-11-25', '2026-11-26');
	const ash = await otherPhone.newPage();
	await be(ash, 'young');
	await expect(ash.getByRole('button', { name: 'That’s fine' })).toBeVisible();
	await otherPhone.setOffline(true);
	await ash.getByRole('button', { name: 'No thanks' }).click();
	await expect(ash.getByText('Nobody reads for Sam then. Sam is back Friday.')).toBeVisible();
	await expect(ash.getByText('On this phone. It goes when you have signal.')).toBeVisible();
	await lookOver(ash, 'home, after no thanks');
	await expect(sam.getByText('Dee stands in, unless Ash says no thanks.')).toBeVisible();
	await otherPhone.setOffline(false);
	await expect(sam.getByText('Ash said no thanks to Dee. Nobody reads for you then.')).toBeVisible({
		timeout: 30_000
	});
	await sam.getByRole('button', { name: 'I’m not away after all' }).click();
	await expect(ash.getByText('Nobody reads for Sam then.')).toHaveCount(0, { timeout: 30_000 });
});
