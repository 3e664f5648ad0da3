import * as v from 'valibot';
import { v7 as uuid } from 'uuid';
import { moved } from '$lib/domain/wishes/changing';
import { MOST_CHOICES, WishQuestion, type WishChoice } from '$lib/domain/wishes/question';
import type { Typed } from '../forms';

/** Boxes for further choices in one form: saving it gives as many again. */
export const NEW_CHOICES = 4;

/** A key that no question and no choice ever had: an old answer must not come to mean something new. */
export const newKey = (): string => uuid().replaceAll('-', '');

interface Row {
	/** What the boxes of this choice are called. */
	box: string;
	choice: WishChoice;
}

const filled = (typed: Typed, box: string) => (typed[box] ?? '').trim();

function rowOf(typed: Typed, box: string, before: Pick<WishChoice, 'key' | 'picture'>): Row {
	const [says, tells] = [filled(typed, `says_${box}`), filled(typed, `tells_${box}`)];
	const { key, picture } = before;
	const own = tells !== '' && tells !== says;
	return { box, choice: { key, says, ...(own && { tells }), ...(picture && { picture }) } };
}

/** The choices in the order in which they stand in a form; one that it does not name was added meanwhile. */
export function inOrder(typed: Typed | null, choices: readonly WishChoice[]): WishChoice[] {
	const order = (typed?.order ?? '').split(' ');
	const place = ({ key }: WishChoice) => order.indexOf(key) + 1 || order.length + 1;
	return choices.toSorted((one, other) => place(one) - place(other));
}

const MOVE = /^(earlier|later) (\S+)$/;

/**
 * What was typed, with one choice moved one place when that is what was asked for. Nothing is saved by it: what was
 * typed beside it may not be right yet.
 */
export function choiceMoved(typed: Typed, choices: readonly WishChoice[]): Typed | undefined {
	const [, to, key = ''] = MOVE.exec(typed.move ?? '') ?? [];
	if (to !== 'earlier' && to !== 'later') return undefined;
	const order = moved(inOrder(typed, choices), key, to);
	return { ...typed, order: order.map((one) => one.key).join(' ') };
}

/** The choices as they were typed. One that the form did not name was added meanwhile, and stays. */
function rowsOf(typed: Typed, before: readonly WishChoice[]): Row[] {
	const kept = inOrder(typed, before)
		.filter(({ key }) => typed[`gone_${key}`] !== 'on')
		.map((choice) =>
			Object.hasOwn(typed, `says_${choice.key}`)
				? rowOf(typed, choice.key, choice)
				: { box: choice.key, choice }
		);
	const added = Array.from({ length: NEW_CHOICES }, (_, place) => `new${place}`)
		.filter((box) => filled(typed, `says_${box}`) !== '' || filled(typed, `tells_${box}`) !== '')
		.map((box) => rowOf(typed, box, { key: newKey() }));
	return [...kept, ...added];
}

/** What is wrong with a choice, by the name of its box. */
const boxOf = (row: Row | undefined, field: unknown) =>
	row ? `${field === 'tells' ? 'tells' : 'says'}_${row.box}` : 'choices';

/**
 * The question that a form describes, or the names of the boxes that are not right.
 * @param before the question as it is; for a new one, its key and no choices
 */
export function questionWritten(
	typed: Typed,
	before: Pick<WishQuestion, 'key' | 'choices' | 'off'>
): { question: WishQuestion; wrong?: undefined } | { question?: undefined; wrong: string[] } {
	const rows = rowsOf(typed, before.choices);
	const hint = filled(typed, 'hint');
	// A box called `matches` would stand in the way of the form’s own `matches()`.
	const { asks, tells, picks, matched: matches } = typed;
	const read = v.safeParse(WishQuestion, {
		...{ key: before.key, asks, tells, picks, matches },
		...(hint && { hint }),
		words: typed.words === 'on',
		weighed: typed.weighed === 'on',
		choices: rows.map(({ choice }) => choice),
		...(before.off && { off: true })
	});
	const wrong = new Set<string>();
	for (const { path } of read.issues ?? []) {
		const [field, place, part] = path?.map(({ key }) => key) ?? [];
		wrong.add(field === 'choices' ? boxOf(rows[place as number], part) : String(field ?? 'choices'));
	}
	if (rows.length > MOST_CHOICES) wrong.add('too_many');
	// Words alone are for people to read: no rule can look at them, and nothing stands beside them to tick.
	if (picks === 'words' && rows.length > 0) wrong.add('picks');
	if (picks === 'words' && matches !== 'none') wrong.add('matches');
	return read.success && wrong.size === 0 ? { question: read.output } : { wrong: [...wrong] };
}
