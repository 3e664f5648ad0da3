import * as v from 'valibot';
import { isZone } from '../clock/zones';
import { modelOf } from './models';

/** One line of text as people name things: no control characters, nothing but spaces taken off its ends. */
const Line = (most: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^\P{C}+$/u));

/** What an organisation says when it makes its first programme. */
export const FirstProgramme = v.object({
	name: Line(80),
	/** What shows on phones. Twelve letters fit under an icon; a few more are cut there and nowhere else. */
	appName: Line(24),
	zone: v.pipe(v.string(), v.maxLength(60), v.check(isZone)),
	/** The model that it begins with; empty for none yet. */
	model: v.optional(
		v.pipe(
			v.string(),
			v.check((id) => id === '' || modelOf(id) !== undefined)
		),
		''
	),
	/** The coordinator's. */
	firstName: Line(40),
	/** The coordinator is the safeguarding lead too. */
	safeguarding: v.boolean()
});
export type FirstProgramme = v.InferOutput<typeof FirstProgramme>;
