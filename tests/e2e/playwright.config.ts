import { defineConfig } from '@playwright/test';
import { browserLaunch } from '../../scripts/find-browser.mjs';

const phoneTests = '**/*.phone.spec.ts';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	retries: 0,
	// axe alone takes seconds on a slow machine.
	timeout: 90_000,
	expect: { timeout: 10_000 },
	workers: 2,
	forbidOnly: true,
	// scripts/test.mjs names a file when it wants to count.
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
	webServer: {
		// Any free port, so that two runs, or a run beside `npm start`, do not meet.
		command: 'node ../../scripts/serve.mjs',
		env: { PORT: '0' },
		// Playwright keeps what the named group matched as the environment's E2E_ADDRESS.
		wait: { stdout: /(?<e2e_address>http:\/\/\S+)/ }
	},
	use: {
		baseURL: process.env.E2E_ADDRESS,
		launchOptions: browserLaunch(),
		reducedMotion: 'reduce'
	},
	projects: [
		{ name: 'desktop', testIgnore: phoneTests, use: { viewport: { width: 1440, height: 900 } } },
		{
			name: 'phone',
			testMatch: phoneTests,
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
		}
	]
});
