import { createECDH } from 'node:crypto';
import type { House } from '../house';

/** The order of P-256, less one. Source: NIST SP 800-186, 3.2.1.3. */
const ORDER_LESS_ONE = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550n;

/** What push services know us by, base64url: a P-256 key pair. */
export interface PushKeys {
	publicKey: string;
	privateKey: string;
}

const made = new WeakMap<Buffer, PushKeys>();

/** The key pair of a house: made of its secrets, so that replicas have the same and there is nothing more to keep. */
export function pushKeys({ secrets }: Pick<House, 'secrets'>): PushKeys {
	let keys = made.get(secrets.push);
	if (!keys) made.set(secrets.push, (keys = keysFrom(secrets.push)));
	return keys;
}

/** Brings 384 bits within the order of the curve, so that every key is as likely. Source: FIPS 186-5, A.2.1. */
function keysFrom(bits: Buffer): PushKeys {
	const scalar = (BigInt(`0x${bits.toString('hex')}`) % ORDER_LESS_ONE) + 1n;
	const privateKey = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
	const pair = createECDH('prime256v1');
	pair.setPrivateKey(privateKey);
	return {
		publicKey: pair.getPublicKey().toString('base64url'),
		privateKey: privateKey.toString('base64url')
	};
}

/** How a push service reaches the operator. Where nothing better is known, an address that is plainly nobody's. */
export function pushSubject({ environment }: Pick<House, 'environment'>): string {
	const { pushSubject: given, origin } = environment;
	return given ?? (origin?.startsWith('https:') ? origin : 'mailto:operator@localhost');
}
