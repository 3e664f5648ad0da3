import { beforeEach, expect, test } from 'vitest';
import { emptyRecord } from '../domain/meetings/record';
import { mayAskToWake, NOT_AGAIN_FOR, notNow } from './ask-to-wake';
import type { PersonDatabase } from './database';
import { letGo, rowsOf } from './phone';
import { pretendPhone, type PretendPhone } from './pretend';
import type { PushState } from './push';

const [ASH, SAM] = ['ash-0001', 'sam-0001'];
const NOW = Date.UTC(2026, 10, 24, 18);

let phone: PretendPhone;
let rows: PersonDatabase;

beforeEach(async () => {
	phone = pretendPhone(NOW);
	letGo(ASH);
	rows = rowsOf(ASH);
	await rows.pairings.put({
		...{ id: 'pair', spaceId: 'pairing:pair', programmeId: 'here', youngId: ASH, youngName: 'Ash' },
		...{ mentorId: SAM, mentorName: 'Sam', state: 'active', startedAt: 0, endsOn: null },
		...{ coverOfferId: null, coverOfferName: null }
	});
});

const writes = (authorId: string) =>
	rows.messages.put({
		...{ id: `message-${authorId}`, spaceId: 'pairing:pair', pairingId: 'pair', authorId, body: 'hi' },
		...{ writtenAt: NOW, sentAt: NOW, tap: null, checkInId: null, heldUntil: null, notMeantAt: null },
		notSentWhy: null
	} as never);
const saysYes = (who: 'youngYesAt' | 'mentorYesAt') =>
	rows.meetings.put({
		...emptyRecord({ spaceId: 'pairing:pair', pairingId: 'pair', seriesId: 's', day: '2026-11-26' }),
		[who]: NOW
	});
const asks = (now = NOW, stands: PushState = 'off') => mayAskToWake(phone, rows, now, stands);

test('nobody is asked on their first visit, nor because somebody wrote to them', async () => {
	expect(await asks()).toBe(false);
	await writes(SAM);
	await saysYes('mentorYesAt');
	expect(await asks()).toBe(false);
});

test('whoever wrote something is asked', async () => {
	await writes(ASH);
	expect(await asks()).toBe(true);
});

test('whoever said that they will be there is asked', async () => {
	await saysYes('youngYesAt');
	expect(await asks()).toBe(true);
});

test('it is asked only where it can be turned on', async () => {
	await writes(ASH);
	expect(await asks(NOW, 'needs-install')).toBe(true);
	for (const stands of ['on', 'blocked', 'unsupported'] as const) expect(await asks(NOW, stands)).toBe(false);
});

test('not now is good for 30 days, for the one who said it', async () => {
	await writes(ASH);
	await notNow(phone, SAM, NOW);
	expect(await asks()).toBe(true);
	await notNow(phone, ASH, NOW);
	expect(await asks(NOW + NOT_AGAIN_FOR - 1)).toBe(false);
	expect(await asks(NOW + NOT_AGAIN_FOR)).toBe(true);
});
