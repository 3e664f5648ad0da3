import type { Who } from '$lib/server/guard';

declare global {
	namespace App {
		interface Locals {
			who: Who | null;
		}
		interface Error {
			/** A short code; the words are in `wording`. */
			message: string;
		}
	}
}

export {};
