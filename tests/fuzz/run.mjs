/**
 * `npm run fuzz`: broken and hostile files for every reader, as many as one likes.
 *   --cases 10000   how many
 *   --seed 1        another seed, other files
 *   --case 123      only this one, as a failure names it
 *   --only gexf     only files made of samples with this in their name
 *   --keep folder   where files that break a law are put
 * The bounded part of it is in `npm test` (tests/unit/formats/fuzz.test.ts).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { root } from '../../scripts/run.mjs';

/** Longer than this no case takes, on the slowest machine. */
const HANGS = 60_000;

const { values } = parseArgs({
	options: {
		cases: { type: 'string', default: '10000' },
		seed: { type: 'string', default: '1' },
		case: { type: 'string' },
		only: { type: 'string', default: '' },
		keep: { type: 'string' }
	}
});
const seed = Number(values.seed);
const [first, last] = values.case ? [Number(values.case), Number(values.case)] : [1, Number(values.cases)];
const verdicts = { refused: 0, read: 0, asked: 0 };
let failures = 0;

/** Node 20 runs no TypeScript. */
async function bundle(folder) {
	await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		ssr: { noExternal: true },
		build: {
			ssr: 'tests/fuzz/worker.ts',
			outDir: folder,
			emptyOutDir: true,
			target: 'node20',
			rollupOptions: { output: { entryFileNames: 'fuzz.mjs', codeSplitting: false } }
		}
	});
	return join(folder, 'fuzz.mjs');
}

function tell(number, text, bytes) {
	failures++;
	console.error(`\n${text}\nAgain: npm run fuzz -- --seed ${seed} --case ${number} --only "${values.only}"`);
	if (!values.keep || !bytes) return;
	mkdirSync(values.keep, { recursive: true });
	writeFileSync(join(values.keep, `seed-${seed}-case-${number}`), bytes);
}

/** Runs cases until they are over or one hangs. @returns the number of the last one */
function run(script, from) {
	const present = new SharedArrayBuffer(4);
	const at = new Int32Array(present);
	return new Promise((done, fail) => {
		const worker = new Worker(script, {
			workerData: { root, seed, from, to: last, only: values.only, present }
		});
		let seen = 0;
		let end = last;
		const watch = setInterval(() => {
			const now = Atomics.load(at, 0);
			if (now !== seen) return (seen = now);
			tell(now, `Case ${now} of seed ${seed} hangs.`);
			end = now;
			void worker.terminate();
		}, HANGS);
		worker.on('message', ({ verdict, failure, number, bytes }) => {
			if (verdict) verdicts[verdict]++;
			else tell(number, failure, bytes);
		});
		worker.on('error', (error) => fail(error));
		worker.on('exit', () => {
			clearInterval(watch);
			done(end);
		});
	});
}

// Inside the project, so that the bundle finds its packages.
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, 'node_modules', '.cache', 'fuzz-'));
try {
	const script = await bundle(folder);
	for (let number = first; number <= last;) number = (await run(script, number)) + 1;
	const counts = Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`);
	console.log(`Seed ${seed}, cases ${first} to ${last}: ${counts.join(', ')}, ${failures} failed.`);
} finally {
	rmSync(folder, { recursive: true });
}
process.exitCode = failures ? 1 : 0;
