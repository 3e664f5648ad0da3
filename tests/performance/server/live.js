import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, knock } from '../knocking.js';
import { syncPaths } from '../stored.js';
import { posting } from './doors.js';

/** @typedef {import('./doors.js').Filled} Filled */
/** @typedef {import('../table.js').Figure} Figure */

const STREAMS = 500;
const MESSAGES = 41;

/**
 * Opens a live stream.
 * @param {import('../serving.js').Served} server
 * @param {string} cookie
 * @param {Agent} agent
 * @param {() => void} moved
 * @returns {Promise<() => void>} how to close it
 */
export function follow({ port }, cookie, agent, moved) {
	return new Promise((resolve, reject) => {
		const asking = get(
			{ agent, host: '127.0.0.1', port, path: '/api/live', headers: { cookie } },
			(stream) => {
				if (stream.statusCode !== 200) return reject(new Error(`A stream answered ${stream.statusCode}.`));
				stream.setEncoding('utf8');
				stream.on('data', (text) => text.includes('event: moved') && moved());
				stream.on('error', () => {});
				resolve(() => asking.destroy());
			}
		);
		asking.on('error', reject);
	});
}

/**
 * What 500 open streams cost, and how soon a message is on the second phone: the mentor's is told, asks, and has it.
 * @param {Filled} filled
 * @returns {Promise<Figure[]>}
 */
export async function live({ server, young, mentors }) {
	const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
	// Begun afresh: what earlier work left behind would be given back meanwhile and hide what streams hold.
	await server.stop();
	await server.start();
	await knock(server, 100, posting(young, 1));
	await pause(2_000);
	const idle = server.memory();

	/** @type {(() => void) | undefined} */
	let told;
	const [mentor, author] = [mentors[0], young[0]];
	if (!mentor || !author) throw new Error('Nobody is paired.');
	const everyone = [...young.slice(1), ...mentors.slice(1)];
	const streams = [await follow(server, mentor.cookie, agent, () => told?.())];
	while (streams.length < STREAMS) {
		const { cookie } = everyone[streams.length % everyone.length] ?? mentor;
		streams.push(await follow(server, cookie, agent, () => {}));
	}
	await pause(2_000);
	const held = server.memory() - idle;

	/** @type {number[]} */
	const took = [];
	for (let n = 0; n < MESSAGES; n++) {
		const [path = ''] = syncPaths(server, [mentor]);
		const began = performance.now();
		const arrived = new Promise((resolve) => (told = () => resolve(undefined)));
		const sent = ask(agent, server, posting([author], 1)(0));
		await arrived;
		const answer = JSON.parse(await ask(agent, server, { path, cookie: mentor.cookie }));
		if (answer.rows.messages?.length !== 1) throw new Error('The message did not come with the sync.');
		took.push(performance.now() - began);
		await sent;
	}
	for (const close of streams) close();
	agent.destroy();
	return [
		{ name: `${STREAMS} open live streams: memory above idle`, unit: 'MB', ours: [held], most: 40 },
		{ name: `${STREAMS} open live streams: message on the second phone`, unit: 'ms', ours: took, most: 200 }
	];
}
