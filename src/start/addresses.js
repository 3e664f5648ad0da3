import { networkInterfaces } from 'node:os';

/** The first address at which others on the same network reach this machine, if there is one. */
function addressOnNetwork() {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.find(
			({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.')
		)?.address;
}

/**
 * The lines that tell where to go, once the server listens.
 * @param {import('./settings.js').Settings} settings
 * @param {number} port the one it really listens on
 * @param {string | undefined} [network] this machine's address on its network
 */
export function whereToGo({ host, origin, demo }, port, network = addressOnNetwork()) {
	const here = `http://localhost:${port}`;
	const everywhere = !host || host === '0.0.0.0' || host === '::';
	const lines = [['On this computer', here]];
	if (origin) lines.unshift(['For everyone', origin]);
	else if (everywhere && network)
		lines.push(['On this network', `http://${network}:${port} (the phone apps need https there)`]);
	if (demo) lines.push(['The demo', `${origin ?? here}/demo`]);
	return [
		'',
		'Corner is ready.',
		'',
		...lines.map(([what, where]) => `  ${what?.padEnd(18)}${where}`),
		''
	].join('\n');
}
