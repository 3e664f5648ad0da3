import { readFileSync } from 'node:fs';

/**
 * Says whether a version of Node fits a range as package.json writes it: `^20.19 || >=24`.
 * @param {string} version such as `20.19.0`
 * @param {string} range alternatives of `^major.minor` and `>=major.minor`
 */
export function fits(version, range) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return range.split('||').some((alternative) => {
		const [wantedMajor = 0, wantedMinor = 0] = alternative
			.replace(/[^\d.]/g, '')
			.split('.')
			.map(Number);
		if (major === wantedMajor) return minor >= wantedMinor;
		return alternative.includes('>=') && major > wantedMajor;
	});
}

/**
 * What to tell someone whose Node is too old, or null when it will do.
 * @param {string} version
 * @param {string} range
 */
export function complaint(version, range) {
	if (fits(version, range)) return null;
	const wanted = range
		.replace(/>=([\d.]+)/g, '$1 or newer')
		.replace(/\^([\d.]+)/g, '$1')
		.replace(/ \|\| /g, ', ');
	return (
		`Corner needs another version of Node. It works with ${wanted}; this is Node ${version}.\n` +
		'The long-term version at https://nodejs.org will do.'
	);
}

/** Ends this process, in plain words, when Node is too old. Call it before anything else is imported. */
export function insistOnNode() {
	const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
	const text = complaint(process.versions.node, engines.node);
	if (!text) return;
	console.error(text);
	process.exit(1);
}
