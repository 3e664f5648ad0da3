import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { command } from '../../../src/start/command.js';
import { ask, knock } from '../knocking.js';
import { ROOT, Served } from '../serving.js';
import { posting } from './doors.js';
import { follow } from './live.js';

/** @typedef {import('../table.js').Figure} Figure */

const ROUNDS = 5;
const MESSAGES = 1_000;
const HEARD = 41;
const SCRIPT = join(ROOT, '.ci', 'postgres.sh');

/** A PostgreSQL to throw away, or the one that tests are given. @returns {Promise<{ url: string, stop: () => Promise<unknown> }>} */
async function postgres() {
	const given = process.env.TEST_DATABASE_URL;
	if (given) return { url: given, stop: async () => {} };
	const { code, output } = await command(['sh', SCRIPT]);
	const [, url] = /^TEST_DATABASE_URL=(.+)$/m.exec(output) ?? [];
	const [, dir] = /^TEST_DATABASE_DIR=(.+)$/m.exec(output) ?? [];
	if (code !== 0 || !url || !dir) throw new Error(`There is no PostgreSQL to measure:\n${output}`);
	return { url, stop: () => command(['sh', SCRIPT, 'stop', dir]) };
}

/** A database of its own on that server. @param {string} url */
async function freshDatabase(url) {
	const name = `corner_performance_${randomBytes(4).toString('hex')}`;
	/** @param {string} statement */
	const say = async (statement) => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		await client.query(statement).finally(() => client.end());
	};
	await say(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
	const address = new URL(url);
	address.pathname = `/${name}`;
	return { url: address.href, drop: () => say(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/**
 * One of the demo's first two, signed in.
 * @param {Served} server
 * @param {'young' | 'mentor'} [key]
 */
async function oneOfTwo(server, key = 'young') {
	const answer = await fetch(`${server.url}/demo/${key}`, { redirect: 'manual' });
	const cookie = answer.headers
		.getSetCookie()
		.map((one) => one.split(';', 1)[0])
		.join('; ');
	const { person } = await (await fetch(`${server.url}/api/session`, { headers: { cookie } })).json();
	return { personId: person.id, pairingId: 'demo-pair-ash', cookie };
}

/**
 * Messages that one server on SQLite keeps, and two on PostgreSQL, as many callers at once.
 * @returns {Promise<Figure[]>}
 */
export async function replicas() {
	const { url, stop } = await postgres();
	const database = await freshDatabase(url);
	const alone = await Served.ours();
	const two = [await Served.ours(), await Served.ours()];
	try {
		for (const one of two) one.env = { DATABASE_URL: database.url, DATA_DIR: two[0]?.dir };
		for (const server of [alone, ...two]) await server.start();
		const [first = alone] = two;
		const [here, there] = [posting([await oneOfTwo(alone)], 1), posting([await oneOfTwo(first)], 1)];
		const onSqlite = () => knock(alone, MESSAGES, here, 32);
		const onPostgres = () => Promise.all(two.map((one) => knock(one, MESSAGES / 2, there, 16)));
		await onSqlite();
		await onPostgres();
		/** @type {{ bare: number[], ours: number[] }} */
		const { bare, ours } = { bare: [], ours: [] };
		for (let round = 0; round < ROUNDS; round++) {
			bare.push(await timed(onSqlite));
			ours.push(await timed(onPostgres));
		}
		return [
			{
				name: 'PostgreSQL, two replicas: time a message, against SQLite (2× is half its writes a second)',
				unit: 'µs',
				bare,
				ours,
				ratio: 2
			},
			{
				name: 'PostgreSQL, two replicas: message told to a phone at the other',
				unit: 'ms',
				ours: await across(first, two[1] ?? first),
				most: 200
			}
		];
	} finally {
		for (const server of [alone, ...two]) await server.close();
		await database.drop();
		await stop();
	}
}

/**
 * How soon after a message was posted at one replica a phone whose stream is with the other is told.
 * @param {Served} here @param {Served} there
 * @returns {Promise<number[]>} milliseconds
 */
async function across(here, there) {
	const [author, mentor] = [await oneOfTwo(here), await oneOfTwo(here, 'mentor')];
	const agent = new Agent({ keepAlive: true });
	/** @type {(() => void) | undefined} */
	let told;
	const close = await follow(there, mentor.cookie, agent, () => told?.());
	/** @type {number[]} */
	const took = [];
	for (let n = 0; n < HEARD; n++) {
		const began = performance.now();
		const arrived = new Promise((resolve) => (told = () => resolve(undefined)));
		await ask(agent, here, posting([author], 1)(0));
		await arrived;
		took.push(performance.now() - began);
	}
	close();
	agent.destroy();
	return took;
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} microseconds a message */
async function timed(work) {
	const began = performance.now();
	await work();
	return ((performance.now() - began) * 1_000) / MESSAGES;
}
