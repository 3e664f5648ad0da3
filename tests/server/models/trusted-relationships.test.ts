import { afterEach, describe, expect, test } from 'vitest';
import { setEnd } from '../../../src/lib/server/desk/pair-up';
import {
	ASH,
	BEGINS,
	lookBacksOn,
	meetingDays,
	meets,
	paired,
	PAIRING,
	SAM,
	stagesOn,
	standsOn,
	type Story
} from './story';

/* Seed 001, "6. Support Offer" and "4. Delivery Model": three ways of working in North Yorkshire and York. */

let story: Story;
afterEach(() => story.house.store.close());

const sent = expect.objectContaining({ is: 'sent' });
const refused = (why: string) => expect.objectContaining({ is: 'refused', why });
const hello = { pairingId: PAIRING, body: 'are you there?', tap: null, checkInId: null };
const fun = { pairingId: PAIRING, kind: 'fun' as const, words: 'Go swimming', lowWords: '', highWords: '' };
/** Sets a last day and lives to the day after it. */
const endsOn = async (day: string, after: string) => {
	await setEnd(story.house, story.nadia, PAIRING, day);
	await story.until(after);
};

describe('restorative practice relief workers (001, “4. Delivery Model”, “6. Support Offer”)', () => {
	test('“young people aged 16 - 24 … previous involvement”: peers, who may be young people of another programme themselves', async () => {
		story = await paired('restorative_practice');
		expect(story.plan.mentors).toMatchObject({ are: 'peer', from: 16, to: 24, experience: true });
		expect(await stagesOn(story)).toEqual([
			['getting_to_know', BEGINS, '2027-01-23'],
			['sessions', '2027-01-24', '2027-05-23'],
			['out_and_about', '2027-05-24', null]
		]);
	});

	test('“developing safety plans and their own personal safety”: written by the young person, seen by nobody until they share it, and taken back', async () => {
		story = await paired('restorative_practice');
		const line = { lineId: 'line-0001', section: 'signs' as const, words: 'when i stop sleeping', was: '' };
		expect(await story.says(ASH, 'safety-line', line)).toEqual(sent);
		expect((await story.phone(ASH)).safetyPlans).toMatchObject([{ lines: [{ words: line.words }] }]);
		expect(JSON.stringify(await story.phone(SAM))).not.toContain('stop sleeping');
		const share = (shared: boolean) => story.says(ASH, 'safety-plan-share', { pairingId: PAIRING, shared });
		expect(await share(true)).toEqual(sent);
		expect(JSON.stringify(await story.phone(SAM))).toContain('stop sleeping');
		expect(await share(false)).toEqual(sent);
		expect((await story.phone(SAM)).sharedSafetyPlans.flatMap(({ lines }) => lines ?? [])).toEqual([]);
	});

	test('sessions, then “within the community”: weekly and later every two weeks, looked back on every three months', async () => {
		story = await paired('restorative_practice');
		await meets(story, '2026-11-26');
		await story.until('2027-05-24');
		await meets(story, '2027-05-27');
		expect(await meetingDays(story, BEGINS, '2027-05-24')).toHaveLength(26);
		expect(await meetingDays(story, '2027-05-24', '2027-08-24')).toHaveLength(7);
		expect((await lookBacksOn(story, '2027-09-01')).map(([, on]) => on)).toEqual([
			...['2027-02-24', '2027-05-24', '2027-08-24']
		]);
		await endsOn('2027-10-31', '2027-11-01');
		expect(await standsOn(story)).toMatchObject({ state: 'ended', how: 'planned' });
	});
});

describe('volunteer mentors in York (001, “6. Support Offer”)', () => {
	test('“once a week to provide some time and space”, for as long as it is needed', async () => {
		story = await paired('york_volunteers');
		await meets(story, '2026-11-26');
		expect(await stagesOn(story)).toEqual([
			['getting_to_know', BEGINS, '2027-01-23'],
			['week_by_week', '2027-01-24', null]
		]);
		expect(await meetingDays(story, '2028-01-01', '2028-12-31')).toHaveLength(52);
	});

	test('“available through the week to offer 1:1 support”: a young person is heard at any hour between meetings', async () => {
		story = await paired('york_volunteers');
		await story.until('2027-03-06', '02:30');
		expect(await story.says(ASH, 'message', hello)).toEqual(sent);
		expect((await story.phone(SAM)).messages).toMatchObject([{ body: 'are you there?' }]);
	});

	test('“supporting the young person to find their own solutions”: goals for whoever wants them, and an ending that winds down', async () => {
		story = await paired('york_volunteers');
		expect(await story.says(ASH, 'goal', fun)).toEqual(sent);
		await story.until('2027-09-01');
		await endsOn('2027-12-31', '2027-11-06');
		expect((await standsOn(story)).state).toBe('winding-down');
		await story.until('2028-01-01');
		expect(await standsOn(story)).toMatchObject({ state: 'ended', readableUntil: '2028-12-31' });
	});
});

