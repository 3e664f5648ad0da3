import { and, eq, like } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { USUALLY_NEEDED } from '../../../src/lib/domain/mentors/approvals';
import { USUAL_HOURS } from '../../../src/lib/domain/pairings/agreement';
import { firstTerms, USUAL_LIMITS, type Terms } from '../../../src/lib/domain/pairings/terms';
import { agreements, audit, pairings, vetoes } from '../../../src/lib/server/database/schema';
import { agreementSettings, writeAgreementSettings } from '../../../src/lib/server/desk/agreement-settings';
import { offerCover, whoMayCover } from '../../../src/lib/server/desk/cover-offer';
import { writeApproval } from '../../../src/lib/server/desk/matching';
import { pairingAtDesk } from '../../../src/lib/server/desk/pairing';
import { deskProgrammes } from '../../../src/lib/server/desk/programmes';
import { sees } from '../../../src/lib/server/desk/scope';
import { today } from '../../../src/lib/server/desk/today';
import type { Who } from '../../../src/lib/server/guard';
import type { House } from '../../../src/lib/server/house';
import { agreementsOf } from '../../../src/lib/server/pairings/facts';
import { pairingSpace, programmeSpace } from '../../../src/lib/server/spaces';
import { sync } from '../../../src/lib/server/sync';
import { add, HARBOUR, openDesk, pairLastWeek, RIVERSIDE, TUESDAY, write } from './desk';

let house: House;
let nadia: Who;
let tom: Who;
let omar: Who;
let ash: string;
let sam: string;
let dee: string;
let id: string;

beforeEach(async () => {
	({ house, nadia, tom, omar } = await openDesk());
	ash = await add(house, 'Ash', 'young');
	sam = await add(house, 'Sam', 'mentor');
	dee = await add(house, 'Dee', 'mentor');
	id = await pairLastWeek(house, ash, sam);
});
afterEach(() => house.store.close());

const notThere = expect.objectContaining({ status: 404 });
const refused = (why: string) => expect.objectContaining({ name: 'Refused', why });
const lines = async (spaceId: string, action: string) =>
	(
		await house.store.read
			.select()
			.from(audit)
			.where(and(eq(audit.spaceId, spaceId), like(audit.action, action)))
	).map(({ action, personId }) => `${action} ${personId}`);

async function approve(mentorId: string) {
	for (const kind of USUALLY_NEEDED)
		await writeApproval(house, nadia, {
			...{ id: `record-${mentorId}-${kind}`, mentorId, programmeId: RIVERSIDE, kind },
			...{ from: '2026-01-01', until: null }
		});
}

/** Both say yes to a change. */
async function agree(change: Partial<Terms>) {
	const [before] = await agreementsOf(house.store.read, id);
	const { hours, answerWithinMinutes, terms } = before!;
	const body = { pairingId: id, basedOn: before!.id, hours, answerWithinMinutes };
	await write(house, ash, 'agreement-proposal', { ...body, terms: { ...terms, ...change } });
	const [proposal] = await agreementsOf(house.store.read, id);
	const yes = { pairingId: id, agreementId: proposal!.id, says: 'yes' as const, basedOn: before!.id };
	return () => write(house, sam, 'agreement-answer', yes);
}

describe('a pairing at the desk', () => {
	test('shows that something is proposed, and by whom, then what counts and what counted', async () => {
		const yes = await agree({ purpose: 'football' });
		expect(await pairingAtDesk(house, nadia, id)).toMatchObject({
			proposals: [{ byName: 'Ash' }],
			versions: [{ version: 1 }]
		});
		await yes();
		expect(await pairingAtDesk(house, tom, id)).toMatchObject({
			agreement: { version: 2, terms: { purpose: 'football' } },
			...{ proposals: [], versions: [{ version: 2 }, { version: 1, closedWhy: 'replaced' }], mayCover: [] }
		});
	});
});

