import { v7 as uuid } from 'uuid';
import type { Typed } from '../forms';

/*
 * Lists in a form: the boxes of the second row of `stages` are called `stages.1.name` and so on. Which rows there
 * are is said by the boxes themselves.
 */

/** A name that no part of any plan ever had: what was written to an old one must not come to stand by a new one. */
export const newName = (): string => `n${uuid().replaceAll('-', '')}`;

const MOST_ROWS = 40;

/** The rows of a list, each with its boxes by what they are called within it. */
export function rowsIn(typed: Typed, list: string): Typed[] {
	const rows: Typed[] = [];
	for (const [name, value] of Object.entries(typed)) {
		if (!name.startsWith(`${list}.`)) continue;
		const [, place = '', within = ''] = /^(\d{1,2})\.(.+)$/.exec(name.slice(list.length + 1)) ?? [];
		if (within === '' || Number(place) >= MOST_ROWS) continue;
		(rows[Number(place)] ??= {})[within] = value;
	}
	// A form that was put together by hand may leave places out.
	return Array.from(rows, (row) => row ?? {});
}

/** The form with other rows in a list. */
export function withRows(typed: Typed, list: string, rows: readonly Typed[]): Typed {
	const others = Object.entries(typed).filter(([name]) => !name.startsWith(`${list}.`));
	const mine = rows.flatMap((row, place) =>
		Object.entries(row).map(([within, value]) => [`${list}.${place}.${within}`, value] as const)
	);
	return Object.fromEntries([...others, ...mine]);
}

/** Lists whose rows are added, taken away and moved by buttons. */
export const LISTS = { stages: 8, lookBacks: 6 } as const;
type List = keyof typeof LISTS;

const ASKED = /^(add|gone|earlier|later) (stages|lookBacks)(?: (\d{1,2}))?$/;

const FRESH: Record<List, Typed> = {
	stages: {
		...{ kind: 'going_on', name: '', purpose: '', 'lasts.many': '3', 'lasts.in': 'months' },
		...{ meets: 'weekly', 'minutes.least': '', 'minutes.most': '' }
	},
	lookBacks: { name: '', 'when.at': 'after', 'when.many': '3', 'when.in': 'months' }
};

/**
 * What was typed with one row more, less or elsewhere, when that is what was asked for. Nothing is saved by it: what
 * was typed beside it may not be right yet.
 */
export function arranged(typed: Typed): Typed | undefined {
	const [, what, list, at] = ASKED.exec(typed.do ?? '') ?? [];
	if (list !== 'stages' && list !== 'lookBacks') return undefined;
	const rows = rowsIn(typed, list);
	const place = Number(at ?? NaN);
	const to = what === 'earlier' ? place - 1 : place + 1;
	if (what === 'add') {
		if (rows.length >= LISTS[list]) return typed;
		const winds = rows.at(-1)?.kind === 'winding_down';
		rows.splice(winds ? rows.length - 1 : rows.length, 0, { id: newName(), ...FRESH[list] });
	} else if (!rows[place]) return typed;
	else if (what === 'gone') rows.splice(place, 1);
	else if (rows[to]) rows.splice(to, 0, ...rows.splice(place, 1));
	return withRows(typed, list, rows);
}
