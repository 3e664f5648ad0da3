import type { Instant } from '../domain/clock/zones';

/** A phone or browser on which this person is signed in. */
export interface SignedInDevice {
	id: string;
	/** What the person would call it. */
	device: string;
	createdAt: Instant;
	lastSeenAt: Instant;
}

/** Everywhere this person is signed in, or null when the server cannot be asked. Kept nowhere on the phone. */
export async function signedInDevices(): Promise<SignedInDevice[] | null> {
	try {
		const response = await fetch('/api/devices');
		return response.ok ? ((await response.json()) as { devices: SignedInDevice[] }).devices : null;
	} catch {
		return null;
	}
}

/** @returns whether the server has ended that session; one that was over already counts */
export async function signOutDevice(id: string): Promise<boolean> {
	try {
		const response = await fetch(`/api/devices/${encodeURIComponent(id)}`, { method: 'DELETE' });
		return response.ok || response.status === 404;
	} catch {
		return false;
	}
}
