import type { Role } from '../domain/people/roles';
import type { EntryBodies, EntryKind } from '../domain/entries/kinds';
import { Courier } from './courier';
import type { Identity, PersonDatabase } from './database';
import { followLive } from './live-stream';
import { noticeWorker } from './outbox/entries-for-app';
import { pendingOn } from './outbox/pending';
import type { Written } from './outbox/sealing';
import { takeBack, write } from './outbox/write';
import { browserPhone, identityOn, nowOn, rowsOf, welcome, type Phone } from './phone';
import { askWhoIsHere, leave, unsentCount } from './session';
import { followUnseen } from './woken';

/** Where the phone stands: `leaving` is half-way out of the door, until the server has been told. */
export type Standing = 'opening' | 'here' | 'nobody' | 'no-signal' | 'leaving';

const TICK = 20_000;
/** A page that says nothing of us: homework. */
const NEUTRAL_PAGE = '/times-tables';

/** The phone app as the screens see it: who is here, what time it is, and the one way in. */
class PhoneApp {
	standing = $state<Standing>('opening');
	me = $state.raw<Identity>();
	/** The right time, as far as this phone knows; moves every few seconds. */
	now = $state(Date.now());
	/** Whether the server answered when last asked. Undefined before. */
	signal = $state<boolean>();

	#phone: Phone | undefined;
	#courier: Courier | undefined;
	#tabs: BroadcastChannel | undefined;
	#stops: (() => void)[] = [];

	get phone(): Phone {
		return (this.#phone ??= browserPhone());
	}

	/** The rows that this person can read here. Only asked for while somebody is here. */
	get rows(): PersonDatabase {
		if (!this.me) throw new Error('Nobody is here.');
		return rowsOf(this.me.person.id);
	}

	get roles(): Role[] {
		return this.me?.memberships.map((membership) => membership.role) ?? [];
	}

	/** Opens on what the phone knows, at once, and asks the server beside it. */
	async open(): Promise<void> {
		if (this.#stops.length > 0) return;
		this.#listen();
		await this.#tick();
		const leaving = await this.phone.kept.kept.get('leaving');
		const kept = leaving ? undefined : await identityOn(this.phone);
		const known = kept && sessionHere() === kept.sessionId ? kept : undefined;
		if (known) this.#welcome(known);
		const asked = await askWhoIsHere(this.phone);
		// The answer says how wrong this phone's clock is, if it is.
		await this.#tick();
		if (asked.is === 'here') this.#welcome(asked.me);
		else if (asked.is === 'nobody') this.#gone('nobody');
		else if (asked.is === 'leaving') this.#gone('leaving');
		else if (known) this.signal = false;
		else this.#gone('no-signal');
	}

	/** Keeps something on this phone and sends it when it can. Resolves once it is safe here. @param named see `write` */
	async write<Kind extends EntryKind>(kind: Kind, body: EntryBodies[Kind], named?: string): Promise<string> {
		const id = await write(this.phone, kind, $state.snapshot(body) as EntryBodies[Kind], named);
		void this.#courier?.nudge();
		// What was looked at can wait for the next opening; what was said should not.
		if (kind !== 'notices-seen') void wakeWorkerLater();
		void keepForGood();
		return id;
	}

	/** Takes back what has not left yet, or puts away what could not go. */
	takeBack(id: string): Promise<Written | undefined> {
		return takeBack(this.phone, id);
	}

	pending() {
		return pendingOn(this.phone);
	}

	unsent(): Promise<number> {
		return unsentCount(this.phone);
	}

	/** Tries again now: for a person who would rather not wait. */
	async tryAgain(): Promise<void> {
		if (this.standing === 'here') await this.#courier?.nudge();
		else await this.#reopen();
	}

	/** Gone from this phone, signal or not; see `device/session`. Shows `next` instead. */
	async leave(next: string = NEUTRAL_PAGE): Promise<void> {
		document.body.replaceChildren();
		this.#tabs?.postMessage('left');
		this.#stop();
		await leave(this.phone).catch(() => {});
		location.replace(next);
	}

	#welcome(me: Identity): void {
		welcome(me.person.id);
		this.me = me;
		this.standing = 'here';
		if (this.#courier) return;
		this.#courier = new Courier(this.phone, {
			ended: (why) => (why === 'signed-out' ? void this.#reopen() : location.reload()),
			signal: (there) => (this.signal = there)
		});
		this.#stops.push(
			followLive(
				() => void this.#courier?.nudge(),
				(spaces) => void this.#courier?.catchUp(spaces)
			),
			followUnseen(this.rows, () => this.now)
		);
		void this.#courier.nudge();
	}

	#gone(standing: Standing): void {
		// A page on which somebody was here still holds what they read and typed: it begins afresh.
		if (this.standing === 'here') return location.reload();
		this.#courier?.stop();
		this.#courier = undefined;
		this.me = undefined;
		this.standing = standing;
	}

	async #reopen(): Promise<void> {
		this.#stop();
		this.#courier = undefined;
		await this.open();
	}

	#listen(): void {
		const online = () => void this.tryAgain();
		const shown = () => void this.#tick();
		// A page brought back whole by the Back button may belong to someone who has left since.
		const restored = (event: PageTransitionEvent) => event.persisted && location.reload();
		const worker = () => void noticeWorker(this.phone.kept).then(() => this.#courier?.nudge());
		const ticking = setInterval(shown, TICK);
		this.#tabs = new BroadcastChannel('corner');
		this.#tabs.onmessage = () => {
			document.body.replaceChildren();
			location.replace(NEUTRAL_PAGE);
		};
		addEventListener('online', online);
		addEventListener('pageshow', restored);
		navigator.serviceWorker?.addEventListener('message', worker);
		document.addEventListener('visibilitychange', shown);
		this.#stops.push(() => {
			clearInterval(ticking);
			this.#tabs?.close();
			removeEventListener('online', online);
			removeEventListener('pageshow', restored);
			navigator.serviceWorker?.removeEventListener('message', worker);
			document.removeEventListener('visibilitychange', shown);
		});
	}

	#stop(): void {
		this.#courier?.stop();
		for (const stop of this.#stops.splice(0)) stop();
	}

	async #tick(): Promise<void> {
		this.now = await nowOn(this.phone);
	}
}

/** Which session this browser holds, by the half of its cookie that is not secret; see decision 8. */
function sessionHere(): string | undefined {
	return /(?:^|; )here=([^;]+)/.exec(document.cookie)?.[1];
}

/** Where a browser can, asks it to wake the worker when the signal is back, even if the app is closed by then. */
async function wakeWorkerLater(): Promise<void> {
	try {
		const worker = await navigator.serviceWorker?.getRegistration();
		const { sync } = (worker ?? {}) as { sync?: { register(tag: string): Promise<void> } };
		await sync?.register('outbox');
	} catch {
		// Only some browsers can, and some people switch it off; the app sends when it is next open.
	}
}

/** From the first thing written on: asks the browser not to clear this away by itself. It may say no. */
async function keepForGood(): Promise<void> {
	try {
		if (!(await navigator.storage.persisted())) await navigator.storage.persist();
	} catch {
		// Old browsers cannot be asked.
	}
}

export const app = new PhoneApp();
