import type { Plugin } from 'vite';
import { whoNeeds, type Graph, type Part } from './who-needs';

/** One file for each set of parts that need it; lower down in this list, it may need only what is further up. */
const FILES = ['every', 'phone', 'young', 'mentor', 'forms', 'later'] as const;

function fileFor(parts: ReadonlySet<Part>): (typeof FILES)[number] | undefined {
	if (parts.has('young') && parts.has('elsewhere')) return 'every';
	if (parts.has('young')) return parts.has('mentor') ? 'phone' : 'young';
	if (parts.has('elsewhere')) return parts.has('mentor') || parts.has('later') ? 'forms' : undefined;
	if (parts.has('mentor')) return 'mentor';
	return parts.has('later') ? 'later' : undefined;
}

/**
 * What several screens share comes in a few files instead of a hundred small ones: each costs a request with its
 * headers, and small ones can't be pressed together well. See decision 11.
 */
export function fewFiles(root: string): Plugin {
	const needs = whoNeeds(root);
	const fileOf = (id: string, graph: Graph) =>
		/\/src\/routes\/.*\+(page|layout|error)|client-optimized/.test(id)
			? undefined
			: fileFor(needs(id, graph));
	return {
		name: 'few-files',
		apply: 'build',
		outputOptions(options) {
			// The server's own files are never sent to anyone.
			if (!String(options.entryFileNames).includes('immutable')) return;
			const groups = FILES.map((name, index) => ({
				name: (id: string, graph: Graph) => (fileOf(id, graph) === name ? name : null),
				minShareCount: 2,
				priority: FILES.length - index
			}));
			options.codeSplitting = { groups };
		}
	};
}
