import type { Page } from '@playwright/test';
import { behindTheSquare, invitedByNadia } from '../desk';
import { ARRIVES, card, offer, sayYes, wish } from '../introducing';
import { putRow, say } from '../phone';
import { be, expect, test } from '../test';
import { lookOver } from './look-over';

// Dozens of screens in each, looked at in five ways.
test.describe.configure({ timeout: 360_000 });

/** Where, and what stands there once it is all there. */
type Screens = readonly (readonly [path: string, there: string])[];

async function lookOverAll(page: Page, screens: Screens): Promise<void> {
	for (const [path, there] of screens) {
		await page.goto(path);
		await expect(page.getByText(there).first()).toBeVisible();
		await lookOver(page, path);
	}
}

/** A card as a sync would bring it to Remi’s phone. */
const SHOWN = {
	...{ id: 'shown-dee', spaceId: 'person:demo-person-remi', programmeId: 'demo-riverside', state: 'offered' },
	...{ answer: null, mentorSaid: null, firstMeetingAt: null, firstMeetingPlace: null, youngAfter: null },
	...{ mentorAfter: null, whyNot: null, waitsFor: null, answeredAt: null, shown: [], pairingId: null },
	...{ offeredAt: Date.parse('2026-11-24T12:00Z'), expiresAt: Date.parse('2026-12-15T12:00Z') },
	card: {
		firstName: 'Dee',
		picture: { drawn: 'kite' },
		facts: { age: ['40s_50s'], interests: ['cooking', 'walking'], paid: ['volunteer'] },
		words: {
			likes: 'Cooking for too many people. Long walks with my dog.',
			cantStand: 'Small talk, and being late.',
			how: 'I listen first. I don’t mind silence.',
			why: 'Someone did this for me when I was fifteen.'
		}
	}
};

async function unfold(page: Page): Promise<void> {
	const folds = page.locator('details');
	await expect(folds.first()).toBeVisible();
	await folds.evaluateAll((all) => all.forEach((fold) => fold.setAttribute('open', '')));
}

test('nothing is wrong with any page for somebody who is signed out', async ({ page }) => {
	await lookOverAll(page, [
		['/', 'Someone in your corner.'],
		['/sign-in', 'With your three words'],
		['/invitation', 'What the slip says'],
		['/invitation/not-a-slip', 'This slip doesn’t work'],
		['/set-up/not-a-link', 'This link doesn’t work'],
		['/help', 'Childline'],
		['/private', 'Who can see what'],
		['/demo', 'A programme to try'],
		['/times-tables', 'The 12 times table'],
		['/young', 'Nobody is signed in on this phone'],
		['/not-there', 'There’s nothing here.']
	]);
	await page.goto('/sign-in');
	await page.getByRole('textbox', { name: 'Your code name' }).fill('nobody here');
	await page.getByRole('textbox', { name: 'Your three words' }).fill('not these words');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByText('Those don’t go together.')).toBeVisible();
	await lookOver(page, 'sign-in refused');
});

test('nothing is wrong with any page of an invitation', async ({ page, otherPhone }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	const slip = await invitedByNadia(page, 'Kai', 'Young person');
	await lookOver(page, 'the slip at the desk');
	const phone = await otherPhone.newPage();
	await phone.goto(behindTheSquare(slip));
	await lookOver(phone, 'invitation');
	await phone.getByRole('link', { name: 'Use three words' }).click();
	await expect(phone.getByRole('button', { name: 'I like these' })).toBeVisible();
	await lookOver(phone, 'picking words');
	await phone.getByRole('button', { name: 'I like these' }).click();
	await expect(phone.getByRole('button', { name: 'I’ve got them' })).toBeVisible();
	await lookOver(phone, 'keeping words');
});

