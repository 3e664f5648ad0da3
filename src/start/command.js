import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @typedef {{ code: number, output: string, timedOut: boolean }} Outcome */

const GRACE_MS = 5_000;
const windows = process.platform === 'win32';

/**
 * Stops a child and, where the system knows process groups, everything it started.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function stop(child, signal) {
	try {
		if (windows || !child.pid) child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// It has already ended.
	}
}

/**
 * Runs a command to its end. When we are told to stop, the command stops first and then this process ends.
 * @param {string[]} words the program and its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, heard?: (line: string) => void, limit?: number }} [options]
 *   `heard` gets each line as it is printed; `limit` in milliseconds ends a command that hangs
 * @returns {Promise<Outcome>} never rejects: a program that cannot be started answers with code 127
 */
export function command([program = '', ...args], { cwd, env, heard, limit } = {}) {
	const child = spawn(program, args, {
		cwd,
		env,
		detached: !windows,
		// npm is a script there, and only a shell can start scripts.
		shell: windows && program === 'npm',
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	let timedOut = false;
	for (const stream of [child.stdout, child.stderr])
		createInterface({ input: stream }).on('line', (line) => {
			output += `${line}\n`;
			heard?.(line);
		});

	let stopping = false;
	/** @param {NodeJS.Signals} signal which may well come twice: from the terminal, and from npm */
	const interrupted = (signal) => {
		if (stopping) return;
		stopping = true;
		child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
		stop(child, signal);
		setTimeout(() => stop(child, 'SIGKILL'), GRACE_MS);
	};
	process.on('SIGINT', interrupted);
	process.on('SIGTERM', interrupted);
	const timer =
		limit &&
		setTimeout(() => {
			timedOut = true;
			stop(child, 'SIGKILL');
		}, limit);

	return new Promise((resolve) => {
		/** @param {number} code */
		const ended = (code) => {
			clearTimeout(timer);
			process.off('SIGINT', interrupted);
			process.off('SIGTERM', interrupted);
			resolve({ code, output, timedOut });
		};
		child.once('error', (error) => {
			output += `${error.message}\n`;
			ended(127);
		});
		child.once('close', (code) => ended(code ?? 1));
	});
}
