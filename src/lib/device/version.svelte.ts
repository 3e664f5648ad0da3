/** Watches for a newer version of the app. It comes beside the one in use, and is used when its owner says so. */
class Version {
	/** A newer version is on this phone and waits. */
	ready = $state(false);

	#waiting: ServiceWorker | undefined;
	#watching = false;

	/** Registers the worker once the first screen is up: it is for later, and must not compete with now. */
	watch(): void {
		if (!('serviceWorker' in navigator)) return;
		const path = location.pathname;
		// Whoever uses the other app on this phone too has it kept as well.
		void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ type: 'OPENED', path }));
		if (this.#watching) return;
		this.#watching = true;
		const register = () => void this.#register();
		if (document.readyState === 'complete') register();
		else addEventListener('load', register, { once: true });
	}

	/** Goes over to the newer version: one reload. */
	use(): void {
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
		this.#waiting?.postMessage({ type: 'SKIP_WAITING' });
	}

	async #register(): Promise<void> {
		try {
			const registration = await navigator.serviceWorker.register('/service-worker.js');
			this.#look(registration);
			registration.addEventListener('updatefound', () => {
				const coming = registration.installing;
				coming?.addEventListener('statechange', () => this.#look(registration));
			});
			document.addEventListener('visibilitychange', () => {
				if (document.visibilityState === 'visible') registration.update().catch(() => {});
			});
		} catch {
			// Some browsers have none, or forbid them in private windows: the app then works with signal only.
		}
	}

	/** The very first worker waits for nobody; a later one does while an older one is in charge. */
	#look({ waiting }: ServiceWorkerRegistration): void {
		if (!waiting || !navigator.serviceWorker.controller) return;
		this.#waiting = waiting;
		this.ready = true;
	}
}

export const version = new Version();