test('nothing is wrong with any screen of a young person', async ({ page }) => {
	await be(page, 'young');
	await lookOverAll(page, [
		['/young', 'Next time with Sam'],
		['/young/messages', 'Not walking out is huge.'],
		['/young/meetings', 'Behind you'],
		['/young/meetings/nothing', 'This meeting isn’t here any more'],
		['/young/goals', 'walk away when it kicks off'],
		['/young/goals/new', 'What kind of thing is it?'],
		['/young/goals/demo-goal-ash-walk', 'Small steps'],
		['/young/path', 'All the places on it'],
		['/young/path/nothing', 'It is not time for this yet'],
		['/young/out-and-about', 'Things to do near you will be here'],
		['/young/you', 'Sign out on this phone'],
		['/young/you/change', 'What would you like?'],
		['/young/you/agreement', 'How it starts'],
		['/young/you/private', 'Who can see what'],
		['/young/you/nobody-answers', 'You never have to chase anybody'],
		['/young/you/looks', 'Nobody yet'],
		['/young/you/told', 'Sam wrote to you'],
		['/young/you/notifications', 'What you’re told of'],
		['/young/you/devices', 'This one'],
		['/young/you/install', 'home screen'],
		['/young/you/leaving', 'Leave quickly'],
		['/young/help', 'Childline']
	]);
	await page.goto('/demo/young-new');
	await lookOverAll(page, [
		['/young', 'Do you want a mentor?'],
		['/young/wish', 'You haven’t said whether you want a mentor'],
		['/young/wish/tell-me-more', 'What do they do?'],
		['/young/wish/in-mind', 'Who is it?'],
		['/young/wish/age', 'How old would they be?'],
		['/young/wish/interests', 'What are you into?'],
		['/young/wish/days', 'Which days and times are good?'],
		['/young/wish/go-on', 'How old would they be?'],
		['/young/you/about', 'This is what they would see'],
		['/young/meet', 'Nobody to meet just now'],
		['/young/messages', 'Messages with your mentor will be here']
	]);
	await page.goto('/demo/young-ending');
	await lookOverAll(page, [
		['/young', 'Before the end'],
		['/young/ending', 'What do you want to say to Sam?']
	]);
});

test('nothing is wrong with a young person’s screens while they choose', async ({ page }) => {
	await be(page, 'young-new');
	await page.getByRole('button', { name: 'Yes' }).click();
	await page.getByRole('checkbox', { name: '60 and over' }).check({ force: true });
	await expect(page.getByRole('radio', { name: 'Must have' })).toBeAttached();
	await lookOver(page, 'a question answered');
	await page.goto('/young/wish');
	await expect(page.getByText('This is what you said')).toBeVisible();
	await lookOver(page, 'the wish so far');
	await page.goto('/young/you/about');
	await page.getByRole('textbox', { name: 'Please don’t' }).fill('ask about school');
	await page.getByRole('switch').check({ force: true });
	await expect(page.getByText('Your first name, and:')).toBeVisible();
	await lookOver(page, 'about me, shared');

	await putRow(page, 'introductions', SHOWN);
	await page.goto('/young');
	await expect(page.getByText('One person to meet')).toBeVisible();
	await lookOver(page, 'home with someone to meet');
	await page.goto('/young/meet');
	await lookOver(page, 'people to meet');
	await page.getByRole('link', { name: /Dee/ }).click();
	await expect(page.getByText('Would you like Dee as your mentor?')).toBeVisible();
	await lookOver(page, 'a card');
	await page.getByRole('button', { name: 'No thanks' }).click();
	await expect(page.getByText('No thanks to Dee?')).toBeVisible();
	await lookOver(page, 'no thanks');
	await page.getByRole('button', { name: 'Go back' }).click();
	await page.getByRole('button', { name: 'I’d like to meet first' }).click();
	await expect(page.getByRole('checkbox', { name: 'Please don’t' })).toBeChecked();
	await lookOver(page, 'meet first');
	await page.getByRole('button', { name: 'Ask to meet Dee first' }).click();
	await expect(page.getByText('You asked to meet Dee first.')).toBeVisible();
	await lookOver(page, 'asked');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Would you like Dee as your mentor?')).toBeVisible();
	await putRow(page, 'introductions', {
		...SHOWN,
		state: 'waiting',
		waitsFor: 'place',
		answer: 'yes',
		answeredAt: 1
	});
	await expect(page.getByText('Two people asked for Dee')).toBeVisible();
	await lookOver(page, 'two people asked');
});

