import { defineConfig } from '@playwright/test';

/**
 * Parts of the browser's own window, none of them of a page. Chromium heeds only the last list it is given, so
 * Playwright's own stands here too.
 */
const OFF = [
	'AimEnabled',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
	// A process kept ready for the next page, in every window anew.
	'SpareRendererForSitePerProcess',
	'TcpPortRandomizationWin',
	'ThirdPartyStoragePartitioning',
	// The address bar's suggestions: a hidden page in every window, which cost more than the page under test.
	'WebUIOmniboxAimPopup',
	'WebUIOmniboxPopup'
];

export default defineConfig({
	testDir: '.',
	globalSetup: './filled.ts',
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
				`--disable-features=${OFF.join()}`,
				'--disable-sync',
				'--no-first-run'
			]
		},
		trace: 'off'
	}
});
