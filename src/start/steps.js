/** An error whose text is meant for the person at the terminal; nothing else needs printing. */
export class Plain extends Error {
	/** @param {string} plain */
	constructor(plain) {
		super(plain);
		this.plain = plain;
	}
}

/**
 * The text for the person at the terminal, when an error carries one.
 * @param {unknown} error
 * @returns {string | null}
 */
export function plainText(error) {
	if (typeof error !== 'object' || error === null || !('plain' in error)) return null;
	return typeof error.plain === 'string' ? error.plain : null;
}

/**
 * Prints what is being done and how long it took.
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
	const began = performance.now();
	console.log(`${text} …`);
	const result = await work();
	console.log(`  done in ${Math.max(1, Math.round((performance.now() - began) / 1000))} s`);
	return result;
}

/**
 * Ends this process with the plain text of an error, or with the whole error when it has none.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
	console.error(plainText(error) ?? error);
	process.exit(1);
}