test('nothing is wrong with a meeting while it is moved, can’t be and is called off', async ({
	page,
	otherPhone
}) => {
	await be(page, 'young');
	await page.getByRole('link', { name: 'Open this meeting' }).click();
	await expect(page.getByRole('heading', { name: 'Ideas for when you meet' })).toBeVisible();
	await page.getByRole('button', { name: 'Can we move it?' }).click();
	await page.getByRole('button', { name: /^Friday/ }).click();
	await page.getByRole('button', { name: 'Another day or time' }).click();
	await lookOver(page, 'asking to move a meeting');
	await page.getByRole('button', { name: 'Ask Sam' }).click();
	await lookOver(page, 'asked to move a meeting');
	await page.getByRole('button', { name: 'I can’t' }).click();
	await lookOver(page, 'saying that one can’t come');
	const sam = await otherPhone.newPage();
	await be(sam, 'mentor');
	await sam
		.getByRole('link', { name: /did you meet Ash/ })
		.first()
		.click();
	await sam.getByText('Yes, we met').click();
	await lookOver(sam, 'did it happen');
	await sam.goto('/mentor/meetings');
	await sam
		.getByRole('link', { name: /26 November.*with Ash/ })
		.first()
		.click();
	await sam.getByRole('button', { name: 'I can’t' }).click();
	await lookOver(sam, 'a mentor calls off');
});

test('nothing is wrong with a young person’s screens while they change their mind', async ({ page }) => {
	await be(page, 'young');
	await page.goto('/young/you/change');
	await page.getByRole('button', { name: 'Pause' }).click();
	await expect(page.getByText('What Sam is told')).toBeVisible();
	await lookOver(page, 'before a pause');
	await page.getByRole('button', { name: 'Pause now' }).click();
	await expect(page.getByText('Nobody is told for ten seconds.')).toBeVisible();
	await lookOver(page, 'a pause just begun');
	await page.goto('/young');
	await expect(page.getByText('You’re having a pause').first()).toBeVisible();
	await lookOver(page, 'home in a pause');
});

test('nothing is wrong with a young person’s screens while something is being written, waits, fails or is refused', async ({
	page,
	context
}) => {
	await be(page, 'young');
	await page.getByRole('button', { name: 'Say something new' }).click();
	await page.getByRole('radio', { name: 'rough' }).check({ force: true });
	await lookOver(page, 'check-in being written');
	await page.getByRole('button', { name: /^Send to/ }).click();
	await expect(page.getByRole('heading', { name: 'You said: rough' })).toBeVisible();
	await page.getByRole('link', { name: 'Messages' }).click();
	await page.getByRole('textbox', { name: 'Write to Sam' }).fill('find me at someone@example.org');
	await page.getByRole('button', { name: 'Send to Sam' }).click();
	await expect(page.getByRole('heading', { name: 'Do you want to share this?' })).toBeVisible();
	await lookOver(page, 'contact details noticed');
	await page.getByRole('button', { name: 'Change it' }).click();

	await page.route('**/api/outbox', async (route) => {
		const { entries } = route.request().postDataJSON() as { entries: { id: string }[] };
		const outcomes = entries.map(({ id }) => ({ id, is: 'refused', at: 0, why: 'too_long' }));
		await route.fulfill({ json: { outcomes, now: 0 } });
	});
	await say(page, 'a message that is refused');
	await lookOver(page, 'undo');
	await expect(page.getByText(/We couldn’t send this/).first()).toBeVisible();
	await lookOver(page, 'message refused');
	await page.unroute('**/api/outbox');

	await context.setOffline(true);
	await page.reload();
	await say(page, 'a message that waits');
	await expect(page.getByText('On this phone. It goes when you have signal').first()).toBeVisible();
	await lookOver(page, 'message with no signal');
	await page.goto('/young/you/devices');
	await expect(page.getByText('This list needs signal.')).toBeVisible();
	await lookOver(page, 'devices with no signal');
	await page.goto('/young/you');
	await page.getByRole('button', { name: 'Sign out on this phone' }).click();
	await expect(page.getByRole('heading', { name: 'Sign out on this phone?' })).toBeVisible();
	await lookOver(page, 'asking before signing out');
	await page.getByRole('button', { name: 'Leave quickly' }).click();
	await page.waitForURL('**/times-tables');
	await page.goto('/young');
	await expect(page.getByText('Signing out finishes when there is signal')).toBeVisible();
	await lookOver(page, 'half-way out of the door');
});

