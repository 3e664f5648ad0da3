/*
 * Prints the figures of numbers that we hold, each beside the same thing in a bare app of the same framework
 * (./bare), measured in turns in one run: `npm run performance`, `-- --large` for a million stored messages,
 * `-- phone` or `-- server` for one half. A benchmark, never a test: a bound that is not held is only told.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/start/build.js';
import { command } from '../../src/start/command.js';
import { Plain, giveUp, step } from '../../src/start/steps.js';
import { firstVisit } from './phone/first-visit.js';
import { Line } from './phone/line.js';
import { offline } from './phone/offline.js';
import { desk, doors } from './server/doors.js';
import { live } from './server/live.js';
import { matching } from './server/matching.js';
import { replicas } from './server/replicas.js';
import { starting } from './server/starting.js';
import { ROOT, Served } from './serving.js';
import { fill } from './stored.js';
import { printTable } from './table.js';

/** @typedef {import('./table.js').Figure} Figure */

const large = process.argv.includes('--large');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const FEW = 1_000;
const MANY = large ? 1_000_000 : 100_000;
const PAIRINGS = 200;

/** @type {string[]} */
const failures = [];

/** @param {string} what @param {() => Promise<Figure[]>} work @returns {Promise<Figure[]>} */
async function measured(what, work) {
	try {
		return await step(`Measuring ${what}`, work);
	} catch (error) {
		failures.push(`${what}: ${error instanceof Error ? error.stack : error}`);
		return [];
	}
}

async function buildBare() {
	const { code, output } = await step('Building the bare app', () => {
		rmSync(join(ROOT, '.svelte-kit', 'bare'), { recursive: true, force: true });
		return command([process.execPath, join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
			cwd: join(import.meta.dirname, 'bare'),
			env: { ...process.env, NODE_ENV: 'production' }
		});
	});
	if (code !== 0) throw new Plain(`${output}\nThe bare app could not be built.`);
}

/** Signs in as one of the demo's cast. @param {Served} server @param {string} key */
async function beOneOfTheCast(server, key) {
	const answer = await fetch(`${server.url}/demo/${key}`, { redirect: 'manual' });
	const pairs = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
	const at = { domain: 'localhost', path: '/', expires: Date.now() / 1000 + 86_400, secure: false };
	const cookies = pairs.map((pair) => {
		const [name = '', value = ''] = pair.split('=');
		return { name, value, ...at, httpOnly: name !== 'here', sameSite: /** @type {const} */ ('Lax') };
	});
	return { header: pairs.join('; '), cookies };
}

/** @param {number} messages */
async function filled(messages) {
	const server = await Served.ours();
	await server.start();
	await server.stop();
	const people = await step(`Storing ${messages.toLocaleString('en')} messages`, async () =>
		fill(server, { pairings: PAIRINGS, messages })
	);
	await server.start();
	return { server, messages, ...people };
}

async function ofServer() {
	const bare = await Served.bare();
	const servers = [bare];
	try {
		await bare.start();
		const few = await filled(FEW);
		servers.push(few.server);
		const nadia = await beOneOfTheCast(few.server, 'coordinator');
		const figures = await measured('the desk', () => desk(bare, few.server, nadia.header));
		const many = await filled(MANY);
		servers.push(many.server);
		figures.unshift(...(await measured('the doors of phones', () => doors(bare, few, many))));
		await many.server.close();
		figures.push(...(await measured('live streams', () => live(few))));
		figures.push(...(await measured('starting and ending', () => starting(few.server, nadia.header))));
		figures.push(...(await measured('matching', matching)));
		figures.push(...(await measured('two servers on PostgreSQL', replicas)));
		const note = large
			? ''
			: `; ${MANY.toLocaleString('en')} stored stand for 1,000,000: --large has them all`;
		printTable(`On the server: 32 connections, medians of 5 rounds or more${note}`, figures);
	} finally {
		for (const server of servers) await server.close();
	}
}

async function ofPhone() {
	const [bare, ours] = [await Served.bare(), await Served.ours()];
	try {
		await bare.start();
		await ours.start();
		const ash = await beOneOfTheCast(ours, 'young');
		const lines = { bare: await new Line(bare.port).open(), ours: await new Line(ours.port).open() };
		const phones = { ...lines, cookies: ash.cookies };
		const figures = await measured('first visits', () => firstVisit(phones));
		figures.push(...(await measured('the phone without signal', () => offline(phones))));
		printTable('On the phone: medians of 5 rounds or more', figures);
	} finally {
		await bare.close();
		await ours.close();
	}
}

try {
	process.chdir(ROOT);
	await build(ROOT);
	await buildBare();
	if (wanted.length === 0 || wanted.includes('server')) await ofServer();
	if (wanted.length === 0 || wanted.includes('phone')) await ofPhone();
	for (const failure of failures) console.error(`Not measured: ${failure}\n`);
	process.exit(failures.length === 0 ? 0 : 1);
} catch (error) {
	giveUp(error);
}
