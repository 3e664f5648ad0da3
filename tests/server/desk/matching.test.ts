import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../src/lib/domain/clock/zones';
import { USUALLY_NEEDED } from '../../../src/lib/domain/mentors/approvals';
import { audit } from '../../../src/lib/server/database/schema';
import {
	decideCard,
	keepApart,
	offerCard,
	settleParting,
	writeApproval
} from '../../../src/lib/server/desk/matching';
import { matchingAtDesk, youngAtDesk } from '../../../src/lib/server/desk/matching-pages';
import { mentorAtDesk, mentorList } from '../../../src/lib/server/desk/mentors';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { sees } from '../../../src/lib/server/desk/scope';
import { pairUp } from '../../../src/lib/server/desk/pair-up';
import { today } from '../../../src/lib/server/desk/today';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { sync } from '../../../src/lib/server/sync';
import { add, asked, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, TUESDAY, write } from './desk';

let house: House;
let clock: { now: number };
let nadia: Who;
let tom: Who;
let omar: Who;
let remi: string;
let dee: string;

const notThere = expect.objectContaining({ status: 404 });
const refused = (why: string) => expect.objectContaining({ why });
const needs = async (who: Who) => today(house, await deskProgrammes(house, sees(who)), who);
const desk = (who = nadia, programmeId = RIVERSIDE) => matchingAtDesk(house, who, programmeId, 1);
const beside = () => youngAtDesk(house, nadia, RIVERSIDE, remi, 1);

const wants = (youngId: string, wanted: 'yes' | 'not_now' | 'tell_me_more', programmeId = RIVERSIDE) =>
	write(house, youngId, 'wish', { programmeId, wanted, inMind: null });

async function writeCard(mentorId: string, programmeId = RIVERSIDE, capacity = 1): Promise<number> {
	await write(house, mentorId, 'mentor-card', {
		programmeId,
		capacity,
		card: {
			firstName: mentorId,
			picture: { drawn: 'mug' },
			facts: { cant_stand: ['crowds'] },
			words: { likes: 'Long walks', cantStand: 'Crowds', how: 'Calm', why: 'I had one' }
		}
	});
	return house.now();
}

async function approve(mentorId: string, who = nadia, programmeId = RIVERSIDE, until: string | null = null) {
	for (const kind of USUALLY_NEEDED)
		await writeApproval(house, who, {
			...{ id: `record-${mentorId}-${kind}`, programmeId, mentorId, kind, from: '2026-01-01', until }
		});
}

/** A mentor who can be introduced. */
async function ready(firstName: string, who = nadia, programmeId = RIVERSIDE): Promise<string> {
	const mentorId = await add(house, firstName, 'mentor', { programmeId });
	const read = await writeCard(mentorId, programmeId);
	await decideCard(house, who, { programmeId, mentorId, read, why: null });
	await approve(mentorId, who, programmeId);
	return mentorId;
}

let offered = 0;
const offer = (youngId = remi, mentorId = dee, who = nadia) => {
	const id = `introduction-${++offered}`;
	return offerCard(house, who, { id, programmeId: RIVERSIDE, youngId, mentorId }).then(() => id);
};
const say = (id: string, says: 'yes' | 'no_thanks' | 'meet_first', why = '') =>
	write(house, remi, 'introduction-answer', { introductionId: id, says, why, show: [] });

beforeEach(async () => {
	({ house, clock, nadia, tom, omar } = await openDesk());
	remi = await add(house, 'Remi', 'young');
	await wants(remi, 'yes');
	dee = await ready('Dee');
});

