export const MOST_ON_A_PAGE = 50;

/** Whether `name` has `part` in it, as people search: without minding capitals. */
export function holds(part: string, name: string): boolean {
	return name.toLocaleLowerCase().includes(part.trim().toLocaleLowerCase());
}

/** One page of a list; a page that is not there is the nearest one that is. */
export function pageOf<Row>(rows: readonly Row[], asked: number) {
	const pages = Math.max(1, Math.ceil(rows.length / MOST_ON_A_PAGE));
	const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
	const shown = rows.slice((page - 1) * MOST_ON_A_PAGE, page * MOST_ON_A_PAGE);
	return { shown, found: rows.length, page, pages };
}
