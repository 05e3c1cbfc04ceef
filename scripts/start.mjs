// `npm start`: builds the site if it is missing or older than what it is made from, and serves it.
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './run.mjs';
import { serveUntilStopped } from './serve.mjs';

const build = join(root, 'build');
const madeFrom = [
	'src',
	'static',
	'data',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** When `path`, or anything in it, last changed; 0 if it is not there. Folders count: that is how a deleted file shows. */
function lastChange(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return 0;
	if (!found.isDirectory()) return found.mtimeMs;
	const inside = readdirSync(path).map((name) => lastChange(join(path, name)));
	return Math.max(found.mtimeMs, ...inside);
}

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