describe('a card is offered', () => {
	test('when the mentor’s approvals are good, on their last day too, and not on the day after', async () => {
		const ada = await add(house, 'Ada', 'mentor');
		await decideCard(house, nadia, {
			...{ programmeId: RIVERSIDE, mentorId: ada, read: await writeCard(ada), why: null }
		});
		await expect(offer(remi, ada)).rejects.toEqual(refused('not_approved'));
		await approve(ada, nadia, RIVERSIDE, TUESDAY);
		clock.now += DAY;
		await expect(offer(remi, ada)).rejects.toEqual(refused('not_approved'));
		clock.now -= DAY;
		await offer(remi, ada);
		expect((await beside()).open).toMatchObject([{ mentorId: ada, state: 'offered' }]);
	});

	test('not while nobody at the desk has read it', async () => {
		const ada = await add(house, 'Ada', 'mentor');
		await writeCard(ada);
		await approve(ada);
		await expect(offer(remi, ada)).rejects.toEqual(refused('not_approved'));
	});

	test('not when the mentor has no place left', async () => {
		await pairLastWeek(house, await add(house, 'Kit', 'young'), dee);
		await expect(offer()).rejects.toEqual(refused('mentor_full'));
		expect((await beside()).out).toMatchObject([{ candidate: { excluded: [{ is: 'no_place' }] } }]);
	});

	test('up to three at once, not a fourth, and again once one is answered', async () => {
		const others = [await ready('Ada'), await ready('Ben'), await ready('Cal')];
		const first = await offer();
		await offer(remi, others[0]);
		await offer(remi, others[1]);
		await expect(offer(remi, others[2])).rejects.toEqual(refused('three_offered'));
		await expect(offer()).rejects.toEqual(refused('offered_already'));
		await say(first, 'no_thanks');
		await offer(remi, others[2]);
	});

	test('never again after a “no thanks”, whose reason only the desk reads', async () => {
		await say(await offer(), 'no_thanks', 'reminds me of someone');
		await expect(offer()).rejects.toEqual(refused('declined_before'));
		expect(await beside()).toMatchObject({
			fit: [],
			declined: [dee],
			over: [{ state: 'declined', youngWhy: 'reminds me of someone' }]
		});
	});

	test('not to somebody who is kept apart, until they no longer are', async () => {
		const two = { programmeId: RIVERSIDE, youngId: remi, mentorId: dee };
		await keepApart(house, nadia, { ...two, apart: true });
		await expect(offer()).rejects.toEqual(refused('kept_apart'));
		await keepApart(house, nadia, { ...two, apart: true });
		expect(await beside()).toMatchObject({ fit: [], apart: [dee] });
		await keepApart(house, nadia, { ...two, apart: false });
		await offer();
		const lines = await house.store.read
			.select({ action: audit.action, personId: audit.personId })
			.from(audit)
			.where(eq(audit.subjectId, `${remi} ${dee}`))
			.orderBy(asc(audit.revision));
		expect(lines).toEqual([
			{ action: 'pair.kept_apart', personId: nadia.personId },
			{ action: 'pair.let_together', personId: nadia.personId }
		]);
	});

	test('by nobody but whoever runs the programme', async () => {
		for (const who of [tom, omar]) await expect(offer(remi, dee, who)).rejects.toEqual(notThere);
		expect((await beside()).open).toEqual([]);
	});
});

test('a card that was changed since it was read is not approved, and what was approved stays', async () => {
	clock.now += 1;
	const read = await writeCard(dee);
	clock.now += 1;
	await writeCard(dee);
	const decision = { programmeId: RIVERSIDE, mentorId: dee, read, why: null };
	await expect(decideCard(house, nadia, decision)).rejects.toEqual(refused('card_changed'));
	const mentor = await mentorAtDesk(house, nadia, RIVERSIDE, dee);
	expect(mentor.card).toMatchObject({ state: 'sent', read: clock.now });
	expect(mentor.card?.approved).not.toBeNull();
});

describe('two people who are paired by hand', () => {
	const byHand = (more: Parameters<typeof asked>[2] = {}) => pairUp(house, nadia, asked(remi, dee, more));
	const stands = async () => {
		const { rows } = await sync(house, remi, {});
		return Object.fromEntries((rows.introductions ?? []).map((one) => [one.id, one]));
	};
	const learned = async (mentorId: string) => (await sync(house, mentorId, {})).rows.askings ?? [];

	test('have no card left to answer, and a mentor who was never asked hears of none', async () => {
		const id = await offer();
		const pairingId = await byHand();
		expect(await stands()).toMatchObject({ [id]: { state: 'begun', pairingId, answer: null } });
		expect(await learned(dee)).toEqual([]);
	});

	test('wait for no answer any more, and the mentor who was asked sees where it went', async () => {
		const id = await offer();
		await say(id, 'yes');
		const pairingId = await byHand();
		expect(await stands()).toMatchObject({ [id]: { state: 'begun', pairingId } });
		expect(await learned(dee)).toMatchObject([{ id, state: 'begun', pairingId }]);
	});

	test('leave nobody else waiting in vain: not another mentor’s card, not another young person', async () => {
		const ada = await ready('Ada');
		const kit = await add(house, 'Kit', 'young');
		const other = await offer(remi, ada);
		const forKit = await offer(kit, dee);
		await byHand();
		expect(await stands()).toMatchObject({ [other]: { state: 'withdrawn', whyNot: 'began_elsewhere' } });
		const { rows } = await sync(house, kit, {});
		expect(rows.introductions).toMatchObject([{ id: forKit, state: 'not_possible', whyNot: 'full' }]);
	});

	test('twice with one id settle nothing that was offered in between', async () => {
		const ada = await ready('Ada');
		await byHand({ id: 'pairing-by-hand' });
		const later = await offer(remi, ada);
		await byHand({ id: 'pairing-by-hand' });
		expect(await stands()).toMatchObject({ [later]: { state: 'offered' } });
	});
});

