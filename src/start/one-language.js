/**
 * What stands around each sentence while there is one language: it asks which one is wanted, and says the same
 * whatever the answer is.
 */
const ASKS_FIRST =
	/export const (\w+) = (?:\/\*\*[^*]*\*\/ )?\(\(inputs(?: = \{\})?, options = \{\}\) => \{\s*experimentalStaticLocale \?\? options\.locale \?\? getLocale\(\)\s*return (\w+)\(inputs\)\s*\}\);?/;

/**
 * Lets sentences that exist in one language be said without asking which: a phone keeps a thousand of them, and the
 * asking is longer than many a sentence. With a second language the pattern fits no more, and nothing is changed.
 * @returns {import('vite').Plugin}
 */
export function oneLanguage() {
	return {
		name: 'corner-one-language',
		applyToEnvironment: ({ name }) => name === 'client',
		transform: {
			filter: { id: /\/wording\/paraglide\/messages\/\w+\.js$/, code: ASKS_FIRST },
			handler: (code) => ({ code: code.replace(ASKS_FIRST, 'export { $2 as $1 };'), map: null })
		}
	};
}
