import { Agent, request } from 'node:http';

/**
 * @typedef {object} Knock
 * @property {string} path
 * @property {string} [method]
 * @property {string} cookie
 * @property {string} [body] JSON
 */

/**
 * Knocks `count` times over `connections` that stay open.
 * @param {import('./serving.js').Served} server
 * @param {number} count
 * @param {(n: number) => Knock} what
 * @param {number} [connections]
 * @returns {Promise<number[]>} how long each answer took, in milliseconds
 * @throws when one was not 200
 */
export async function knock(server, count, what, connections = 32) {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	/** @type {number[]} */
	const took = [];
	let next = 0;
	const caller = async () => {
		while (next < count) {
			const began = performance.now();
			await ask(agent, server, what(next++));
			took.push(performance.now() - began);
		}
	};
	try {
		await Promise.all(Array.from({ length: connections }, caller));
	} finally {
		agent.destroy();
	}
	return took;
}

/**
 * @param {Agent} agent
 * @param {import('./serving.js').Served} server
 * @param {Knock} knock
 * @returns {Promise<string>} the body of the answer
 */
export function ask(agent, { port, url }, { path, method = 'GET', cookie, body }) {
	return new Promise((resolve, reject) => {
		const headers = { cookie, origin: url, host: `localhost:${port}` };
		const sent = body
			? { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
			: headers;
		const asking = request({ agent, host: '127.0.0.1', port, path, method, headers: sent }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (data) => (text += data));
			answer.on('end', () => {
				if (answer.statusCode === 200) resolve(text);
				else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 200)}`));
			});
		});
		asking.on('error', reject);
		asking.end(body);
	});
}

/**
 * Processor time a request, measured in rounds that take turns between several servers or doors.
 * @param {{ server: import('./serving.js').Served, what: (n: number) => Knock, count: number, each?: number }[]} doors
 *   `each`: how many things one request carries
 * @param {number} rounds
 * @param {() => void} [before] each round
 * @returns {Promise<number[][]>} microseconds, by door and round
 */
export async function costs(doors, rounds, before = () => {}) {
	before();
	for (const { server, what, count } of doors) await knock(server, Math.ceil(count / 3), what);
	/** @type {number[][]} */
	const took = doors.map(() => []);
	for (let round = 0; round < rounds; round++) {
		before();
		for (const [index, { server, what, count, each = 1 }] of doors.entries()) {
			const began = server.cpu();
			await knock(server, count, what);
			took[index]?.push((server.cpu() - began) / count / each);
		}
	}
	return took;
}