test('nothing is wrong with any screen of a mentor', async ({ page, context }) => {
	await be(page, 'mentor');
	await lookOverAll(page, [
		['/mentor', 'You said Ash hears by'],
		['/mentor/demo-pair-ash', 'Not walking out is huge.'],
		['/mentor/demo-pair-ash/agreement', 'How it starts'],
		['/mentor/demo-pair-ash/ending', 'No end date'],
		['/mentor/demo-pair-ash/goals', 'finish my project'],
		['/mentor/demo-pair-ash/goals/new', 'What you suggest'],
		['/mentor/demo-pair-ash/goals/demo-goal-ash-walk', 'What you promised'],
		['/mentor/meetings', 'Riverside café'],
		['/mentor/hours', 'You read and answer'],
		['/mentor/you', 'You mentor'],
		['/mentor/you/calendar', 'You have no address yet.'],
		['/mentor/you/away', 'Mark days'],
		['/mentor/you/card', 'My card'],
		['/mentor/asked/nobody', 'There is nothing here'],
		['/mentor/you/private', 'What you can see'],
		['/mentor/you/told', 'is waiting for your answer'],
		['/mentor/you/notifications', 'What you’re told of'],
		['/mentor/you/devices', 'This one'],
		['/mentor/you/install', 'home screen'],
		['/mentor/you/leaving', 'The button on every screen signs you out'],
		['/mentor/help', 'If someone isn’t safe']
	]);
	await page.goto('/mentor/demo-pair-ash');
	await page.getByRole('textbox', { name: 'Write to Ash' }).fill('Ring 07700 900123');
	await page.getByRole('button', { name: 'Send to Ash' }).click();
	await expect(page.getByRole('heading', { name: 'This can’t go in a message' })).toBeVisible();
	await lookOver(page, 'mentor stopped');
	await page.getByRole('button', { name: 'Change it' }).click();
	await context.setOffline(true);
	await say(page, 'Climbing it is');
	await page.getByRole('link', { name: 'Replies', exact: true }).click();
	await expect(page.getByText('Your answer is on this phone.')).toBeVisible();
	await lookOver(page, 'mentor with no signal');
});

test('nothing is wrong with the screens on which two people are introduced', async ({ page, otherPhone }) => {
	const remi = await otherPhone.newPage();
	await wish(remi);
	await offer(page, 'Sam', 'Maya');
	await lookOver(page, 'offers at the desk');
	await expect(remi.getByRole('heading', { name: 'Two people to meet' })).toBeVisible(ARRIVES);
	await lookOver(remi, 'Home with two people to meet');
	await remi.goto('/young/meet');
	await card(remi, 'Maya').click();
	await remi.getByRole('button', { name: 'No thanks' }).click();
	await lookOver(remi, 'a card, and saying no thanks');
	await remi.goto('/young/meet');
	await card(remi, 'Sam').click();
	await remi.getByRole('button', { name: 'Yes', exact: true }).click();
	await lookOver(remi, 'saying yes');
	await remi.getByRole('button', { name: 'Go back' }).click();
	await sayYes(remi);
	await expect(remi.getByText('You said yes to Sam').first()).toBeVisible();
	await lookOver(remi, 'a yes that waits');

	await page.setViewportSize({ width: 360, height: 740 });
	await be(page, 'mentor');
	await expect(page.getByText('Remi would like you as their mentor')).toBeVisible(ARRIVES);
	await lookOver(page, 'a mentor is asked');
	await page.getByRole('link', { name: 'Read and answer' }).click();
	await page.getByRole('button', { name: 'I can’t' }).click();
	await lookOver(page, 'a mentor can’t');
});

