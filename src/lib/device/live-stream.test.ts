import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followLive } from './live-stream';

/** A stream as a browser gives it, driven by hand. */
class Stream extends EventTarget {
	static readonly CLOSED = 2;
	static all: Stream[] = [];
	readyState = 0;

	constructor(readonly path: string) {
		super();
		Stream.all.push(this);
	}

	close(): void {
		this.readyState = Stream.CLOSED;
	}

	says(name: string, data: object): void {
		this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
	}

	fails(readyState: number): void {
		this.readyState = readyState;
		this.dispatchEvent(new Event('error'));
	}
}

let page: EventTarget & { visibilityState: string };
let synced: number;
let stands: object[];
let stop: () => void;

const newest = () => Stream.all.at(-1)!;
const isOpen = (stream: Stream) => stream.readyState !== Stream.CLOSED;
const show = (visibilityState: 'visible' | 'hidden') => {
	page.visibilityState = visibilityState;
	page.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
	vi.useFakeTimers();
	page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	vi.stubGlobal('document', page);
	vi.stubGlobal('EventSource', Stream);
	const request = async (_name: string, _how: object, work: () => Promise<void>) => work();
	vi.stubGlobal('navigator', { locks: { request } });
	Stream.all = [];
	synced = 0;
	stands = [];
	stop = followLive(
		() => synced++,
		(spaces) => stands.push(spaces)
	);
});
afterEach(() => {
	stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test('a phone syncs when something moved, and looks where everything stands when something may be missed', () => {
	newest().dispatchEvent(new Event('open'));
	expect([synced, stands]).toEqual([0, []]);
	newest().says('stand', { 'person:ash': 7 });
	expect([synced, stands]).toEqual([0, [{ 'person:ash': 7 }]]);
	newest().says('moved', { spaceId: 'person:ash', revision: 8 });
	expect(synced).toBe(1);
	newest().says('open', {});
	expect([synced, stands.length]).toEqual([2, 1]);
});

test('there is no stream while nobody looks, and a sync when somebody looks again', () => {
	const [first] = Stream.all;
	show('hidden');
	expect(isOpen(first!)).toBe(false);
	vi.advanceTimersByTime(600_000);
	expect(Stream.all).toHaveLength(1);
	show('visible');
	expect(Stream.all).toHaveLength(2);
	expect(synced).toBe(1);
});

test('a break is left to the browser; a refusal is asked about and the stream opened again, ever less often', () => {
	newest().fails(0);
	expect([Stream.all.length, synced]).toEqual([1, 0]);
	for (const pause of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
		const refused = newest();
		const asked = synced;
		refused.fails(Stream.CLOSED);
		expect(synced).toBe(asked + 1);
		vi.advanceTimersByTime(pause - 1);
		expect(newest()).toBe(refused);
		vi.advanceTimersByTime(1);
		expect(newest()).not.toBe(refused);
	}
	newest().dispatchEvent(new Event('open'));
	newest().fails(Stream.CLOSED);
	const opened = Stream.all.length;
	vi.advanceTimersByTime(2_000);
	expect(Stream.all).toHaveLength(opened + 1);
});

test('a line that falls silent is taken for dead and made anew; one that beats is not', () => {
	const [first] = Stream.all;
	for (let beats = 0; beats < 10; beats++) {
		vi.advanceTimersByTime(44_999);
		newest().says('beat', {});
	}
	expect(Stream.all).toHaveLength(1);
	vi.advanceTimersByTime(44_999);
	expect(Stream.all).toHaveLength(1);
	vi.advanceTimersByTime(1);
	expect(Stream.all).toHaveLength(2);
	expect(isOpen(first!)).toBe(false);
});

test('nothing is opened any more once it is told to stop', () => {
	newest().fails(Stream.CLOSED);
	stop();
	vi.advanceTimersByTime(600_000);
	show('visible');
	expect(Stream.all).toHaveLength(1);
});
