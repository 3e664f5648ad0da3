import adapter from '@sveltejs/adapter-node';

// Built beside our own generated files, where the packages are found and nothing is committed.
const OUT = '../../../.svelte-kit/bare';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		outDir: OUT,
		adapter: adapter({ out: `${OUT}/build`, precompress: true }),
		paths: { relative: false },
		serviceWorker: { register: false },
		version: { name: 'bare' }
	}
};
