import { be, expect, test } from '../test';

test('Nadia leads an honest ending for Kit, whose mentor has stopped answering', async ({ page, server }) => {
	await server.stop();
	server.settings.DEMO_NOW = '2026-12-04T12:00:00Z';
	await server.start();
	await be(page, 'coordinator');
	const late = page.getByRole('region', { name: /Late replies/ });
	await expect(late).toContainText(/Dee has owed an answer for \d+ days\./);
	await late.getByRole('link', { name: 'Lead an honest ending for Kit' }).click();

	await expect(page.getByRole('heading', { level: 1, name: 'How it ends: Kit and Dee' })).toBeVisible();
	const tell = page.getByRole('region', { name: 'Tell Kit the truth' });
	await expect(tell.getByRole('radio', { name: 'Dee has stopped answering' })).toBeChecked();
	await tell.getByRole('button', { name: 'Tell Kit' }).click();
	await expect(tell.getByText('Write something, in up to')).toBeVisible();
	await tell
		.getByRole('textbox', { name: 'What you tell Kit' })
		.fill('Dee has stopped answering us too. It is nothing that you did.');
	await tell.getByRole('button', { name: 'Tell Kit' }).click();
	await expect(page.getByText('Kit can read it now.')).toBeVisible();
	await expect(page.getByText('The last day is Friday 11 December.')).toBeVisible();

	const goodbye = page.getByRole('region', { name: 'A goodbye from Dee, or in their place' });
	await goodbye.getByText('Write one').click();
	await goodbye.getByRole('radio', { name: /^I write it in Dee’s place/ }).check();
	await goodbye.getByRole('textbox', { name: 'The goodbye' }).fill('Dee told us how you laughed.');
	await goodbye.getByRole('button', { name: 'Keep it for Kit' }).click();
	await expect(goodbye.getByText('A goodbye in Dee’s place is written.')).toBeVisible();

	const next = page.getByRole('region', { name: 'What comes next for Kit' });
	await next.getByRole('combobox', { name: 'What it is' }).selectOption('Something to do');
	await next.getByRole('textbox', { name: 'In a line' }).fill('Climbing on Tuesdays');
	await next.getByRole('button', { name: 'Add it' }).click();
	await expect(next.getByText('Climbing on Tuesdays').first()).toBeVisible();

	await page.getByRole('link', { name: 'Today' }).click();
	const near = page.getByRole('region', { name: /Endings near/ });
	await expect(near).toContainText('A goodbye for Kit is written.');
	await near.getByRole('link', { name: 'See how it ends: Kit and Dee' }).click();
	await page.getByText('It has to be today').click();
	await page.getByRole('button', { name: 'End it today' }).click();
	await expect(page.getByText('It ended early, on Friday 4 December.')).toBeVisible();
	await expect(goodbye.getByText('Kit can read it.')).toBeVisible();
});
