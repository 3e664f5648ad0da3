import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

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
			await pause(ms);
		}
	}

	/** @param {import('node:net').Socket} socket */
	#carry(socket) {
		const server = connect({ port: this.to, host: '127.0.0.1', noDelay: true });
		const [up, down] = [new Way(), new Way()];
		let shaken = false;
		socket.setNoDelay(true);
		socket.on('data', (data) => {
			// Opening a connection takes a round trip of its own before anything is asked.
			const wait = (this.shape.rttMs / 2) * (shaken ? 1 : 3);
			shaken = true;
			up.after(wait, () => server.write(data));
		});
		server.on('data', (data) => {
			this.received += data.length;
			for (let from = 0; from < data.length; from += SLICE_BYTES) {
				const slice = data.subarray(from, from + SLICE_BYTES);
				down.after(this.#untilThrough(slice), () => socket.writable && socket.write(slice));
			}
		});
		for (const [one, other, way] of /** @type {const} */ ([
			[socket, server, up],
			[server, socket, down]
		])) {
			this.#sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				this.#sockets.delete(one);
				way.after(this.shape.rttMs / 2, () => other.destroySoon());
			});
		}
	}

	/** When this much is through, in milliseconds from now: all connections share the line. @param {Buffer} slice */
	#untilThrough(slice) {
		const now = performance.now();
		this.#busyUntil = Math.max(now, this.#busyUntil) + (slice.length * 8) / this.shape.downKbps;
		return this.#busyUntil - now + this.shape.rttMs / 2;
	}
}

/** One direction of one connection: what goes in first comes out first, whatever the timers do. */
class Way {
	/** @type {Promise<void> | undefined} */
	#last;

	/** @param {number} ms @param {() => void} work */
	after(ms, work) {
		const from = performance.now();
		if (ms < 1 && !this.#last) return work();
		const mine = (this.#last ?? Promise.resolve())
			.then(() => pause(Math.max(0, from + ms - performance.now())))
			.then(work)
			.then(() => {
				if (this.#last === mine) this.#last = undefined;
			});
		this.#last = mine;
	}
}
