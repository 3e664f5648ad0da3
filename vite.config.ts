import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';
import { oneLanguage } from './src/start/one-language.js';
import { phoneChunks, unusedSchemas } from './src/start/phone-chunks.js';
import { onlyThePhones } from './src/start/phone-files.js';

/** Adding a language is adding a file: the list of languages is read from the sentences themselves. */
function languagesFromFiles(project: string, sentences: string): void {
	const locales = readdirSync(sentences)
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.replace('.json', ''))
		.sort();
	const file = `${project}/settings.json`;
	const settings = JSON.parse(readFileSync(file, 'utf8'));
	if (JSON.stringify(settings.locales) !== JSON.stringify(locales))
		writeFileSync(file, JSON.stringify({ ...settings, locales }, null, '\t') + '\n');
}

languagesFromFiles('src/lib/wording/project.inlang', 'src/lib/wording/sentences');

/** For tests with databases of their own: what they copy, and what takes the copies away after each file. */
const WITH_DATABASES = {
	globalSetup: ['tests/server/migrated.ts'],
	setupFiles: ['tests/server/tidy.ts']
};

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: 'src/lib/wording/project.inlang',
			outdir: 'src/lib/wording/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			outputStructure: 'message-modules'
		}),
		sveltekit(),
		phoneChunks(),
		unusedSchemas(),
		oneLanguage(),
		// Tests need no worker, and would wait for it.
		!process.env.VITEST &&
			SvelteKitPWA({
				strategies: 'injectManifest',
				srcDir: 'src',
				filename: 'service-worker.ts',
				registerType: 'prompt',
				injectRegister: false,
				scope: '/',
				base: '/',
				manifest: false,
				injectManifest: {
					globPatterns: [
						'client/**/*.{js,css,svg,woff2,webmanifest}',
						'client/icons/icon-192.png',
						'prerendered/pages/{shell,times-tables,help}.html'
					],
					manifestTransforms: [onlyThePhones],
					globIgnores: ['server/**', 'client/service-worker.js', 'client/**/*-{latin-ext,italic}*']
				},
				devOptions: { enabled: false, type: 'module' }
			})
	],
	// Its build for browsers of today: the other one carries what older ones lack.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	// Bundled with the server, which reads fewer files when it starts; tests take them as they lie.
	ssr: { noExternal: process.env.VITEST ? [] : ['drizzle-orm', 'lucia', 'uuid'] },
	server: { port: 3000 },
	test: {
		passWithNoTests: false,
		// Left to itself it leaves one core idle, and half of two is half.
		maxWorkers: '100%',
		// The plugins of the build keep watching files; nothing of ours is left to wait for.
		teardownTimeout: 500,
		projects: [
			{
				extends: true,
				// Pure rules leave nothing behind for each other.
				test: {
					name: 'rules',
					isolate: false,
					include: ['src/lib/domain/**/*.test.ts', 'src/lib/wording/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'server',
					...WITH_DATABASES,
					// Each test stands on a house of its own; what they import is the same for all.
					isolate: false,
					include: ['src/lib/server/**/*.test.ts', 'tests/server/**/*.test.ts'],
					testTimeout: 30_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: { name: 'device', include: ['src/lib/device/**/*.test.ts'], testTimeout: 30_000 }
			},
			{
				extends: true,
				test: {
					name: 'house',
					...WITH_DATABASES,
					isolate: false,
					include: ['tests/{architecture,parity,style,doors}/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'durability',
					include: ['tests/durability/**/*.test.ts'],
					testTimeout: 400_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
