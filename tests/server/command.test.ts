import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { command } from '../../src/start/command.js';

const COMMAND = new URL('../../src/start/command.js', import.meta.url).href;
const node = (script: string) => [process.execPath, '-e', script];

test('a command’s lines are heard one by one, and kept', async () => {
	const heard: string[] = [];
	const script = `console.log('one'); console.error('two'); process.exitCode = 3`;
	const { code, output } = await command(node(script), { heard: (line) => heard.push(line) });
	expect(code).toBe(3);
	expect(heard.sort()).toEqual(['one', 'two']);
	expect(output).toContain('one\n');
	expect(output).toContain('two\n');
});

test('a program that is not there answers, with 127', async () => {
	const { code, output } = await command(['corner-no-such-program']);
	expect(code).toBe(127);
	expect(output).toContain('corner-no-such-program');
});

test('a command that hangs is ended at its limit', async () => {
	const outcome = await command(node('setTimeout(() => {}, 60_000)'), { limit: 300 });
	expect(outcome).toMatchObject({ timedOut: true });
	expect(outcome.code).not.toBe(0);
});

test('a signal, even sent twice, ends what the command started before it ends us', async () => {
	const grandchild = `console.log('started'); setTimeout(() => {}, 60_000)`;
	const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })`;
	const script = `
		import { command } from '${COMMAND}';
		process.on('exit', () => console.log('tidied up'));
		await command([process.execPath, '-e', ${JSON.stringify(child)}], { heard: console.log });`;
	const us = spawn(process.execPath, ['--input-type=module', '-e', script]);
	let printed = '';
	us.stdout.on('data', (data) => (printed += data));
	while (!printed.includes('started')) await once(us.stdout, 'data');
	us.kill('SIGINT');
	us.kill('SIGTERM');
	const [code] = await once(us, 'close');
	expect([130, 143]).toContain(code);
	expect(printed).toContain('tidied up');
});
