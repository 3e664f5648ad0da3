import type { Page } from '@playwright/test';
import type { Server } from '../running-server';
import { atDesk } from './desk';
import { be, expect } from './test';

/** How long an answer may take to come from one phone to another: ten seconds to undo, and the way. */
export const ARRIVES = { timeout: 40_000 };

/** Says on Remi’s phone that a mentor is wanted, and one thing about the kind. */
export async function wish(phone: Page): Promise<void> {
	await be(phone, 'young-new');
	await phone.getByRole('button', { name: 'Yes', exact: true }).click();
	await phone.goto('/young/wish/cant_stand');
	await phone.getByRole('checkbox', { name: 'Waiting around' }).check({ force: true });
	await phone.getByRole('button', { name: 'Next' }).click();
	await phone.goto('/young');
	await expect(phone.getByRole('link', { name: 'Go on with the questions' })).toBeVisible();
}

/** Offers these mentors’ cards to Remi at the desk. */
export async function offer(desk: Page, ...names: string[]): Promise<void> {
	await desk.setViewportSize({ width: 1280, height: 800 });
	await be(desk, 'coordinator');
	for (const name of names) {
		await atDesk(desk, 'Matching');
		await expect(async () => {
			await desk.reload();
			await expect(desk.getByRole('link', { name: 'See everyone who fits Remi' })).toBeVisible({
				timeout: 500
			});
		}).toPass();
		await desk.getByRole('link', { name: 'See everyone who fits Remi' }).click();
		const mentor = desk.getByRole('region', { name, exact: true });
		await mentor.getByRole('button', { name: /^Offer this card/ }).click();
		await expect(desk.getByText('The card is on their phone.').first()).toBeVisible();
	}
}

/** The way to a card on the list of people to meet. */
export const card = (phone: Page, name: string) => phone.getByRole('link', { name: new RegExp(name) });

/** Says yes to Sam, or asks to meet him first. */
export async function sayYes(phone: Page, how: 'Yes' | 'I’d like to meet first' = 'Yes'): Promise<void> {
	await phone.getByRole('button', { name: how, exact: true }).click();
	await phone.getByRole('button', { name: /^(Say yes to Sam|Ask to meet Sam first)$/ }).click();
}

/** Time goes by: the same server, stopped and started again at another moment. */
export async function later(server: Server, moment: string): Promise<void> {
	await server.stop();
	server.settings.DEMO_NOW = moment;
	await server.start();
}

/** Nadia finds a day, a time and a place for the two to meet without commitment. */
export async function setFirstMeeting(desk: Page, day: string, place: string): Promise<void> {
	await desk.getByLabel('Day', { exact: true }).fill(day);
	await desk.getByLabel('Time', { exact: true }).fill('16:30');
	await desk.getByLabel('Where', { exact: true }).fill(place);
	await desk.getByRole('button', { name: 'Save the first meeting' }).click();
}

/** Where every introduction of whoever is signed in on this phone stands, as the server has it. */
export const statesOf = (phone: Page): Promise<string[]> =>
	phone.evaluate(async () => {
		const { rows } = await (await fetch('/api/sync?since={}')).json();
		return (rows.introductions ?? []).map(({ state }: { state: string }) => state);
	});