describe('who waits', () => {
	test('is proposed somebody, and who said “not now” or nothing is only named', async () => {
		const kit = await add(house, 'Kit', 'young');
		const bo = await add(house, 'Bo', 'young');
		await wants(kit, 'not_now');
		expect(await desk()).toMatchObject({
			waiting: [{ id: remi, proposed: { mentorId: dee }, open: [] }],
			notNow: [{ id: kit }],
			nothingYet: [{ id: bo }]
		});
		const alone = (await needs(nadia)).unpaired;
		expect(alone.map(({ personId, wanted }) => [personId, wanted])).toEqual(
			expect.arrayContaining([
				[remi, 'yes'],
				[bo, null]
			])
		);
		expect(alone).toHaveLength(2);
	});

	test('is seen with what happens to the card', async () => {
		const id = await offer();
		await say(id, 'yes');
		expect((await desk()).waiting).toMatchObject([{ open: [{ id, state: 'asked', answer: 'yes' }] }]);
	});

	test('in two programmes, never mixes', async () => {
		const yaz = await add(house, 'Yaz', 'young', { programmeId: HARBOUR });
		await wants(yaz, 'yes', HARBOUR);
		const max = await ready('Max', omar, HARBOUR);
		const both: Who = { ...nadia, memberships: [...nadia.memberships, ...omar.memberships] };
		for (const [programmeId, young, mentor] of [
			[RIVERSIDE, remi, dee],
			[HARBOUR, yaz, max]
		] as const) {
			const page = await desk(both, programmeId);
			expect(page.waiting).toMatchObject([{ id: young, proposed: { mentorId: mentor } }]);
			expect([...page.names.keys()].sort()).toEqual([young, mentor].sort());
			expect((await mentorList(house, both, programmeId, { name: '', page: 1 })).rows).toHaveLength(1);
		}
		await expect(youngAtDesk(house, both, HARBOUR, remi, 1)).rejects.toEqual(notThere);
		await expect(mentorAtDesk(house, both, HARBOUR, dee)).rejects.toEqual(notThere);
	});

	test('is nothing to the safeguarding lead, nor to another programme', async () => {
		for (const who of [tom, omar]) {
			await expect(desk(who)).rejects.toEqual(notThere);
			await expect(youngAtDesk(house, who, RIVERSIDE, remi, 1)).rejects.toEqual(notThere);
		}
	});
});

describe('today', () => {
	test('has a card until it is read, and what runs out from thirty days before', async () => {
		const ada = await add(house, 'Ada', 'mentor');
		const read = await writeCard(ada);
		await approve(ada, nadia, RIVERSIDE, '2026-12-24');
		expect(await needs(nadia)).toMatchObject({ cards: [{ mentorId: ada }], runningOut: [{ mentorId: ada }] });
		clock.now -= DAY;
		expect((await needs(nadia)).runningOut).toEqual([]);
		clock.now += DAY;
		await decideCard(house, nadia, { programmeId: RIVERSIDE, mentorId: ada, read, why: null });
		expect((await needs(nadia)).cards).toEqual([]);
	});

	test('has a first meeting that nobody has set', async () => {
		const id = await offer();
		await say(id, 'meet_first');
		await write(house, dee, 'asking-answer', { introductionId: id, says: 'yes', why: '' });
		expect((await needs(nadia)).toMeet).toMatchObject([{ id, youngName: 'Remi', mentorName: 'Dee' }]);
		expect((await needs(omar)).toMeet).toEqual([]);
		expect((await needs(tom)).toMeet).toEqual([]);
	});

	test('has what a young person asked for, with the words for the desk, until it is taken up', async () => {
		const pairingId = await pairLastWeek(house, remi, dee);
		await write(house, remi, 'parting', { pairingId, wants: 'pause', tells: '', why: 'too much just now' });
		const [parting] = (await needs(nadia)).partings;
		expect(parting).toMatchObject({ wants: 'pause', why: 'too much just now' });
		expect((await needs(tom)).partings).toEqual([]);
		await expect(settleParting(house, omar, parting?.id ?? '')).rejects.toEqual(notThere);
		await settleParting(house, nadia, parting?.id ?? '');
		expect((await needs(nadia)).partings).toEqual([]);
	});
});
