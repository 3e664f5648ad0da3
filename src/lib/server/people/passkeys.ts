import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';
import { passkeys, people } from '../database/schema';
import type { House } from '../house';
import { CHALLENGE_LIFE, keepChallenge, takeChallenge } from './challenges';

/** A passkey that its phone has just made. */
export interface NewPasskey {
	id: string;
	publicKey: Buffer;
	counter: number;
	transports: string[];
}

const algorithms = [-8, -7, -257];

/** What a phone needs to make a passkey. */
export interface Wanted {
	/** Whose it will be. A person who is not there yet is known by their future id, and `isThere` is false. */
	personId: string;
	isThere: boolean;
	/** As the phone lists it later: neutral names. */
	appName: string;
	knownAs: string;
}

/** Asks a phone to make a passkey. */
export async function askForPasskey(house: House, url: URL, wanted: Wanted) {
	const { personId, isThere, appName, knownAs } = wanted;
	const options = await generateRegistrationOptions({
		rpName: appName,
		rpID: url.hostname,
		userID: new TextEncoder().encode(personId),
		userName: knownAs,
		userDisplayName: knownAs,
		timeout: CHALLENGE_LIFE,
		attestationType: 'none',
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		supportedAlgorithmIDs: algorithms
	});
	const challengeId = isThere
		? await keepChallenge(house, options.challenge, { purpose: 'join', personId })
		: await keepChallenge(house, options.challenge, { purpose: 'join', personId: null }, personId);
	return { challengeId, options };
}

/** The passkey that a phone made in answer; undefined when the answer is not one to our question. */
export async function readNewPasskey(
	house: House,
	url: URL,
	{ challengeId, personId, response }: { challengeId: string; personId: string | null; response: unknown }
): Promise<NewPasskey | undefined> {
	const expectedChallenge = await takeChallenge(house, challengeId, { purpose: 'join', personId });
	if (!expectedChallenge) return undefined;
	const { verified, registrationInfo } = await answered(() =>
		verifyRegistrationResponse({
			response: response as RegistrationResponseJSON,
			expectedChallenge,
			expectedOrigin: url.origin,
			expectedRPID: url.hostname,
			requireUserVerification: true,
			supportedAlgorithmIDs: algorithms
		})
	);
	if (!verified || !registrationInfo) return undefined;
	const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
	return { id, publicKey: Buffer.from(publicKey), counter, transports: transports.slice(0, 10) };
}

/** Asks whatever passkey of ours the phone holds; nobody has said who they are yet. */
export async function askToSignIn(house: House, url: URL) {
	const options = await generateAuthenticationOptions({
		rpID: url.hostname,
		userVerification: 'required',
		timeout: CHALLENGE_LIFE
	});
	const challengeId = await keepChallenge(house, options.challenge, { purpose: 'sign-in', personId: null });
	return { challengeId, options };
}

/** Who signed our question; undefined for an unknown passkey, a wrong answer and someone shut out alike. */
export async function readSignIn(
	house: House,
	url: URL,
	{ challengeId, response }: { challengeId: string; response: unknown }
): Promise<string | undefined> {
	const expectedChallenge = await takeChallenge(house, challengeId, { purpose: 'sign-in', personId: null });
	const credentialId = (response as { id?: unknown } | null)?.id;
	if (!expectedChallenge || typeof credentialId !== 'string') return undefined;
	const [kept] = await house.store.read
		.select({ passkey: passkeys })
		.from(passkeys)
		.innerJoin(people, eq(people.id, passkeys.personId))
		.where(and(eq(passkeys.id, credentialId), isNull(people.disabledAt)));
	if (!kept) return undefined;
	const { id, publicKey, counter, transports, personId } = kept.passkey;
	const { verified, authenticationInfo } = await answered(() =>
		verifyAuthenticationResponse({
			response: response as AuthenticationResponseJSON,
			expectedChallenge,
			expectedOrigin: url.origin,
			expectedRPID: url.hostname,
			requireUserVerification: true,
			credential: {
				id,
				publicKey: new Uint8Array(publicKey),
				counter,
				transports
			}
		})
	);
	if (!verified || !authenticationInfo) return undefined;
	return (await noteUse(house, id, authenticationInfo.newCounter)) ? personId : undefined;
}

/** @returns whether the passkey is still there: a new slip may have replaced it just now */
async function noteUse(house: House, id: string, counter: number): Promise<boolean> {
	const used = await house.store.transaction((tx) =>
		tx
			.update(passkeys)
			.set({ counter, lastUsedAt: house.now() })
			.where(eq(passkeys.id, id))
			.returning({ id: passkeys.id })
	);
	return used.length === 1;
}

/** The library throws at anything that is not a right answer; for us that is simply not one. */
async function answered<R extends { verified: boolean }>(
	verify: () => Promise<R>
): Promise<R | { verified: false; registrationInfo?: never; authenticationInfo?: never }> {
	try {
		return await verify();
	} catch {
		return { verified: false };
	}
}
