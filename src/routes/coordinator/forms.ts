import { fail } from '@sveltejs/kit';
import type { BaseIssue } from 'valibot';
import { Refused, type Refusal } from '$lib/server/refused';

/** What was typed, by the name of its box. */
export type Typed = Record<string, string>;

/** A form that did not go through: whose, what was typed, which boxes are not right, or which rule refused it. */
export interface Back {
	form: string;
	typed: Typed;
	wrong: string[];
	why: Refusal | null;
}

/** The words of a posted form. A file is nothing here, and of two boxes with one name the last counts. */
export async function typedIn(request: Request): Promise<Typed> {
	const typed: Typed = {};
	for (const [name, value] of await request.formData()) if (typeof value === 'string') typed[name] = value;
	return typed;
}

/** Gives a form back with what was typed. */
export function back(form: string, typed: Typed, wrong: string[], why: Refusal | null = null) {
	return fail<Back>(why ? 409 : 400, { form, typed, wrong, why });
}

/** The boxes that a schema found not right. An issue with the whole is named by `whole`. */
export function wrongIn(issues: readonly BaseIssue<unknown>[], whole = 'form'): string[] {
	return [...new Set(issues.map(({ path }) => String(path?.[0]?.key ?? whole)))];
}

/** Does what a form asks; a rule's refusal gives the form back. */
export async function unlessRefused<R>(form: string, typed: Typed, work: () => Promise<R>) {
	try {
		return { done: await work() };
	} catch (error) {
		if (error instanceof Refused) return { failed: back(form, typed, [], error.why) };
		throw error;
	}
}
