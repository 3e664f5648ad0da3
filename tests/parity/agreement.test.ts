import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import type { Pending } from '../../src/lib/device/outbox/pending';
import type { Written } from '../../src/lib/device/outbox/sealing';
import { instantAt, MINUTE } from '../../src/lib/domain/clock/zones';
import type { EntryBodies, EntryKind } from '../../src/lib/domain/entries/kinds';
import type { Verdict } from '../../src/lib/domain/entries/verdict';
import { mayMessage, MessageBody } from '../../src/lib/domain/messages/message';
import { inForce, type ReadingWindow } from '../../src/lib/domain/pairings/agreement';
import { firstTerms, USUAL_LIMITS } from '../../src/lib/domain/pairings/terms';
import { agreements } from '../../src/lib/server/database/schema';
import { accept } from '../../src/lib/server/entries/accept';
import type { House } from '../../src/lib/server/house';
import { agreementsOf } from '../../src/lib/server/pairings/facts';
import { change } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { openTestHouse } from '../server/house';
import { took } from './took';
import { ASH, pairedUp, SAM } from '../server/pairing';

const PAIRING = 'pairing-of-parity';
const TUESDAY = '2026-11-24';
const at = (time: string) => instantAt(TUESDAY, time, 'Europe/London');
/** The moment at which something changes. The hours that the pairing began with open later, at 4 pm. */
const THEN = at('11:00');
const tuesdays = (from: string, to: string): ReadingWindow[] => [{ weekday: 2, from, to }];
const [MORNING, EVENING] = [tuesdays('10:00', '12:00'), tuesdays('18:00', '19:00')];

/** A pairing whose clock moves on with each thing that somebody does. */
class Pairing {
	written = 0;
	private constructor(
		readonly house: House,
		readonly clock: { now: number }
	) {}

	static async open(): Promise<Pairing> {
		const clock = { now: THEN - 60 * MINUTE };
		const house = await openTestHouse({ now: () => clock.now });
		await pairedUp(house, { id: PAIRING, at: clock.now });
		return new Pairing(house, clock);
	}

	async does<Kind extends EntryKind>(
		who: string,
		kind: Kind,
		body: EntryBodies[Kind],
		id?: string
	): Promise<Verdict> {
		const entry = { id: id ?? `entry-${1000 + ++this.written}`, kind, body, writtenAt: this.clock.now };
		const [outcome] = await accept(this.house, who, [entry]);
		if (outcome?.is === 'sent') return { is: 'send' };
		if (outcome?.is === 'held') return { is: 'hold', until: outcome.until, why: outcome.why };
		if (outcome?.is === 'refused') return { is: 'refuse', why: outcome.why };
		throw new Error('The server failed.');
	}

	async counts() {
		return inForce(await agreementsOf(this.house.store.read, PAIRING), this.clock.now);
	}

	async proposal(hours: ReadingWindow[], basedOn?: string): Promise<EntryBodies['agreement-proposal']> {
		return {
			...{ pairingId: PAIRING, basedOn: basedOn ?? (await this.counts())?.id ?? null, hours },
			...{ answerWithinMinutes: 60, terms: firstTerms(USUAL_LIMITS, TUESDAY) }
		};
	}

	async propose(who: string, id: string, hours: ReadingWindow[]) {
		this.clock.now = THEN - 50 * MINUTE + this.written++;
		expect(await this.does(who, 'agreement-proposal', await this.proposal(hours), id)).toEqual({
			is: 'send'
		});
	}

	async answer(who: string, agreementId: string, says: 'yes' | 'no' | 'withdraw') {
		const basedOn = (await this.counts())?.id ?? null;
		const body = { pairingId: PAIRING, agreementId, says, basedOn };
		expect(await this.does(who, 'agreement-answer', body)).toEqual({ is: 'send' });
	}

	/** What a phone that has just heard everything forecasts. */
	async forecast(who: string, written: Written, waiting: Pending[] = []): Promise<Verdict> {
		Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
		const rows = new PersonDatabase(who);
		const answer = await sync(this.house, who, {});
		await took(rows, answer);
		const verdict = await forecast(rows, written, this.clock.now, [], waiting);
		rows.close();
		return verdict;
	}
}

