import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {import('../../src/start/command.js').Outcome} Outcome */

/**
 * A program that says only yes or no counts as one test.
 * @param {Outcome} outcome
 * @returns {Counts}
 */
export function yesOrNo({ code }) {
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Makes sure that nothing broken looks whole: a runner that ended badly, hung or ran no test at all has failed.
 * @param {Counts} counts
 * @param {Outcome} outcome
 * @returns {Counts}
 */
export function honest(counts, { code, timedOut }) {
	const broken = code !== 0 || timedOut || counts.passed + counts.failed === 0;
	return broken && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} file @returns {any} null when the runner died before writing it, or in the middle */
function report(file) {
	if (!existsSync(file)) return null;
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

/**
 * Reads Vitest's report. A file that could not even be loaded holds no failed test, and counts as one.
 * @param {string} file
 * @returns {Counts}
 */
export function fromVitest(file) {
	const {
		numPassedTests = 0,
		numFailedTests = 0,
		numPendingTests = 0,
		numTodoTests = 0,
		testResults = []
	} = report(file) ?? {};
	const unloadable = testResults.filter(
		(/** @type {any} */ { status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((/** @type {any} */ result) => result.status === 'failed')
	);
	return {
		passed: numPassedTests,
		failed: numFailedTests + unloadable.length,
		skipped: numPendingTests + numTodoTests
	};
}

/**
 * Reads Playwright's report. A test that passed only when it was tried again has failed.
 * @param {string} file
 * @returns {Counts}
 */
export function fromPlaywright(file) {
	const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report(file)?.stats ?? {};
	return { passed: expected, failed: unexpected + flaky, skipped };
}

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function sum(a, b) {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
