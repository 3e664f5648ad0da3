import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import * as v from 'valibot';
import { expect } from 'vitest';
import { PersonDatabase } from '../../src/lib/device/database';
import { forecast } from '../../src/lib/device/forecast';
import type { Written } from '../../src/lib/device/outbox/sealing';
import { DAY, instantAt, type Instant } from '../../src/lib/domain/clock/zones';
import { refuse, send, type Reason, type Verdict } from '../../src/lib/domain/entries/verdict';
import { SeriesBody } from '../../src/lib/domain/meetings/series';
import type { PairingState } from '../../src/lib/domain/pairings/pairing';
import { pairings } from '../../src/lib/server/database/schema';
import { accept } from '../../src/lib/server/entries/accept';
import type { House } from '../../src/lib/server/house';
import { writeSeries } from '../../src/lib/server/pairings/series';
import { change } from '../../src/lib/server/spaces';
import { sync } from '../../src/lib/server/sync';
import { openTestHouse } from '../server/house';
import { SAM } from '../server/pairing';
import { took } from './took';
import { AWAY, coverAgreed, PAIRING, post } from '../server/pairings/standing-in';

export const london = (day: string, time: string) => instantAt(day, time, 'Europe/London');
export const THURSDAY = '2026-11-26';
export const FRIDAY = '2026-11-27';
/** They meet on Thursdays from half past four to six. Sam is away from Monday to that Thursday, and Dee stands in. */
export const STARTS = london(THURSDAY, '16:30');
export const ENDS = london(THURSDAY, '18:00');
export const COVER_BEGINS = london('2026-11-23', '00:00');
export const COVER_ENDS = london(FRIDAY, '00:00');
const MARKED = london('2026-11-20', '12:00');

type Body<Kind extends Written['kind']> = Extract<Written, { kind: Kind }>['body'];
export type More<Kind extends Written['kind']> = Partial<Body<Kind>>;

/** One meeting of Ash and Sam in a week in which Dee stands in, on phones and on the server. */
export class Thursday {
	#entries = 0;

	private constructor(
		readonly house: House,
		readonly clock: { now: Instant },
		readonly seriesId: string
	) {}

	static async open(): Promise<Thursday> {
		const clock = { now: MARKED };
		const house = await openTestHouse({ now: () => clock.now });
		await coverAgreed(house, MARKED - 9 * DAY);
		const series = v.parse(SeriesBody, {
			...{ startsOn: '2026-11-12', time: '16:30', minutes: 90, repeats: 'weekly', place: 'Library' }
		});
		const seriesId = await change(house, null, (making) => writeSeries(making, PAIRING, series));
		expect(await post(house, SAM, 'away', { from: '2026-11-23', until: THURSDAY }, AWAY)).toBe('sent');
		return new Thursday(house, clock, seriesId);
	}

	/** What somebody says at a moment, and what must come of it on their phone and on the server. */
	async says(who: string, now: Instant, written: Written, why: Reason | 'sent', id?: string): Promise<void> {
		this.clock.now = now;
		const verdict = why === 'sent' ? send : refuse(why);
		const told = `${who}, ${new Date(now).toISOString()}: ${written.kind} ${JSON.stringify(written.body)}`;
		expect(await this.#byThePhone(who, written), `the phone of ${told}`).toEqual(verdict);
		expect(await this.#byTheServer(who, written, id), `the server to ${told}`).toEqual(verdict);
	}

	async #byThePhone(personId: string, written: Written): Promise<Verdict> {
		Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
		const rows = new PersonDatabase(personId);
		const answer = await sync(this.house, personId, {});
		await took(rows, answer);
		const verdict = await forecast(rows, written, this.clock.now);
		rows.close();
		return verdict;
	}

	async #byTheServer(personId: string, { kind, body }: Written, id?: string): Promise<Verdict> {
		const entry = { id: id ?? `entry-${1000 + ++this.#entries}`, kind, body, writtenAt: this.clock.now };
		const [outcome] = await accept(this.house, personId, [entry]);
		if (outcome?.is === 'refused') return refuse(outcome.why);
		if (outcome?.is === 'sent') return send;
		throw new Error('The server failed.');
	}

	async become(state: PairingState): Promise<void> {
		await this.house.store.transaction((tx) => tx.update(pairings).set({ state }));
	}

	about = (starts = STARTS) => ({ pairingId: PAIRING, seriesId: this.seriesId, day: THURSDAY, starts });
	yes = (starts?: Instant): Written => ({ kind: 'meeting-yes', body: this.about(starts) });
	move = (more: More<'meeting-move'> = {}): Written => ({
		kind: 'meeting-move',
		body: {
			...{ ...this.about(), scope: 'this', times: [{ day: FRIDAY, time: '17:00' }], minutes: 90 },
			...{ place: 'Library', note: '', calledOff: false, ...more }
		}
	});
	answer = (moveId: string, more: More<'move-answer'> = {}): Written => ({
		kind: 'move-answer',
		body: { ...this.about(), moveId, says: 'take', taken: { day: FRIDAY, time: '17:00' }, ...more }
	});
	callOff = (more: More<'meeting-call-off'> = {}): Written => ({
		kind: 'meeting-call-off',
		body: { ...this.about(), why: '', times: [], ...more }
	});
	signal = (more: More<'meeting-signal'> = {}): Written => ({
		kind: 'meeting-signal',
		body: { ...this.about(), says: 'here', minutes: null, ...more }
	});
	idea = (words: string): Written => ({ kind: 'meeting-idea', body: { pairingId: PAIRING, words } });
	ideaGone = (ideaId: string): Written => ({
		kind: 'meeting-idea-gone',
		body: { pairingId: PAIRING, ideaId }
	});
	happened = (more: More<'meeting-happened'> = {}): Written => ({
		kind: 'meeting-happened',
		body: { ...this.about(), happened: true, minutes: 90, missedBy: null, note: '', ...more }
	});
	how = (): Written => ({ kind: 'meeting-how', body: { ...this.about(), how: 'good' } });
}
