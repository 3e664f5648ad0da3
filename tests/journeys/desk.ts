import { expect, type Page } from '@playwright/test';
import { be } from './test';

type RoleAtDesk = 'Young person' | 'Mentor' | 'Coordinator' | 'Safeguarding lead';

/** A slip as it is printed: where to go, and what to type there. */
export interface Slip {
	address: string;
	letters: string;
}

/** Goes to one of the places in the desk’s own list. */
export async function atDesk(desk: Page, place: string): Promise<void> {
	await desk.getByRole('navigation', { name: 'The desk' }).getByRole('link', { name: place }).click();
	await expect(desk.getByRole('link', { name: place, exact: true }).first()).toHaveAttribute(
		'aria-current',
		'page'
	);
}

/** Nadia adds someone to the demo's programme and makes their slip. Leaves the person's page open. */
export async function invitedByNadia(desk: Page, firstName: string, role: RoleAtDesk): Promise<Slip> {
	await be(desk, 'coordinator');
	return invited(desk, firstName, role);
}

/** Whoever runs the programme at `desk` adds someone and makes their slip. */
export async function invited(desk: Page, firstName: string, role: RoleAtDesk): Promise<Slip> {
	await atDesk(desk, 'People');
	await desk.getByRole('link', { name: 'Add someone' }).click();
	await desk.getByRole('textbox', { name: 'First name' }).fill(firstName);
	await desk.getByRole('checkbox', { name: new RegExp(`^${role}`) }).check();
	await desk.getByRole('button', { name: 'Add them' }).click();
	await expect(desk.getByText(`${firstName} is added. Next: make the slip.`)).toBeVisible();
	await desk.getByRole('button', { name: 'Make the slip' }).click();
	return slipOn(desk);
}

/** The slip that the desk has just made. */
export async function slipOn(desk: Page): Promise<Slip> {
	const slip = desk.getByRole('region', { name: /, this opens / });
	await expect(slip.getByRole('img', { name: 'A square code to scan with a phone' })).toBeVisible();
	const [, address, letters] =
		/go to (\S+) and type these letters:\s*([0-9a-z ]+?)\s*$/m.exec(await slip.innerText()) ?? [];
	if (!address || !letters) throw new Error('The slip does not say where to go.');
	return { address, letters };
}

/** Someone goes where their slip says and types what is on it. */
export async function followSlip(page: Page, { address, letters }: Slip): Promise<void> {
	await page.goto(address);
	await page.getByRole('textbox', { name: 'What the slip says' }).fill(letters);
	await page.getByRole('button', { name: 'Go on' }).click();
}

/** The same place by the square code. */
export function behindTheSquare({ address, letters }: Slip): string {
	return `${address}/${letters.replaceAll(' ', '')}`;
}
