import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { settingsFrom } from '../../src/start/settings.js';

const SERVE = fileURLToPath(new URL('../../src/start/serve.js', import.meta.url));
const PARENT = new URL('../../src/start/parent.js', import.meta.url).href;
const PRETEND_APP = fileURLToPath(new URL('pretend-app.js', import.meta.url));
const SECOND_MS = 1_000;

interface Running {
	child: ChildProcess;
	port: number;
	printed: () => string;
	ended: Promise<number>;
}

const started: ChildProcess[] = [];

afterEach(() => {
	for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts the server around the pretend app, and answers when it has printed where it is or has ended. */
async function launch(env: NodeJS.ProcessEnv = {}, app = PRETEND_APP): Promise<Running> {
	const child = spawn(process.execPath, [SERVE, app], {
		env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	const ended = once(child, 'close').then(([code]) => code as number);
	const ready = new Promise<void>((resolve) => {
		const listen = (chunk: Buffer) => {
			printed += chunk;
			if (printed.includes('Corner is ready.')) resolve();
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
	});
	await Promise.race([ready, ended]);
	return { child, port: Number(/localhost:(\d+)/.exec(printed)?.[1]), printed: () => printed, ended };
}

/** One that ends with its test. */
async function start(...how: Parameters<typeof launch>): Promise<Running> {
	const server = await launch(...how);
	started.push(server.child);
	return server;
}

let usual: Promise<Running> | undefined;

/** A server with nothing special about it, for all the tests that only ask it something. */
function usualServer(): Promise<Running> {
	return (usual ??= launch());
}

afterAll(async () => {
	(await usual)?.child.kill('SIGKILL');
});

/** Not `fetch`: it hides the headers of the connection, and may not set Host or Range as it likes. */
async function get(port: number, path: string, options: RequestOptions = {}): Promise<IncomingMessage> {
	const asked = request({ host: '127.0.0.1', port, path, agent: false, ...options }).end();
	const [response] = (await once(asked, 'response')) as [IncomingMessage];
	return response;
}

async function callerAsSeenByApp(port: number, headers: Record<string, string>) {
	return JSON.parse(await text(await get(port, '/api/caller', { headers })));
}

describe('headers', () => {
	test('protect pages, files, answers of the API, what is not there and what failed alike', async () => {
		const { port } = await usualServer();
		for (const path of ['/page', '/service-worker.js', '/api/caller', '/nowhere', '/throws', '/rejects']) {
			const { headers } = await get(port, path);
			expect(headers, path).toMatchObject({
				'content-security-policy': "frame-ancestors 'none'",
				'cross-origin-opener-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin',
				'permissions-policy': expect.stringContaining('geolocation=()'),
				'referrer-policy': 'same-origin',
				'x-content-type-options': 'nosniff'
			});
			expect(headers, path).not.toHaveProperty('x-powered-by');
		}
	});

	test('leave the app’s own content policy as the only one', async () => {
		const { port } = await usualServer();
		const { headers } = await get(port, '/own-policy');
		expect(headers['content-security-policy']).toBe("default-src 'self'");
	});

	test.each([
		['/page', 'no-store'],
		['/api/caller', 'no-store'],
		['/nowhere', 'no-store'],
		['/service-worker.js', 'no-cache'],
		['/_app/immutable/a.js', 'public,max-age=31536000,immutable']
	])('say of %s: %s', async (path, keeping) => {
		const { port } = await usualServer();
		expect((await get(port, path)).headers['cache-control']).toBe(keeping);
	});

	test('insist on https only where the public address is https', async () => {
		const name = 'strict-transport-security';
		const plain = await start({ ORIGIN: 'http://corner.test' });
		expect((await get(plain.port, '/page')).headers).not.toHaveProperty(name);
		const secure = await start({ ORIGIN: 'https://corner.test' });
		expect((await get(secure.port, '/page')).headers[name]).toMatch(/^max-age=\d{8,}/);
	});
});

describe('an answer', () => {
	const headers = { 'accept-encoding': 'br, gzip' };

	test('that is long text is compressed', async () => {
		const { port } = await usualServer();
		const response = await get(port, '/api/long', { headers });
		expect(response.headers['content-encoding']).toBe('br');
		const whole = brotliDecompressSync(Buffer.concat(await response.toArray()));
		expect(JSON.parse(whole.toString())).toHaveLength(5_000);
	});

	test('that is short is not', async () => {
		const { port } = await usualServer();
		expect((await get(port, '/page', { headers })).headers).not.toHaveProperty('content-encoding');
	});

	test('that is a live stream is not, and does not wait in a buffer', async () => {
		const { port } = await usualServer();
		const response = await get(port, '/api/live', { headers });
		expect(response.headers).not.toHaveProperty('content-encoding');
		const [first] = await once(response, 'data');
		expect(String(first)).toBe('data: first\n\n');
		response.destroy();
	});

	test('to a request that failed quotes nothing of it, and neither does the log', async () => {
		const { port, printed } = await usualServer();
		for (const path of ['/throws', '/rejects']) {
			const response = await get(port, path);
			expect(response.statusCode).toBe(500);
			expect(await text(response)).toBe('Something went wrong\n');
		}
		expect(printed()).toContain('Unexpected Error while answering a request');
		expect(printed()).not.toContain('what a child wrote');
	});
});

describe('a caller', () => {
	const forged = {
		'x-corner-protocol': 'https',
		'x-corner-address': '1.1.1.1',
		'x-forwarded-proto': 'https',
		'x-forwarded-for': '2.2.2.2'
	};

	test('cannot choose its own address or protocol', async () => {
		const { port } = await usualServer();
		expect(await callerAsSeenByApp(port, forged)).toMatchObject({
			'x-corner-protocol': 'http',
			'x-corner-address': '127.0.0.1'
		});
	});

	test('behind a proxy is whom the proxy names last', async () => {
		const { port } = await start({ TRUST_PROXY: '1' });
		const headers = { ...forged, 'x-forwarded-for': '2.2.2.2, 3.3.3.3' };
		expect(await callerAsSeenByApp(port, headers)).toMatchObject({
			'x-corner-protocol': 'https',
			'x-corner-address': '3.3.3.3'
		});
	});

	test('behind two proxies is whom the outer one names', async () => {
		const { port } = await start({ TRUST_PROXY: '2' });
		const headers = { 'x-forwarded-for': '2.2.2.2, 3.3.3.3, 4.4.4.4' };
		expect(await callerAsSeenByApp(port, headers)).toMatchObject({ 'x-corner-address': '3.3.3.3' });
	});

	test('that goes past the proxy is known by its connection', async () => {
		const { port } = await start({ TRUST_PROXY: '1' });
		expect(await callerAsSeenByApp(port, {})).toMatchObject({
			'x-corner-protocol': 'http',
			'x-corner-address': '127.0.0.1'
		});
	});

	test.each([
		['bytes=0-4', 'bytes=0-4'],
		['bytes=3-3', 'bytes=3-3'],
		['bytes=5-', 'bytes=5-'],
		['bytes=5-4', undefined],
		['bytes=-5', undefined],
		['bytes=0-1,4-5', undefined],
		['lines=1-2', undefined]
	])('that asks for %s is understood as %s', async (range, understood) => {
		const { port } = await usualServer();
		expect((await callerAsSeenByApp(port, { range })).range).toBe(understood);
	});
});

describe('a signal', () => {
	/** @returns how long the server took to end, in ms, and its exit code */
	async function stop({ child, ended }: Running, signal: NodeJS.Signals) {
		const began = performance.now();
		child.kill(signal);
		const code = await ended;
		return { code, took: performance.now() - began };
	}

	test.each(['SIGTERM', 'SIGINT'] as const)(
		'%s ends open streams and the server in a second',
		async (signal) => {
			const server = await start();
			const stream = await get(server.port, '/api/live');
			const whole = text(stream);
			const { code, took } = await stop(server, signal);
			expect(code).toBe(0);
			expect(took).toBeLessThan(SECOND_MS);
			expect(await whole).toBe('data: first\n\n');
			expect(server.printed()).toContain('pretend database closed');
		}
	);

	test('cuts off a stream that will not end, and still closes the database', async () => {
		const server = await start({ PRETEND_STUBBORN: 'yes' });
		const stream = await get(server.port, '/api/live');
		stream.on('error', () => {});
		const { code, took } = await stop(server, 'SIGTERM');
		expect(code).toBe(0);
		expect(took).toBeLessThan(SECOND_MS);
		expect(server.printed()).toContain('pretend database closed');
	});

	test('lets a running request finish, however often it is sent', async () => {
		const server = await start();
		const slow = get(server.port, '/api/slow').then(text);
		while (!server.printed().includes('slow request taken')) await once(server.child.stdout!, 'data');
		server.child.kill('SIGINT');
		const { code } = await stop(server, 'SIGINT');
		expect(await slow).toBe('finished');
		expect(code).toBe(0);
	});
});

test('a start whose shell was ended, as npm does it, ends too', async () => {
	const script = `import { endWithParent } from '${PARENT}'; endWithParent(); console.log('ready'); setTimeout(() => {}, 60_000)`;
	const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, script]);
	started.push(shell);
	await once(shell.stdout, 'data');
	shell.kill('SIGTERM');
	// Closed only when nobody holds the other end: neither the shell nor what it started.
	const [, signal] = await once(shell, 'close');
	expect(signal).toBe('SIGTERM');
});

describe('a server that cannot start says why in plain words and ends with 1', () => {
	/** @returns what it printed, when it ended as it should */
	async function refusal(env: NodeJS.ProcessEnv, app?: string) {
		const { ended, printed } = await start(env, app);
		expect(await ended).toBe(1);
		expect(printed()).not.toMatch(/^\s+at /m);
		return printed();
	}

	test('when the port is taken', async () => {
		const { port } = await usualServer();
		expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is taken`);
	});

	test('when a setting makes no sense', async () => {
		expect(await refusal({ PORT: 'abc' })).toBe('PORT must be a whole number from 1 to 65535, not “abc”.\n');
	});

	test('when the app itself will not open', async () => {
		expect(await refusal({ PRETEND_BROKEN: 'plainly' })).toBe('DATA_DIR is not a folder we can write to.\n');
	});

	test('when nothing has been built', async () => {
		expect(await refusal({}, `${PRETEND_APP}.missing`)).toContain('has not been built yet');
	});
});

test('where to go is printed, the demo only when it is on', async () => {
	const withDemo = await usualServer();
	expect(withDemo.printed()).toContain(`http://localhost:${withDemo.port}/demo`);
	const without = await start({ DEMO: 'off', ORIGIN: 'https://corner.test' });
	expect(without.printed()).not.toContain('/demo');
	expect(without.printed()).toContain('https://corner.test');
});

describe('a setting is refused by name', () => {
	test.each(['abc', '65536', '-1', '1.5', ' '])('PORT “%s”', (PORT) => {
		expect(() => settingsFrom({ PORT })).toThrow('PORT must be a whole number from 1 to 65535');
	});

	test.each(['corner.test', 'ftp://corner.test', 'https://corner.test/app'])('ORIGIN %s', (ORIGIN) => {
		expect(() => settingsFrom({ ORIGIN })).toThrow('ORIGIN must be an address such as');
	});

	test.each(['yes', '10', '-1'])('TRUST_PROXY %s', (TRUST_PROXY) => {
		expect(() => settingsFrom({ TRUST_PROXY })).toThrow('TRUST_PROXY must be the number of proxies');
	});

	test('but not at its limits', () => {
		expect(settingsFrom({ PORT: '65535' }).port).toBe(65_535);
		expect(settingsFrom({ ORIGIN: 'https://corner.test:8443/' }).origin).toBe('https://corner.test:8443');
		expect(settingsFrom({ TRUST_PROXY: '9' }).proxies).toBe(9);
	});

	test('and without any, the demo is served on port 3000 to everyone who asks', () => {
		expect(settingsFrom({})).toEqual({
			port: 3_000,
			host: undefined,
			origin: undefined,
			proxies: 0,
			demo: true
		});
	});
});
