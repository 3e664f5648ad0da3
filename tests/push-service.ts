import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a push service was given, as it came over the wire. */
export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** A browser’s side of a subscription: the keys it gives away and those it keeps. */
export interface Subscribed {
	endpoint: string;
	keys: { p256dh: string; auth: string };
	privateKey: Buffer;
}

type Answer = { status: number; headers?: Record<string, string> };

/** A push service of our own, on this machine: it takes what it is given, or answers as it is told. Source: RFC 8030. */
export class PushService {
	readonly received: Received[] = [];
	/** What it answers next, one each; after that it takes everything. */
	readonly answers: Answer[] = [];
	#waiting: (() => void)[] = [];

	private constructor(readonly server: Server) {}

	static async open(): Promise<PushService> {
		const service = new PushService(createServer());
		service.server.on('request', (request, response) => {
			const parts: Buffer[] = [];
			request.on('data', (part: Buffer) => parts.push(part));
			request.on('end', () =>
				service.#take(request.url ?? '', request.headers, Buffer.concat(parts), response)
			);
		});
		service.server.listen(0, '127.0.0.1');
		await once(service.server, 'listening');
		return service;
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** What a browser would hand over after it was asked, with the half that it keeps. */
	subscribed(name: string): Subscribed {
		const pair = createECDH('prime256v1');
		const p256dh = pair.generateKeys('base64url');
		const auth = randomBytes(16).toString('base64url');
		return {
			endpoint: `${this.origin}/wake/${name}`,
			keys: { p256dh, auth },
			privateKey: pair.getPrivateKey()
		};
	}

	/** Until so many have come in. */
	async until(count: number): Promise<Received[]> {
		while (this.received.length < count) await new Promise<void>((come) => this.#waiting.push(come));
		return this.received;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	#take(path: string, headers: IncomingHttpHeaders, body: Buffer, response: ServerResponse): void {
		this.received.push({ path, headers, body });
		const { status, headers: more } = this.answers.shift() ?? { status: 201 };
		response.writeHead(status, { location: `${this.origin}/message`, ...more }).end();
		for (const come of this.#waiting.splice(0)) come();
	}
}

/** Opens what was sealed for a browser, by the letter of RFC 8291 and RFC 8188: nothing here is the sender’s own code. */
export function open({ body }: Received, { keys, privateKey }: Subscribed): string {
	const salt = body.subarray(0, 16);
	const recordSize = body.readUInt32BE(16);
	const idLength = body.readUInt8(20);
	const theirs = body.subarray(21, 21 + idLength);
	const sealed = body.subarray(21 + idLength);
	if (sealed.length > recordSize) throw new Error('It is in more than one record.');
	const mine = createECDH('prime256v1');
	mine.setPrivateKey(privateKey);
	const info = Buffer.concat([Buffer.from('WebPush: info\0'), Buffer.from(keys.p256dh, 'base64url'), theirs]);
	const auth = Buffer.from(keys.auth, 'base64url');
	const secret = Buffer.from(hkdfSync('sha256', mine.computeSecret(theirs), auth, info, 32));
	const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
	const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
	const decipher = createDecipheriv('aes-128-gcm', key, nonce);
	decipher.setAuthTag(sealed.subarray(-16));
	const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
	const end = plain.findLastIndex((byte) => byte !== 0);
	if (plain[end] !== 2) throw new Error('It does not end as a last record does.');
	return plain.subarray(0, end).toString('utf8');
}

/**
 * What the sender says of itself, once its signature has been checked. Source: RFC 8292.
 * @throws when it is not signed with the key that it names
 */
export function vapidOf({ headers }: Received): { key: string; aud: string; exp: number; sub: string } {
	const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
	const [header = '', claims = '', signature = ''] = token.split('.');
	const raw = Buffer.from(key, 'base64url');
	const half = (from: number) => raw.subarray(from, from + 32).toString('base64url');
	const publicKey = createPublicKey({
		format: 'jwk',
		key: { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) }
	});
	const signed = verify(
		'sha256',
		Buffer.from(`${header}.${claims}`),
		{ key: publicKey, dsaEncoding: 'ieee-p1363' },
		Buffer.from(signature, 'base64url')
	);
	const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string };
	if (!signed || alg !== 'ES256') throw new Error('It is not signed with the key that it names.');
	return {
		key,
		...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string })
	};
}
