import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { copyFileSync } from 'node:fs';
import { buildViewer } from './scripts/build-viewer.mjs';

/** The static site, and beside it the viewer, into which documents are filled that are saved as pages. */
function siteAndViewer() {
	const site = adapter();
	return {
		...site,
		async adapt(builder) {
			await site.adapt(builder);
			copyFileSync(await buildViewer(), 'build/viewer.html');
		}
	};
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: siteAndViewer(),
		// Relative paths let the build be served from any folder of any host.
		paths: { relative: true },
		version: { pollInterval: 0 },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'dramatis-worker']
			}
		}
	}
};
