import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ precompress: true }),

		// Deep links opened from the offline shell need absolute addresses.
		paths: { relative: false },
		serviceWorker: { register: false },
		version: { name: process.env.npm_package_version ?? 'dev' },
		typescript: {
			config: (config) => ({
				...config,
				// Its own small app, built beside ours to be measured against.
				exclude: [...config.exclude, '../tests/performance/bare/**'],
				include: [...config.include, '../drizzle/**/*.ts', '../tests/**/*.ts', '../tests/**/*.js']
			})
		},
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// Kit's route announcer is hidden with one style attribute; this is its hash.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
