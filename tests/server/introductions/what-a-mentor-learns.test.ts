import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { House } from '../../../src/lib/server/house';
import { appNamesOf } from '../../../src/lib/server/people/programmes';
import { sync } from '../../../src/lib/server/sync';
import {
	ALI,
	ASH,
	DEE,
	mentorSays,
	NADIA,
	offered,
	openTown,
	post,
	RIVERSIDE,
	SAM,
	sent,
	youngSays
} from './town';
import { change } from '../../../src/lib/server/spaces';
import { withdraw } from '../../../src/lib/server/introductions/offer';
import { rowOf } from './town';

let house: House;

/** Everything of Ash's that no mentor may ever read. */
const NEVER = {
	wish: 'a wish of seven marmots',
	inMind: 'my neighbour of nine lanterns',
	noThanks: 'reminds me of somebody with eleven teeth',
	mentorNo: 'my own reason with twelve spoons',
	unshared: 'the unshared line about thirteen doors',
	notShown: 'the line not shown about fourteen keys'
};
const SHOWN = 'Give me time, sixteen minutes at least';
const choices = ['60_over', 'non_binary', 'roma_traveller'];

beforeEach(async () => {
	({ house } = await openTown());
	await sent(house, ASH, 'wish', {
		programmeId: RIVERSIDE,
		wanted: 'in_mind',
		inMind: { who: NEVER.inMind, how: NEVER.inMind, mayAsk: true }
	});
	await sent(house, ASH, 'wish-answer', {
		...{ programmeId: RIVERSIDE, question: 'gender', choices, words: NEVER.wish, weight: 'must' }
	});
	const about = (line: 'helps' | 'good_at' | 'anything', words: string, shared: boolean) =>
		sent(house, ASH, 'about-line', { line, words, shared });
	await about('helps', SHOWN, true);
	await about('good_at', NEVER.notShown, true);
	await about('anything', NEVER.unshared, false);
});
afterEach(() => house.store.close());

/** Every byte that a mentor's phones can be given: all of it, what is new since, and who they are. */
async function bytesOf(mentorId: string, since = {}): Promise<string> {
	const whole = await sync(house, mentorId, {});
	const paged = await sync(house, mentorId, since, 500);
	const session = await appNamesOf(house.store.read, [RIVERSIDE]);
	return JSON.stringify({ whole, paged, session });
}

/** Ash says no to two, and yes to the third with one line shown. */
async function twoNosAndAYes() {
	for (const mentorId of [DEE, ALI])
		await youngSays(house, ASH, await offered(house, ASH, mentorId), 'no_thanks', NEVER.noThanks);
	const id = await offered(house, ASH, SAM);
	const yes = { introductionId: id, says: 'yes' as const, why: '', show: ['helps'] };
	expect((await post(house, ASH, 'introduction-answer', yes)).is).toBe('sent');
	return id;
}

function expectNothingOf(bytes: string): void {
	for (const secret of [...Object.values(NEVER), ...choices]) expect(bytes).not.toContain(secret);
}

describe('what a mentor’s phone receives', () => {
	test('of a young person who said no thanks: not a single byte', async () => {
		const before = await Promise.all([DEE, ALI].map((mentor) => bytesOf(mentor)));
		await twoNosAndAYes();
		const after = await Promise.all([DEE, ALI].map((mentor) => bytesOf(mentor)));
		expect(after).toEqual(before);
		for (const bytes of after) {
			expect(bytes).not.toContain('Ash');
			expect(bytes).not.toContain(ASH);
			expectNothingOf(bytes);
		}
	});

	test('of one who said yes: a first name and the line they showed, and nothing else', async () => {
		const id = await twoNosAndAYes();
		const bytes = await bytesOf(SAM);
		expect(bytes).toContain('Ash');
		expect(bytes).toContain(SHOWN);
		expect(bytes).not.toContain(ASH);
		expectNothingOf(bytes);
		const [asking] = (await sync(house, SAM, {})).rows.askings ?? [];
		expect(asking).toEqual({
			...{ id, spaceId: `person:${SAM}`, programmeId: RIVERSIDE, youngName: 'Ash', answer: 'yes' },
			...{ state: 'asked', mentorSaid: null, mentorAfter: null, pairingId: null, askedAt: house.now() },
			...{ firstMeetingAt: null, firstMeetingPlace: null, shown: [{ line: 'helps', words: SHOWN }] }
		});
	});

	test('once it has begun: the pairing, and still nothing of the wish, the reasons or the other lines', async () => {
		const id = await twoNosAndAYes();
		expect((await mentorSays(house, SAM, id, 'yes')).is).toBe('sent');
		for (const mentor of [SAM, DEE, ALI]) expectNothingOf(await bytesOf(mentor));
	});

	test('once it goes no further: not even the line they were shown', async () => {
		const id = await twoNosAndAYes();
		await youngSays(house, ASH, id, 'no_thanks', NEVER.noThanks);
		const bytes = await bytesOf(SAM);
		expect(bytes).not.toContain(SHOWN);
		expect(bytes).not.toContain('declined');
		expectNothingOf(bytes);
	});

	test('is the same whether the young person changed their mind or the desk took it back', async () => {
		const end = async (how: (id: string) => Promise<unknown>) => {
			const town = await openTown();
			const id = await offered(town.house, ASH, SAM);
			await youngSays(town.house, ASH, id, 'yes');
			const outer = house;
			house = town.house;
			await how(id);
			const [asking] = (await sync(house, SAM, {})).rows.askings ?? [];
			house = outer;
			await town.house.store.close();
			return asking;
		};
		const declined = await end((id) => youngSays(house, ASH, id, 'no_thanks', NEVER.noThanks));
		const takenBack = await end((id) =>
			change(house, NADIA, async (making) => withdraw(making, await rowOf(house, id)))
		);
		expect(takenBack).toEqual({ ...declined, id: takenBack?.id, askedAt: takenBack?.askedAt });
		expect(declined).toMatchObject({ state: 'over', shown: [] });
	});

	test('of their own no: their words stay with the coordinator, and the young person reads none of them', async () => {
		const id = await twoNosAndAYes();
		expect((await mentorSays(house, SAM, id, 'no', NEVER.mentorNo)).is).toBe('sent');
		expect(await bytesOf(SAM)).not.toContain(NEVER.mentorNo);
		const ash = JSON.stringify(await sync(house, ASH, {}));
		expect(ash).toContain('mentor_cannot');
		expect(ash).not.toContain(NEVER.mentorNo);
	});
});
