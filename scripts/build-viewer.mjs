// Makes the viewer: one file of HTML with the whole app in it, into which a document is filled to hand it over
// (src/lib/formats/page.ts). The site's build puts it beside the site, the command line takes it from the cache.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lastChange } from './last-change.mjs';
import { root } from './run.mjs';

const folder = join(root, 'node_modules', '.cache', 'dramatis');
const cached = join(folder, 'viewer.html');
const source = join(root, 'src', 'viewer');
const madeFrom = [
	'src/lib',
	'src/viewer',
	'static/icon.svg',
	'package-lock.json',
	'scripts/build-viewer.mjs'
];

/** What the app's modules import on the site, and what stands in for it here. */
const standIns = {
	'$app/navigation': join(source, 'navigation.ts'),
	'#lib/background/start-worker.ts': join(source, 'start-worker.ts')
};

/** The fonts come with the code (src/viewer/fonts.ts); by way of CSS they would be in the page a second time. */
const withoutFontFaces = {
	name: 'without-font-faces',
	enforce: 'pre',
	transform(code, id) {
		if (!id.endsWith('/ui/base.css')) return null;
		const plain = code.replace(/@import '@fontsource\/.*';\n/g, '');
		if (plain === code) this.error('The fonts are no longer in base.css: see build-viewer.mjs.');
		return plain;
	}
};

/** Bundles a module and all that it imports into one classic script. Answers what came out, by name. */
async function bundle(input, { define, plugins = [], alias = {} } = {}) {
	const { build } = await import('vite');
	const result = await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		define,
		plugins,
		resolve: { alias },
		build: {
			write: false,
			assetsInlineLimit: Number.MAX_SAFE_INTEGER,
			cssCodeSplit: false,
			chunkSizeWarningLimit: Infinity,
			rollupOptions: { input, output: { format: 'iife', codeSplitting: false } }
		}
	});
	const files = [result].flat().flatMap(({ output }) => output);
	const scripts = files.filter(({ type }) => type === 'chunk');
	const styles = files.filter(({ fileName }) => fileName.endsWith('.css'));
	const others = files.filter((file) => !scripts.includes(file) && !styles.includes(file));
	if (scripts.length !== 1 || others.length)
		throw new Error(`A page is one file, but there are: ${files.map(({ fileName }) => fileName).join(', ')}`);
	return { code: scripts[0].code.trim(), css: styles.map((file) => String(file.source).trim()).join('\n') };
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** As strict as the site's: only these very scripts and styles, and nothing from or to anywhere. */
function policyFor(scripts, style) {
	return [
		"default-src 'none'",
		`script-src ${scripts.map(hash).join(' ')}`,
		`style-src ${hash(style)}`,
		'img-src data: blob:',
		'font-src data:',
		"connect-src 'none'",
		'worker-src blob:',
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types svelte-trusted-html dramatis-worker dramatis-code'
	].join('; ');
}

/**
 * Makes the viewer anew, and keeps it in the cache.
 * @returns {Promise<string>} its path
 */
export async function buildViewer() {
	const started = new Date();
	const { svelte, vitePreprocess } = await import('@sveltejs/vite-plugin-svelte');
	const worker = await bundle('src/lib/background/background.worker.ts');
	const app = await bundle('src/viewer/main.ts', {
		alias: standIns,
		plugins: [withoutFontFaces, svelte({ configFile: false, preprocess: vitePreprocess() })],
		define: { WORKER_CODE: JSON.stringify(worker.code) }
	});
	const loader = readFileSync(join(source, 'loader.js'), 'utf8').trim();
	const icon = readFileSync(join(root, 'static', 'icon.svg'), 'utf8').trim();
	const parts = {
		policy: policyFor([loader, app.code], app.css),
		icon: `data:image/svg+xml,${encodeURIComponent(icon)}`,
		style: app.css,
		code: gzipSync(app.code, { level: 9 }).toString('base64'),
		loader
	};
	if (/<\/(script|style)/i.test(loader + app.css))
		throw new Error('A script or style would end before its end.');
	const template = readFileSync(join(source, 'viewer.html'), 'utf8');
	// Without the white space around, which the hashes do not know.
	const html = template.replace(/\s*%(\w+)%\s*/g, (whole, name) => parts[name] ?? whole);
	// Renamed when it is whole, as old as its beginning: another process may be at the same work.
	const fresh = join(folder, `viewer-${process.pid}.html`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(fresh, html);
	utimesSync(fresh, started, started);
	renameSync(fresh, cached);
	return cached;
}

/**
 * The viewer, made first if it is missing or out of date.
 * @param {(line: string) => void} say hears one line when it has to be made
 * @returns {Promise<string>} its path
 */
export async function viewerPage(say) {
	const built = statSync(cached, { throwIfNoEntry: false });
	if (built && madeFrom.every((path) => lastChange(join(root, path)) < built.mtimeMs)) return cached;
	say('Preparing the viewer (once, some seconds) …');
	return buildViewer();
}
