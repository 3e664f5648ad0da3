import { defineConfig } from '@playwright/test';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	// Far more than anything takes: a machine that is busy is slow, not broken.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	fullyParallel: true,
	workers: 4,
	forbidOnly: true,
	retries: 0,
	reporter: 'list',
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		viewport: { width: 360, height: 740 },
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH || undefined,
			args: [
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run'
			]
		},
		trace: 'off'
	}
});