test.describe('at a laptop', () => {
	test.use({ viewport: { width: 1280, height: 800 } });

	test('nothing is wrong with any page of the desk', async ({ page }) => {
		await be(page, 'coordinator');
		await lookOverAll(page, [
			['/coordinator', 'One reply is late'],
			['/coordinator/people', 'Add someone'],
			['/coordinator/people?name=nobody', 'Nobody by that name'],
			['/coordinator/people/new', 'What are they here?'],
			['/coordinator/people/demo-person-sam', 'Ash and Sam'],
			['/coordinator/matching', 'Nothing here happens by itself.'],
			['/coordinator/matching/demo-person-remi', 'Their wish, in their words'],
			['/coordinator/mentors', 'Can be introduced'],
			['/coordinator/mentors/demo-person-sam', 'What has been checked'],
			['/coordinator/meetings', 'Time together'],
			['/coordinator/pairings', 'Kit and Dee'],
			['/coordinator/pairings?ended', 'No pairing has ended'],
			['/coordinator/pairings/new', 'Who'],
			['/coordinator/pairings/demo-pair-kit', 'Ring Dee first.'],
			['/coordinator/pairings/demo-pair-kit/conversation', 'Why do you need to open it?'],
			['/coordinator/pairings/demo-pair-kit/ending', 'What comes next for Kit'],
			['/coordinator/paths', 'Stages and endings'],
			['/coordinator/paths/outcomes', 'What young people say has changed'],
			['/coordinator/questions', 'How old would they be?'],
			['/coordinator/questions/age', 'Save this question'],
			['/coordinator/questions/new', 'It comes last.'],
			['/coordinator/agreements', 'What agreements may hold'],
			['/coordinator/phones', 'On a locked phone'],
			['/coordinator/notifications', 'What you’re told of'],
			['/coordinator/help-lines', 'Childline'],
			['/coordinator/people/nobody', 'There']
		]);
	});

	test('nothing is wrong with the desk where something is filled in wrongly, or opened', async ({ page }) => {
		await be(page, 'coordinator');
		await page.goto('/coordinator/pairings/demo-pair-kit');
		await unfold(page);
		await page.getByLabel('Where', { exact: true }).fill('');
		await page.getByRole('button', { name: 'Save the meeting' }).click();
		await expect(page.getByText(/^Write where/)).toBeVisible();
		await unfold(page);
		await lookOver(page, 'a pairing with everything unfolded and a mistake in it');
		await page.goto('/coordinator/people/new');
		await page.getByRole('button', { name: 'Add them' }).click();
		await expect(page.getByText('Tick at least one.')).toBeVisible();
		await lookOver(page, 'adding someone, nothing filled in');
		await page.goto('/coordinator/questions/age');
		await page.getByLabel('What the young person is asked').fill('');
		await page.getByLabel('How it is answered').selectOption('words');
		await page.getByRole('button', { name: 'Save this question' }).click();
		await expect(page.getByText(/^A question answered in words only has no choices/)).toBeVisible();
		await lookOver(page, 'a question with mistakes in it');
		await page.goto('/coordinator/pairings/demo-pair-ash/conversation');
		await page.getByLabel('Your reason').fill('Ash asked me to look for something.');
		await page.getByRole('button', { name: 'Open it and tell them' }).click();
		await expect(page.getByText('Not walking out is huge.')).toBeVisible();
		await lookOver(page, 'an opened conversation');
		await page.goto('/demo/safeguarding');
		await lookOverAll(page, [['/coordinator', 'One reply is late']]);
	});

	test('nothing is wrong with any page of the group', async ({ page }) => {
		for (const key of ['group', 'facilitator']) {
			await be(page, key);
			await lookOverAll(page, [
				['/group', 'This group writes the app’s words'],
				['/group/private', 'Who can see what']
			]);
		}
	});
});
