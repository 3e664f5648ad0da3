import { and, asc, eq, inArray, isNull, lte, notInArray } from 'drizzle-orm';
import {
	addDays,
	dayOf,
	instantAt,
	timeOf,
	weekdayOf,
	type Day,
	type Instant
} from '../../../src/lib/domain/clock/zones';
import type { Cursors } from '../../../src/lib/domain/entries/synced';
import { isNight, USUAL_NIGHT } from '../../../src/lib/domain/telling/night';
import { jobs, notices } from '../../../src/lib/server/database/schema';
import type { House } from '../../../src/lib/server/house';
import type { JobKind } from '../../../src/lib/server/jobs/enqueue';
import { JOBS } from '../../../src/lib/server/jobs/kinds';
import { sync } from '../../../src/lib/server/sync';
import { unseenOf } from '../../../src/lib/server/telling/unseen';
import { doWhatIsDue } from '../due';

export const LONDON = 'Europe/London';
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** What goes out of the house is only looked at here: what it says is tested where it is sent. */
const OUTSIDE: JobKind[] = ['push', 'mail'];

/** A week of one pairing on a clock that is moved from job to job, and everything that anybody was told in it. */
export class Week {
	/** "Tue 17:00 Sam late", in the order in which it was told. */
	readonly told: string[] = [];
	/** "Tue 17:00 Sam": a device was woken. */
	readonly pushed: string[] = [];
	/** "Tue 17:00 the mentor was reminded": what the young person’s phone says of a wait. */
	readonly truth: string[] = [];
	#known = new Set<string>();
	#says = 'nothing';
	#cursors: Cursors = {};

	constructor(
		readonly house: House,
		readonly clock: { now: Instant },
		readonly monday: Day,
		readonly names: Record<string, string>,
		readonly young: string,
		readonly pairingId: string
	) {}

	/** A moment of this week or a later one, by the clocks on its day: "Tue 17:00", "Sun+1 11:00". */
	at(when: string): Instant {
		const [day = '', time = ''] = when.split(' ');
		return instantAt(this.day(day), time, LONDON);
	}

	/** "Sun+1" is the Sunday of the week after. */
	day(which: string): Day {
		const [name = '', weeks = '0'] = which.split('+');
		return addDays(this.monday, DAYS.indexOf(name) + 7 * Number(weeks));
	}

	/** Lets time go by up to `when`, doing every job at its moment. */
	async until(when: string): Promise<void> {
		const until = this.at(when);
		for (let next; (next = await this.#nextJob(until)) !== undefined;) {
			this.clock.now = Math.max(this.clock.now, next);
			await this.look();
		}
		this.clock.now = until;
	}

	/** Does what is due now, and notes what has come of it. */
	async look(): Promise<void> {
		await doWhatIsDue(
			this.house,
			(Object.keys(JOBS) as JobKind[]).filter((kind) => !OUTSIDE.includes(kind))
		);
		await this.#noteTold();
		await this.#noteTruth();
		await this.#push();
	}

	async #nextJob(until: Instant): Promise<Instant | undefined> {
		const [job] = await this.house.store.read
			.select({ runAt: jobs.runAt })
			.from(jobs)
			.where(and(isNull(jobs.doneAt), isNull(jobs.deadAt), lte(jobs.runAt, until)))
			.orderBy(asc(jobs.runAt))
			.limit(1);
		return job?.runAt;
	}

	async #noteTold(): Promise<void> {
		const rows = await this.house.store.read
			.select()
			.from(notices)
			.where(this.#known.size > 0 ? notInArray(notices.id, [...this.#known]) : undefined);
		for (const { id } of rows) this.#known.add(id);
		this.told.push(...rows.map(({ personId, kind }) => this.#line(`${this.names[personId]} ${kind}`)).sort());
	}

	async #noteTruth(): Promise<void> {
		const { rows, spaces } = await sync(this.house, this.young, this.#cursors);
		this.#cursors = spaces;
		const pairing = rows.pairings?.find(({ id }) => id === this.pairingId);
		if (!pairing) return;
		const says = pairing.lookedIntoBy
			? `the ${pairing.lookedIntoBy} looks into it`
			: pairing.nudgedAt
				? 'the mentor was reminded'
				: 'nothing';
		if (says !== this.#says) this.truth.push(this.#line(says));
		this.#says = says;
	}

	/** Each device whose job has come is woken once, if its person has something to see. */
	async #push(): Promise<void> {
		const due = await this.house.store.read
			.select()
			.from(jobs)
			.where(and(inArray(jobs.kind, OUTSIDE), isNull(jobs.doneAt), lte(jobs.runAt, this.clock.now)))
			.orderBy(asc(jobs.dedupe));
		for (const { id, body } of due) {
			const personId = String(body.personId);
			const { wakes } = await unseenOf(this.house.store.read, personId, this.clock.now);
			if (wakes.length > 0) {
				if (isNight(this.clock.now, USUAL_NIGHT, LONDON)) throw new Error('Woken at night.');
				this.pushed.push(this.#line(this.names[personId] ?? ''));
			}
			await this.house.store.transaction(async (tx) => {
				await tx.update(jobs).set({ doneAt: this.clock.now }).where(eq(jobs.id, id));
			});
		}
	}

	#line(words: string): string {
		const day = dayOf(this.clock.now, LONDON);
		const weeks = Math.floor((Date.parse(day) - Date.parse(this.monday)) / (7 * 86_400_000));
		const name = `${DAYS[weekdayOf(day) - 1]}${weeks > 0 ? `+${weeks}` : ''}`;
		return `${name} ${timeOf(this.clock.now, LONDON)} ${words}`;
	}
}