describe('agreements to look at again', () => {
	const reviews = async (who = nadia) =>
		(await today(house, await deskProgrammes(house, sees(who)), who)).reviews;
	const on = async (reviewOn: string) => {
		const terms = { ...firstTerms(USUAL_LIMITS, TUESDAY), reviewOn };
		await house.store.transaction((tx) => tx.update(agreements).set({ terms }));
	};

	test('are named fourteen days before, not fifteen', async () => {
		await on('2026-12-09');
		expect(await reviews()).toEqual([]);
		await on('2026-12-08');
		expect(await reviews()).toMatchObject([{ id, youngName: 'Ash', past: false }]);
	});

	test('are past on the day itself, and stay until the two have', async () => {
		await on('2026-11-25');
		expect(await reviews()).toMatchObject([{ past: false }]);
		await on(TUESDAY);
		expect(await reviews()).toMatchObject([{ reviewOn: TUESDAY, past: true }]);
		await (
			await agree({ reviewOn: '2027-01-31' })
		)();
		expect(await reviews()).toEqual([]);
	});

	test('are nobody’s in a pause, after the end, or in another programme', async () => {
		await on(TUESDAY);
		expect(await reviews(omar)).toEqual([]);
		for (const state of ['paused', 'ended'] as const) {
			await house.store.transaction((tx) => tx.update(pairings).set({ state }));
			expect(await reviews()).toEqual([]);
		}
	});
});

describe('who may stand in', () => {
	const candidates = async () => whoMayCover(house, { programmeId: RIVERSIDE, youngId: ash, mentorId: sam });

	test('is another approved mentor of the programme', async () => {
		await approve(sam);
		expect(await candidates()).toEqual([]);
		await expect(offerCover(house, nadia, id, dee)).rejects.toEqual(refused('cannot_cover'));
		await approve(dee);
		expect(await candidates()).toEqual([{ id: dee, firstName: 'Dee' }]);
		await offerCover(house, nadia, id, dee);
		const { rows } = await sync(house, ash, {});
		expect(rows.pairings).toMatchObject([{ coverOfferId: dee, coverOfferName: 'Dee' }]);
		await offerCover(house, nadia, id, null);
		expect(await lines(pairingSpace(id), 'cover.%')).toEqual([
			`cover.offered ${nadia.personId}`,
			`cover.none_offered ${nadia.personId}`
		]);
	});

	test('is never the mentor, the young person, or somebody kept apart from them', async () => {
		for (const mentorId of [sam, dee]) await approve(mentorId);
		for (const cover of [sam, ash])
			await expect(offerCover(house, nadia, id, cover)).rejects.toEqual(refused('cannot_cover'));
		const by = { byId: nadia.personId, at: house.now() };
		await house.store.transaction((tx) =>
			tx.insert(vetoes).values({ programmeId: RIVERSIDE, youngId: ash, mentorId: dee, ...by })
		);
		expect(await candidates()).toEqual([]);
		await expect(offerCover(house, nadia, id, dee)).rejects.toEqual(refused('cannot_cover'));
	});

	test('is for whoever runs the programme to say, while the pairing lasts', async () => {
		await expect(offerCover(house, tom, id, null)).rejects.toEqual(notThere);
		await expect(offerCover(house, omar, id, null)).rejects.toEqual(notThere);
		await house.store.transaction((tx) => tx.update(pairings).set({ state: 'ended' }));
		await expect(offerCover(house, nadia, id, null)).rejects.toEqual(refused('pairing_ended'));
	});
});

describe('what a programme’s agreements may hold', () => {
	const settings = {
		limits: { ...USUAL_LIMITS, latest: '20:00' },
		...{ nation: 'scotland' as const, calendarTitle: 'Coffee', placeInCalendar: true }
	};

	test('reaches its phones, changes nothing that counts, and is in the audit', async () => {
		expect((await sync(house, ash, {})).rows.programmes).toMatchObject([{ placeInCalendar: false }]);
		await writeAgreementSettings(house, nadia, RIVERSIDE, settings);
		const { rows } = await sync(house, ash, {});
		expect(rows.programmes).toMatchObject([
			{
				...{ agreementLimits: settings.limits, nation: 'scotland', calendarTitle: 'Coffee' },
				placeInCalendar: true
			}
		]);
		expect(rows.agreements).toMatchObject([{ version: 1, hours: USUAL_HOURS, terms: { latest: '21:00' } }]);
		expect(await lines(programmeSpace(RIVERSIDE), 'programme.agreements_set')).toHaveLength(1);
	});

	test('is for whoever runs it to read and to write', async () => {
		for (const [who, programme] of [
			[tom, RIVERSIDE],
			[omar, RIVERSIDE],
			[nadia, HARBOUR],
			[nadia, '\0']
		] as const) {
			await expect(agreementSettings(house, who, programme)).rejects.toEqual(notThere);
			await expect(writeAgreementSettings(house, who, programme, settings)).rejects.toEqual(notThere);
		}
	});
});
