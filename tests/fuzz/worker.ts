/** The thread in which cases run: whoever started it sees which one it is at, and can end it when it hangs. */
import { parentPort, workerData } from 'node:worker_threads';
import { corpus } from './corpus.ts';
import { Failure, fuzzCase } from './fuzz.ts';

interface Order {
	readonly root: string;
	readonly seed: number;
	readonly from: number;
	readonly to: number;
	/** Part of the names of the samples to begin with; '' for all. */
	readonly only: string;
	/** Where the number of the present case is written. */
	readonly present: SharedArrayBuffer;
}

const { root, seed, from, to, only, present } = workerData as Order;
const at = new Int32Array(present);
const samples = corpus(root).filter(({ name }) => name.includes(only));
if (samples.length === 0) throw new Error(`No sample has “${only}” in its name.`);
for (let number = from; number <= to; number++) {
	Atomics.store(at, 0, number);
	try {
		parentPort!.postMessage({ verdict: await fuzzCase(samples, seed, number) });
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		parentPort!.postMessage({ failure: error.message, number, bytes: error.bytes });
	}
}
