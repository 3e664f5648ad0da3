/** A mistake that the person at the terminal can mend: its message is all they need to see. */
export class Plain extends Error {
	plain = true;
}

/**
 * What to print of an error: only its message when it is plain, as the app's own set-up mistakes are too.
 * @param {unknown} error
 */
export function inWords(error) {
	return error instanceof Error && 'plain' in error && error.plain ? error.message : error;
}

const MINUTE_MS = 60_000;

/**
 * Prints what is being done, a sign of life each minute, and how long it took.
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
	const began = performance.now();
	const since = () => performance.now() - began;
	console.log(`${text} …`);
	const alive = setInterval(
		() => console.log(`  still at it after ${Math.round(since() / MINUTE_MS)} min`),
		MINUTE_MS
	);
	try {
		return await work();
	} finally {
		clearInterval(alive);
		console.log(`  took ${Math.max(1, Math.round(since() / 1000))} s`);
	}
}

/**
 * Ends this process with the plain text of an error, or with the whole error when it has none.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
	console.error(inWords(error));
	process.exit(1);
}
