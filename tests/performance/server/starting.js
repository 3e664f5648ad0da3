import { Agent, get } from 'node:http';
import { isBuilt } from '../../../src/start/build.js';
import { isInstalled } from '../../../src/start/install.js';
import { ROOT, Served } from '../serving.js';

/** @typedef {import('../table.js').Figure} Figure */

const ROUNDS = 5;

/** Starting again, and ending with live streams open. @param {string} cookie @param {Served} filled @returns {Promise<Figure[]>} */
export async function starting(filled, cookie) {
	if (!isInstalled(ROOT) || !isBuilt(ROOT)) throw new Error('npm start would install or build first.');
	const whole = await Served.ours('src/start/start.js');
	try {
		/** @type {number[][]} */
		const [healthy = [], gaps = [], ends = []] = [[], [], []];
		await whole.start();
		for (let round = 0; round < ROUNDS; round++) {
			await whole.stop();
			healthy.push(await whole.start());
		}
		for (let round = 0; round < ROUNDS; round++) {
			await openStreams(filled, cookie, 20);
			const began = performance.now();
			ends.push(await filled.stop());
			await filled.start();
			gaps.push(performance.now() - began);
		}
		return [
			{ name: 'npm start, second run, to healthy', unit: 'ms', ours: healthy, most: 5_000 },
			{ name: 'restart gap: SIGTERM to healthy again', unit: 'ms', ours: gaps, most: 2_000 },
			{ name: 'SIGTERM to exit, 20 live streams open', unit: 'ms', ours: ends, most: 1_000 }
		];
	} finally {
		await whole.close();
	}
}

/** @param {Served} server @param {string} cookie @param {number} count */
async function openStreams({ port }, cookie, count) {
	const agent = new Agent({ keepAlive: true });
	const open = () =>
		new Promise((resolve, reject) => {
			const asking = get(
				{ agent, host: '127.0.0.1', port, path: '/api/live', headers: { cookie } },
				(stream) => {
					stream.on('error', () => {}).on('close', () => {});
					stream.resume();
					resolve(undefined);
				}
			);
			asking.on('error', reject);
		});
	await Promise.all(Array.from({ length: count }, open));
}
