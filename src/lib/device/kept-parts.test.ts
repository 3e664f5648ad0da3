import { beforeEach, describe, expect, test } from 'vitest';
import { KeptParts, partAt, partOf } from './kept-parts';

const YOUNG = '/_app/immutable/chunks/young-app.Ab3_x-9.js';
const YOUNG_STYLES = '/_app/immutable/assets/young-app.Ab3_x-9.css';
const MENTOR = '/_app/immutable/chunks/mentor-app.Cd4.js';
const FILES = [YOUNG, YOUNG_STYLES, MENTOR, '/_app/immutable/chunks/Ab12.js', '/shell'];
const ORIGIN = 'https://corner.test';

/** As much of a browser's caches as is needed here. Fetching fails while there is no signal. */
class PretendCaches {
	signal = true;
	fetched: string[] = [];
	held = new Map<string, Set<string>>();

	keys = async () => [...this.held.keys()];
	open = async (name: string) => {
		const held = this.held.get(name) ?? new Set<string>();
		this.held.set(name, held);
		return {
			keys: async () => [...held].map((path) => ({ url: ORIGIN + path })),
			addAll: async (paths: string[]) => {
				if (!this.signal && paths.length > 0) throw new TypeError('no signal');
				for (const path of paths) held.add(path);
				this.fetched.push(...paths);
			},
			delete: async (path: string) => held.delete(path)
		};
	};
	all = () => [...this.held.values()].flatMap((held) => [...held]);
}

let caches: PretendCaches;
const parts = (files = FILES) => new KeptParts(files, caches as unknown as CacheStorage);

beforeEach(() => {
	caches = new PretendCaches();
});

describe('which app a file is for', () => {
	test.each([
		[YOUNG, 'young'],
		[YOUNG_STYLES, 'young'],
		[MENTOR, 'mentor'],
		['/_app/immutable/chunks/Ab12.js', undefined],
		['/_app/immutable/chunks/younger.js', undefined],
		['/young-app.js', undefined]
	])('%s: %s', (file, part) => expect(partOf(file)).toBe(part));

	test.each([
		['/young', 'young'],
		['/young/messages', 'young'],
		['/youngsters', undefined],
		['/mentor', 'mentor'],
		['/start', undefined]
	])('is told by the page that is open: %s, %s', (path, part) => expect(partAt(path)).toBe(part));
});

describe('a phone', () => {
	test('keeps the app that is used on it, and not the other one', async () => {
		await parts().keep('young');
		expect(caches.all()).toEqual([YOUNG, YOUNG_STYLES]);
		expect(await parts().kept()).toEqual(['young']);
	});

	test('fetches nothing twice, and needs no signal where nothing is lacking', async () => {
		await parts().keep('young');
		caches.signal = false;
		await parts().keep('young');
		expect(caches.fetched).toEqual([YOUNG, YOUNG_STYLES]);
		await expect(parts().keep('mentor')).rejects.toThrow();
	});

	test('keeps old and new files side by side until the new version is in charge', async () => {
		await parts().keep('young');
		const newer = parts(['/_app/immutable/chunks/young-app.New.js', YOUNG_STYLES]);
		await newer.keep('young');
		expect(caches.all()).toContain(YOUNG);
		await newer.tidy();
		expect(caches.all().sort()).toEqual([YOUNG_STYLES, '/_app/immutable/chunks/young-app.New.js'].sort());
		expect(await newer.kept()).toEqual(['young']);
	});
});