describe('family network coordinators (001, “4. Delivery Model”, “6. Support Offer”)', () => {
	const bea = {
		...{ pairingId: PAIRING, personKey: 'person-key-of-bea' },
		...{ name: 'Bea', who: 'my aunt', ring: 1 as const }
	};

	test('“building a positive relationship”, then finding people, then bringing them together; without goals', async () => {
		story = await paired('family_network');
		expect(await stagesOn(story)).toEqual([
			['getting_to_know', BEGINS, '2027-01-23'],
			['finding_people', '2027-01-24', '2027-04-23'],
			['coming_together', '2027-04-24', null]
		]);
		expect(story.plan.mentors.are).toBe('paid');
		expect(await story.says(ASH, 'goal', fun)).toEqual(refused('outside_limits'));
	});

	test('“identification of positive connections with trusted adults”: shared one by one by the young person, and taken back', async () => {
		story = await paired('family_network');
		expect(await story.says(SAM, 'trusted-person', bea)).toEqual(refused('not_yours_to_do'));
		expect(await story.says(ASH, 'trusted-person', bea)).toEqual(sent);
		const shown = async () => (await story.phone(SAM)).trustedPeople.filter(({ goneAt }) => goneAt === null);
		expect(await shown()).toMatchObject([{ name: 'Bea', who: 'my aunt', ring: 1 }]);
		const gone = { pairingId: PAIRING, personKey: bea.personKey };
		expect(await story.says(ASH, 'trusted-person-gone', gone)).toEqual(sent);
		expect(await shown()).toEqual([]);
	});

	test('“Family Network Meetings”: called by the coordinator, and the young person says who is not to be there', async () => {
		story = await paired('family_network');
		await story.until('2027-04-24');
		const meeting = {
			...{ pairingId: PAIRING, day: '2027-05-10', time: '17:00', minutes: 90, place: 'The community centre' },
			...{ about: 'What helps', whom: ['Bea', 'Mr Holt'] }
		};
		expect(await story.says(SAM, 'gathering', meeting)).toEqual(sent);
		const [called] = (await story.phone(ASH)).gatherings;
		expect(called).toMatchObject({ whom: ['Bea', 'Mr Holt'], day: '2027-05-10' });
		const answer = { gatheringId: called!.id, says: 'yes' as const, without: ['Mr Holt'] };
		expect(await story.says(ASH, 'gathering-answer', answer)).toEqual(sent);
		expect((await story.phone(SAM)).gatheringAnswers).toMatchObject([{ without: ['Mr Holt'] }]);
	});

	test('“long-term connections with adults”: twelve weeks in which the network takes over, and who is there stays on the phone', async () => {
		story = await paired('family_network');
		await story.says(ASH, 'trusted-person', bea);
		await story.until('2027-09-01');
		await setEnd(story.house, story.nadia, PAIRING, '2027-12-31');
		expect((await stagesOn(story)).at(-1)).toEqual(['ending', '2027-10-09', '2027-12-31']);
		const next = { pairingId: PAIRING, kind: 'person' as const, words: 'Bea, on Sundays' };
		expect(await story.says(SAM, 'afterwards', next)).toEqual(sent);
		await story.until('2028-01-01');
		expect((await standsOn(story)).state).toBe('ended');
		expect((await story.phone(ASH)).afterwards).toMatchObject([{ words: 'Bea, on Sundays' }]);
	});

	test('a programme that has not switched them on has no map and no such meetings', async () => {
		story = await paired('york_volunteers');
		expect(await story.says(ASH, 'trusted-person', bea)).toMatchObject({ is: 'refused' });
		const line = { lineId: 'line-0001', section: 'signs' as const, words: 'x', was: '' };
		expect(await story.says(ASH, 'safety-line', line)).toEqual(refused('outside_limits'));
	});
});
