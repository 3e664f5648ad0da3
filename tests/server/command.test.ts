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
	const slow = `
		process.on('SIGINT', () => { console.log('stopping'); setTimeout(() => process.exit(), 500); });
		console.log('started');
		setTimeout(() => {}, 60_000);`;
	const between = `
		process.on('SIGINT', () => {});
		require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(slow)}], { stdio: 'inherit' });`;
	const script = `
		import { command } from '${COMMAND}';
		process.on('exit', () => console.log('tidied up'));
		await command([process.execPath, '-e', ${JSON.stringify(between)}], { heard: (line) => console.log(line) });`;
	const us = spawn(process.execPath, ['--input-type=module', '-e', script]);
	let printed = '';
	us.stdout.on('data', (data) => (printed += data));
	const hears = async (line: string) => {
		while (!printed.includes(line)) await once(us.stdout, 'data');
	};
	await hears('started');
	us.kill('SIGINT');
	await hears('stopping');
	us.kill('SIGINT');
	const [code] = await once(us, 'close');
	expect(code).toBe(130);
	expect(printed).toContain('tidied up');
});
