/**
 * How fast files of 100,000 relations are read, to the receipt, and what memory that takes; beside graphology's
 * reader of the same file in the same run, where it has one. In Node, each reading in a process of its own.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../scripts/run.mjs';
import { generatedDocument } from './generated-document.mjs';
import { csvOf } from './csv-of.mjs';
import { median } from './measure.mjs';

const RELATIONS = 100_000;
const FORMATS = [
	['GraphML', 'graphml', true],
	['GEXF', 'gexf', true],
	['CSV', 'csv', false]
];

/** Inside the project, so that the bundle finds its packages. */
async function bundled(folder) {
	await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		ssr: { noExternal: true },
		build: {
			ssr: 'tests/benchmarks/reading-lib.ts',
			outDir: folder,
			emptyOutDir: true,
			target: 'node20',
			rollupOptions: { output: { entryFileNames: 'lib.mjs', codeSplitting: false } }
		}
	});
	return pathToFileURL(join(folder, 'lib.mjs')).href;
}

function read(reader, format, file, bundle) {
	const script = fileURLToPath(new URL('reading-child.mjs', import.meta.url));
	const said = execFileSync(
		process.execPath,
		['--max-old-space-size=8192', script, reader, format, file, bundle],
		{ encoding: 'utf8' }
	);
	const found = JSON.parse(said.trim().split('\n').at(-1));
	if (found.relations !== RELATIONS) throw new Error(`${reader} read ${found.relations} of ${format}`);
	return found;
}

function repeated(runs, ...what) {
	const results = Array.from({ length: runs }, () => read(...what));
	return {
		milliseconds: median(results.map(({ milliseconds }) => milliseconds)),
		memory: median(results.map(({ memory }) => memory))
	};
}

const whole = (number) => Math.round(number).toLocaleString('en');

function cells(bytes, result) {
	if (!result) return ['–', '–', '–'];
	const rate = bytes / 1e6 / (result.milliseconds / 1000);
	return [whole(result.milliseconds), rate.toFixed(1), whole(result.memory / 1e6)];
}

/** @returns a table, one row a format */
export async function readingTable(runs) {
	const cache = join(root, 'node_modules', '.cache');
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'reading-'));
	try {
		const bundle = await bundled(folder);
		const { readNative, outletOf } = await import(bundle);
		const data = generatedDocument(20_000, RELATIONS);
		const { document } = readNative(JSON.stringify(data));
		const lines = FORMATS.map(([name, format, isCompared]) => {
			const file = join(folder, format);
			writeFileSync(file, format === 'csv' ? csvOf(data) : [...outletOf(format).write(document)].join(''));
			const bytes = statSync(file).size;
			const ours = repeated(runs, 'ours', format, file, bundle);
			const theirs = isCompared ? repeated(runs, 'graphology', format, file, bundle) : undefined;
			return [name, whole(bytes / 1e6), ...cells(bytes, ours), ...cells(bytes, theirs)];
		});
		const figures = (whose) => [`${whose}: ms`, `${whose}: MB/s`, `${whose}: peak, MB`];
		const head = [
			'100,000 relations in',
			'MB',
			...figures('to the receipt'),
			...figures("graphology's reader")
		];
		const rule = head.map((_, place) => (place === 0 ? '---' : '--:'));
		return [head, rule, ...lines].map((row) => `| ${row.join(' | ')} |`).join('\n');
	} finally {
		rmSync(folder, { recursive: true });
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await readingTable(3));
