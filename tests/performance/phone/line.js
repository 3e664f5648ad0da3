import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** @typedef {{ rttMs: number, downKbps: number }} Shape */

/** @type {Shape} */
export const FAST = { rttMs: 0, downKbps: Infinity };
/** What Lighthouse calls slow 4G. */
export const SLOW_4G = { rttMs: 150, downKbps: 1_638 };

const SLICE_BYTES = 4_096;

/**
 * The line between a browser and a server: counts every byte that comes down, service worker's included, can be
 * slow, and can be cut. A browser's own throttling leaves its workers out.
 */
export class Line {
	/** Bytes that came down, headers included. */
	received = 0;
	/** @type {Shape} */
	shape = FAST;
	/** @type {Set<import('node:net').Socket>} */
	#sockets = new Set();
	#busyUntil = 0;

	/** @param {number} to the server's port */
	constructor(to) {
		this.to = to;
		this.listener = createServer((socket) => this.#carry(socket));
		this.port = 0;
	}

	get url() {
		return `http://localhost:${this.port}`;
	}

	async open() {
		this.listener.listen(this.port, '127.0.0.1');
		await once(this.listener, 'listening');
		const address = this.listener.address();
		if (typeof address === 'object' && address) this.port = address.port;
		return this;
	}

	/** No signal: nothing goes through, and nobody answers. */
	async cut() {
		const closed = new Promise((resolve) => this.listener.close(resolve));
		for (const socket of this.#sockets) socket.destroy();
		await closed;
	}

	/** Until nothing has come down for a while. @param {number} [ms] */
	async quiet(ms = 600) {
		for (let before = -1; before !== this.received;) {
			before = this.received;
			await new Promise((resolve) => setTimeout(resolve, ms));
		}
	}

	/** @param {import('node:net').Socket} socket */
	#carry(socket) {
		const server = connect({ port: this.to, host: '127.0.0.1', noDelay: true });
		let shaken = false;
		socket.setNoDelay(true);
		socket.on('data', (data) => {
			// Opening a connection takes a round trip of its own before anything is asked.
			const wait = (this.shape.rttMs / 2) * (shaken ? 1 : 3);
			shaken = true;
			this.#later(wait, () => server.write(data));
		});
		server.on('data', (data) => {
			this.received += data.length;
			for (let from = 0; from < data.length; from += SLICE_BYTES)
				this.#down(socket, data.subarray(from, from + SLICE_BYTES));
		});
		for (const [one, other] of /** @type {const} */ ([
			[socket, server],
			[server, socket]
		])) {
			this.#sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				this.#sockets.delete(one);
				this.#later(Math.max(0, this.#busyUntil - performance.now()) + this.shape.rttMs, () =>
					other.destroy()
				);
			});
		}
	}

	/** @param {import('node:net').Socket} socket @param {Buffer} slice */
	#down(socket, slice) {
		const now = performance.now();
		this.#busyUntil = Math.max(now, this.#busyUntil) + (slice.length * 8) / this.shape.downKbps;
		this.#later(this.#busyUntil - now + this.shape.rttMs / 2, () => socket.writable && socket.write(slice));
	}

	/** @param {number} ms @param {() => void} work */
	#later(ms, work) {
		if (ms <= 0) work();
		else setTimeout(work, ms);
	}
}
