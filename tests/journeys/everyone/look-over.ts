import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from '../test';

const RULES: axe.RunOnly = {
	type: 'tag',
	values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
};
/** A theme changes colours and nothing else: these are the ones of the rules above that look at them. */
const OF_COLOUR: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** The narrowest page that must fit, in CSS pixels. Twice the size is half the width. */
const NARROWEST = 320;

/**
 * Looks at the screen that is open as somebody with other eyes and hands would: in both themes, narrow, large, with
 * a thumb. Says everything that is wrong with it, and goes on.
 */
export async function lookOver(page: Page, name: string): Promise<void> {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.emulateMedia({ colorScheme: 'light' });
	expect.soft(await againstTheRules(page, RULES), `axe: ${name}, light`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect.soft(await againstTheRules(page, OF_COLOUR), `axe: ${name}, dark`).toEqual([]);
	expect.soft(await tooSmall(page), `too small for a thumb: ${name}`).toEqual([]);
	await fits(page, name);
}

/** What axe finds wrong. It is brought to a page once, and tells nothing of what is right: both cost more than looking. */
async function againstTheRules(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
	return page.evaluate(async (only) => {
		const { axe: there } = globalThis as unknown as { axe: typeof axe };
		const asked = { runOnly: only, resultTypes: ['violations' as const] };
		const { violations } = await there.run(document, asked);
		return violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`
		);
	}, runOnly);
}

async function fits(page: Page, name: string): Promise<void> {
	const usual = page.viewportSize() ?? { width: 360, height: 740 };
	for (const width of [NARROWEST, usual.width / 2]) {
		await page.setViewportSize({ width, height: usual.height / 2 });
		expect.soft(await stickingOut(page), `sideways at ${width} px: ${name}`).toEqual([]);
	}
	await page.setViewportSize(usual);
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	expect.soft(await stickingOut(page), `sideways with letters twice as large: ${name}`).toEqual([]);
	await page.evaluate(() => (document.documentElement.style.fontSize = ''));
}

/** What makes the page scroll sideways; nothing if it does not. */
function stickingOut(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const root = document.scrollingElement ?? document.documentElement;
		if (root.scrollWidth <= root.clientWidth) return [];
		const all = [...document.body.querySelectorAll('*')];
		const out = all.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5);
		return [
			`${root.scrollWidth} > ${root.clientWidth}`,
			...out
				.slice(-4)
				.map(
					(element) => `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 30)}`
				)
		];
	});
}

/** Controls under 44 by 44 px; links inside a sentence may be 24 high. */
function tooSmall(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const controls = document.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, textarea, summary'
		);
		return [...controls].flatMap((control) => {
			const target = control.closest('label') ?? control;
			const { width, height } = target.getBoundingClientRect();
			const hidden = width <= 1 || height <= 1 || !target.checkVisibility({ visibilityProperty: true });
			if (hidden) return [];
			const { display, lineHeight } = getComputedStyle(target);
			const fine = display === 'inline' ? parseFloat(lineHeight) >= 24 : width >= 43.5 && height >= 43.5;
			if (fine) return [];
			const words = target.textContent?.trim().slice(0, 30) || control.getAttribute('aria-label');
			return [`${control.tagName} “${words}” ${Math.round(width)}×${Math.round(height)}`];
		});
	});
}
