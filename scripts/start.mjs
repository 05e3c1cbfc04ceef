// `npm start`: builds the site if it is missing or older than what it is made from, and serves it.
import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { lastChange } from './last-change.mjs';
import { node, root } from './run.mjs';
import { serveUntilStopped } from './serve.mjs';

const build = join(root, 'build');
const madeFrom = [
	'src',
	'static',
	'data',
	'package-lock.json',
	'scripts/build-viewer.mjs',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

function isBuilt() {
	const built = statSync(build, { throwIfNoEntry: false });
	return built !== undefined && madeFrom.every((path) => lastChange(join(root, path)) < built.mtimeMs);
}

async function buildSite() {
	console.log('Building …');
	const started = new Date();
	const code = await node('node_modules/vite/bin/vite.js', ['build', '--logLevel=error']);
	// What is changed while the build runs may have been read before: the build is as old as its beginning.
	if (code === 0) utimesSync(build, started, started);
	return code;
}

process.exitCode = isBuilt() ? 0 : await buildSite();
if (process.exitCode === 0) await serveUntilStopped();
