import type { Locator, Page } from '@playwright/test';
import { REACHED } from '../phone';
import { be, expect, test } from '../test';

test.describe.configure({ timeout: 240_000 });

/** Tab until it has the focus, as someone without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`${wanted} is not reached with Tab.`);
}

/** What has the focus and cannot be seen for a bar that lies over it; nothing if all of it can be seen. */
function hidden(page: Page): Promise<string | null> {
	return page.evaluate(() => {
		const focused = document.activeElement;
		if (!focused || focused === document.body) return null;
		const { left, right, top, bottom, height } = focused.getBoundingClientRect();
		const words = `${focused.tagName} “${focused.textContent?.trim().slice(0, 40)}” ${Math.round(top)}–${Math.round(bottom)}`;
		if (height < innerHeight / 2 && (top < 0 || bottom > innerHeight)) return `${words}: outside`;
		const shown = [top + 4, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2, bottom - 4]
			.filter((y) => y > 0 && y < innerHeight)
			.map((y) => document.elementFromPoint((Math.max(left, 0) + Math.min(right, innerWidth)) / 2, y));
		const covered = shown.some((there) => there && !focused.contains(there) && !there.contains(focused));
		return covered ? `${words}: covered` : null;
	});
}

test('a check-in and a message are sent with the keyboard alone', async ({ page }) => {
	await be(page, 'young');
	await expect(page.getByText('Next time with Sam')).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Go to the main part' })).toBeFocused();
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByRole('button', { name: 'Say something new' }));
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByRole('radio', { name: 'great' }));
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: 'good' })).toBeChecked();
	await tabTo(page, page.getByRole('textbox'));
	await page.keyboard.type('we won');
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowDown');
	await tabTo(page, page.getByRole('button', { name: 'Send to Sam' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'You said: good' })).toBeFocused();
	await expect(page.getByText('we won')).toBeVisible();

	await tabTo(page, page.getByRole('link', { name: 'Messages' }));
	await page.keyboard.press('Enter');
	const box = page.getByRole('textbox', { name: 'Write to Sam' });
	await expect(box).toBeVisible();
	await tabTo(page, box);
	await page.keyboard.type('can I bring my brother on thursday');
	await tabTo(page, page.getByRole('button', { name: 'Send to Sam' }));
	await page.keyboard.press('Enter');
	await expect(box).toBeFocused();
	const sent = page.getByRole('article').filter({ hasText: 'can I bring my brother' });
	await expect(sent).toContainText(REACHED);
	await expect(page.getByRole('article').filter({ hasText: 'we won' })).toContainText(REACHED);
});

const SCREENS = {
	young: ['/young', '/young/messages', '/young/you', '/young/help', '/young/you/private'],
	mentor: ['/mentor', '/mentor/demo-pair-ash', '/mentor/hours', '/mentor/you/private'],
	coordinator: ['/coordinator', '/coordinator/pairings/demo-pair-kit', '/coordinator/pairings/new'],
	group: ['/group']
};

for (const [key, paths] of Object.entries(SCREENS))
	test(`whatever has the focus is in view on each screen of the ${key}`, async ({ page }) => {
		await be(page, key);
		await page.setViewportSize({ width: 360, height: 560 });
		for (const path of paths) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const seen = new Set<string>();
			for (let presses = 0; presses < 90; presses++) {
				await page.keyboard.press('Tab');
				const where = await page.evaluate(() => {
					const all = [...document.querySelectorAll('*')];
					return document.activeElement === document.body
						? 'body'
						: String(all.indexOf(document.activeElement!));
				});
				if (where === 'body' || seen.has(where)) break;
				seen.add(where);
				expect.soft(await hidden(page), `${path}, Tab ${presses + 1}`).toBeNull();
			}
			expect(seen.size, `controls on ${path}`).toBeGreaterThan(5);
		}
	});

test('nothing moves for someone who asked for stillness', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await be(page, 'young');
	for (const path of ['/young', '/young/messages', '/young/you']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		const moving = await page.evaluate(() =>
			[...document.querySelectorAll('*')].flatMap((element) => {
				const { transitionDuration, animationDuration, animationName, scrollBehavior } =
					getComputedStyle(element);
				const long = [
					...transitionDuration.split(','),
					...(animationName === 'none' ? [] : animationDuration.split(','))
				];
				const moves = long.some((time) => parseFloat(time) > 0.02) || scrollBehavior === 'smooth';
				return moves ? [`${element.tagName}.${element.className}`] : [];
			})
		);
		expect(moving, path).toEqual([]);
	}
});
