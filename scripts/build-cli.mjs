// Makes the command line out of src/cli: Node 20 runs no TypeScript, so it is bundled into one file, once.
import { existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { lastChange } from './last-change.mjs';
import { root } from './run.mjs';

const folder = join(root, 'node_modules', '.cache', 'dramatis');
const bundle = join(folder, 'cli.mjs');
const madeFrom = [
	'cli',
	'lib/model',
	'lib/formats',
	'lib/analysis',
	'lib/layout',
	'lib/view',
	'lib/picture',
	'lib/ui/picture'
];

function isBuilt() {
	const built = statSync(bundle, { throwIfNoEntry: false });
	if (!built) return false;
	const sources = [...madeFrom.map((name) => join('src', name)), 'package-lock.json'];
	return sources.every((path) => lastChange(join(root, path)) < built.mtimeMs);
}

/**
 * The bundled command line, made first if it is missing or out of date.
 * @param {(line: string) => void} say hears one line when it has to be made
 * @returns {Promise<string>} the path of the bundle
 */
export async function commandLine(say) {
	if (isBuilt()) return bundle;
	if (!existsSync(join(root, 'node_modules', 'vite')))
		throw new Error(`The packages are not installed. Run npm ci in ${root}.`);
	say('Preparing the command line (once, a few seconds) …');
	const started = new Date();
	const { build } = await import('vite');
	const fresh = join(folder, `new-${process.pid}`);
	try {
		await build({
			root,
			configFile: false,
			publicDir: false,
			logLevel: 'error',
			ssr: { noExternal: true, external: ['playwright'] },
			build: {
				ssr: 'src/cli/main.ts',
				outDir: fresh,
				emptyOutDir: true,
				target: 'node20',
				rollupOptions: { output: { entryFileNames: 'cli.mjs', codeSplitting: false } }
			}
		});
		// Renamed when it is whole: another process may be at the same work.
		mkdirSync(folder, { recursive: true });
		utimesSync(join(fresh, 'cli.mjs'), started, started);
		renameSync(join(fresh, 'cli.mjs'), bundle);
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
	return bundle;
}
