export const MOST_ON_A_PAGE = 25;

/** Where a page of a list of so many begins and ends. A page that is not there is the nearest one that is. */
export function placeOf(found: number, asked: number) {
	const pages = Math.max(1, Math.ceil(found / MOST_ON_A_PAGE));
	const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
	return { page, pages, from: (page - 1) * MOST_ON_A_PAGE, to: Math.min(page * MOST_ON_A_PAGE, found) };
}

/** One page of a list. */
export function pageOf<Row>(rows: readonly Row[], asked: number) {
	const { page, pages, from, to } = placeOf(rows.length, asked);
	return { shown: rows.slice(from, to), found: rows.length, page, pages };
}

/** Whether `name` has `part` in it, as people search: without minding capitals. */
export function holds(part: string, name: string): boolean {
	return name.toLocaleLowerCase().includes(part.trim().toLocaleLowerCase());
}
