/**
 * What the worker keeps of the app, by its file names: some files only a young person's screens need, some only a
 * mentor's. A phone keeps the app that is used on it, and not the other one; see `start/phone-chunks.js`.
 */
export const PARTS = ['young', 'mentor'] as const;
export type Part = (typeof PARTS)[number];

/** Which app a file is for, or undefined for what both need. */
export function partOf(file: string): Part | undefined {
	return PARTS.find((part) => new RegExp(`/_app/immutable/\\w+/${part}-[\\w.-]+$`).test(file));
}

/** Which app somebody has open, by the path of the page. */
export function partAt(path: string): Part | undefined {
	return PARTS.find((part) => path === `/${part}` || path.startsWith(`/${part}/`));
}

/** The files of each app, kept apart from what both need. All have a hash in their names, so none ever changes. */
export class KeptParts {
	#files: Map<string, Part>;
	#caches: CacheStorage;

	/** @param files paths of everything that a worker keeps */
	constructor(files: readonly string[], caches: CacheStorage) {
		this.#files = new Map(
			files.flatMap((file) => {
				const part = partOf(file);
				return part ? [[file, part]] : [];
			})
		);
		this.#caches = caches;
	}

	has(path: string): boolean {
		return this.#files.has(path);
	}

	/** Which parts this phone keeps already. */
	async kept(): Promise<Part[]> {
		const names = await this.#caches.keys();
		return PARTS.filter((part) => names.includes(cacheOf(part)));
	}

	/** Fetches what is lacking of a part. @throws when it could not all be fetched */
	async keep(part: Part): Promise<void> {
		const cache = await this.#caches.open(cacheOf(part));
		const here = await paths(cache);
		await cache.addAll(this.#of(part).filter((file) => !here.includes(file)));
	}

	/** Lets go of what older versions needed. */
	async tidy(): Promise<void> {
		for (const part of await this.kept()) {
			const cache = await this.#caches.open(cacheOf(part));
			for (const file of await paths(cache)) if (!this.#of(part).includes(file)) await cache.delete(file);
		}
	}

	/** A file as it is kept here, or else as the server has it. */
	async answer(request: Request): Promise<Response> {
		return (await this.#caches.match(request)) ?? fetch(request);
	}

	#of(part: Part): string[] {
		return [...this.#files].filter(([, one]) => one === part).map(([file]) => file);
	}
}

const cacheOf = (part: Part) => `corner-${part}`;

async function paths(cache: Cache): Promise<string[]> {
	return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}