interface State {
	name: string;
	before?: (pairing: Pairing) => Promise<void>;
	/** What happens at `THEN`, if anything does. */
	then?: (pairing: Pairing) => Promise<void>;
	/** What becomes of a mentor's message a millisecond before, and at the very moment. */
	verdicts: [Verdict, Verdict];
}

const sends: Verdict = { is: 'send' };
const holds = (time: string): Verdict => ({ is: 'hold', until: at(time), why: 'outside_hours' });
const nothing = async ({ house }: Pairing) => {
	await change(house, null, async ({ tx }) => void (await tx.delete(agreements)));
};

const STATES: State[] = [
	{
		name: 'none agreed',
		before: nothing,
		verdicts: [
			{ is: 'refuse', why: 'no_hours_agreed' },
			{ is: 'refuse', why: 'no_hours_agreed' }
		]
	},
	{ name: 'what the programme began with', verdicts: [holds('16:00'), holds('16:00')] },
	{
		name: 'a proposal',
		before: nothing,
		then: (pairing) => pairing.propose(ASH, 'version-hers', MORNING),
		verdicts: [
			{ is: 'refuse', why: 'no_hours_agreed' },
			{ is: 'refuse', why: 'no_hours_agreed' }
		]
	},
	{
		name: 'a proposal beside what counts',
		before: (pairing) => pairing.propose(ASH, 'version-hers', MORNING),
		verdicts: [holds('16:00'), holds('16:00')]
	},
	{
		name: 'a yes to it',
		before: (pairing) => pairing.propose(ASH, 'version-hers', MORNING),
		then: (pairing) => pairing.answer(SAM, 'version-hers', 'yes'),
		verdicts: [holds('16:00'), sends]
	},
	{
		name: 'a no thanks',
		before: (pairing) => pairing.propose(ASH, 'version-hers', MORNING),
		then: (pairing) => pairing.answer(SAM, 'version-hers', 'no'),
		verdicts: [holds('16:00'), holds('16:00')]
	},
	{
		name: 'a proposal taken back',
		before: (pairing) => pairing.propose(ASH, 'version-hers', MORNING),
		then: (pairing) => pairing.answer(ASH, 'version-hers', 'withdraw'),
		verdicts: [holds('16:00'), holds('16:00')]
	},
	{
		name: 'one that overtakes another',
		before: async (pairing) => {
			await pairing.propose(ASH, 'version-hers', EVENING);
			await pairing.propose(SAM, 'version-his', MORNING);
		},
		then: (pairing) => pairing.answer(SAM, 'version-hers', 'yes'),
		verdicts: [holds('16:00'), holds('18:00')]
	},
	{
		name: 'one that replaces what both had agreed',
		before: async (pairing) => {
			await pairing.propose(ASH, 'version-hers', MORNING);
			await pairing.answer(SAM, 'version-hers', 'yes');
			await pairing.propose(SAM, 'version-his', EVENING);
		},
		then: (pairing) => pairing.answer(ASH, 'version-his', 'yes'),
		verdicts: [sends, holds('18:00')]
	}
];

const message = { pairingId: PAIRING, body: 'see you thursday', tap: null, checkInId: null };

async function everywhere(pairing: Pairing, verdict: Verdict, when: string) {
	const versions = await agreementsOf(pairing.house.store.read, PAIRING);
	const facts = { pairing: { state: 'active' as const }, side: 'mentor' as const, agreements: versions };
	const body = v.parse(MessageBody, message);
	expect(mayMessage(facts, body, pairing.clock.now), `the rule, ${when}`).toEqual(verdict);
	expect(await pairing.forecast(SAM, { kind: 'message', body }), `the phone, ${when}`).toEqual(verdict);
	expect(await pairing.does(SAM, 'message', message), `the server, ${when}`).toEqual(verdict);
}

