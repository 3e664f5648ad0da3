import type { BrowserContext } from '@playwright/test';
import { be, expect, test } from '../test';
import { bubble, keptOnServer, REACHED, say } from '../phone';

const DAY = 86_400_000;

/** Every page of this phone believes that it is `ahead` milliseconds later than it is. */
async function clockWrongBy(context: BrowserContext, ahead: number): Promise<void> {
	await context.addInitScript((by) => {
		const Right = Date;
		class Wrong extends Right {
			constructor(...given: []) {
				if (given.length > 0) super(...given);
				else super(Right.now() + by);
			}
			static override now(): number {
				return Right.now() + by;
			}
		}
		globalThis.Date = Wrong as unknown as DateConstructor;
	}, ahead);
}

for (const [wrong, ahead] of [
	['three weeks slow', -21 * DAY],
	['a year fast', 365 * DAY]
] as const)
	test(`a phone whose clock is ${wrong} shows the right times, and what is written on it is kept`, async ({
		page,
		context
	}) => {
		await clockWrongBy(context, ahead);
		await be(page, 'young');
		const main = page.getByRole('main');
		await expect(main).toContainText('Next time with Sam');
		await expect(main).toContainText('Thursday');
		await expect(main).toContainText('4:30 pm');
		await expect(main).toContainText('In 2 days');
		await page.getByRole('link', { name: 'Messages' }).click();
		await expect(page.getByRole('textbox', { name: 'Write to Sam' })).toBeVisible();
		await context.setOffline(true);
		await say(page, 'my phone thinks it is another day');
		await expect(bubble(page, 'my phone thinks')).toContainText(/You · 6(:\d\d)?\spm/);
		await context.setOffline(false);
		await expect(bubble(page, 'my phone thinks')).toContainText(REACHED, { timeout: 60_000 });
		await expect(bubble(page, 'my phone thinks')).toContainText(/You · 6(:\d\d)?\spm/);
		expect((await keptOnServer(page)).messages.filter((body) => body.startsWith('my phone'))).toHaveLength(1);
	});

test.describe('on a phone set to another part of the world', () => {
	test.use({ timezoneId: 'Pacific/Auckland' });

	test('Ash meets at the time of the place where they meet', async ({ page }) => {
		await be(page, 'young');
		await expect(page.getByText('Next time with Sam')).toBeVisible();
		const main = page.getByRole('main');
		await expect(main).toContainText(/Thursday\s*4:30\spm/);
		await expect(main).toContainText('on this phone’s clock');
	});
});
