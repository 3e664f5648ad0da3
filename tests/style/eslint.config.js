import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** @param {string[]} group @param {string} message */
const notFrom = (group, message) => ({ group, message });

// Most of which room may import which is judged from the real imports, in tests/architecture.
const frameworks = notFrom(
	['svelte', 'svelte/*', '$app/*', '$lib/ui/*', '$lib/wording/*'],
	'What is true of mentoring knows no framework and no screen.'
);
const machine = notFrom(
	['node:*', 'drizzle-orm*', 'better-sqlite3', 'pg', 'pino', '$lib/server/*', '$lib/device/*'],
	'What is true of mentoring touches no machine; pass the facts in.'
);

export default defineConfig(
	globalIgnores([
		'build/',
		'.svelte-kit/',
		'data/',
		'coverage/',
		'test-results/',
		'static/',
		'src/lib/wording/paraglide/'
	]),
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-constant-condition': 'error',
			'no-else-return': 'error',
			'no-eval': 'error',
			'no-implied-eval': 'error',
			'no-self-compare': 'error',
			'no-template-curly-in-string': 'error',
			'no-unneeded-ternary': 'error',
			'no-unreachable-loop': 'error',
			'no-useless-rename': 'error',
			'object-shorthand': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			// The app always lives at the root of its address, so a plain link is right as it stands.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{
		files: ['src/lib/**', 'src/routes/**', 'src/hooks.server.ts'],
		rules: { 'no-console': 'error' }
	},
	{
		files: ['src/**'],
		ignores: ['src/lib/server/sessions.ts', 'src/lib/server/sessions/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [notFrom(['lucia'], 'Sessions are behind one file: $lib/server/sessions.')] }
			]
		}
	},
	{
		files: ['src/lib/domain/**'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-imports': ['error', { patterns: [frameworks, machine] }],
			'no-restricted-globals': ['error', 'fetch', 'window', 'document', 'process', 'crypto', 'setTimeout'],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Take `now` as an argument.' },
				{ object: 'Math', property: 'random', message: 'Rules know no chance.' }
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
					message: 'Take `now` as an argument.'
				}
			]
		}
	}
);
