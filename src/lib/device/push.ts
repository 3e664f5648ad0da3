import type { PushStands, WokenDevice } from '../domain/telling/push';
import { onHomeScreen } from './home-screen.svelte';

/** Whether this browser wakes its owner: it cannot, must be on the home screen first, was told not to, does not, does. */
export type PushState = 'unsupported' | 'needs-install' | 'blocked' | 'off' | 'on';

/** How long a browser may take to find its push service. Some never answer. */
const PATIENCE = 20_000;

/** How it stands on this device. With no signal, as far as the browser itself knows. */
export async function pushState(): Promise<PushState> {
	const here = permission();
	if (here !== 'granted') return here === 'default' ? 'off' : here;
	const subscription = await subscriptionHere();
	if (!subscription) return 'off';
	const stands = await askServer();
	return !stands || stands.devices.some((device) => device.here) ? 'on' : 'off';
}

/** From a tap only: asks the browser's leave, then subscribes. May take up to `PATIENCE`. */
export async function turnOn(): Promise<PushState | 'timeout' | 'no-signal'> {
	const before = permission();
	if (before === 'unsupported' || before === 'needs-install') return before;
	// First of all: after any waiting, some browsers no longer believe that there was a tap.
	const answer = await Notification.requestPermission();
	if (answer !== 'granted') return answer === 'denied' ? 'blocked' : 'off';
	const stands = await askServer();
	if (!stands) return 'no-signal';
	const subscription = await withPatience(subscribe(stands.key));
	if (typeof subscription === 'string') return subscription;
	const told = await tellServer(subscription);
	if (told !== 'kept') await subscription.unsubscribe().catch(() => {});
	return told === 'kept' ? 'on' : told;
}

/** @returns how it stands after; with no signal this browser is quiet all the same */
export async function turnOff(): Promise<PushState> {
	await (await subscriptionHere())?.unsubscribe().catch(() => {});
	await fetch('/api/push', { method: 'DELETE' }).catch(() => {});
	return pushState();
}

/** The devices on which this person is woken, or null when the server cannot be asked. Kept nowhere on the phone. */
export async function wokenDevices(): Promise<WokenDevice[] | null> {
	return (await askServer())?.devices ?? null;
}

/** @returns whether that device is quiet now; one that was already counts */
export async function switchOff(id: string): Promise<boolean> {
	try {
		const response = await fetch(`/api/push/${encodeURIComponent(id)}`, { method: 'DELETE' });
		return response.ok || response.status === 404;
	} catch {
		return false;
	}
}

function permission(): 'unsupported' | 'needs-install' | 'blocked' | 'default' | 'granted' {
	const can = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
	if (!can) return onHomeScreen.iphone && !onHomeScreen.already ? 'needs-install' : 'unsupported';
	return Notification.permission === 'denied' ? 'blocked' : Notification.permission;
}

async function subscriptionHere(): Promise<PushSubscription | null> {
	try {
		const worker = await navigator.serviceWorker.getRegistration();
		return (await worker?.pushManager.getSubscription()) ?? null;
	} catch {
		return null;
	}
}

/** Always a new one, so that nothing of whoever used this browser before is kept. */
async function subscribe(key: string): Promise<PushSubscription> {
	// The desk has no worker until somebody there wants to be woken.
	await navigator.serviceWorker.register('/service-worker.js');
	const worker = await navigator.serviceWorker.ready;
	await (await worker.pushManager.getSubscription())?.unsubscribe();
	return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** Gives up in time; what comes after that is let go of again. */
async function withPatience(
	subscribing: Promise<PushSubscription>
): Promise<PushSubscription | 'timeout' | 'blocked' | 'unsupported'> {
	let late = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	subscribing.then((subscription) => late && void subscription.unsubscribe()).catch(() => {});
	const timeout = new Promise<'timeout'>((resolve) => {
		timer = setTimeout(() => {
			late = true;
			resolve('timeout');
		}, PATIENCE);
	});
	try {
		return await Promise.race([subscribing, timeout]);
	} catch (error) {
		return (error as Error).name === 'NotAllowedError' ? 'blocked' : 'unsupported';
	} finally {
		clearTimeout(timer);
	}
}

async function askServer(): Promise<PushStands | undefined> {
	try {
		const response = await fetch('/api/push');
		return response.ok ? ((await response.json()) as PushStands) : undefined;
	} catch {
		return undefined;
	}
}

async function tellServer(subscription: PushSubscription): Promise<'kept' | 'unsupported' | 'no-signal'> {
	try {
		const response = await fetch('/api/push', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(subscription)
		});
		if (response.ok) return 'kept';
		// A push service that the server does not know: it will never send anything there.
		return response.status === 400 ? 'unsupported' : 'no-signal';
	} catch {
		return 'no-signal';
	}
}
