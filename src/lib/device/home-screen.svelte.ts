/** What some browsers hand over so that a page may ask to be put on the home screen, once. */
interface Offer extends Event {
	prompt(): Promise<unknown>;
}

/** Whether this app is on the phone's home screen, and how it gets there. */
class HomeScreen {
	#offer = $state.raw<Offer>();
	/** It was opened from there. */
	already = $state(openedFromThere());

	#watching = false;

	/** From the first screen on: the browser hands its offer over once, early. */
	watch(): void {
		if (this.#watching) return;
		this.#watching = true;
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#offer = event as Offer;
		});
		addEventListener('appinstalled', () => (this.already = true));
	}

	/** This browser can do it by itself. */
	get offered(): boolean {
		return this.#offer !== undefined;
	}

	/** There it is done by hand, in another menu than anywhere else. */
	get iphone(): boolean {
		const { userAgent, maxTouchPoints } = navigator;
		// A newer iPad says that it is a Mac.
		return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
	}

	async put(): Promise<void> {
		await this.#offer?.prompt();
		this.#offer = undefined;
	}
}

function openedFromThere(): boolean {
	if (typeof window === 'undefined') return false;
	const { standalone } = navigator as { standalone?: boolean };
	return standalone === true || matchMedia('(display-mode: standalone)').matches;
}

export const onHomeScreen = new HomeScreen();
