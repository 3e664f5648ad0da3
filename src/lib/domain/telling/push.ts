import type { Instant } from '../clock/zones';
import { USUAL_PUSH_WORDS } from './night';

/** All that is ever sent to wake a phone. Its names are short, and nothing else may be added. */
export interface PushPayload {
	/** The programme's own neutral words. */
	w: string;
	/** Which notice, by its opaque id; empty where there are several, or it does not matter. */
	n: string;
	/** How much there is that they have not seen. */
	b: number;
}

/** A device on which somebody wants to be woken. */
export interface WokenDevice {
	id: string;
	/** What the person would call it. */
	device: string;
	/** It is the one that asks. */
	here: boolean;
	since: Instant;
}

/** How it stands with waking somebody's devices. */
export interface PushStands {
	/** Our public key, base64url, as a browser wants it when it subscribes. */
	key: string;
	devices: WokenDevice[];
}

/** The same for each: a newer one takes the older one's place on the lock screen. */
export const PUSH_TAG = 'new';

const ID = /^[0-9A-Za-z_:.-]{1,120}$/;
const MOST_WORDS = 80;
const MOST_UNSEEN = 999;

/** What a push says, whatever came: a phone must always show something, or its browser ends the permission. */
export function readPayload(text: string | undefined): PushPayload {
	const given = parsed(text);
	const words = typeof given.w === 'string' ? given.w.trim().slice(0, MOST_WORDS) : '';
	return {
		w: words || USUAL_PUSH_WORDS,
		n: typeof given.n === 'string' && ID.test(given.n) ? given.n : '',
		b: Number.isInteger(given.b) ? Math.min(Math.max(Number(given.b), 0), MOST_UNSEEN) : 0
	};
}

/** Where a tap on it leads. */
export const addressOfPush = (notice: string): string =>
	notice ? `/start?n=${encodeURIComponent(notice)}` : '/start';

function parsed(text: string | undefined): Partial<Record<keyof PushPayload, unknown>> {
	try {
		const value: unknown = JSON.parse(text ?? '');
		return typeof value === 'object' && value !== null ? value : {};
	} catch {
		return {};
	}
}
