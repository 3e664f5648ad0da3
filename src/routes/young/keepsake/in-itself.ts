/**
 * Shows a page inside a page, with a look of its own: nothing of either changes the other. Its main part is a part
 * like any other here, and its links lead nowhere.
 * @param html with every word in it escaped
 */
export const inItself = (html: string, look: string) => (host: HTMLElement) => {
	const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`${look}\nnav { display: none; }\n.cover { min-block-size: 30rem; }`);
	root.adoptedStyleSheets = [sheet];
	const { body } = new DOMParser().parseFromString(html, 'text/html');
	for (const main of body.querySelectorAll('main')) {
		const part = document.createElement('div');
		part.className = 'main';
		part.append(...main.childNodes);
		main.replaceWith(part);
	}
	root.replaceChildren(...body.childNodes);
};
