import { fileURLToPath } from 'node:url';
import { insistOnNode } from './node-version.js';
import { endWithParent } from './parent.js';

insistOnNode();
endWithParent();

const root = fileURLToPath(new URL('../..', import.meta.url));
const { giveUp } = await import('./steps.js');
const { install } = await import('./install.js');

try {
	process.chdir(root);
	await install(root);
	const { createServer } = await import('vite');
	const server = await createServer({ server: process.env.PORT ? { port: Number(process.env.PORT) } : {} });
	await server.listen();
	server.printUrls();
	server.bindCLIShortcuts({ print: true });
} catch (error) {
	giveUp(error);
}