describe('a mentor’s message goes by the version that counts, on phone and server alike', () => {
	test.each(STATES)('$name', async ({ before, then, verdicts }) => {
		const pairing = await Pairing.open();
		try {
			await before?.(pairing);
			pairing.clock.now = THEN - 1;
			await everywhere(pairing, verdicts[0], 'just before');
			pairing.clock.now = THEN;
			await then?.(pairing);
			pairing.clock.now = THEN;
			await everywhere(pairing, verdicts[1], 'at that moment');
		} finally {
			await pairing.house.store.close();
		}
	});
});

describe('what may be proposed and answered is the same on phone and server', () => {
	const states = STATES.filter(({ name }) => name !== 'none agreed');

	test.each(states)('$name', async ({ before, then }) => {
		const found = new Set<string>();
		for (const who of [ASH, SAM])
			for (const says of ['yes', 'withdraw', 'proposes', 'proposes late'] as const) {
				const pairing = await Pairing.open();
				try {
					const first = (await pairing.counts())?.id ?? null;
					await before?.(pairing);
					await then?.(pairing);
					pairing.clock.now = THEN;
					const asked: Written =
						says === 'proposes' || says === 'proposes late'
							? {
									kind: 'agreement-proposal',
									body: await pairing.proposal(
										MORNING,
										says === 'proposes late' ? 'version-of-old' : undefined
									)
								}
							: {
									kind: 'agreement-answer',
									body: { pairingId: PAIRING, agreementId: 'version-hers', says, basedOn: first }
								};
					const phone = await pairing.forecast(who, asked);
					expect(phone, `${who} ${says}`).toEqual(await pairing.does(who, asked.kind, asked.body));
					found.add(phone.is);
				} finally {
					await pairing.house.store.close();
				}
			}
		// Each state lets something through and refuses something.
		expect([...found].sort()).toEqual(['refuse', 'send']);
	});
});

describe('a message that is written after an answer to the agreement', () => {
	interface Case {
		name: string;
		says: 'yes' | 'no';
		/** What has become of the proposal meanwhile, unknown to the phone. */
		meanwhile?: (pairing: Pairing) => Promise<void>;
		phone: Verdict;
		server: Verdict;
	}
	const CASES: Case[] = [
		{ name: 'goes by what was said yes to', says: 'yes', phone: sends, server: sends },
		{
			name: 'goes by what counts, after a no',
			says: 'no',
			phone: holds('16:00'),
			server: holds('16:00')
		},
		{
			name: 'waits on the server where it was taken back meanwhile',
			says: 'yes',
			meanwhile: (pairing) => pairing.answer(ASH, 'version-hers', 'withdraw'),
			phone: sends,
			server: holds('16:00')
		}
	];
	const body = v.parse(MessageBody, message);

	test.each(CASES)('$name', async ({ says, meanwhile, phone, server }) => {
		const pairing = await Pairing.open();
		try {
			await pairing.propose(ASH, 'version-hers', MORNING);
			pairing.clock.now = THEN;
			const basedOn = (await pairing.counts())?.id ?? null;
			const answer = { pairingId: PAIRING, agreementId: 'version-hers', says, basedOn };
			const waiting: Pending = {
				...{ id: 'the-answer', kind: 'agreement-answer', body: answer, outcome: undefined },
				...{ state: 'waiting', writtenAt: THEN, leavesAt: THEN }
			};
			const refused: Pending = {
				...waiting,
				outcome: { is: 'refused', id: 'the-answer', at: THEN, why: 'agreement_changed' }
			};
			expect(await pairing.forecast(SAM, { kind: 'message', body })).toEqual(holds('16:00'));
			expect(await pairing.forecast(SAM, { kind: 'message', body }, [refused])).toEqual(holds('16:00'));
			expect(await pairing.forecast(SAM, { kind: 'message', body }, [waiting])).toEqual(phone);
			await meanwhile?.(pairing);
			pairing.clock.now = THEN;
			if (meanwhile)
				expect(await pairing.forecast(SAM, { kind: 'message', body }, [waiting])).toEqual(server);
			await pairing.does(SAM, 'agreement-answer', answer);
			expect(await pairing.does(SAM, 'message', message)).toEqual(server);
		} finally {
			await pairing.house.store.close();
		}
	});
});
