import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Said = number | string | Buffer | Map<number | string, Said>;

/** The little of CBOR that passkeys speak. */
function cbor(value: Said): Buffer {
	const head = (major: number, count: number) =>
		count < 24
			? Buffer.from([(major << 5) | count])
			: count < 256
				? Buffer.from([(major << 5) | 24, count])
				: Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
	if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
	if (typeof value === 'string')
		return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
	if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
	const parts = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)]);
	return Buffer.concat([head(5, value.size), ...parts]);
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const PRESENT = 1;
const VERIFIED = 4;
const HAS_KEY = 64;

/** How a phone that misbehaves differs from one that does not. */
interface Twist {
	origin?: string;
	rpID?: string;
	challenge?: string;
	verified?: boolean;
	counter?: number;
}

/** A phone with one passkey, as far as a server can tell. */
export class Authenticator {
	readonly id = randomBytes(16).toString('base64url');
	readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	counter = 0;

	constructor(readonly origin: string) {}

	/** Answers a question to make a passkey. */
	make(options: { challenge: string; rp: { id?: string } }, twist: Twist = {}) {
		const authData = Buffer.concat([this.#data(twist, HAS_KEY), this.#credential()]);
		const attestation = new Map<string, Said>([
			['fmt', 'none'],
			['attStmt', new Map()],
			['authData', authData]
		]);
		return this.#answer({
			clientDataJSON: this.#client('webauthn.create', options.challenge, twist).toString('base64url'),
			attestationObject: cbor(attestation).toString('base64url'),
			transports: ['internal']
		});
	}

	/** Answers a question to sign in. */
	sign(options: { challenge: string }, twist: Twist = {}) {
		const client = this.#client('webauthn.get', options.challenge, twist);
		this.counter++;
		const authData = this.#data(twist, 0);
		const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), this.#keys.privateKey);
		return this.#answer({
			clientDataJSON: client.toString('base64url'),
			authenticatorData: authData.toString('base64url'),
			signature: signature.toString('base64url')
		});
	}

	#answer(response: Record<string, unknown>) {
		return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
	}

	#client(type: string, challenge: string, twist: Twist) {
		const origin = twist.origin ?? this.origin;
		return Buffer.from(
			JSON.stringify({ type, challenge: twist.challenge ?? challenge, origin, crossOrigin: false })
		);
	}

	#data({ rpID, verified = true, counter = this.counter }: Twist, more: number) {
		const count = Buffer.alloc(4);
		count.writeUInt32BE(counter);
		const flags = Buffer.from([PRESENT | (verified ? VERIFIED : 0) | more]);
		return Buffer.concat([sha256(rpID ?? new URL(this.origin).hostname), flags, count]);
	}

	#credential() {
		const id = Buffer.from(this.id, 'base64url');
		const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
		const key = new Map<number, Said>([
			[1, 2],
			[3, -7],
			[-1, 1],
			[-2, Buffer.from(x, 'base64url')],
			[-3, Buffer.from(y, 'base64url')]
		]);
		return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
	}
}
