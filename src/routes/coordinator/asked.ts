/** What a list's address asks for: a name or part of one, and which page. */
export function listAsked(url: URL): { name: string; page: number } {
	const name = (url.searchParams.get('name') ?? '').slice(0, 80).replaceAll('\0', '');
	return { name, page: Number(url.searchParams.get('page') ?? 1) };
}

/** The address of another page of the list at `url`. */
export function pageAt(url: URL): (page: number) => string {
	return (page) => {
		const asked = new URLSearchParams(url.searchParams);
		asked.set('page', String(page));
		return `${url.pathname}?${asked}`;
	};
}
