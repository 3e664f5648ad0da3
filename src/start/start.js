import { fileURLToPath } from 'node:url';
import { insistOnNode } from './node-version.js';
import { endWithParent } from './parent.js';

insistOnNode();
endWithParent();

const root = fileURLToPath(new URL('../..', import.meta.url));
const { giveUp } = await import('./steps.js');
const { install } = await import('./install.js');
const { build } = await import('./build.js');

try {
	process.chdir(root);
	await install(root);
	await build(root);
	const { serve } = await import('./serve.js');
	await serve();
} catch (error) {
	giveUp(error);
}
