import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserLaunch } from './scripts/find-browser.mjs';

/**
 * Kit's route announcer brings a style attribute, which our Content Security Policy refuses with a report.
 * Without the attribute it is hidden by ui/base.css.
 */
const announcerWithoutStyle: Plugin = {
	name: 'announcer-without-style',
	enforce: 'pre',
	transform(code, id) {
		if (!id.endsWith('/generated/root.svelte')) return null;
		const plain = code.replace(/(<div id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1');
		if (plain === code)
			this.error('The route announcer has changed: see announcerWithoutStyle in vite.config.ts.');
		return plain;
	}
};

export default defineConfig({
	plugins: [announcerWithoutStyle, sveltekit()],
	// The bundled document lives in data/, outside src/.
	server: { fs: { allow: ['data'] } },
	worker: { format: 'es' },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// On a busy machine a property may take several times as long as alone.
					testTimeout: 30_000,
					include: ['tests/unit/**/*.test.ts']
				}
			},
			{
				extends: true,
				// Found before the first test runs: what is found later makes the browser load the page anew.
				optimizeDeps: { entries: ['src/**/*.svelte', 'tests/component/**/*.ts'] },
				test: {
					name: 'component',
					include: ['tests/component/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: browserLaunch() }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
