import { fileURLToPath } from 'node:url';
import { build } from '../src/start/build.js';
import { install } from '../src/start/install.js';
import { insistOnNode } from '../src/start/node-version.js';
import { endWithParent } from '../src/start/parent.js';
import { inWords } from '../src/start/steps.js';
import { browser } from './run/browser.js';
import { sum } from './run/counts.js';
import { suites } from './run/suites.js';

/** @typedef {import('./run/counts.js').Counts} Counts */
/** @typedef {import('./run/suites.js').Suite} Suite */
/** @typedef {import('./run/suites.js').Heard} Heard */
/** @typedef {import('./run/suites.js').Need} Need */

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const ONE_FAILURE = { passed: 0, failed: 1, skipped: 0 };
const root = fileURLToPath(new URL('..', import.meta.url));

/** How each need is met. @type {Record<Need, () => Promise<void>>} */
const provide = {
	app: () => build(root),
	browser: async () => {
		process.env.CHROMIUM_PATH = await browser();
	},
	postgres: async () => {}
};

/** @type {Map<Need, Promise<unknown>>} each need is met once; what could not be had is kept as its error */
const met = new Map();

/** @param {Need} need @returns {Promise<unknown>} the error, if it could not be met */
function meet(need) {
	const promise = met.get(need) ?? provide[need]().catch((error) => error);
	met.set(need, promise);
	return promise;
}

/** @param {Suite} suite @param {Heard} heard @returns {Promise<Counts>} */
async function run(suite, heard) {
	for (const need of suite.needs) {
		const error = await meet(need);
		if (!error) continue;
		console.error(inWords(error));
		return ONE_FAILURE;
	}
	return suite.run(heard);
}

/** @param {string[]} names @returns {Suite[]} */
function chosen(names) {
	const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
	if (unknown.length === 0) return suites.filter(({ name }) => names.length === 0 || names.includes(name));
	console.error(
		`There is no suite “${unknown.join('”, “')}”; there are: ${suites.map((s) => s.name).join(', ')}.`
	);
	return [];
}

/** @param {Counts} counts */
function score({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** Which suites run at a time: those that need one core each side by side, every other alone. @param {Suite[]} all */
function turns(all) {
	/** @type {Suite[][]} */
	const found = [];
	for (const suite of all) {
		const last = found.at(-1);
		if (suite.oneCore && last?.[0]?.oneCore) last.push(suite);
		else found.push([suite]);
	}
	return found;
}

/** Runs a suite and says how it went; what one of several prints comes in one piece. @param {Suite} suite @param {boolean} inOnePiece */
async function told(suite, inOnePiece) {
	/** @type {string[]} */
	const kept = [];
	/** @param {string} line */
	const say = (line) => (inOnePiece ? kept.push(line) : console.log(line));
	say(`\n${suite.name}: ${suite.about}`);
	const began = performance.now();
	const counts = await run(suite, (line) => say(line && `  ${line}`));
	const line = `  ${suite.name.padEnd(12)}${score(counts)} (${Math.round((performance.now() - began) / 1000)} s)`;
	say(line);
	if (inOnePiece) console.log(kept.join('\n'));
	summary.push(line);
	return counts;
}

insistOnNode();
endWithParent();
process.chdir(root);

/** @type {string[]} */
const summary = [];
let total = NOTHING;

try {
	const wanted = chosen(process.argv.slice(2));
	if (wanted.length === 0) total = ONE_FAILURE;
	else await install(root);

	const missing = wanted.filter(({ needs }) => needs.includes('postgres') && !process.env.TEST_DATABASE_URL);
	for (const { name } of missing)
		summary.push(
			`  ${name.padEnd(12)}skipped; to run it: TEST_DATABASE_URL=postgres://… npm test, or .ci/run on Debian`
		);
	const running = wanted.filter((suite) => !missing.includes(suite));
	for (const turn of turns(running))
		for (const counts of await Promise.all(turn.map((suite) => told(suite, turn.length > 1))))
			total = sum(total, counts);
} catch (error) {
	console.error(inWords(error));
	total = sum(total, ONE_FAILURE);
}

if (summary.length > 0) console.log(['', 'All together', ...summary, ''].join('\n'));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
