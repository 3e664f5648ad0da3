import * as v from 'valibot';
import { Plan } from './plan';

/** A passage of a source that a model keeps to. */
const Passage = v.object({
	/** The report, as `src/decisions` lists them: "001", "003", "004". */
	seed: v.picklist(['000', '001', '002', '003', '004']),
	/** Where in it. */
	under: v.string(),
	/** Its own words. */
	says: v.string()
});

/** A programme model as its file says it: a name, what it is like, where that is written, and the plan. */
const Model = v.object({
	id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
	name: v.string(),
	/** In a sentence or two, for whoever chooses. */
	about: v.string(),
	sources: v.pipe(v.array(Passage), v.minLength(1)),
	/** What in the plan no source says, and why it is so. */
	ours: v.array(v.string()),
	plan: Plan
});
export type Model = v.InferOutput<typeof Model>;

/** Models by what their files say, by name. @throws where a file is no model */
export function readModels(files: Record<string, unknown>): Model[] {
	return Object.entries(files)
		.map(([path, file]) => {
			const read = v.safeParse(Model, file);
			if (!read.success) throw new Error(`${path}: ${JSON.stringify(v.flatten(read.issues))}`);
			return read.output;
		})
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Every programme model there is, by name. A new one is a file in `models/`. */
export const MODELS: readonly Model[] = readModels(
	import.meta.glob('./models/*.json', { eager: true, import: 'default' })
);

export const modelOf = (id: string): Model | undefined => MODELS.find((one) => one.id === id);
