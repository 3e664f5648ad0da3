import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const ROOT = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 60_000;
const TICKS_PER_SECOND = 100;

/** @returns {Promise<number>} */
async function freePort() {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	return typeof address === 'object' && address ? address.port : 0;
}

/** A server under measurement: ours or the bare one, on a port and in a folder of its own. */
export class Served {
	/** @type {NodeJS.ProcessEnv} beside what every server is given */
	env = {};
	dir = mkdtempSync(join(tmpdir(), 'corner-performance-'));
	/** @type {import('node:child_process').ChildProcess | undefined} */
	#process;
	#output = '';

	/**
	 * @param {number} port
	 * @param {string[]} words
	 * @param {string} health
	 */
	constructor(port, words, health) {
		this.port = port;
		this.url = `http://localhost:${port}`;
		this.words = words;
		this.health = health;
	}

	/** @param {string} [how] the file that starts it */
	static async ours(how = 'src/start/serve.js') {
		return new Served(await freePort(), [how], '/api/health');
	}

	static async bare() {
		return new Served(await freePort(), ['.svelte-kit/bare/build/index.js'], '/api/plain');
	}

	/** @returns {Promise<number>} milliseconds until it answered */
	async start() {
		const began = performance.now();
		const child = spawn(process.execPath, this.words, {
			cwd: ROOT,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				PATH: process.env.PATH,
				HOME: process.env.HOME,
				PORT: String(this.port),
				DATA_DIR: this.dir,
				LOG_LEVEL: 'error',
				BARE_DATABASE: join(this.dir, 'bare.db'),
				ORIGIN: this.words[0]?.includes('bare') ? this.url : undefined,
				...this.env
			}
		});
		this.#process = child;
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data) => (this.#output += data.toString()));
		while (!(await this.#answers())) {
			if (child.exitCode !== null || performance.now() - began > PATIENCE_MS)
				throw new Error(`A server did not start:\n${this.#output}`);
			await pause(10);
		}
		return performance.now() - began;
	}

	async #answers() {
		try {
			return (await fetch(this.url + this.health)).ok;
		} catch {
			return false;
		}
	}

	/** @param {NodeJS.Signals} [signal] @returns {Promise<number>} milliseconds until it was gone */
	async stop(signal = 'SIGTERM') {
		const began = performance.now();
		const child = this.#process;
		if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
		const gone = once(child, 'exit');
		child.kill(signal);
		await gone;
		return performance.now() - began;
	}

	async close() {
		await this.stop('SIGKILL');
		rmSync(this.dir, { recursive: true, force: true });
	}

	/** Processor time used so far, in microseconds, all threads, its own and the system's for it. */
	cpu() {
		const stat = readFileSync(`/proc/${this.#process?.pid}/stat`, 'utf8');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return ((Number(fields[11]) + Number(fields[12])) * 1_000_000) / TICKS_PER_SECOND;
	}

	/** Memory held, in MB. */
	memory() {
		const status = readFileSync(`/proc/${this.#process?.pid}/status`, 'utf8');
		return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
	}
}
