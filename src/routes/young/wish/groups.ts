import type { WishChoice, WishQuestion } from '$lib/domain/wishes/question';

/** Choices under one heading, each without the words of the heading. */
export interface Group {
	name: string;
	choices: { choice: WishChoice; says: string }[];
}

/** Days and their times, a day a group: "Monday, daytime" and "Monday, evening" stand under "Monday". */
export function inGroups({ matches, choices }: WishQuestion): Group[] | undefined {
	const split = choices.map((choice) => ({ choice, parts: /^([^,]+), (.+)$/.exec(choice.says) }));
	if (matches !== 'days' || split.some(({ parts }) => !parts)) return undefined;
	const groups = new Map<string, Group>();
	for (const { choice, parts } of split) {
		const [, name = '', says = ''] = parts ?? [];
		const group = groups.get(name) ?? { name, choices: [] };
		group.choices.push({ choice, says });
		groups.set(name, group);
	}
	return [...groups.values()];
}
