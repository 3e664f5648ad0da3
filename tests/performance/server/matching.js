import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as letOthersGo } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../serving.js';

/** @typedef {import('../table.js').Figure} Figure */
/** @typedef {import('../../../src/lib/domain/wishes/question.js').WishQuestion} WishQuestion */
/** @typedef {import('../../../src/lib/domain/wishes/misfits.js').Waiting} Waiting */
/** @typedef {import('../../../src/lib/domain/wishes/rank.js').MentorPlace} MentorPlace */
/**
 * @typedef {{
 * 	proposing: typeof import('../../../src/lib/domain/wishes/assign.js').proposing,
 * 	FIRST_QUESTIONS: WishQuestion[]
 * }} Rules
 */

const YOUNG = 500;
const MENTORS = 300;
const ROUNDS = 5;
/** How long one piece of the work goes on before others are let in. */
const SLICE_MS = 10;

/** The rules as plain JavaScript. @returns {Promise<Rules>} */
async function rules() {
	const outDir = join(ROOT, '.svelte-kit', 'matching');
	const wishes = join(ROOT, 'src', 'lib', 'domain', 'wishes');
	rmSync(outDir, { recursive: true, force: true });
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'error',
		build: {
			ssr: true,
			outDir,
			copyPublicDir: false,
			rollupOptions: {
				input: { assign: join(wishes, 'assign.ts'), questions: join(wishes, 'first-questions.ts') },
				output: { entryFileNames: '[name].js' }
			}
		}
	});
	const [assign, questions] = await Promise.all(
		['assign.js', 'questions.js'].map((name) => import(pathToFileURL(join(outDir, name)).href))
	);
	return { proposing: assign.proposing, FIRST_QUESTIONS: questions.FIRST_QUESTIONS };
}

/** The same chances in every run. @param {number} seed @returns {() => number} from 0 to 1 */
function chance(seed) {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/**
 * Young people and mentors who tick about a third of most questions; now and then a must.
 * @param {WishQuestion[]} questions
 * @param {boolean} alike whether all young people wish the same
 */
function people(questions, alike) {
	const next = chance(42);
	/** @param {WishQuestion} question */
	const some = ({ choices }) => choices.map(({ key }) => key).filter(() => next() < 0.35);
	const weight = () => {
		const die = next();
		return die < 0.03 ? 'must' : die < 0.8 ? 'like' : 'open';
	};
	const answers = () =>
		Object.fromEntries(
			questions.map((question) => [
				question.key,
				/** @type {const} */ ({ choices: some(question), words: '', weight: weight(), at: 0 })
			])
		);
	const same = answers();
	for (const answer of Object.values(same)) Object.assign(answer, { weight: 'like' });
	const young = Array.from({ length: YOUNG }, (_, n) => ({
		id: `young-${n}`,
		since: Math.floor(next() * 200),
		notThese: new Set([`mentor-${Math.floor(next() * MENTORS)}`]),
		answers: alike ? same : answers()
	}));
	const mentors = Array.from({ length: MENTORS }, (_, n) => ({
		id: `mentor-${n}`,
		card: { facts: Object.fromEntries(questions.map((question) => [question.key, some(question)])) },
		places: next() < 0.3 ? 2 : 1,
		taken: 0,
		standing: { approved: true },
		lastIntroducedAt: next() < 0.5 ? null : Math.floor(next() * 100)
	}));
	return { young, mentors };
}

/**
 * A proposal in pieces, as a server makes one.
 * @param {Rules} rules
 * @param {Waiting[]} young
 * @param {MentorPlace[]} mentors
 */
async function proposed({ proposing, FIRST_QUESTIONS }, young, mentors) {
	const blocked = monitorEventLoopDelay({ resolution: 1 });
	blocked.enable();
	await letOthersGo();
	const began = performance.now();
	const steps = proposing(young, mentors, FIRST_QUESTIONS);
	let slice = began;
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) {
			if (step.value.pairs.length === 0) throw new Error('Nobody was proposed to anybody.');
			break;
		}
		if (performance.now() - slice < SLICE_MS) continue;
		await letOthersGo();
		slice = performance.now();
	}
	const took = performance.now() - began;
	await letOthersGo();
	blocked.disable();
	return { took, blocked: blocked.max / 1_000_000 };
}

/** A proposal across 500 young people and 300 mentors, whether they wish differently or all the same. @returns {Promise<Figure[]>} */
export async function matching() {
	const known = await rules();
	/** @type {Figure[]} */
	const figures = [];
	for (const alike of [false, true]) {
		const { young, mentors } = people(known.FIRST_QUESTIONS, alike);
		/** @type {number[][]} */
		const [took = [], blocked = []] = [[], []];
		for (let round = 0; round < ROUNDS; round++) {
			const one = await proposed(known, young, mentors);
			took.push(one.took);
			blocked.push(one.blocked);
		}
		const name = `matching ${YOUNG} with ${MENTORS}, ${alike ? 'all wishing the same' : 'wishing differently'}`;
		figures.push({ name, unit: 'ms', ours: took, most: 2_000 });
		figures.push({ name: `${name}: longest wait of others`, unit: 'ms', ours: blocked, most: 50 });
	}
	return figures;
}
