import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const PATIENCE = 20_000;

/** The real, built server on a port and a data folder of its own, which can be stopped, killed and started again. */
export class Server {
	readonly dataDir = mkdtempSync(join(tmpdir(), 'corner-journey-'));
	/** Another build of the app than the one in the tree; from the next start on. */
	app: string | undefined;
	#process: ChildProcess | undefined;
	#output = '';

	private constructor(
		readonly port: number,
		readonly settings: Record<string, string>
	) {}

	/**
	 * @param settings environment for the server; the demo is on unless they say otherwise
	 * @param from the data folder of a server that has stopped, to begin with a copy of
	 */
	static async open(settings: Record<string, string> = {}, from?: string): Promise<Server> {
		const server = await Server.prepare(settings);
		if (from) cpSync(from, server.dataDir, { recursive: true });
		await server.start();
		return server;
	}

	/** One that is not started yet. */
	static async prepare(settings: Record<string, string> = {}): Promise<Server> {
		return new Server(await freePort(), settings);
	}

	get url(): string {
		return `http://localhost:${this.port}`;
	}

	/** Everything the server has printed. */
	get output(): string {
		return this.#output;
	}

	get isRunning(): boolean {
		return (
			this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null
		);
	}

	async start(): Promise<void> {
		const child = spawn(process.execPath, ['src/start/serve.js', ...(this.app ? [this.app] : [])], {
			cwd: ROOT,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				PATH: process.env.PATH,
				PORT: String(this.port),
				DATA_DIR: this.dataDir,
				LOG_LEVEL: 'error',
				...this.settings
			}
		});
		this.#process = child;
		let said = '';
		const listens = new Promise<void>((resolve) => {
			for (const stream of [child.stdout, child.stderr])
				stream.on('data', (data: Buffer) => {
					said += data.toString();
					this.#output += data.toString();
					if (said.includes('Corner is ready.')) resolve();
				});
		});
		let waiting: NodeJS.Timeout | undefined;
		const tooLong = new Promise<void>((resolve) => (waiting = setTimeout(resolve, PATIENCE)));
		await Promise.race([listens, once(child, 'exit'), tooLong]);
		clearTimeout(waiting);
		if (!(await this.#answers())) throw new Error(`The server did not start:\n${this.#output}`);
	}

	/** Stops it as an operator does, or at once as a power cut does. */
	async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
		const child = this.#process;
		if (!child || !this.isRunning) return;
		const gone = once(child, 'exit');
		child.kill(signal);
		await gone;
	}

	async close(): Promise<void> {
		await this.stop('SIGKILL');
		rmSync(this.dataDir, { recursive: true, force: true });
	}

	async #answers(): Promise<boolean> {
		try {
			return (await fetch(`${this.url}/api/health`)).ok;
		} catch {
			return false;
		}
	}
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (!address || typeof address === 'string') throw new Error('No free port.');
	return address.port;
}
