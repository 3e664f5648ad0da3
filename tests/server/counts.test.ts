import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromPlaywright, fromVitest, honest } from '../run/counts.js';

const ended = { code: 0, output: '', timedOut: false };
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'corner-counts-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown) {
	const file = join(folder, 'report.json');
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

test('what passed, failed and was skipped is counted', () => {
	const file = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, testResults: [] });
	expect(fromVitest(file)).toEqual({ passed: 7, failed: 2, skipped: 1 });
});

test('a test file that could not be loaded is a failure', () => {
	const file = report({
		numPassedTests: 7,
		numFailedTests: 1,
		testResults: [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
		]
	});
	expect(fromVitest(file)).toMatchObject({ passed: 7, failed: 2 });
});

test('a journey that passed only at the second try is a failure', () => {
	const file = report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 0 } });
	expect(fromPlaywright(file)).toEqual({ passed: 5, failed: 3, skipped: 0 });
});

test.each(['{"numPassedTests": 7', ''])('a report that was cut short (%j) counts nothing', (text) => {
	expect(fromVitest(report(text))).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('a report that was never written counts nothing', () => {
	expect(fromPlaywright(join(folder, 'missing.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test.each([
	['ran no test at all', { passed: 0, failed: 0, skipped: 3 }, ended],
	['crashed after its tests', { passed: 3, failed: 0, skipped: 0 }, { ...ended, code: 1 }],
	['hung', { passed: 3, failed: 0, skipped: 0 }, { ...ended, timedOut: true }]
])('a suite that %s is a failure', (_, counts, outcome) => {
	expect(honest(counts, outcome).failed).toBe(1);
});

test('a suite that went well, or failed by itself, is left as it is', () => {
	expect(honest({ passed: 3, failed: 0, skipped: 0 }, ended)).toEqual({ passed: 3, failed: 0, skipped: 0 });
	const failed = { passed: 3, failed: 2, skipped: 0 };
	expect(honest(failed, { ...ended, code: 1 })).toEqual(failed);
});
